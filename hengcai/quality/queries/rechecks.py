"""Rechecks: the list, one laid open as far as its reader may look, what keeps a batch from being published, accuracy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from django.conf import settings
from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet

from hengcai.accounts.models import User
from hengcai.base.days import bounds
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open
from hengcai.quality import permissions
from hengcai.quality.analysts import able_analysts
from hengcai.quality.cards import card_of, marks_of
from hengcai.quality.models import Item
from hengcai.quality.queries.disputes import Rate
from hengcai.quality.queries.pages import Desk, Turns, turns_of
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rechecking import allowed_of, undrawn_to_publish
from hengcai.quality.rules.card import NOTE, Card, Mark
from hengcai.quality.rules.rechecks import disagreed, marks_kept
from hengcai.quality.rules.score import Score, score
from hengcai.quality.states import RECHECK_MOVES

GIVEN, MARKED, SETTLED = Recheck.State.GIVEN, Recheck.State.MARKED, Recheck.State.SETTLED
LOOKED_BACK = timedelta(days=90)
COUNTS = {
    "n": Count("pk", filter=Q(is_random=True)),
    "kept": Count("pk", filter=Q(is_random=True, result=None)),
    "fatal": Count("pk", filter=Q(is_random=False)),
    "fatal_kept": Count("pk", filter=Q(is_random=False, result=None)),
}


@dataclass(frozen=True)
class RecheckFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    agent: str = ""
    outcome: str = ""
    late: bool = False

    def condition(self, *, today: date) -> Q:
        found = Q()
        if self.state:
            found &= ~Q(state=SETTLED) if self.state == "open" else Q(state=self.state)
        if self.agent:
            found &= Q(evaluation__agent__number=folded(self.agent)) | Q(evaluation__agent__name__icontains=self.agent)
        if self.outcome:
            found &= Q(outcome=self.outcome)
        if self.late:
            found &= ~Q(state=SETTLED) & Q(due_on__lt=today)
        return found


def rechecks_listed(user: Doer) -> QuerySet[Recheck]:
    """Open ones first, the earliest due of them; then the newest."""
    rows = Recheck.objects.select_related(
        "evaluation__agent",
        "evaluation__assignment__contact",
        "evaluation__evaluator",
        "evaluation__scorecard",
        "rechecker",
        "double__evaluator",
    )
    is_done = ExpressionWrapper(Q(state=SETTLED), output_field=BooleanField())
    found = permissions.SEE_RECHECKS.rows(rows, user).annotate(is_done=is_done)
    return found.order_by("is_done", "due_on", "-pk")


def rechecks_seen_by(user: Doer) -> QuerySet[Recheck]:
    """With the contact and the card, for one page of its own."""
    return rechecks_listed(user).select_related(
        "draw", "evaluation__placement__team", "evaluation__assignment__contact__transcript", "double__evaluator",
        "evaluation__assignment__placement__team", "evaluation__assignment__placement__post", "result", "settled_by",
    )  # fmt: skip


def desk_of_recheck(recheck: Recheck) -> Desk:
    """The contact as it lies before whoever scores it again: nothing on it is of the first score."""
    assignment = recheck.evaluation.assignment
    assignment.scorecard = recheck.evaluation.scorecard
    return Desk(
        assignment=assignment,
        card=card_of(assignment.scorecard),
        marks=marks_kept(recheck.marks),
        comment=recheck.comment,
        edit_count=recheck.edit_count,
        latest=None,
        is_revision=False,
        turns=turns_of(assignment),
    )


@dataclass(frozen=True)
class Compared:
    """One item of both sheets."""

    item: Item
    first: Mark | None
    second: Mark | None
    is_apart: bool
    settled: Mark | None


@dataclass(frozen=True)
class RecheckSight:
    """One recheck as its reader may see it. Before the second score is in there is nothing to compare: `items`, `first`
    and `second` are empty for everybody."""

    recheck: Recheck
    card: Card
    items: Sequence[Compared]
    first: Score | None
    second: Score | None
    moves: frozenset[str]
    shows_names: bool
    analysts: Sequence[User]
    turns: Turns

    @property
    def is_veiled(self) -> bool:
        return not self.items


def sight_of(recheck: Recheck, user: Doer) -> RecheckSight:
    evaluation = recheck.evaluation
    card = card_of(evaluation.scorecard)
    moves = frozenset(move.name for move in moves_open(RECHECK_MOVES, recheck, user)) - {"close_recheck"}
    is_in = recheck.state in (MARKED, SETTLED)
    first = marks_of(evaluation.answers.select_related("item")) if is_in else {}
    second = marks_kept(recheck.marks) if is_in else {}
    return RecheckSight(
        recheck=recheck,
        card=card,
        items=_compared(recheck, card, first, second) if is_in else [],
        first=score(card, first) if is_in else None,
        second=score(card, second) if is_in else None,
        moves=moves,
        shows_names=permissions.WATCH.is_held_by(user),
        analysts=_able(recheck) if "give_recheck" in moves else [],
        turns=turns_of(evaluation.assignment),
    )


def recheck_to_print(user: Doer, number: int) -> RecheckSight | None:
    if not permissions.SEE_RECHECKS.is_held_by(user):
        return None
    found = rechecks_seen_by(user).filter(pk=number).first()
    return sight_of(found, user) if found else None


def _able(recheck: Recheck) -> list[User]:
    keys = set(allowed_of([recheck.evaluation])[recheck.evaluation_id]) - {recheck.rechecker_id}
    return list(able_analysts().filter(pk__in=keys))


def _compared(recheck: Recheck, card: Card, first: Mapping[str, Mark], second: Mapping[str, Mark]) -> list[Compared]:
    apart = set(disagreed(card, first, second))
    result = recheck.result
    settled = marks_of(result.answers.select_related("item")) if result else first
    rows = Item.objects.filter(section__scorecard=recheck.evaluation.scorecard_id).order_by("section__order", "order")
    return [
        Compared(item, first.get(item.code), second.get(item.code), item.code in apart,
                 settled.get(item.code) if recheck.state == SETTLED else None)
        for item in rows
        if item.kind != NOTE and (item.code in first or item.code in second)
    ]  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """What stands between the submitted evaluations and their publication."""

    undrawn: int
    open: int
    batches: int

    @property
    def holds_back(self) -> bool:
        return bool(self.undrawn or self.open)


def standing(user: Doer) -> Standing | None:
    """For whoever publishes; None for everybody else."""
    if not permissions.DRAW_RECHECKS.is_held_by(user):
        return None
    found = Recheck.objects.exclude(state=SETTLED).aggregate(n=Count("pk"), batches=Count("draw", distinct=True))
    return Standing(undrawn_to_publish().count(), found["n"], found["batches"])


@dataclass(frozen=True)
class Accuracy:
    """One analyst's: unchanged of what was rechecked by chance; fatal errors that were rechecked for themselves beside."""

    analyst: str
    unchanged: Rate
    fatal: Rate


