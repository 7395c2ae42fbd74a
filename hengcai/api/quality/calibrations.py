"""Calibration sessions: the list, one as far as its reader may look, and every step from its plan to its close."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base import clock
from hengcai.base.masking.text import mask
from hengcai.base.say import sentence
from hengcai.quality import actions, permissions, states
from hengcai.quality.analysts import able_analysts
from hengcai.quality.findings_told import gauge_told
from hengcai.quality.queries import calibrations as queries
from hengcai.quality.queries import revealed
from hengcai.quality.queries.orders import CALIBRATION_ORDERS
from hengcai.quality.queries.pages import scorecards_seen_by
from hengcai.quality.rules.calibration import Agreed
from hengcai.quality.rules.calibration import gauge as gauge_of

router = Router()
MOST_ITEMS, MOST_CHOSEN, MOST_DRAWN = 200, 100, 30


class SessionIn(Schema):
    """`contacts` by their id; left empty, `draw` contacts that nobody was given are drawn at random."""

    name: Text = Field(max_length=200)
    scorecard: Key
    analysts: list[Key] = Field(max_length=MOST_CHOSEN)
    contacts: list[Key] = Field(default_factory=list, max_length=MOST_CHOSEN)
    draw: int = Field(5, ge=1, le=MOST_DRAWN)
    due_on: Day


class SessionOut(Schema):
    id: int
    name: str
    scorecard: int
    chair: str
    state: str
    due_on: date
    contacts: int
    analysts: int
    revealed_at: datetime | None
    agreed_at: datetime | None
    closed_at: datetime | None


class SessionContactOut(Schema):
    """`contact` and `agent` are null while the caller is blind; `own` is the state of the caller's own sheet."""

    number: int
    contact: int | None
    agent: str | None
    own: str | None


class TableSeatOut(Schema):
    """`outcome` and what follows are null for whom it is not theirs to read."""

    analyst: int
    name: str
    done: int
    is_left_out: bool
    outcome: str | None
    reasons: str | None
    expires_on: date | None


class CoefficientOut(Schema):
    """With its 95 % interval; null where it cannot be known."""

    estimate: float | None
    low: float | None
    high: float | None
    n: int


class RatersAgreementOut(Schema):
    percent: CoefficientOut
    within_one: CoefficientOut
    krippendorff_alpha: CoefficientOut
    weighted_kappa_quadratic: CoefficientOut


class AnalystSeverityOut(CoefficientOut):
    """In levels, positive is harsher than the panel."""

    analyst: str
    status: str


class AlikeOut(CoefficientOut):
    analyst: str


class GaugeOut(Schema):
    """Would it be good enough to pay by: yes, no or cannot_tell, and in words why."""

    answer: str
    said: str
    grounds: list[str]


class FindingsOut(Schema):
    """`alike`: totals like the reference, once there is one."""

    overall: RatersAgreementOut
    severity: list[AnalystSeverityOut]
    alike: CoefficientOut | None
    alike_by: list[AlikeOut]
    gauge: GaugeOut


class WholeSessionOut(SessionOut):
    """`moves`: what the caller may do with it now. `findings` is null before the reveal."""

    is_blind: bool
    moves: list[str]
    minutes: str
    places: list[SessionContactOut]
    seats: list[TableSeatOut]
    findings: FindingsOut | None


class RevealIn(Schema):
    """`leave_out`: without those who have not handed in everything; their marks then do not count."""

    leave_out: bool = False


class AgreedIn(Schema):
    value: Text
    reasons: Comment = ""


class AgreedMarksIn(Schema):
    """Item → the agreed mark, with reasons where somebody marked otherwise; as many items as were talked over."""

    marks: dict[Text, AgreedIn] = Field(max_length=MOST_ITEMS)


class MinutesIn(Schema):
    minutes: Comment


class OutcomeIn(Schema):
    """`outcome` is certified or retraining."""

    analyst: Key
    outcome: Text
    reasons: Comment = ""


@router.get("", response=Page[SessionOut])
def calibrations(request, wanted: Query[Sorted]):
    """What goes on first, the earliest due of it."""
    let_in(permissions.SEE_CALIBRATIONS, request.user)
    return sorted_page(queries.calibrations_seen_by(request.user), session_out, wanted, CALIBRATION_ORDERS)


@router.post("", response=WholeSessionOut)
def plan(request, body: SessionIn):
    """Nobody is asked for anything yet; whoever plans it chairs it."""
    let_in(permissions.CALL, request.user)
    made = actions.plan_calibration(the_centre(), by=request.user, **_facts(request, body))
    return _again(made, request)


@router.get("/{int:pk}", response=WholeSessionOut)
def calibration(request, pk: int):
    """Before the caller's own marks are in, without a name; before the reveal, without anybody's marks."""
    return _whole(_found(request, pk, permissions.SEE_CALIBRATIONS), request.user)


@router.put("/{int:pk}", response=WholeSessionOut)
def edit(request, pk: int, body: SessionIn):
    """Until scoring begins."""
    row = _found(request, pk, permissions.CHAIR)
    states.EDIT_CALIBRATION.enter(row, request.user)
    return _again(actions.edit_calibration(row, by=request.user, **_facts(request, body)), request)


@router.post("/{int:pk}/open", response=WholeSessionOut)
def open_scoring(request, pk: int):
    """Each analyst finds their blind sheets."""
    return _again(actions.open_scoring(_found(request, pk, permissions.CHAIR), by=request.user), request)


