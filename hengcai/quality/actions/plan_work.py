"""A drawn plan assigned again before it starts, and drawn again to compare."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.interactions.unlogged import unlogged_action
from hengcai.jobs.worker import enqueue_once
from hengcai.quality import permissions, states
from hengcai.quality.analysts import able_analysts
from hengcai.quality.assigning_models import PlanComparison
from hengcai.quality.comparing import drawn_again
from hengcai.quality.drawing import read_text
from hengcai.quality.drawn_models import Draw, Pick, SamplingPlan
from hengcai.quality.hearing import hearers, usernames
from hengcai.quality.plan_jobs import ASSIGN_JOB, COMPARE_JOB, ESTIMATE_JOB, check_idle, has_many, is_large
from hengcai.quality.rules.assigning import Hearer, share_out, told

if TYPE_CHECKING:
    from hengcai.quality.rules.sampling.draw import Stratum

CHUNK = 500
Pair = tuple[int | None, int | None]


@action(states.ASSIGN_PLAN)
def assign_plan(plan: SamplingPlan, *, by: User, today: date) -> SamplingPlan:
    """By the exclusions, absences and teams as they are now; what was drawn stays as it is. Many picks the worker
    assigns."""
    check_idle(plan)
    hearing = _hearing(plan, today)
    if has_many(plan):
        enqueue_once(ASSIGN_JOB, plan.pk, by=by.pk)
        return plan
    for draw in plan.draws.order_by("pk"):
        _assign(draw, hearing)
    return plan


@unlogged_action(states.ASSIGN_DRAW)
def assign_draw(plan: SamplingPlan, *, by: User, number: int, today: date) -> SamplingPlan:
    """The draw that is `number`-th in the plan; told twice it comes out the same."""
    _assign(plan.draws.order_by("pk")[number], _hearing(plan, today))
    return plan


@unlogged_action(permissions.COMPARE)
def ask_for_estimates(plan: SamplingPlan, *, by: User) -> SamplingPlan:
    """The worker counts a large plan; a small one is counted where it is shown."""
    enqueue_once(ESTIMATE_JOB, plan.pk, by=by.pk)
    return plan


@unlogged_action(permissions.COMPARE)
def keep_estimates(plan: SamplingPlan, *, by: User, lines: Sequence[dict[str, object]]) -> SamplingPlan:
    plan.estimates, plan.estimated_at = list(lines), clock.now()
    plan.save(update_fields=["estimates", "estimated_at"])
    return plan


def _hearing(plan: SamplingPlan, today: date) -> tuple[Hearer, ...]:
    hearing = hearers(plan, able_analysts(), today=today)
    if not any(one.capacity for one in hearing):
        raise NotValid("quality.plan_without_analysts")
    return hearing


@action(permissions.COMPARE)
def compare_plan(plan: SamplingPlan, *, by: User) -> PlanComparison:
    """Draws again from what the centre has now; from many contacts the worker does. One at a time."""
    check_idle(plan)
    if not plan.draws.exists():
        raise NotNow("quality.plan_not_drawn")
    going = plan.comparisons.filter(done_at=None).order_by("-pk").first()
    made = going or PlanComparison.objects.create(plan=plan, asked_by=by, asked_at=clock.now())
    if is_large(plan):
        enqueue_once(COMPARE_JOB, made.pk, by=by.pk)
        return made
    while made.done_at is None:
        compare_next(made, by=by)
    return made


@unlogged_action(permissions.COMPARE)
def compare_next(comparison: PlanComparison, *, by: User) -> PlanComparison:
    """One draw further; with the last one it is done."""
    draws = comparison.plan.draws.order_by("week", "number", "pk")
    done = {line["draw"] for line in comparison.lines}
    left = [draw for draw in draws if draw.pk not in done]
    if left:
        comparison.lines = [*comparison.lines, drawn_again(left[0]).kept()]
    if len(left) <= 1:
        comparison.done_at = clock.now()
    comparison.save(update_fields=["lines", "done_at"])
    return comparison


def _assign(draw: Draw, hearing: Sequence[Hearer]) -> None:
    from hengcai.quality.rules.sampling import draw as rules

    rows = list(draw.picks.filter(replaced_by=None).select_related("stratum__agent", "contact").order_by("pk"))
    picks = [rules.Pick(row.contact.key, _stratum(row)) for row in rows]
    pairs = share_out(picks, hearing, read_text(draw.plan.text), seed=draw.plan.seed).assigned.pairs
    users = usernames()
    piles: dict[Pair, list[int]] = defaultdict(list)
    for row, (first, second) in zip(rows, pairs, strict=True):
        piles[users.get(first or ""), users.get(second or "")].append(row.pk)
    for (analyst, other), keys in piles.items():
        for start in range(0, len(keys), CHUNK):
            Pick.objects.filter(pk__in=keys[start : start + CHUNK]).update(analyst=analyst, second=other)
    draw.hearers = told(hearing)
    draw.save(update_fields=["hearers"])


def _stratum(row: Pick) -> "Stratum":
    from hengcai.quality.rules.sampling.draw import Stratum

    one = row.stratum
    return Stratum(one.key, one.agent.number, one.rule or None, one.n, one.k)
