"""The blind sheets of calibration, what its reveal shows of marks, severity over months, certificates."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Exact, Names, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.quality.calibrations import AnalystSeverityOut, RatersAgreementOut
from hengcai.api.quality.work import MarksIn, SaidOut
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.interactions.queries import spoken_of
from hengcai.quality import actions, permissions
from hengcai.quality.queries import calibrations as queries
from hengcai.quality.queries import revealed
from hengcai.quality.queries.orders import CERTIFICATE_ORDERS
from hengcai.quality.rules.card import Mark

router = Router()


class BlindMarkOut(Schema):
    """It points at a line, not at words of it."""

    value: str
    comment: str
    cause: str
    turn: int | None


class BlindSheetOut(Schema):
    """The caller's own; nothing on it says whose contact it is."""

    number: int
    of: int
    channel: str
    seconds: int | None
    state: str
    edit_count: int
    comment: str
    marks: dict[str, BlindMarkOut]
    turns: list[SaidOut]


class GivenMarkOut(BlindMarkOut):
    analyst: str


class RevealedItemOut(Schema):
    """`spread`: levels between the marks; `agreement`: of the item over all contacts."""

    item: str
    name: Names
    given: list[GivenMarkOut]
    agreed: str | None
    reasons: str
    spread: int
    agreement: RatersAgreementOut | None


class AnalystTotalOut(Schema):
    analyst: str
    total: Exact | None


class RevealedContactOut(Schema):
    number: int
    contact: int
    agent: str
    items: list[RevealedItemOut]
    totals: list[AnalystTotalOut]
    reference: Exact | None
    turns: list[SaidOut]


class UnclearContactOut(Schema):
    """`why`: unclear_anchor, other_moments or not_pinned."""

    number: int
    why: str
    marks: list[GivenMarkOut]


class UnclearItemOut(Schema):
    item: str
    name: Names
    spread: int
    contacts: list[UnclearContactOut]


class CertificateOut(Schema):
    """`is_last`: the one in force, unless it has expired."""

    analyst: str
    session: int
    outcome: str
    reasons: str
    issued_on: date
    expires_on: date | None
    is_last: bool


class MonthSeverityOut(AnalystSeverityOut):
    month: date


@router.get("/{int:pk}/sheets/{int:number}", response=BlindSheetOut)
def blind_sheet(request, pk: int, number: int):
    """With the contact's words, without the agent's name, personal data covered."""
    return _sheet_out(_sheet(request, pk, number))


@router.put("/{int:pk}/sheets/{int:number}", response=BlindSheetOut)
def save_sheet(request, pk: int, number: int, body: MarksIn):
    """A draft; an older `edit_count` is refused, nothing is overwritten."""
    actions.save_blind(_sheet(request, pk, number), by=request.user, **_given(body))
    return _sheet_out(_sheet(request, pk, number))


@router.post("/{int:pk}/sheets/{int:number}/submit", response=BlindSheetOut)
def hand_in(request, pk: int, number: int, body: MarksIn):
    """Final; the same sent twice is once."""
    actions.hand_in_blind(_sheet(request, pk, number), by=request.user, **_given(body))
    return _sheet_out(_sheet(request, pk, number))


@router.get("/{int:pk}/marks", response=list[RevealedContactOut])
def marks(request, pk: int):
    """Once revealed: each contact, the least agreed items first."""
    return [_table(one) for one in revealed.tables_of(_revealed(request, pk))]


@router.get("/{int:pk}/unclear", response=list[UnclearItemOut])
def unclear(request, pk: int):
    """Not who is off, but which items and anchors are."""
    return [_unclear(one) for one in revealed.unclear_of(_revealed(request, pk))]


@router.get("/certificates", response=Page[CertificateOut])
def certificates(request, wanted: Query[Sorted]):
    """Of closed sessions; an analyst reads their own."""
    let_in(permissions.SEE_CERTIFICATES, request.user)
    return sorted_page(queries.certificates_seen_by(request.user), _certificate, wanted, CERTIFICATE_ORDERS)


@router.get("/severity", response=list[MonthSeverityOut])
def severity(request):
    """By month, over all revealed sessions; an analyst reads their own."""
    let_in(permissions.SEE_CALIBRATIONS, request.user)
    found = revealed.drift_seen_by(request.user)
    return [_of_month(one) for line in found.rows.values() for one in line if one]


def _sheet(request, pk, number):
    let_in(permissions.SCORE_BLIND, request.user)
    return get_object_or_404(queries.sheets_of(request.user, pk), of__number=number)


def _given(body) -> dict:
    given = {code: Mark(one.value, one.comment, one.cause, one.turn) for code, one in body.marks.items()}
    return {"marks": given, "comment": body.comment, "edit_count": body.edit_count}


def _sheet_out(sheet) -> dict:
    blind = queries.blind_of(sheet)
    return {
        "number": sheet.of.number, "of": blind.of, "channel": sheet.of.contact.channel, "seconds": blind.seconds,
        "state": sheet.state, "edit_count": sheet.edit_count, "comment": sheet.comment,
        "marks": {code: vars(mark) for code, mark in blind.marks.items()}, "turns": spoken_of(sheet.of.contact, blind.turns),
    }  # fmt: skip


def _revealed(request, pk):
    let_in(permissions.SEE_CALIBRATIONS, request.user)
    found = get_object_or_404(queries.calibrations_seen_by(request.user), pk=pk)
    if not queries.session_of(found, request.user).shows_marks:
        raise Http404
    return found


def _table(one) -> dict:
    contact = one.place.contact
    return {
        "number": one.place.number, "contact": contact.pk, "agent": contact.agent.number,
        "items": [_item(row) for row in one.told],
        "totals": [{"analyst": row.analyst, "total": row.exact or None} for row in one.totals],
        "reference": one.reference or None, "turns": spoken_of(contact, one.turns),
    }  # fmt: skip


def _item(row) -> dict:
    return {
        "item": row.code, "name": names(row.item.name), "given": [_mark(one) for one in row.given],
        "agreed": row.agreed.value if row.agreed else None, "reasons": mask(row.agreed.reasons) if row.agreed else "",
        "spread": row.spread, "agreement": row.agreement or None,
    }  # fmt: skip


def _mark(one) -> dict:
    mark = one.mark
    return {
        "analyst": one.analyst, "value": mark.value, "comment": mask(mark.comment), "cause": mark.cause, "turn": mark.turn,
    }  # fmt: skip


def _unclear(one) -> dict:
    contacts = [
        {"number": place.number, "why": place.why, "marks": [_mark(moment.given) for moment in place.moments]}
        for place in one.contacts
    ]
    return {"item": one.item.code, "name": names(one.item.name), "spread": one.spread, "contacts": contacts}


def _certificate(seat) -> dict:
    return {
        "analyst": seat.analyst.name, "session": seat.calibration_id, "outcome": seat.outcome,
        "reasons": mask(seat.reasons), "issued_on": seat.issued_on, "expires_on": seat.expires_on, "is_last": seat.is_last,
    }  # fmt: skip


def _of_month(one) -> dict:
    told = {name: getattr(one, name) for name in ("month", "analyst", "estimate", "low", "high", "n")}
    return {**told, "status": "estimated"}