@router.post("/{int:pk}/reveal", response=WholeSessionOut)
def reveal(request, pk: int, body: RevealIn):
    """From now on everybody at the table sees every mark, and none can be changed."""
    row = _found(request, pk, permissions.CHAIR)
    return _again(actions.reveal_marks(row, by=request.user, leave_out=body.leave_out), request)


@router.post("/{int:pk}/contacts/{int:number}/agreed", response=WholeSessionOut)
def agree_marks(request, pk: int, number: int, body: AgreedMarksIn):
    """Of one contact."""
    row = _found(request, pk, permissions.CHAIR)
    marks = {code: Agreed(one.value, one.reasons) for code, one in body.marks.items()}
    return _again(actions.agree_marks(row, by=request.user, number=number, marks=marks), request)


@router.post("/{int:pk}/agree", response=WholeSessionOut)
def agree(request, pk: int):
    """The reference is whole and stays."""
    return _again(actions.agree_reference(_found(request, pk, permissions.CHAIR), by=request.user), request)


@router.put("/{int:pk}/minutes", response=WholeSessionOut)
def write_minutes(request, pk: int, body: MinutesIn):
    """Between the reveal and the close."""
    row = _found(request, pk, permissions.CHAIR)
    return _again(actions.write_minutes(row, by=request.user, minutes=body.minutes), request)


@router.post("/{int:pk}/certify", response=WholeSessionOut)
def certify(request, pk: int, body: OutcomeIn):
    """One analyst; until the session is closed the chair may think again."""
    row = _found(request, pk, permissions.CHAIR)
    seat = get_object_or_404(row.seats.select_related("analyst"), analyst=body.analyst)
    words = {"outcome": body.outcome, "reasons": body.reasons}
    made = actions.certify_analyst(row, by=request.user, analyst=seat.analyst, today=localdate(), **words)
    return _again(made, request)


@router.post("/{int:pk}/close", response=WholeSessionOut)
def close(request, pk: int):
    """Everybody has an outcome; the certificates are in force."""
    return _again(actions.close_calibration(_found(request, pk, permissions.CHAIR), by=request.user), request)


def _facts(request, body) -> dict:
    scorecard = get_object_or_404(scorecards_seen_by(request.user), pk=body.scorecard)
    people = able_analysts().in_bulk(body.analysts)
    if len(people) != len(set(body.analysts)):
        raise Http404
    return {
        "name": body.name, "scorecard": scorecard, "due_on": body.due_on, "today": localdate(),
        "analysts": list(people.values()), "contacts": _contacts(request.user, scorecard, body),
    }  # fmt: skip


def _contacts(user, scorecard, body):
    if body.contacts:
        found = queries.contacts_by_id(body.contacts, user)
        if len(found) != len(set(body.contacts)):
            raise Http404
        return found
    return queries.contacts_drawn(scorecard, body.draw, user, now=clock.now())


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.calibrations_seen_by(request.user), pk=pk)


def _again(row, request) -> dict:
    return _whole(queries.calibrations_seen_by(request.user).get(pk=row.pk), request.user)


def session_out(row) -> dict:
    return {
        "id": row.pk, "name": row.name, "scorecard": row.scorecard_id, "chair": row.chair.name, "state": row.state,
        "due_on": row.due_on, "contacts": row.contact_count, "analysts": row.seat_count, "revealed_at": row.revealed_at,
        "agreed_at": row.agreed_at, "closed_at": row.closed_at,
    }  # fmt: skip


def _whole(row, user) -> dict:
    session = queries.session_of(row, user)
    theirs = permissions.SEE_CERTIFICATES.rows(row.seats.all(), user).values_list("pk", flat=True)
    return {
        **session_out(row), "is_blind": session.is_blind, "moves": sorted(session.moves), "minutes": mask(row.minutes),
        "places": [_place(one, session) for one in session.places],
        "seats": [_seat(one, set(theirs)) for one in session.progress],
        "findings": findings_out(row) if session.shows_marks and row.findings else None,
    }  # fmt: skip


def _place(one, session) -> dict:
    contact = one.row.contact
    shown = (
        {"contact": None, "agent": None} if session.is_blind else {"contact": contact.pk, "agent": contact.agent.number}
    )
    return {"number": one.number, **shown, "own": one.own.state if one.own else None}


def _seat(one, theirs) -> dict:
    seat = one.seat
    told = {"outcome": seat.outcome, "reasons": mask(seat.reasons), "expires_on": seat.expires_on}
    shown = told if seat.pk in theirs and seat.outcome else dict.fromkeys(told)
    return {
        "analyst": seat.analyst_id, "name": seat.analyst.name, "done": one.done, "is_left_out": seat.is_left_out, **shown,
    }  # fmt: skip


def findings_out(row) -> dict:
    found = row.findings
    names, like = found["names"], found.get("consistency")
    shares = (like or {}).get("by_rater", {})
    return {
        "overall": found["overall"], "alike": like,
        "severity": [{"analyst": one.name, **one.found} for one in revealed.severities_of(row)],
        "alike_by": [{"analyst": names.get(key, key), **one} for key, one in sorted(shares.items())],
        "gauge": vars(_gauge(row, names)),
    }  # fmt: skip


def _gauge(row, names: Mapping[str, str]) -> Any:
    return gauge_told(gauge_of(row.findings), names, partial(_said, get_language() or "zh-hans"))


def _said(language: str, code: str, **facts: object) -> str:
    return sentence(code, language, facts)
