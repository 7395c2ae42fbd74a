"""The library of cases: searched, made, asked for, shown, taken out; the cases of a day's briefing."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Day, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.coaching import actions, permissions
from hengcai.coaching.briefed_people import teams_to_brief
from hengcai.coaching.queries import library as queries
from hengcai.coaching.queries.briefings import (
    BRIEFING_ORDERS,
    briefing_sight,
    briefings_listed,
    briefings_seen_by,
    watches,
)
from hengcai.coaching.queries.library import CASE_ORDERS
from hengcai.coaching.queries.sessions import evaluations_to_coach
from hengcai.coaching.rules.library import Draft

router = Router()


class LibraryCasesWanted(Sorted):
    text: Text = ""
    tag: Text = ""
    kind: Text = ""
    channel: Text = ""
    competency: Key | None = None
    state: Text = ""


class LibraryCaseIn(Schema):
    """`kind` is model or warning; lines from–to counted from 0, without them the whole contact; `tags` with spaces."""

    kind: Text
    title: Text
    lesson: Comment
    tags: Text = ""
    competency: Key | None = None
    first: int | None = None
    last: int | None = None
    has_sound: bool = False


class NewLibraryCaseIn(LibraryCaseIn):
    evaluation: Key


class CaseWordsIn(Schema):
    words: Comment = ""


class BriefIn(Schema):
    case: Key
    on: Day


class LibraryCaseOut(Schema):
    """`agent` of a model case alone: a list names nobody a warning is about."""

    id: int
    kind: str
    state: str
    title: str
    tags: list[str]
    channel: str
    competency: str | None
    made_at: datetime
    agent: str | None


class CaseLineOut(Schema):
    speaker: str
    text: str
    start: float | None
    end: float | None


class WholeLibraryCaseOut(LibraryCaseOut):
    """`sound`: a path of this server to its covered sound, null where there is none; `evaluation` for those who keep it."""

    lesson: str
    turns: list[CaseLineOut]
    sound: str | None
    evaluation: int | None
    moves: list[str]


class BriefingOut(Schema):
    id: int | None
    on: date
    cases: list[LibraryCaseOut]


class BriefingLineOut(Schema):
    """`people`, `readers`: of the team and who has signed, for whoever holds or watches it; else null. `waits_for_me`:
    the caller has not signed it yet."""

    id: int
    on: date
    by: str
    team: str | None
    held_at: datetime | None
    case_count: int
    people: int | None
    readers: int | None
    waits_for_me: bool


class BriefingHeldIn(Schema):
    """`present`: ids of the people who were there."""

    team: Key
    present: list[Key] = Field(default=[], max_length=500)
    words: Comment = ""


class AttendeeOut(Schema):
    person: int
    number: str
    is_present: bool
    read_at: datetime | None


class BriefingSheetOut(Schema):
    """`held_at` is empty while its cases may still be changed."""

    id: int
    on: date
    by: str
    team: int | None
    held_at: datetime | None
    words: str
    cases: list[LibraryCaseOut]
    attendees: list[AttendeeOut]


@router.get("/cases", response=Page[LibraryCaseOut])
def cases(request, wanted: Query[LibraryCasesWanted]):
    """Those one may see, the newest first; `text` in title, lesson, tags and what was said."""
    let_in(permissions.SEE_CASES, request.user)
    narrowed = queries.CaseFilter(**wanted.dict(exclude=PLACE))
    rows = queries.cases_listed(request.user).filter(narrowed.condition())
    return sorted_page(rows, _case, wanted, CASE_ORDERS)


@router.post("/cases", response=WholeLibraryCaseOut)
def make(request, body: NewLibraryCaseIn):
    """A draft from a published evaluation; customers' data are covered at once."""
    let_in(permissions.MAKE_CASE, request.user)
    rows = permissions.MAKE_CASE.rows(evaluations_to_coach(request.user), request.user)
    evaluation = get_object_or_404(rows, pk=body.evaluation)
    draft = Draft(**body.dict(exclude={"evaluation"}))
    return _again(actions.make_case(evaluation, by=request.user, draft=draft), request)


@router.get("/cases/{int:pk}", response=WholeLibraryCaseOut)
def case(request, pk: int):
    """With its covered lines."""
    return _whole(_found(request, pk, permissions.SEE_CASES), request.user)


@router.put("/cases/{int:pk}", response=WholeLibraryCaseOut)
def edit(request, pk: int, body: LibraryCaseIn):
    """A draft alone."""
    row = _found(request, pk, permissions.KEEP_CASE)
    return _again(actions.edit_case(row, by=request.user, draft=Draft(**body.dict())), request)


@router.post("/cases/{int:pk}/ask", response=WholeLibraryCaseOut)
def ask(request, pk: int):
    """The agent of a model case, in their inbox."""
    return _again(actions.ask_consent(_found(request, pk, permissions.KEEP_CASE), by=request.user), request)


@router.post("/cases/{int:pk}/show", response=WholeLibraryCaseOut)
def show(request, pk: int):
    """A warning case, which names nobody."""
    return _again(actions.show_case(_found(request, pk, permissions.KEEP_CASE), by=request.user), request)


@router.post("/cases/{int:pk}/consent", response=WholeLibraryCaseOut)
def consent(request, pk: int, body: CaseWordsIn):
    """By the agent it is of."""
    row = _found(request, pk, permissions.CONSENT)
    return _again(actions.give_consent(row, by=request.user, words=body.words), request)


@router.post("/cases/{int:pk}/decline", response=WholeLibraryCaseOut)
def decline(request, pk: int, body: CaseWordsIn):
    """By the agent it is of; no reason is asked for."""
    row = _found(request, pk, permissions.CONSENT)
    return _again(actions.decline_consent(row, by=request.user, words=body.words), request)


