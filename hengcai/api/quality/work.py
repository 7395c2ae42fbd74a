"""An analyst's own assignments: the list, the desk, drafts and handing in. Giving contacts out and taking them back."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Code, Comment, Day, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Cut, Page, Sorted, paged, sorted_page
from hengcai.api.quality.evaluations import EvaluationOut, evaluation_out
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.interactions.queries import spoken_of
from hengcai.quality import permissions
from hengcai.quality.actions import (
    assign_contacts,
    save_draft,
    submit_evaluation,
    undo_submission,
    withdraw_assignment,
)
from hengcai.quality.queries.assigning import GivenFilter, contacts_named, given_out, given_rows
from hengcai.quality.queries.orders import GIVEN_ORDERS, WORK_ORDERS
from hengcai.quality.queries.pages import Desk, analysts_with_load, desk_of, scorecards_seen_by, work_given_to
from hengcai.quality.queries.work import Place, place_in_queue
from hengcai.quality.rules.card import Mark, Phrase
from hengcai.quality.rules.score import score

router = Router()
MOST_AT_ONCE = 500


class PhraseIn(Schema):
    """Characters of the turn as the desk gives it out, from `start` up to `end`."""

    start: int
    end: int


class PhraseOut(PhraseIn):
    """`quote`: what stood there."""

    quote: str


class MarkIn(Schema):
    """`turn` counts from 0: the moment in the contact the mark points at; `phrase`: words within it."""

    value: Code
    comment: Comment = ""
    cause: Code = ""
    turn: int | None = None
    phrase: PhraseIn | None = None


class MarksIn(Schema):
    """`edit_count` is what the desk or the last save answered; an older one is refused, nothing is overwritten.
    `item_seconds`: how long each item was worked on so far."""

    marks: dict[str, MarkIn]
    comment: Comment = ""
    edit_count: int
    item_seconds: dict[Code, int] | None = None


class HandedIn(MarksIn):
    """`reason`: why a contact handed in before is handed in again."""

    reason: Comment = ""


class AssignmentOut(Schema):
    id: int
    contact: int
    agent: str
    scorecard: int
    due_on: date
    state: str


class MarkOut(Schema):
    value: str
    comment: str
    cause: str
    turn: int | None
    phrase: PhraseOut | None


class SaidOut(Schema):
    """`start` in seconds into the contact, where it is known."""

    speaker: str
    text: str
    start: float | None = None


class DeskOut(AssignmentOut):
    """`place` of `place_of` that are due the same day; null once it is handed in. `why`: how it came to lie here."""

    key: str
    channel: str
    direction: str
    started_at: datetime
    ended_at: datetime | None
    seconds: int | None
    why: str
    place: int | None
    place_of: int | None
    edit_count: int
    is_revision: bool
    comment: str
    marks: dict[str, MarkOut]
    item_seconds: dict[str, int]
    total: Exact | None
    unanswered: list[str]
    turns: list[SaidOut]


class GivingIn(Schema):
    """`analyst` as `/quality/assignments/analysts` names them; `scorecard` is the one in force for the channel."""

    contacts: list[Key] = Field(max_length=MOST_AT_ONCE)
    analyst: Key
    scorecard: Key
    due_on: Day


class WorkGivenOut(AssignmentOut):
    """`is_begun`: a draft was saved; what stands in it is the analyst's alone."""

    analyst: int
    analyst_name: str
    assigned_at: datetime
    is_begun: bool
    is_late: bool


class AnalystOut(Schema):
    id: int
    name: str
    open_count: int


class Wanted(Sorted):
    analyst: Key | None = None
    state: Text = ""


@router.get("", response=Page[AssignmentOut])
def assignments(request, wanted: Query[Sorted]):
    """The caller's own, the soonest due first: an analyst opens nothing else."""
    let_in(permissions.OPEN, request.user)
    return sorted_page(work_given_to(request.user).order_by("due_on", "pk"), _assignment, wanted, WORK_ORDERS)


@router.post("", response=list[WorkGivenOut])
def give(request, body: GivingIn):
    """All of them or none. What was withdrawn from this analyst before is open again, with its draft."""
    let_in(permissions.GIVE, request.user)
    batch = list(contacts_named(body.contacts, request.user))
    if len(batch) != len(set(body.contacts)):
        raise Http404
    analyst = get_object_or_404(analysts_with_load(), pk=body.analyst)
    card = get_object_or_404(scorecards_seen_by(request.user), pk=body.scorecard)
    made = assign_contacts(batch, by=request.user, analyst=analyst, scorecard=card, due_on=body.due_on)
    rows = given_out(request.user).filter(pk__in=[row.pk for row in made]).order_by("pk")
    return _given(request, rows)


