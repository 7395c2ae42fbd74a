"""Pay runs and their lines, for those who may see pay; one's own pay for everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count, Q, QuerySet, Sum

from hengcai.appraisal.models import Cycle
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.consequences import permissions
from hengcai.consequences.duties import waiting
from hengcai.consequences.models import Difference, PayBase, PayLine, PayRun
from hengcai.consequences.rules.pay import Simulated, Weighed, simulated
from hengcai.consequences.states import RUN_MOVES
from hengcai.consequences.working_out import stale_lines

RUN_ORDERS = Orders(
    {"period": ("last_on", "kind", "pk"), "state": ("state", "-last_on", "pk"), "budget": ("budget?", "pk")}
)
LINE_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "kind", "pk"), "number": ("person__number", "kind", "pk"),
    "grade": ("grade", "person__name_key", "pk"), "kind": ("kind", "person__name_key", "pk"),
})  # fmt: skip


def runs_listed(user: Doer) -> QuerySet[PayRun]:
    """Newest first, with how many people and how much."""
    rows = PayRun.objects.select_related("cycle", "prepared_by", "decided_by")
    counted = rows.annotate(people=Count("lines__person", distinct=True), sum=Sum("lines__total"))
    return permissions.SEE_RUN.rows(counted.order_by("-last_on", "-pk"), user)


def period_of(run: PayRun) -> str:
    """2026-03, or 2026 of a bonus."""
    return f"{run.last_on.year}" if run.kind == PayRun.Kind.YEAR else f"{run.last_on:%Y-%m}"


def lines_of(run: PayRun, user: Doer) -> QuerySet[PayLine]:
    """By name, never by score: a run ranks nobody."""
    if not permissions.SEE_RUN.is_held_by(user):
        return PayLine.objects.none()
    rows = run.lines.select_related("person", "placement__team", "result__participant", "held_by").defer(
        "result__detail", "result__levels", "result__inputs"
    )
    return rows.order_by("person__name_key", "person__number", "kind", "pk")


def run_to_print(user: Doer, number: int) -> tuple[PayRun, list[PayLine]] | None:
    found = runs_listed(user).filter(pk=number).first()
    return (found, list(lines_of(found, user))) if found else None


@dataclass(frozen=True)
class RunSight:
    run: PayRun
    people: int
    total: Decimal
    topped_up: int
    held: int  # by appeals that were open
    differences: int  # noted on its lines since, or paid by it
    waits: int  # cuts that wait for a person's word
    stale: int
    moves: frozenset[str]
    is_preparer: bool

    @property
    def left(self) -> Decimal | None:
        """Of the budget; below nothing where it does not suffice."""
        return None if self.run.budget is None else self.run.budget - self.total


def run_sight(run: PayRun, user: Doer) -> RunSight:
    summed = run.lines.aggregate(
        people=Count("person", distinct=True), total=Sum("total"), topped=Count("pk", filter=Q(topped_up__gt=0)),
        held=Count("pk", filter=Q(held_by__isnull=False)),
    )  # fmt: skip
    return RunSight(
        run=run,
        people=summed["people"],
        total=summed["total"] or Decimal(0),
        topped_up=summed["topped"],
        held=summed["held"],
        differences=Difference.objects.filter(Q(line__run=run) | Q(paid_in__run=run)).count(),
        waits=waiting(run).count() if run.cycle_id else 0,
        stale=stale_lines(run) if run.state == PayRun.State.PREPARED else 0,
        moves=frozenset(move.name for move in moves_open(RUN_MOVES, run, user)),
        is_preparer=run.prepared_by_id == user.pk,
    )


def months_to_pay(user: Doer) -> list[Cycle]:
    """Published months of which there is no run yet, the newest first; those in which somebody has a base."""
    if not permissions.PREPARE_RUN.is_held_by(user):
        return []
    there = PayRun.objects.filter(kind=PayRun.Kind.MONTH).exclude(state=PayRun.State.CALLED_OFF).values("last_on")
    rows = Cycle.objects.filter(kind=Cycle.Kind.MONTH, state=Cycle.State.PUBLISHED).exclude(period_end__in=there)
    return list(rows.order_by("-period_end")[:24])


@dataclass(frozen=True)
class Simulation:
    """What a table of coefficients would cost, grade by grade, before anything is decided."""

    rows: Sequence[Simulated]
    earned: Fraction
    total: Fraction
    budget: Fraction | None

    @property
    def left(self) -> Fraction | None:
        return None if self.budget is None else self.budget - self.total


def simulation_of(run: PayRun, user: Doer, table: Mapping[str, Fraction]) -> Simulation:
    """Every cut at its full size, also those that wait: the most and the least a budget must bear differ by them."""
    lines = lines_of(run, user).filter(kind=PayLine.Kind.REGULAR)
    cells = lines.values_list("grade", "base", "fixed", "minimum", "chance")
    people = [
        Weighed(grade, Fraction(base), Fraction(fixed), Fraction(least or 0), None if chance is None else Fraction(chance))
        for grade, base, fixed, least, chance in cells
    ]  # fmt: skip
    rows = simulated(people, table)
    budget = None if run.budget is None else Fraction(run.budget)
    earned, total = (sum((getattr(one, name) for one in rows), Fraction(0)) for name in ("earned", "total"))
    return Simulation(rows, earned, total, budget)


def own_pay(user: Doer) -> QuerySet[PayLine]:
    """Decided lines about oneself, the newest first."""
    rows = permissions.SEE_OWN_PAY.rows(
        PayLine.objects.select_related("run__decided_by", "result__participant", "held_by"), user
    )
    return rows.order_by("-run__last_on", "kind", "-pk")


def own_bases(user: Doer) -> QuerySet[PayBase]:
    return permissions.SEE_OWN_BASE.rows(PayBase.objects.order_by("-since"), user)


def people_with_base(user: Doer) -> int:
    return PayBase.objects.values("person").distinct().count() if permissions.SEE_RUN.is_held_by(user) else 0


def differences_owed(user: Doer) -> QuerySet[Difference]:
    """Not yet in any run."""
    if not permissions.SEE_RUN.is_held_by(user):
        return Difference.objects.none()
    rows = Difference.objects.filter(paid_in=None, line__isnull=False).exclude(earned=0, topped_up=0)
    return rows.select_related("person", "old", "fresh", "line__run").order_by("at", "pk")
