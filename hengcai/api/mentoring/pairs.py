"""Mentoring pairs: goals, listening sheets, signatures."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.api.fields import Comment, Day, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.mentoring import actions, permissions
from hengcai.mentoring.queries.pairs import ORDERS, goals_of, moves_of, pairs_seen_by, sheets_of
from hengcai.people.queries.seen import person_meant

router = Router()


class MentoringPairIn(Schema):
    """`newcomer`, `mentor`: employee numbers."""

    newcomer: Text
    mentor: Text
    first_on: Day
    last_on: Day


class MentoringGoalIn(Schema):
    due_on: Day
    what: Text


class ListeningSheetIn(Schema):
    """Written by whichever of the two listened. `contact`: its number in the contact system."""

    held_on: Day
    seen: Comment
    next_step: Text
    calls: int = Field(default=1, ge=1, le=200)
    contact: Text = ""
    has_critical: bool = False


class MentoringEndIn(Schema):
    summary: Comment


class MentoringSignIn(Schema):
    """The password of whoever is signed in, once more."""

    password: Text


class MentoringPairOut(Schema):
    id: int
    mentor: str
    newcomer: str
    first_on: date
    last_on: date
    state: str
    calls: int


class MentoringGoalOut(Schema):
    id: int
    due_on: date
    what: str
    reached_on: date | None


class ListeningSheetOut(Schema):
    id: int
    listener: str
    held_on: date
    calls: int
    contact: str
    seen: str
    next_step: str
    has_critical: bool
    signed_at: datetime | None


class WholeMentoringPairOut(MentoringPairOut):
    goals: list[MentoringGoalOut]
    sheets: list[ListeningSheetOut]
    summary: str
    mentor_signed_at: datetime | None
    newcomer_signed_at: datetime | None
    moves: list[str]


@router.get("", response=Page[MentoringPairOut])
def mentoring_pairs(request, wanted: Query[Sorted]):
    """Pairs as far as the role reaches, the latest first."""
    let_in(permissions.SEE_PAIR, request.user)
    return sorted_page(pairs_seen_by(request.user), _head, wanted, ORDERS)


@router.post("", response=WholeMentoringPairOut)
def open_pair(request, body: MentoringPairIn):
    """Gives a newcomer a mentor."""
    let_in(permissions.PAIR_PEOPLE, request.user)
    newcomer, mentor = person_meant(body.newcomer), person_meant(body.mentor)
    if newcomer is None or mentor is None:
        raise NotValid("mentoring.person_unknown")
    days = {"first_on": body.first_on, "last_on": body.last_on}
    return _whole(actions.open_pair(newcomer, by=request.user, mentor=mentor, **days), request)


@router.get("/{int:pk}", response=WholeMentoringPairOut)
def mentoring_pair(request, pk: int):
    """One pair with goals and sheets."""
    return _whole(_found(request, pk), request)


@router.post("/{int:pk}/start", response=WholeMentoringPairOut)
def start_pair(request, pk: int):
    """Starts a planned pair."""
    return _whole(actions.start_pair(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/goals", response=WholeMentoringPairOut)
def add_goal(request, pk: int, body: MentoringGoalIn):
    """Adds a goal to the plan."""
    found = _found(request, pk)
    actions.add_goal(found, by=request.user, **body.dict())
    return _whole(found, request)


@router.post("/{int:pk}/goals/{int:goal}/reach", response=WholeMentoringPairOut)
def reach_goal(request, pk: int, goal: int):
    """Marks a goal as reached today, or takes that back."""
    found = _found(request, pk)
    here = get_object_or_404(goals_of(found), pk=goal)
    actions.reach_goal(found, by=request.user, goal=here, today=localdate())
    return _whole(found, request)


@router.post("/{int:pk}/sheets", response=WholeMentoringPairOut)
def note_listening(request, pk: int, body: ListeningSheetIn):
    """Writes a listening sheet."""
    found = _found(request, pk)
    actions.note_listening(found, by=request.user, heard=actions.Heard(**body.dict()), today=localdate())
    return _whole(found, request)


@router.post("/{int:pk}/sheets/{int:sheet}/sign", response=WholeMentoringPairOut)
def sign_listening(request, pk: int, sheet: int, body: MentoringSignIn):
    """The newcomer signs a sheet of the mentor."""
    found = _found(request, pk)
    here = get_object_or_404(sheets_of(found), pk=sheet)
    actions.sign_listening(here, by=request.user, password=body.password)
    return _whole(found, request)


@router.post("/{int:pk}/end", response=WholeMentoringPairOut)
def end_pair(request, pk: int, body: MentoringEndIn):
    """Ends a pair with a summary for both to sign."""
    found = _found(request, pk)
    return _whole(actions.end_pair(found, by=request.user, summary=body.summary, today=localdate()), request)


@router.post("/{int:pk}/sign", response=WholeMentoringPairOut)
def sign_pair(request, pk: int, body: MentoringSignIn):
    """Signs the summary, as mentor or as newcomer."""
    return _whole(actions.sign_pair(_found(request, pk), by=request.user, password=body.password), request)


def _found(request, pk):
    let_in(permissions.SEE_PAIR, request.user)
    return get_object_or_404(pairs_seen_by(request.user), pk=pk)


def _head(one) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("first_on", "last_on", "state")}
    return {"id": one.pk, "mentor": one.mentor.name, "newcomer": one.newcomer.name, **told, "calls": one.n_calls or 0}


def _whole(one, request):
    found = pairs_seen_by(request.user).get(pk=one.pk)
    names = ("summary", "mentor_signed_at", "newcomer_signed_at")
    goals = [
        {"id": goal.pk, "due_on": goal.due_on, "what": goal.what, "reached_on": goal.reached_on}
        for goal in goals_of(found)
    ]
    told = {name: getattr(found, name) for name in names}
    moves = moves_of(found, request.user)
    return {**_head(found), **told, "goals": goals, "sheets": [_sheet(row) for row in sheets_of(found)], "moves": moves}


def _sheet(one):
    names = ("listener", "held_on", "calls", "contact", "seen", "next_step", "has_critical", "signed_at")
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}
