"""Disputes: the list, one as far as its reader may look, the lead's opinion, taking, marking blind, deciding, the rates."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Comment, Names, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.quality.work import SaidOut
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.interactions.queries import spoken_of
from hengcai.quality import actions, permissions
from hengcai.quality.queries import disputes as queries
from hengcai.quality.queries.orders import DISPUTE_ORDERS
from hengcai.quality.queries.pages import turns_of
from hengcai.quality.rules.disputes import Ruling

router = Router()
MOST_ITEMS = 200


class Wanted(Sorted):
    state: Text = ""
    agent: Text = ""
    outcome: Text = ""
    late: bool = False


class DisputeOut(Schema):
    """The one it is about does not read who decides. `outcome` is the revision it led to, where it led to one."""

    id: int
    evaluation: int
    agent: str
    contact: int
    state: str
    raised_at: datetime
    due_on: date
    decider: str | None
    taken_over: str
    decided_at: datetime | None
    withdrawn_at: datetime | None
    outcome: int | None


class DisputedItemOut(Schema):
    """Whoever decides, or still could, reads no mark before their own are in: `first` to `turn` are null until then."""

    item: str
    name: Names
    first: str | None
    comment: str | None
    wished: str | None
    words: str | None
    turn: int | None
    blind: str | None
    outcome: str
    decided: str
    reasons: str
    between: list[str] | None


class WholeDisputeOut(DisputeOut):
    """`moves`: what the caller may do with it now."""

    is_veiled: bool
    opinion: str | None
    opinion_by: str | None
    moves: list[str]
    items: list[DisputedItemOut]
    turns: list[SaidOut]


class OpinionIn(Schema):
    opinion: Comment


class TakeOverIn(Schema):
    reason: Comment


class GiveBackIn(Schema):
    reason: Comment


class BlindMarksIn(Schema):
    """Item → the caller's own mark, one for each disputed item."""

    marks: dict[Text, Text] = Field(max_length=MOST_ITEMS)


class RulingIn(Schema):
    """`outcome` is upheld, partly or rejected; `value` is said where a part is upheld."""

    outcome: Text
    reasons: Comment
    value: Text = ""


class RulingsIn(Schema):
    items: dict[Text, RulingIn] = Field(max_length=MOST_ITEMS)


class RateOut(Schema):
    """`share` with its 95 % interval; null where there is nothing to divide by."""

    count: int
    of: int
    share: float | None
    low: float | None
    high: float | None


class RecordOut(Schema):
    analyst: str
    disputed: RateOut
    changed: RateOut


class RatesOut(Schema):
    """Disputed of published, changed of decided. `records`: by analyst, for who watches over the work; else one's own."""

    since: date
    disputed: RateOut
    changed: RateOut
    records: list[RecordOut]


@router.get("", response=Page[DisputeOut])
def disputes(request, wanted: Query[Wanted]):
    """Those to be decided first, the earliest due of them."""
    let_in(permissions.SEE_DISPUTES, request.user)
    narrowed = queries.DisputeFilter(**wanted.dict(exclude=PLACE))
    rows = queries.disputes_listed(request.user).filter(narrowed.condition(today=localdate()))
    return sorted_page(rows, lambda row: dispute_out(row, request.user), wanted, DISPUTE_ORDERS)


@router.get("/rates", response=RatesOut)
def rates(request):
    """Of the last 90 days, for everybody who reads disputes."""
    let_in(permissions.SEE_DISPUTES, request.user)
    found = queries.rates(today=localdate())
    told = [
        {"analyst": one.analyst, "disputed": rate_out(one.disputed), "changed": rate_out(one.changed)}
        for one in queries.records(request.user, today=localdate())
    ]
    return {
        "since": found.since, "disputed": rate_out(found.disputed), "changed": rate_out(found.changed), "records": told,
    }  # fmt: skip


@router.get("/{int:pk}", response=WholeDisputeOut)
def dispute(request, pk: int):
    """With the contact's words, personal data covered."""
    return _whole(_found(request, pk, permissions.SEE_DISPUTES), request.user)


@router.post("/{int:pk}/opinion", response=WholeDisputeOut)
def support(request, pk: int, body: OpinionIn):
    """The lead's, until it is decided."""
    row = _found(request, pk, permissions.SUPPORT)
    return _again(actions.add_opinion(row, by=request.user, opinion=body.opinion), request)