@router.post("/cases/{int:pk}/take-back", response=WholeLibraryCaseOut)
def take_back(request, pk: int, body: CaseWordsIn):
    """The agent's consent; the case is gone for everybody."""
    row = _found(request, pk, permissions.CONSENT)
    return _again(actions.take_back_consent(row, by=request.user, words=body.words), request)


@router.post("/cases/{int:pk}/withdraw", response=WholeLibraryCaseOut)
def withdraw(request, pk: int, body: CaseWordsIn):
    """With the reason."""
    row = _found(request, pk, permissions.KEEP_CASE)
    return _again(actions.withdraw_case(row, by=request.user, reason=body.words), request)


@router.get("/briefing", response=BriefingOut)
def briefing(request, on: Day | None = None):
    """One's own list of a day, today's by default."""
    let_in(permissions.CHANGE_BRIEFING, request.user)
    return _briefing(request, on or localdate())


@router.post("/briefing", response=BriefingOut)
def brief(request, body: BriefIn):
    """Puts a case that is shown on it."""
    let_in(permissions.BRIEF, request.user)
    row = get_object_or_404(queries.cases_listed(request.user), pk=body.case)
    actions.brief_case(the_centre(), by=request.user, case=row, on=body.on, today=localdate())
    return _briefing(request, body.on)


@router.post("/briefing/take-off", response=BriefingOut)
def take_off(request, body: BriefIn):
    """Takes a case off it."""
    let_in(permissions.CHANGE_BRIEFING, request.user)
    row = get_object_or_404(queries.cases_listed(request.user), pk=body.case)
    found = get_object_or_404(queries.briefings_of(request.user), on=body.on)
    actions.unbrief_case(found, by=request.user, case=row)
    return _briefing(request, body.on)


@router.get("/briefings", response=Page[BriefingLineOut])
def briefings(request, wanted: Query[Sorted]):
    """The newest first; of who has read one only what the caller may know."""
    let_in(permissions.SEE_BRIEFING, request.user)
    rows = briefings_listed(request.user)
    return sorted_page(rows, lambda row: _briefing_line(row, request.user), wanted, BRIEFING_ORDERS)


@router.get("/briefings/{int:pk}", response=BriefingSheetOut)
def briefing_sheet(request, pk: int):
    """One that the caller may read; all of the attendance for whoever holds or watches it."""
    return _sheet(_briefed(request, pk, permissions.SEE_BRIEFING), request.user)


@router.post("/briefings/{int:pk}/hold", response=BriefingSheetOut)
def hold_briefing(request, pk: int, body: BriefingHeldIn):
    """Who of the team was there; all of it are asked to sign it as read."""
    row = _briefed(request, pk, permissions.CHANGE_BRIEFING)
    permissions.CHANGE_BRIEFING.enter(row, request.user)
    team = get_object_or_404(teams_to_brief(request.user), pk=body.team)
    held = actions.hold_briefing(
        row, by=request.user, team=team, present=body.present, words=body.words, today=localdate()
    )
    return _sheet(held, request.user)


@router.post("/briefings/{int:pk}/read", response=BriefingSheetOut)
def read_briefing(request, pk: int):
    """Signed as read by one of the team."""
    row = _briefed(request, pk, permissions.READ_BRIEFING)
    return _sheet(actions.read_briefing(row, by=request.user), request.user)


def _briefed(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(briefings_seen_by(request.user), pk=pk)


def _sheet(row, user) -> dict:
    sight = briefing_sight(row, user)
    return {
        "id": row.pk, "on": row.on, "by": row.by.name, "team": row.team_id, "held_at": row.held_at, "words": mask(row.words),
        "cases": [_case(one) for one in sight.cases],
        "attendees": [
            {"person": one.person_id, "number": one.person.number, "is_present": one.is_present, "read_at": one.read_at}
            for one in sight.attendees
        ],
    }  # fmt: skip


def _briefing_line(row, user) -> dict:
    shows = row.held_at and watches(row, user)
    return {
        "id": row.pk, "on": row.on, "by": row.by.name, "team": row.team.name if row.team else None, "held_at": row.held_at,
        "case_count": row.case_count, "people": row.people if shows else None, "readers": row.readers if shows else None,
        "waits_for_me": row.waits,
    }  # fmt: skip


def _briefing(request, on: date) -> dict:
    found = queries.briefing_on(request.user, on)
    return {
        "id": found.pk if found else None,
        "on": on,
        "cases": [_case(row) for row in queries.briefed(found, request.user)],
    }


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.cases_listed(request.user), pk=pk)


def _again(row, request) -> dict:
    """What was taken out may no longer be the caller's to see; they still learn what they did."""
    row.refresh_from_db()
    return _whole(row, request.user)


def _case(row) -> dict:
    return {
        "id": row.pk, "kind": row.kind, "state": row.state, "title": row.title, "tags": row.tags, "channel": row.channel,
        "competency": row.competency.code if row.competency else None, "made_at": row.made_at,
        "agent": row.agent.number if row.kind == row.Kind.MODEL else None,
    }  # fmt: skip


def _whole(row, user) -> dict:
    sight = queries.sight_of(row, user)
    return {
        **_case(row), "lesson": mask(row.lesson), "turns": row.turns, "moves": sorted(sight.moves),
        "agent": row.agent.number if sight.shows_agent else None,
        "sound": reverse("hear-library-case", args=[row.pk]) if sight.has_sound else None,
        "evaluation": row.evaluation_id if sight.shows_source else None,
    }  # fmt: skip
