"""Disputes: who may answer an evaluation, the list, one laid open as far as its reader may look, how they end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from hengcai.base.days import bounds
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open
from hengcai.measurement.intervals import share_interval
from hengcai.measurement.results import Estimate
from hengcai.quality import permissions
from hengcai.quality.cards import card_of, marks_of
from hengcai.quality.dispute_models import GivenBack
from hengcai.quality.models import Dispute, DisputedItem, Evaluation
from hengcai.quality.rules import disputes as rules
from hengcai.quality.rules.card import Card, Mark
from hengcai.quality.states import DISPUTE_MOVES

OPEN, TAKEN, DECIDED = Dispute.State.OPEN, Dispute.State.TAKEN, Dispute.State.DECIDED
ENDED = Dispute.ENDED
LOOKED_BACK = timedelta(days=90)


@dataclass(frozen=True)
class Answering:
    """What the one an evaluation is about may still do with it; `dispute`: what became of it, for whoever may read."""

    may_answer: bool
    closes_on: date | None
    confirmed_at: datetime | None
    dispute: Dispute | None


def answering(evaluation: Evaluation, user: Doer, *, today: date) -> Answering:
    dispute = permissions.SEE_DISPUTES.rows(Dispute.objects.filter(evaluation=evaluation), user).first()
    return Answering(
        may_answer=waiting_for_answer(user, today=today).filter(pk=evaluation.pk).exists(),
        closes_on=evaluation.dispute_closes_on,
        confirmed_at=evaluation.confirmed_at,
        dispute=dispute,
    )


def waiting_for_answer(user: Doer, *, today: date) -> QuerySet[Evaluation]:
    """One's own, published, in time, and neither confirmed nor disputed."""
    rows = Evaluation.objects.filter(is_current=True, dispute_closes_on__gte=today, confirmed_at=None, dispute=None)
    return permissions.ANSWER.rows(rows, user)


def answerable_by(user: Doer) -> QuerySet[Evaluation]:
    """Published ones of one's own, answered or not: what is too late or done already is the action's to say."""
    rows = Evaluation.objects.select_related("agent", "scorecard", "assignment__contact__transcript")
    return permissions.ANSWER.rows(rows.prefetch_related("answers__item"), user)


@dataclass(frozen=True)
class DisputeFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    agent: str = ""
    outcome: str = ""
    late: bool = False

    def condition(self, *, today: date) -> Q:
        found = Q()
        if self.state:
            found &= Q(state=self.state)
        if self.agent:
            found &= Q(evaluation__agent__number=folded(self.agent)) | Q(evaluation__agent__name__icontains=self.agent)
        if self.outcome:
            found &= Q(Exists(DisputedItem.objects.filter(dispute=OuterRef("pk"), outcome=self.outcome)))
        if self.late:
            found &= ~Q(state__in=ENDED) & Q(due_on__lt=today)
        return found


def disputes_listed(user: Doer) -> QuerySet[Dispute]:
    """Those to be decided first, the earliest due of them; then the newest."""
    rows = Dispute.objects.select_related(
        "evaluation__agent", "evaluation__assignment__contact", "evaluation__evaluator", "decider", "opinion_by"
    )
    is_done = ExpressionWrapper(Q(state__in=ENDED), output_field=BooleanField())
    found = permissions.SEE_DISPUTES.rows(rows, user).annotate(is_done=is_done, item_count=Count("items"))
    return found.order_by("is_done", "due_on", "-pk")


def disputes_seen_by(user: Doer) -> QuerySet[Dispute]:
    """With the contact and the card, for one page of its own."""
    return disputes_listed(user).select_related(
        "evaluation__scorecard", "evaluation__placement__team", "evaluation__assignment__contact__transcript", "outcome"
    )


@dataclass(frozen=True)
class Disputed:
    """One disputed item. `between`: marks by which it can be met in part."""

    row: DisputedItem
    mark: Mark
    between: Sequence[str]

    @property
    def code(self) -> str:
        return self.row.item.code


@dataclass(frozen=True)
class Sight:
    """One dispute as its reader may see it. Veiled: no mark but the reader's own, nothing of what was said of them."""

    dispute: Dispute
    card: Card
    items: Sequence[Disputed]
    is_veiled: bool
    shows_blind: bool
    shows_names: bool
    moves: frozenset[str]
    may_support: bool
    given_back: Sequence[GivenBack]  # by whoever took it and did not decide; empty to whoever could still decide it


