"""Certificates of courses: listed, issued, revoked, reissued, their credentials, and a file checked."""

from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.api.fields import Key, Names, Text, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.training import actions, permissions
from hengcai.training.queries import certificates as queries
from hengcai.training.signing import public_keys

router = Router()
State = Literal["", "stands", "ending", "expired", "revoked", "replaced"]


class CertificatesWanted(Sorted):
    """`q`: a name, a number or a course."""

    q: Text = ""
    state: State = ""


class CertificatesIn(Schema):
    """Ways through courses that were finished."""

    enrolments: list[Key] = Field(min_length=1, max_length=500)


class CertificateReasonIn(Schema):
    reason: Text = ""


class CertificateFileIn(Schema):
    """The text of a file: a compact JWS, or an SVG that carries one."""

    text: Text = Field(max_length=queries.LONGEST_FILE)


class CourseCertificateOut(Schema):
    """`state`: stands, ending (within 60 days), expired, revoked, replaced. `link`: where anybody may ask whether it holds."""

    id: int
    number: str
    enrolment: int
    person: str
    person_number: str
    course: str
    title: Names
    issued_on: date
    expires_on: date | None
    state: str
    revoked_on: date | None
    revoked_because: str
    replaces: int | None
    link: str


class CredentialOut(Schema):
    """`jws`: the credential as it was signed, a compact JWS with EdDSA."""

    credential: dict[str, Any]
    jws: str


class CheckedOut(Schema):
    """`fault`: empty, not_a_certificate, unsigned, other_key or changed. `state`: as the list has it; empty where it is not there."""

    fault: str
    number: str
    state: str
    credential: dict[str, Any]


@router.get("", response=Page[CourseCertificateOut])
def certificates(request, wanted: Query[CertificatesWanted]):
    """As far as the role reaches, the newest first."""
    let_in(permissions.SEE_CERTIFICATES, request.user)
    rows = queries.named(queries.certificates_seen_by(request.user), wanted.q)
    return sorted_page(queries.in_state(rows, wanted.state, localdate()), _told, wanted, queries.ORDERS)


@router.post("", response=list[CourseCertificateOut])
def issue_certificates(request, body: CertificatesIn):
    """For those of these who finished and have none yet."""
    let_in(permissions.CERTIFY, request.user)
    rows = list(queries.to_certify(request.user).filter(pk__in=body.enrolments))
    if not rows:
        raise NotValid("training.nobody_to_certify")
    return [_told(one) for one in actions.issue_certificates(rows, by=request.user, today=localdate())]


@router.get("/keys", response=dict[str, Any])
def certificate_keys(request):
    """The centre's public keys as a JWKS, as `/learning/certificates/keys.json` gives them to anybody."""
    return public_keys()


@router.post("/check", response=CheckedOut)
def check_certificate(request, body: CertificateFileIn):
    """Who signed it, whether it was changed, and whether it still holds."""
    found = queries.checked(body.text)
    known, credential = found.certificate, found.read.credential
    state = queries.told_state(known, localdate()) if known else ""
    return {
        "fault": found.read.fault,
        "number": known.number if known else "",
        "state": state,
        "credential": credential,
    }


@router.get("/{int:pk}", response=CourseCertificateOut)
def certificate(request, pk: int):
    """One of them."""
    return _told(_found(request, pk))


@router.get("/{int:pk}/credential", response=CredentialOut)
def certificate_credential(request, pk: int):
    """Signed Open Badges 3.0, without a name."""
    return queries.credential(_found(request, pk))


@router.post("/{int:pk}/revoke", response=CourseCertificateOut)
def revoke_certificate(request, pk: int, body: CertificateReasonIn):
    """With a reason; copies already handed out cannot be called back."""
    found = _found(request, pk)
    return _told(actions.revoke_certificate(found, by=request.user, because=body.reason, today=localdate()))


@router.post("/{int:pk}/reissue", response=CourseCertificateOut)
def reissue_certificate(request, pk: int, body: CertificateReasonIn):
    """A new one in its place until the same day; the one before is revoked."""
    found = _found(request, pk)
    return _told(actions.reissue_certificate(found, by=request.user, because=body.reason, today=localdate()))


def _found(request, pk):
    let_in(permissions.SEE_CERTIFICATES, request.user)
    return get_object_or_404(queries.certificates_seen_by(request.user), pk=pk)


def _told(one) -> dict[str, Any]:
    way, link = one.enrolment, reverse("check-certificate", args=[one.key])
    same = ("number", "issued_on", "expires_on", "revoked_on", "revoked_because")
    return {
        "id": one.pk, **{name: getattr(one, name) for name in same}, "enrolment": way.pk, "person": way.person.name,
        "person_number": way.person.number, "course": way.course.code, "title": names(way.course.title),
        "state": queries.told_state(one, localdate()), "replaces": one.replaces_id,
        "link": settings.PUBLIC_URL.rstrip("/") + link,
    }  # fmt: skip
