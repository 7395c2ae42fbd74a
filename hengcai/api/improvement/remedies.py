"""Corrective actions: the list, one of them with its check, and every step of it."""

from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Day, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.ids import folded
from hengcai.improvement import actions, permissions
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.queries import remedies as queries
from hengcai.improvement.queries.remedies import REMEDY_ORDERS
from hengcai.improvement.rules.remedies import Plan
from hengcai.quality.queries.causes import causes_listed

router = Router()


class RemediesWanted(Sorted):
    """`state`: open, done, checked, closed or not_closed; `verdict`: improved, not or cannot_tell."""

    state: Text = ""
    about: Text = ""
    owner: Text = ""
    verdict: Text = ""
    late: bool = False
    mine: bool = False


class RemedyIn(Schema):
    """`about`: person, team, process, system or knowledge; `person` by employee number, `team` and `item` by id,
    `owner` by account. Verification uses `item`, or `figure` (the code of a monthly quality measure), or only the
    proof."""

    about: Code
    finding: Comment
    action: Comment
    due_on: Day
    owner: Key
    person: Code = ""
    team: Key | None = None
    item: Key | None = None
    figure: Code = ""
    check_on: Day | None = None
    source: Code = "hand"
    source_id: Key | None = None


class RemedyWordsIn(Schema):
    words: Comment


class RemedyAgainIn(Schema):
    words: Comment
    due_on: Day


class RemedyPutOffIn(Schema):
    until: Day
    reason: Comment


class RemedyHandOverIn(Schema):
    """`to`: the new owner's account."""

    to: Key
    reason: Comment


class RemedyOut(Schema):
    id: int
    about: str
    source: str
    source_id: int | None
    person: str | None
    team: int | None
    item: str | None
    figure: str
    owner: str
    raised_by: str
    state: str
    verdict: str
    finding: str
    action: str
    proof: str
    returned: str
    checked: str
    ending: str
    due_on: date
    check_on: date
    done_on: date | None
    opened_at: datetime
    checked_at: datetime | None
    closed_at: datetime | None


class OutcomeOut(Schema):
    """`kind`: means of levels, or shares. `verdict`: improved, not or cannot_tell; `lacks` then says what is
    missing."""

    kind: str
    verdict: str
    before: float | None
    after: float | None
    n_before: int
    n_after: int
    difference: float | None
    low: float | None
    high: float | None
    further: int | None
    lacks: str
    is_from_low: bool
    worth: float


class RemedyDelayOut(Schema):
    was_on: date
    now_on: date
    reason: str
    by: str
    at: datetime


class WholeRemedyOut(RemedyOut):
    """`moves`: what the caller may do with it now."""

    outcome: OutcomeOut
    delays: list[RemedyDelayOut]
    files: list[str]
    moves: list[str]
    is_late: bool


@router.get("", response=Page[RemedyOut])
def remedies(request, wanted: Query[RemediesWanted]):
    """Corrective actions, those still to be done or verified first, by date."""
    let_in(permissions.SEE, request.user)
    narrowed = queries.RemedyFilter(**wanted.dict(exclude=PLACE)).condition(request.user, today=localdate())
    return sorted_page(queries.remedies_listed(request.user).filter(narrowed), queries.told, wanted, REMEDY_ORDERS)


@router.post("", response=WholeRemedyOut)
def raise_one(request, body: RemedyIn):
    """Raises a corrective action. People, teams and owners outside the caller's reach are not found."""
    let_in(permissions.RAISE, request.user)
    plan = Plan(body.about, body.finding, body.action, body.due_on, body.check_on, body.item, body.figure)
    made = actions.raise_remedy(
        the_centre(), by=request.user, plan=plan, subject=_subject(request, body), today=localdate()
    )
    return _whole(made, request)


@router.post("/from-cause/{int:pk}", response=WholeRemedyOut)
def raise_on_cause(request, pk: int):
    """Raises a corrective action from a cause of errors; its owner's answer becomes the action."""
    let_in(permissions.RAISE_ON_CAUSE, request.user)
    report = get_object_or_404(causes_listed(request.user), pk=pk)
    language = get_language() or "zh-hans"
    return _whole(actions.raise_from_cause(report, by=request.user, language=language, today=localdate()), request)


