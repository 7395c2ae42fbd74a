"""Rechecks: the list, one as far as its reader may look, drawing, assigning, taking over, scoring, settling, accuracy."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.quality.disputes import MOST_ITEMS, RateOut, rate_out
from hengcai.api.quality.work import MarksIn, SaidOut
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.interactions.queries import spoken_of
from hengcai.quality import actions, permissions
from hengcai.quality.analysts import able_analysts
from hengcai.quality.queries import rechecks as queries
from hengcai.quality.queries.orders import RECHECK_ORDERS
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.rechecks import Ruling

router = Router()


class Wanted(Sorted):
    state: Text = ""
    agent: Text = ""
    outcome: Text = ""
    late: bool = False


class RecheckOut(Schema):
    """Nothing of either score."""

    id: int
    agent: str
    contact: int
    state: str
    due_on: date
    taken_over: str
    outcome: str
    settled_at: datetime | None


class RecheckedItemOut(Schema):
    item: str
    first: str | None
    second: str | None
    is_apart: bool
    settled: str | None


class WholeRecheckOut(RecheckOut):
    """`items` and totals are empty until the second score is in. `moves`: what the caller may do with it now."""

    first_total: Exact | None
    second_total: Exact | None
    reason: str
    moves: list[str]
    items: list[RecheckedItemOut]
    turns: list[SaidOut]


class GiveRecheckIn(Schema):
    analyst: Key


class TakeOverRecheckIn(Schema):
    reason: Comment


class SettledIn(Schema):
    """`outcome` is kept, taken or items; with items, `marks` names one for each item on which the two differ."""

    outcome: Text = ""
    reason: Comment
    values: dict[Text, Text] = Field(default_factory=dict, max_length=MOST_ITEMS)


class AccuracyOut(Schema):
    analyst: str
    unchanged: RateOut
    fatal: RateOut


class RecheckDrawOut(Schema):
    """One batch: `n` evaluations, the seed by which anybody draws the same, how many are scored again."""

    id: int
    n: int
    seed: int
    share: str
    rechecks: int


@router.get("", response=Page[RecheckOut])
def rechecks(request, wanted: Query[Wanted]):
    """Open ones first, the earliest due of them."""
    let_in(permissions.SEE_RECHECKS, request.user)
    narrowed = queries.RecheckFilter(**wanted.dict(exclude=PLACE))
    rows = queries.rechecks_listed(request.user).filter(narrowed.condition(today=localdate()))
    return sorted_page(rows, recheck_out, wanted, RECHECK_ORDERS)


@router.get("/accuracy", response=list[AccuracyOut])
def accuracy(request):
    """Unchanged of rechecked in the last 90 days, by analyst; an analyst reads their own."""
    let_in(permissions.SEE_RECHECKS, request.user)
    return [
        {"analyst": one.analyst, "unchanged": rate_out(one.unchanged), "fatal": rate_out(one.fatal)}
        for one in queries.accuracy(request.user, today=localdate())
    ]


@router.post("/draw", response=list[RecheckDrawOut])
def draw(request):
    """From all that was submitted and not yet drawn from."""
    let_in(permissions.DRAW_RECHECKS, request.user)
    made = actions.draw_rechecks(the_centre(), by=request.user, today=localdate())
    return [
        {"id": one.pk, "n": one.n, "seed": one.seed, "share": one.share, "rechecks": one.rechecks.count()}
        for one in made
    ]


@router.get("/{int:pk}", response=WholeRecheckOut)
def recheck(request, pk: int):
    """With the contact's words, personal data covered."""
    return _whole(_found(request, pk, permissions.SEE_RECHECKS), request.user)


@router.post("/{int:pk}/give", response=WholeRecheckOut)
def give(request, pk: int, body: GiveRecheckIn):
    """To an analyst who may score it again."""
    row = _found(request, pk, permissions.GIVE_RECHECK)
    analyst = get_object_or_404(able_analysts(), pk=body.analyst)
    return _again(actions.give_recheck(row, by=request.user, analyst=analyst), request)


@router.post("/{int:pk}/take-over", response=WholeRecheckOut)
def take_over(request, pk: int, body: TakeOverRecheckIn):
    """By the supervisor where no analyst can, with the reason."""
    row = _found(request, pk, permissions.TAKE_OVER_RECHECK)
    return _again(actions.take_over_recheck(row, by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/marks", response=WholeRecheckOut)
def submit(request, pk: int, body: MarksIn):
    """The second score, blind; afterwards it stays as it is."""
    row = _found(request, pk, permissions.SCORE_RECHECK)
    marks = {code: Mark(one.value, one.comment, one.cause, one.turn) for code, one in body.marks.items()}
    made = actions.submit_recheck(row, by=request.user, marks=marks, comment=body.comment, edit_count=body.edit_count)
    return _again(made, request)


@router.post("/{int:pk}/settle", response=WholeRecheckOut)
def settle(request, pk: int, body: SettledIn):
    """Keep the first, take the second, or a mark for each item on which they differ."""
    row = _found(request, pk, permissions.SETTLE_RECHECK)
    return _again(
        actions.settle_recheck(row, by=request.user, ruling=Ruling(body.outcome, body.reason, body.values)), request
    )


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.rechecks_seen_by(request.user), pk=pk)


def _again(row, request) -> dict:
    return _whole(queries.rechecks_seen_by(request.user).get(pk=row.pk), request.user)


def recheck_out(row) -> dict:
    return {
        "id": row.pk, "agent": row.evaluation.agent.number, "contact": row.evaluation.assignment.contact_id,
        "state": row.state, "due_on": row.due_on, "taken_over": mask(row.taken_over), "outcome": row.outcome,
        "settled_at": row.settled_at,
    }  # fmt: skip


def _whole(row, user) -> dict:
    sight = queries.sight_of(row, user)
    return {
        **recheck_out(row), "reason": mask(row.reason), "moves": sorted(sight.moves),
        "first_total": exact_or_none(sight.first.total) if sight.first else None,
        "second_total": exact_or_none(sight.second.total) if sight.second else None,
        "items": [_compared(one) for one in sight.items], "turns": spoken_of(row.evaluation.assignment.contact, sight.turns),
    }  # fmt: skip


def _compared(one) -> dict:
    marks = {name: getattr(one, name) for name in ("first", "second", "settled")}
    said = {name: mark.value if mark else None for name, mark in marks.items()}
    return {"item": one.item.code, "is_apart": one.is_apart, **said}