def sight_of(dispute: Dispute, user: Doer) -> Sight:
    evaluation = dispute.evaluation
    card, marks = card_of(evaluation.scorecard), marks_of(evaluation.answers.select_related("item"))
    rows = dispute.items.select_related("item").order_by("item__section__order", "item__order", "pk")
    moves = frozenset(move.name for move in moves_open(DISPUTE_MOVES, dispute, user))
    veiled = is_veiled(dispute, moves)
    supports = permissions.SUPPORT.rows(Dispute.objects.filter(pk=dispute.pk).exclude(state__in=ENDED), user)
    return Sight(
        dispute=dispute,
        card=card,
        items=[_disputed(row, card, marks) for row in rows],
        is_veiled=veiled,
        shows_blind=dispute.state == DECIDED or dispute.decider_id == user.pk,
        shows_names=evaluation.agent.user_id != user.pk,
        moves=moves,
        may_support=supports.exists(),
        given_back=[] if veiled else list(dispute.given_back.select_related("by").order_by("at", "pk")),
    )


def dispute_to_print(user: Doer, number: int) -> Sight | None:
    found = disputes_seen_by(user).filter(pk=number).first()
    return sight_of(found, user) if found else None


def is_veiled(dispute: Dispute, moves: frozenset[str]) -> bool:
    """Whoever decides, or still could, has not seen a mark before giving their own."""
    return dispute.state in (OPEN, TAKEN) and bool(moves & {"take_dispute", "take_over_dispute", "mark_blind"})


def _disputed(row: DisputedItem, card: Card, marks: Mapping[str, Mark]) -> Disputed:
    between = rules.between(card, card.by_code[row.item.code], row.first, row.wished)
    return Disputed(row, marks[row.item.code], between)


@dataclass(frozen=True)
class Rate:
    """How many of how many, with the interval where there is anything to divide by."""

    count: int
    of: int

    @property
    def estimate(self) -> Estimate | None:
        return share_interval(self.count, self.of) if self.of else None


@dataclass(frozen=True)
class Rates:
    """Of what the centre published since a day: how much of it was disputed, how many of the decided were changed."""

    since: date
    disputed: Rate
    changed: Rate


@dataclass(frozen=True)
class Record:
    """One analyst's evaluations: how many of those published were disputed, how many of those decided were changed."""

    analyst: str
    disputed: Rate
    changed: Rate


class Ended(NamedTuple):
    raised: int
    decided: int
    changed: int


ENDS = {
    "decided": Count("pk", filter=Q(state=DECIDED)),
    "changed": Count("pk", filter=Q(outcome__isnull=False)),
}


def rates(*, today: date) -> Rates:
    start = _start(today)
    ended = _of_published(start).aggregate(raised=Count("pk"), **ENDS)
    return Rates(
        today - LOOKED_BACK,
        Rate(ended["raised"], _published(start).count()),
        Rate(ended["changed"], ended["decided"]),
    )


def records(user: Doer, *, today: date) -> list[Record]:
    """By analyst for those who watch over the work; an analyst reads their own."""
    if not (permissions.WATCH.is_held_by(user) or permissions.OPEN.is_held_by(user)):
        return []
    start = _start(today)
    published, disputes = _published(start), _of_published(start)
    if not permissions.WATCH.is_held_by(user):
        published = published.filter(evaluator=user.pk)
        disputes = disputes.filter(evaluation__evaluator=user.pk)
    counted = published.order_by().values_list("evaluator", "evaluator__name").annotate(Count("pk"))
    ended = disputes.order_by().values("evaluation__evaluator").annotate(raised=Count("pk"), **ENDS)
    rows = ended.values_list("evaluation__evaluator", "raised", *ENDS)
    found = {key: Ended(raised, decided, changed) for key, raised, decided, changed in rows}
    return [
        _record(name, n, found.get(pk, Ended(0, 0, 0)))
        for pk, name, n in sorted(counted, key=lambda one: (one[1], one[0]))
    ]


def _record(name: str, published: int, ended: Ended) -> Record:
    return Record(name, Rate(ended.raised, published), Rate(ended.changed, ended.decided))


def _published(start: datetime) -> QuerySet[Evaluation]:
    """What could be disputed; what a decision made is none of it."""
    return Evaluation.objects.filter(published_at__gte=start, dispute_closes_on__isnull=False)


def _of_published(start: datetime) -> QuerySet[Dispute]:
    return Dispute.objects.filter(evaluation__published_at__gte=start, evaluation__dispute_closes_on__isnull=False)


def _start(today: date) -> datetime:
    since = today - LOOKED_BACK
    return bounds(since, since, settings.TIME_ZONE)[0]
