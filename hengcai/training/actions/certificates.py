"""Certificates: issued to those who finished, revoked with a reason, reissued, brought to mind before they expire."""

import secrets
import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.accounts.queries import the_centre
from hengcai.assessment.queries.sittings import courses_tested, passed_pairs
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.training import duties, permissions
from hengcai.training.models import Certificate, Enrolment
from hengcai.training.rules.certificates import STEPS, expiry, step_of
from hengcai.training.rules.credentials import Given, credential_of, issuer_of, jwk_of, signed
from hengcai.training.running_out import expiring, outlived
from hengcai.training.signing import centre_key

LONGEST_REASON = 400


@action(permissions.CERTIFY)
def issue_certificates(batch: Sequence[Enrolment], *, by: User, today: date) -> list[Certificate]:
    """Whoever has one already keeps it as it is."""
    keys = [one.pk for one in batch]
    rows = Enrolment.objects.filter(pk__in=keys).select_related("course", "person").prefetch_related("certificates")
    if any(one.state != Enrolment.State.FINISHED for one in rows):
        raise NotNow("training.not_finished")
    _check_tests(rows)
    made = [_issued(one, by, today) for one in rows.order_by("pk") if not one.certificates.all()]
    duties.certificates_over(outlived(made))
    return made


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
    _revoke(certificate, by, because, today)
    return certificate


@action(permissions.REISSUE)
def reissue_certificate(certificate: Certificate, *, by: User, because: str, today: date) -> Certificate:
    """A new one for the same way through the course, until the same day: the address was wrong, the file is lost, the key is
    new. The one before is revoked, where it was not already."""
    if certificate.expires_on and certificate.expires_on < today:
        raise NotNow("training.certificate_expired")
    if Certificate.objects.filter(replaces=certificate).exists():
        raise NotNow("training.certificate_replaced")
    if certificate.revoked_on is None:
        _revoke(certificate, by, because, today)
    return _issued(certificate.enrolment, by, today, replaces=certificate)


@action(permissions.CERTIFY)
def remind_of_certificates(centre: Centre, *, by: User, today: date) -> Centre:
    """60, 30 and 7 days before its end each certificate is brought to its holder and their lead, once each; twice a day is once."""
    for one in expiring(today, within=STEPS[0]):
        step = step_of((one.expires_on - today).days) if one.expires_on else None
        if step is not None and (one.reminded_days is None or step < one.reminded_days):
            duties.certificate_expiring(one, is_first=one.reminded_days is None)
            one.reminded_days = step
            one.save(update_fields=["reminded_days"])
    return centre


def _revoke(certificate: Certificate, by: User, because: str, today: date) -> None:
    check_lengths(because)
    if not because.strip():
        raise NotValid("training.revoked_without_reason")
    if certificate.revoked_on:
        raise NotNow("training.certificate_revoked")
    certificate.revoked_on, certificate.revoked_by = today, by
    certificate.revoked_because = because.strip()[:LONGEST_REASON]
    certificate.save(update_fields=["revoked_on", "revoked_by", "revoked_because"])
    duties.certificates_over([certificate])


def _issued(enrolment: Enrolment, by: User, today: date, *, replaces: Certificate | None = None) -> Certificate:
    """A reissued one keeps number and last day of the first, with how many there were."""
    before = Certificate.objects.filter(enrolment=enrolment).count()
    first = f"{today.year}-{enrolment.pk:06d}" if replaces is None else "-".join(replaces.number.split("-")[:2])
    number = first if not before else f"{first}-{before + 1}"
    ends = (
        replaces.expires_on if replaces else expiry(enrolment.ended_on or today, enrolment.course.repeats_after_months)
    )
    key, name = centre_key(), uuid.uuid4()
    given = _given(enrolment, name, number, today, ends)
    text = signed(credential_of(given, issuer_of(jwk_of(key))), key)
    return Certificate.objects.create(
        key=name, enrolment=enrolment, number=number, issued_on=today, issued_by=by, expires_on=ends, signed=text,
        replaces=replaces,
    )  # fmt: skip


def _given(enrolment: Enrolment, name: uuid.UUID, number: str, today: date, ends: date | None) -> Given:
    course, person, centre = enrolment.course, enrolment.person, the_centre()
    identity, kind = (person.email, "emailAddress") if person.email else (person.number, "identifier")
    return Given(
        key=name.urn, number=number, centre=str(centre.name), course=course.code, version=course.number,
        title=course.title.zh or course.title.en, hours=str(course.hours), issued_on=today, expires_on=ends,
        identity=identity, identity_type=kind, salt=secrets.token_hex(16),
    )  # fmt: skip