@router.get("/given", response=Page[WorkGivenOut])
def given(request, wanted: Query[Wanted]):
    """Everybody's, for those who give work out; `state` is open (the soonest due first), done or withdrawn."""
    let_in(permissions.GIVE, request.user)
    narrowed = GivenFilter(**wanted.dict(exclude=PLACE))
    found = sorted_page(given_out(request.user, narrowed), lambda row: row, wanted, GIVEN_ORDERS)
    return {**found, "items": _given(request, found["items"])}


@router.get("/analysts", response=Page[AnalystOut])
def analysts(request, cut: Query[Cut]):
    """Whom work may be given to, with how much still lies open."""
    let_in(permissions.GIVE, request.user)
    return paged(analysts_with_load(), _analyst, cut)


@router.post("/{int:pk}/withdraw", response=WorkGivenOut)
def withdraw(request, pk: int):
    """Open work only. A draft is kept, out of sight, in case the contact is given to the same analyst again."""
    let_in(permissions.GIVE, request.user)
    row = withdraw_assignment(get_object_or_404(given_out(request.user), pk=pk), by=request.user)
    return _given(request, [row])[0]


@router.get("/{int:pk}", response=DeskOut)
def desk(request, pk: int):
    """What stands so far, what is still unanswered, and the contact's words with personal data covered."""
    row = _own(request, pk)
    found = desk_of(row)
    standing = score(found.card, found.marks)
    return {
        **_assignment(row), **_summary(found, place_in_queue(row, request.user)),
        "edit_count": found.edit_count, "is_revision": found.is_revision,
        "comment": found.comment, "marks": {code: asdict(mark) for code, mark in found.marks.items()},
        "item_seconds": found.seconds_spent,
        "total": exact_or_none(standing.total), "unanswered": list(standing.unanswered),
        "turns": [
            {**said, "start": turn.get("start")}
            for said, turn in zip(spoken_of(found.assignment.contact, found.turns), found.turns, strict=True)
        ],
    }  # fmt: skip


@router.put("/{int:pk}/draft", response=EvaluationOut)
def draft(request, pk: int, body: MarksIn):
    return evaluation_out(save_draft(_own(request, pk), by=request.user, **_written(body)))


@router.post("/{int:pk}/submit", response=EvaluationOut)
def submit(request, pk: int, body: HandedIn):
    """A second time makes a new revision; the first stays as it was."""
    made = submit_evaluation(_own(request, pk), by=request.user, reason=body.reason, **_written(body))
    return evaluation_out(made)


@router.post("/{int:pk}/undo", response=EvaluationOut)
def undo(request, pk: int):
    """For some seconds after handing in, while nobody has built on it: a draft again, with its marks."""
    return evaluation_out(undo_submission(_own(request, pk), by=request.user))


def _own(request, pk: int):
    let_in(permissions.OPEN, request.user)
    return get_object_or_404(work_given_to(request.user), pk=pk)


def _written(body: MarksIn) -> dict[str, Any]:
    marks = {code: _mark(one) for code, one in body.marks.items()}
    return {"marks": marks, "comment": body.comment, "edit_count": body.edit_count, "seconds": body.item_seconds}


def _mark(one: MarkIn) -> Mark:
    phrase = Phrase(one.phrase.start, one.phrase.end) if one.phrase else None
    return Mark(one.value, one.comment, one.cause, one.turn, phrase)


def _assignment(row) -> dict:
    return {
        "id": row.pk, "contact": row.contact_id, "agent": row.contact.agent.number, "scorecard": row.scorecard_id,
        "due_on": row.due_on, "state": row.state,
    }  # fmt: skip


def _summary(found: Desk, place: Place | None) -> dict:
    contact = found.assignment.contact
    return {
        "key": contact.key, "channel": contact.channel, "direction": mask(found.told.get("direction", "")),
        "started_at": contact.started_at, "ended_at": contact.ended_at, "seconds": found.seconds,
        "why": found.assignment.why, "place": place and place.number, "place_of": place and place.of,
    }  # fmt: skip


def _given(request, rows) -> list[dict]:
    return [
        {
            **_assignment(one.assignment), "analyst": one.assignment.analyst_id,
            "analyst_name": one.assignment.analyst.name, "assigned_at": one.assignment.assigned_at,
            "is_begun": one.is_begun, "is_late": one.is_late,
        }
        for one in given_rows(rows, request.user, today=localdate())
    ]  # fmt: skip


def _analyst(row) -> dict:
    return {"id": row.pk, "name": row.name, "open_count": row.open_count}