@router.get("/{int:pk}", response=WholeRemedyOut)
def remedy(request, pk: int):
    """One corrective action."""
    return _whole(_found(request, pk, permissions.SEE), request)


@router.post("/{int:pk}/finish", response=WholeRemedyOut)
def finish(request, pk: int, body: RemedyWordsIn):
    """Reports the action as done; for its owner, with what was done and where it can be seen."""
    row = _found(request, pk, permissions.DO)
    return _whole(actions.finish_remedy(row, by=request.user, proof=body.words, today=localdate()), request)


@router.post("/{int:pk}/return", response=WholeRemedyOut)
def send_back(request, pk: int, body: RemedyAgainIn):
    """Sends the action back because the proof does not show that it was done."""
    row = _found(request, pk, permissions.STEER)
    day, today = body.due_on, localdate()
    return _whole(actions.return_remedy(row, by=request.user, words=body.words, due_on=day, today=today), request)


@router.post("/{int:pk}/check", response=WholeRemedyOut)
def check(request, pk: int, body: RemedyWordsIn):
    """Verifies the action: what is seen now; the result of the sample is saved with it."""
    row = _found(request, pk, permissions.STEER)
    return _whole(actions.check_remedy(row, by=request.user, words=body.words, today=localdate()), request)


@router.post("/{int:pk}/go-on", response=WholeRemedyOut)
def go_on(request, pk: int, body: RemedyAgainIn):
    """Continues the action because it did not help, or this cannot be told."""
    row = _found(request, pk, permissions.STEER)
    day, today = body.due_on, localdate()
    return _whole(actions.go_on_with_remedy(row, by=request.user, words=body.words, due_on=day, today=today), request)


@router.post("/{int:pk}/put-off", response=WholeRemedyOut)
def put_off(request, pk: int, body: RemedyPutOffIn):
    """Postpones the due date or, once the action is done, the verification date."""
    row = _found(request, pk, permissions.STEER)
    today = localdate()
    return _whole(actions.put_off_remedy(row, by=request.user, to=body.until, reason=body.reason, today=today), request)


@router.post("/{int:pk}/hand-over", response=WholeRemedyOut)
def hand_over(request, pk: int, body: RemedyHandOverIn):
    """Hands the action over to another owner."""
    row = _found(request, pk, permissions.STEER)
    permissions.STEER.enter(row, request.user)
    to = get_object_or_404(queries.owners_for(row.person), pk=body.to)
    return _whole(actions.hand_over_remedy(row, by=request.user, to=to, reason=body.reason), request)


@router.post("/{int:pk}/close", response=WholeRemedyOut)
def close(request, pk: int, body: RemedyWordsIn):
    """Closes the action with its outcome."""
    row = _found(request, pk, permissions.STEER)
    return _whole(actions.close_remedy(row, by=request.user, words=body.words), request)


@router.post("/{int:pk}/drop", response=WholeRemedyOut)
def drop(request, pk: int, body: RemedyWordsIn):
    """Cancels an action that is no longer needed."""
    row = _found(request, pk, permissions.STEER)
    return _whole(actions.drop_remedy(row, by=request.user, words=body.words), request)


def _subject(request, body) -> Subject:
    number = folded(body.person)
    person = get_object_or_404(queries.people_to_raise_on(request.user), number=number) if number else None
    team = get_object_or_404(queries.teams_to_raise_on(request.user), pk=body.team) if body.team else None
    owner = get_object_or_404(queries.owners_for(person), pk=body.owner)
    if body.source not in queries.SOURCES:
        raise Http404
    return Subject(owner, person, team, body.source, body.source_id)


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.remedies_seen_by(request.user), pk=pk)


def _whole(row, request) -> dict:
    found = queries.remedies_seen_by(request.user).get(pk=row.pk)
    return queries.whole_told(queries.sight_of(found, request.user, today=localdate()))
