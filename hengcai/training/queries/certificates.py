"""Certificates as pages show them: who may be given one, which run out, one's own to take along."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from hengcai.assessment.models import Sitting
from hengcai.assessment.queries.sittings import courses_tested
from hengcai.base.permissions import Doer
from hengcai.training import permissions
from hengcai.training.models import Certificate, Enrolment
from hengcai.training.rules.credentials import baked

SOON = timedelta(days=30)


def certificates_seen_by(user: Doer) -> QuerySet[Certificate]:
    rows = Certificate.objects.select_related("enrolment__course", "enrolment__person", "issued_by")
    return permissions.SEE_CERTIFICATES.rows(rows, user).order_by("-issued_on", "-pk")


def to_certify(user: Doer) -> QuerySet[Enrolment]:
    """Finished, and the course's test passed where it has one."""
    rows = Enrolment.objects.filter(state=Enrolment.State.FINISHED, certificate=None).select_related("course", "person")
    rows = rows.exclude(~Exists(_passed()), course__code__in=courses_tested())
    return permissions.CERTIFY.rows(rows, user).order_by("course__code", "person__name", "pk")


def _passed() -> QuerySet[Sitting]:
    return Sitting.objects.filter(
        person=OuterRef("person"),
        exam__blueprint__course=OuterRef("course__code"),
        is_passed=True,
        told_at__isnull=False,
    )


def running_out(user: Doer, today: date) -> QuerySet[Certificate]:
    """Expired or within 30 days of it, not revoked, and nothing newer of the same course held by that person."""
    due = certificates_seen_by(user).filter(expires_on__lte=today + SOON, revoked_on=None).order_by("expires_on", "pk")
    return due.exclude(pk__in=_replaced())


def picture(certificate: Certificate) -> str:
    """To be downloaded by whoever it is of: with the name, which the credential inside leaves out."""
    course, person = certificate.enrolment.course, certificate.enrolment.person
    days = f"{certificate.issued_on} – {certificate.expires_on or ''}".rstrip("– ")
    return baked(certificate.signed, [str(course.title), person.name, certificate.number, days])


def _replaced() -> list[int]:
    rows = Certificate.objects.filter(revoked_on=None).order_by("issued_on", "pk")
    newest: dict[tuple[int, str], int] = {}
    old = []
    for pk, person, code in rows.values_list("pk", "enrolment__person", "enrolment__course__code"):
        if (person, code) in newest:
            old.append(newest[person, code])
        newest[person, code] = pk
    return old