def accuracy(user: Doer, *, today: date) -> list[Accuracy]:
    """质检准确率 of the last 90 days, by analyst for those who watch over the work; an analyst reads their own."""
    if not (permissions.WATCH.is_held_by(user) or permissions.OPEN.is_held_by(user)):
        return []
    rows = Recheck.objects.filter(state=SETTLED, settled_at__gte=_start(today))
    if not permissions.WATCH.is_held_by(user):
        rows = rows.filter(evaluation__evaluator=user.pk)
    counted = rows.order_by().values("evaluation__evaluator").annotate(**COUNTS)
    told = counted.values_list("evaluation__evaluator__name", "evaluation__evaluator", *COUNTS)
    return [
        Accuracy(name, Rate(kept, n), Rate(fatal_kept, fatal)) for name, _pk, n, kept, fatal, fatal_kept in sorted(told)
    ]


def whole_accuracy(rows: Sequence[Accuracy]) -> Rate:
    """Of all of them together."""
    return Rate(sum(one.unchanged.count for one in rows), sum(one.unchanged.of for one in rows))


def looked_back_to(today: date) -> date:
    return today - LOOKED_BACK


def _start(today: date) -> datetime:
    since = looked_back_to(today)
    return bounds(since, since, settings.TIME_ZONE)[0]


def bar_told() -> dict[str, Fraction | int]:
    """The share drawn and the points two scores may be apart."""
    return {"share": settings.RECHECK_SHARE, "points": settings.RECHECK_POINTS}
