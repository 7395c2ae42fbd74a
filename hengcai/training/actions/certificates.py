"""Certificates: issued to those who finished, revoked with a reason."""

import secrets
import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from hengcai.accounts.models import User
from hengcai.accounts.queries import the_centre
from hengcai.assessment.queries.sittings import courses_tested, passed_pairs
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.training import permissions
from hengcai.training.models import Certificate, Enrolment
from hengcai.training.rules.certificates import expiry
from hengcai.training.rules.credentials import Given, credential_of, issuer_of, jwk_of, signed
from hengcai.training.signing import centre_key

LONGEST_REASON = 400


@action(permissions.CERTIFY)
def issue_certificates(batch: Sequence[Enrolment], *, by: User, today: date) -> list[Certificate]:
    """Whoever has one already keeps it as it is."""
    keys = [one.pk for one in batch]
    rows = Enrolment.objects.filter(pk__in=keys).select_related("course", "person", "certificate").order_by("pk")
    if any(one.state != Enrolment.State.FINISHED for one in rows):
        raise NotNow("training.not_finished")
    _check_tests(rows)
    return [_issued(one, by, today) for one in rows if not hasattr(one, "certificate")]


def _check_tests(rows: Iterable[Enrolment]) -> None:
    """Where a test belongs to the course, it was passed."""
    tested = courses_tested()
    some = [one for one in rows if one.course.code in tested]
    passed = passed_pairs([one.person_id for one in some], tested)
    for one in some:
        if (one.person_id, one.course.code) not in passed:
            raise NotNow(
                "training.test_not_passed", name=one.person.name, course=one.course.title.zh or one.course.title.en
            )


@action(permissions.REVOKE)
def revoke_certificate(certificate: Certificate, *, by: User, because: str, today: date) -> Certificate:
    if not because.strip():
        raise NotValid("training.revoked_without_reason")
    if certificate.revoked_on:
        raise NotNow("training.certificate_revoked")
    certificate.revoked_on, certificate.revoked_by = today, by
    certificate.revoked_because = because.strip()[:LONGEST_REASON]
    certificate.save(update_fields=["revoked_on", "revoked_by", "revoked_because"])
    return certificate


def _issued(enrolment: Enrolment, by: User, today: date) -> Certificate:
    number = f"{today.year}-{enrolment.pk:06d}"
    ends = expiry(enrolment.ended_on or today, enrolment.course.repeats_after_months)
    key = centre_key()
    text = signed(credential_of(_given(enrolment, number, today, ends), issuer_of(jwk_of(key))), key)
    return Certificate.objects.create(
        enrolment=enrolment, number=number, issued_on=today, issued_by=by, expires_on=ends, signed=text
    )


def _given(enrolment: Enrolment, number: str, today: date, ends: date | None) -> Given:
    course, person, centre = enrolment.course, enrolment.person, the_centre()
    identity, kind = (person.email, "emailAddress") if person.email else (person.number, "identifier")
    return Given(
        key=f"urn:uuid:{uuid.uuid4()}", number=number, centre=str(centre.name), course=course.code, version=course.number,
        title=course.title.zh or course.title.en, hours=str(course.hours), issued_on=today, expires_on=ends,
        identity=identity, identity_type=kind, salt=secrets.token_hex(16),
    )  # fmt: skip
