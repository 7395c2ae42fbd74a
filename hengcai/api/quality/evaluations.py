from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Day, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.quality import permissions
from hengcai.quality.actions import publish_evaluations
from hengcai.quality.fatal import fatal_told
from hengcai.quality.queries.orders import evaluation_orders
from hengcai.quality.queries.pages import (
    EvaluationFilter,
    evaluations_listed,
    evaluations_seen_by,
    may_know_seconds,
    reading_of,
    standing,
)

router = Router()
MOST_AT_ONCE = 500


class Wanted(Sorted):
    agent: Text = ""
    team: Key | None = None
    card: Text = ""
    first_day: Day | None = None
    last_day: Day | None = None
    state: Text = ""
    verdict: Text = ""
    fatal: bool = False


class EvaluationOut(Schema):
    """`total` after fatal errors; None where nothing applied. `dispute_closes_on`: the agent's last day to answer."""

    id: int
    agent: str
    scorecard: str
    contact_on: date
    revision: int
    state: str
    total: Exact | None
    without_fatal: Exact | None
    has_fatal: bool
    edit_count: int
    dispute_closes_on: date | None
    confirmed_at: datetime | None


class MarkedItemOut(Schema):
    item: str
    status: str
    value: str | None
    share: Exact | None
    effective_weight: Exact
    comment: str
    cause: str
    turn: int | None
    quote: str


class WholeEvaluationOut(EvaluationOut):
    """`fatal` says what a fatal error did and to what, in the language asked for; empty where there was none.
    `item_seconds`: how long each item was worked on, for the analyst and for those who plan the work."""

    verdict: str
    fatal: str
    fatal_items: list[str]
    comment: str
    items: list[MarkedItemOut]
    item_seconds: dict[str, int] | None


class Chosen(Schema):
    ids: list[Key] = Field(max_length=MOST_AT_ONCE)


@router.get("", response=Page[EvaluationOut])
def evaluations(request, wanted: Query[Wanted]):
    """One revision of each contact, the latest contact first; `verdict` is excellent, pass or fail."""
    let_in(permissions.SEE, request.user)
    narrowed = EvaluationFilter(**wanted.dict(exclude=PLACE))
    rows = evaluations_listed(request.user).filter(narrowed.condition())
    return sorted_page(rows, evaluation_out, wanted, evaluation_orders(request.user))


@router.get("/{int:pk}", response=WholeEvaluationOut)
def evaluation(request, pk: int):
    """With each item's mark, its share and the weight it came to carry."""
    let_in(permissions.SEE, request.user)
    row = get_object_or_404(evaluations_seen_by(request.user), pk=pk)
    reading = reading_of(row)
    return {
        **evaluation_out(row),
        "verdict": standing(reading.card, reading.score.total),
        "fatal": fatal_told(
            reading.card, reading.score, channel=row.scorecard.channel, language=get_language() or "zh-hans"
        ),
        "fatal_items": list(reading.score.fatals),
        "comment": mask(row.comment),
        "items": [_item(reading, item) for item in reading.card.items()],
        "item_seconds": row.item_seconds if may_know_seconds(row, request.user) else None,
    }


@router.post("/publish", response=list[EvaluationOut])
def publish(request, body: Chosen):
    """All of them or none."""
    let_in(permissions.PUBLISH, request.user)
    batch = list(evaluations_seen_by(request.user).filter(pk__in=body.ids))
    if len(batch) != len(set(body.ids)):
        raise Http404
    made = [row.pk for row in publish_evaluations(batch, by=request.user)]
    return [evaluation_out(row) for row in evaluations_seen_by(request.user).filter(pk__in=made).order_by("pk")]


def evaluation_out(row) -> dict:
    return {
        "id": row.pk, "agent": row.agent.number, "scorecard": row.scorecard.code, "contact_on": row.contact_on,
        "revision": row.revision, "state": row.state, "total": row.exact or None,
        "without_fatal": row.exact_without_fatal or None, "has_fatal": row.has_fatal, "edit_count": row.edit_count,
        "dispute_closes_on": row.dispute_closes_on, "confirmed_at": row.confirmed_at,
    }  # fmt: skip


def _item(reading, item) -> dict:
    mark, result = reading.marks.get(item.code), reading.score.by_code[item.code]
    return {
        "item": item.code, "status": str(result.status), "value": mark.value if mark else None,
        "share": exact_or_none(result.share), "effective_weight": str(result.weight),
        "comment": mask(mark.comment) if mark else "", "cause": mark.cause if mark else "",
        "turn": mark.turn if mark else None, "quote": mark.phrase.quote if mark and mark.phrase else "",
    }  # fmt: skip