@router.post("/{int:pk}/take", response=WholeDisputeOut)
def take(request, pk: int):
    """By an analyst who took no part in it."""
    return _again(actions.take_dispute(_found(request, pk, permissions.TAKE), by=request.user), request)


@router.post("/{int:pk}/take-over", response=WholeDisputeOut)
def take_over(request, pk: int, body: TakeOverIn):
    """By the supervisor where no analyst can decide, with the reason."""
    row = _found(request, pk, permissions.TAKE_OVER)
    return _again(actions.take_over_dispute(row, by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/marks", response=WholeDisputeOut)
def mark(request, pk: int, body: BlindMarksIn):
    """Blind; afterwards everything is shown and these marks stay."""
    row = _found(request, pk, permissions.DECIDE)
    return _again(actions.mark_blind(row, by=request.user, values=body.marks), request)


@router.post("/{int:pk}/decide", response=WholeDisputeOut)
def decide(request, pk: int, body: RulingsIn):
    """Item by item; a changed mark makes a new revision of the evaluation at once."""
    row = _found(request, pk, permissions.DECIDE)
    rulings = {code: Ruling(one.outcome, one.reasons, one.value) for code, one in body.items.items()}
    return _again(actions.decide_dispute(row, by=request.user, rulings=rulings), request)


@router.post("/{int:pk}/give-back", response=DisputeOut)
def give_back(request, pk: int, body: GiveBackIn):
    """By whoever took it, with the reason; somebody else begins anew."""
    row = _found(request, pk, permissions.GIVE_BACK)
    return dispute_out(actions.give_back_dispute(row, by=request.user, reason=body.reason), request.user)


@router.post("/{int:pk}/withdraw", response=WholeDisputeOut)
def withdraw(request, pk: int):
    """By the agent, until it is decided; the marks stand."""
    return _again(actions.withdraw_dispute(_found(request, pk, permissions.WITHDRAW_DISPUTE), by=request.user), request)


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.disputes_seen_by(request.user), pk=pk)


def _again(row, request) -> dict:
    return _whole(queries.disputes_seen_by(request.user).get(pk=row.pk), request.user)


def dispute_out(row, user) -> dict:
    may_know = row.evaluation.agent.user_id != user.pk
    return {
        "id": row.pk, "evaluation": row.evaluation_id, "agent": row.evaluation.agent.number,
        "contact": row.evaluation.assignment.contact_id, "state": row.state, "raised_at": row.raised_at,
        "due_on": row.due_on, "decider": row.decider.name if may_know and row.decider else None,
        "taken_over": mask(row.taken_over), "decided_at": row.decided_at, "withdrawn_at": row.withdrawn_at,
        "outcome": row.outcome_id,
    }  # fmt: skip


def _whole(row, user) -> dict:
    sight = queries.sight_of(row, user)
    moves = [*sorted(sight.moves), *(["add_opinion"] if sight.may_support else [])]
    opinion = None if sight.is_veiled else mask(row.opinion)
    return {
        **dispute_out(row, user), "is_veiled": sight.is_veiled, "opinion": opinion,
        "opinion_by": row.opinion_by.name if opinion and row.opinion_by else None, "moves": moves,
        "items": [_item(one, sight) for one in sight.items], "turns": _spoken(row.evaluation.assignment),
    }  # fmt: skip


SHOWN_LATER = ("first", "comment", "wished", "words", "turn", "between")


def _spoken(assignment):
    return spoken_of(assignment.contact, turns_of(assignment))


def _item(one, sight) -> dict:
    row = one.row
    told = {
        "item": one.code, "name": names(row.item.name), "first": row.first, "comment": mask(one.mark.comment),
        "wished": row.wished, "words": mask(row.words), "turn": row.turn, "outcome": row.outcome, "decided": row.decided,
        "reasons": mask(row.reasons), "between": one.between,
        "blind": (row.blind or None) if sight.shows_blind else None,
    }  # fmt: skip
    return {**told, **dict.fromkeys(SHOWN_LATER)} if sight.is_veiled else told


def rate_out(rate) -> dict:
    found = rate.estimate
    told = {"share": found.estimate, "low": found.low, "high": found.high} if found else {}
    return {"count": rate.count, "of": rate.of, "share": None, "low": None, "high": None, **told}
