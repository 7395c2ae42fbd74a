"""Certificates as pages show them: who may be given one, which run out, one's own to take along, whether one still holds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.assessment.models import Sitting
from hengcai.assessment.queries.sittings import courses_tested
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.training import permissions
from hengcai.training.models import Certificate, Enrolment
from hengcai.training.rules.certificates import ENDING, EXPIRED, REPLACED, REVOKED, STANDS, STEPS, state_of
from hengcai.training.rules.credentials import Read, baked, verified
from hengcai.training.running_out import standing
from hengcai.training.signing import public_keys

SOON = timedelta(days=30)
LONGEST_FILE = 200_000  # characters of a file to be checked
ORDERS = Orders(
    {"person": ("enrolment__person__name", "-pk"), "until": ("expires_on?", "-pk"), "issued": ("-issued_on", "-pk")}
)


def certificates_seen_by(user: Doer) -> QuerySet[Certificate]:
    rows = Certificate.objects.select_related("enrolment__course", "enrolment__person", "issued_by", "replaced_by")
    return permissions.SEE_CERTIFICATES.rows(rows, user).order_by("-issued_on", "-pk")


def named(rows: QuerySet[Certificate], word: str) -> QuerySet[Certificate]:
    """Whose holder, number or course has this word."""
    if not word:
        return rows
    person = Q(enrolment__person__name__icontains=word) | Q(enrolment__person__number__icontains=word)
    return rows.filter(person | Q(number__icontains=word) | Q(enrolment__course__title__icontains=word))


def in_state(rows: QuerySet[Certificate], state: str, today: date) -> QuerySet[Certificate]:
    """Any where the state is empty or unknown."""
    soon, there = today + timedelta(days=STEPS[0]), rows.filter(revoked_on=None)
    narrowed = {
        STANDS: there.exclude(expires_on__lte=soon), ENDING: there.filter(expires_on__range=(today, soon)),
        EXPIRED: there.filter(expires_on__lt=today), REVOKED: rows.filter(revoked_on__isnull=False, replaced_by=None),
        REPLACED: rows.filter(replaced_by__isnull=False),
    }  # fmt: skip
    return narrowed.get(state, rows)


def told_state(certificate: Certificate, today: date) -> str:
    is_revoked, is_replaced = certificate.revoked_on is not None, hasattr(certificate, "replaced_by")
    return state_of(expires_on=certificate.expires_on, is_revoked=is_revoked, is_replaced=is_replaced, today=today)


def to_certify(user: Doer) -> QuerySet[Enrolment]:
    """Finished, and the course's test passed where it has one."""
    rows = Enrolment.objects.filter(state=Enrolment.State.FINISHED, certificates=None)
    rows = rows.exclude(~Exists(_passed()), course__code__in=courses_tested()).select_related("course", "person")
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
    rows = permissions.SEE_CERTIFICATES.rows(standing(), user)
    return rows.filter(expires_on__lte=today + SOON).order_by("expires_on", "pk")


def picture(certificate: Certificate) -> str:
    """To be downloaded by whoever it is of: with the name, which the credential inside leaves out."""
    course, person = certificate.enrolment.course, certificate.enrolment.person
    days = f"{certificate.issued_on} – {certificate.expires_on or ''}".rstrip("– ")
    return baked(certificate.signed, [str(course.title), person.name, certificate.number, days])


def credential(certificate: Certificate) -> dict[str, Any]:
    """The credential with its signature, as another program takes it."""
    return {"credential": verified(certificate.signed).credential, "jws": certificate.signed}


def public_certificate(key: UUID) -> Certificate | None:
    """For whoever has its address; the person is not named to them."""
    return Certificate.objects.select_related("enrolment__course", "replaced_by").filter(key=key).first()


@dataclass(frozen=True)
class Checked:
    """What a file says and whether it holds: `certificate` is the one known here, None where it is another centre's."""

    read: Read
    certificate: Certificate | None


def checked(text: str) -> Checked:
    """By the keys of this centre; the very file that was handed out, or none."""
    read = verified(text[:LONGEST_FILE], public_keys()["keys"])
    try:
        key = UUID(str(read.credential.get("id", "")).removeprefix("urn:uuid:")) if not read.fault else None
    except ValueError:
        key = None
    return Checked(read, public_certificate(key) if key else None)
