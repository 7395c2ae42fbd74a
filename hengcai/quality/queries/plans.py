"""Sampling plans as their readers may see them: what was drawn, who hears how much, whether severities can be told apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from hengcai.accounts.models import User
from hengcai.base.decimals import round_half_up
from hengcai.base.permissions import Doer
from hengcai.jobs.models import Job
from hengcai.quality import permissions
from hengcai.quality.assigning_models import PlanComparison
from hengcai.quality.comparing import Compared
from hengcai.quality.drawing import read_analysts
from hengcai.quality.drawn_models import Draw, DrawnStratum, Pick, SamplingPlan
from hengcai.quality.models import Assignment
from hengcai.quality.plan_jobs import comparing_job, drawing_job
from hengcai.quality.queries.assigned import Pairs, Separable, due_by_name, separable
from hengcai.quality.states import REPLACE_PICK

DONE, WITHDRAWN = Assignment.State.DONE, Assignment.State.WITHDRAWN


@dataclass(frozen=True)
class Group:
    """The strata of one rule, or the ordinary ones, taken together."""

    rule: str
    strata: int
    n: int
    k: int


@dataclass(frozen=True)
class Load:
    """`due`: the share that the analyst's capacity and time at work ask for."""

    name: str
    count: int
    seconds: int
    due: Fraction
    done: int

    @property
    def due_rounded(self) -> str:
        return round_half_up(self.due, 1)


@dataclass(frozen=True)
class PlanPage:
    plan: SamplingPlan
    draws: Sequence[Draw]
    groups: Sequence[Group]
    loads: Sequence[Load]
    separable: Separable
    picks: int
    doubles: int
    unheard: int
    troubled: int
    replaced: int
    job: Job | None

    @property
    def n(self) -> int:
        return sum(draw.n for draw in self.draws)

    @property
    def short(self) -> list[list[object]]:
        return [one for draw in self.draws for one in draw.short]


@dataclass(frozen=True)
class Comparison:
    """The latest time somebody drew again; `job` where the worker does it."""

    row: PlanComparison
    lines: tuple[Compared, ...]
    job: Job | None

    @property
    def is_done(self) -> bool:
        return self.row.done_at is not None

    @property
    def is_same(self) -> bool:
        return self.is_done and all(line.is_same for line in self.lines)


def plans_seen_by(user: Doer) -> QuerySet[SamplingPlan]:
    return permissions.SEE_PLANS.rows(SamplingPlan.objects.select_related("made_by"), user)


def plans_counted(user: Doer) -> QuerySet[SamplingPlan]:
    """The newest first, each with how much was drawn."""
    live = Pick.objects.filter(draw__plan=OuterRef("pk"), replaced_by=None).order_by()
    counted = live.values("draw__plan").annotate(n=Count("pk")).values("n")
    return (
        plans_seen_by(user)
        .annotate(pick_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
        .order_by("-pk")
    )


def picks_seen_by(user: Doer, plan: SamplingPlan) -> QuerySet[Pick]:
    """An analyst's own; in the order they were drawn."""
    return all_picks(user).filter(draw__plan=plan)


def all_picks(user: Doer) -> QuerySet[Pick]:
    rows = permissions.SEE_PICKS.rows(Pick.objects.all(), user)
    return rows.select_related("contact__agent", "stratum", "analyst", "second", "draw__plan").order_by("pk")


def sees_all_of(user: Doer) -> bool:
    """What everybody hears, and not only what is their own."""
    return permissions.SEE_PICKS.condition(user) == Q()


def plan_page(plan: SamplingPlan) -> PlanPage:
    """However many picks, they are gone through once, and counted there."""
    live = Q(replaced_by=None)
    counted = list(Pick.objects.filter(draw__plan=plan).order_by().values_list("draw", "analyst", "second").annotate(
        n=Count("pk", filter=live), troubled=Count("pk", filter=live & ~Q(trouble="")), replaced=Count("pk", filter=~live)
    ))  # fmt: skip
    rows = [row[:4] for row in counted if row[3]]
    pairs, users = [row[1:] for row in rows], _users(plan)
    draws = list(plan.draws.select_related("by").order_by("week", "number"))
    return PlanPage(
        plan=plan,
        draws=draws,
        job=drawing_job(plan),
        groups=_groups(plan),
        loads=_loads(plan, users, pairs, due_by_name(plan, draws, rows)),
        separable=separable(users, pairs),
        picks=sum(n for _one, _two, n in pairs),
        doubles=sum(n for _one, two, n in pairs if two),
        unheard=sum(n for one, _two, n in pairs if not one),
        troubled=sum(row[4] for row in counted),
        replaced=sum(row[5] for row in counted),
    )


def latest_comparison(plan: SamplingPlan) -> Comparison | None:
    row = plan.comparisons.select_related("asked_by").order_by("-pk").first()
    if row is None:
        return None
    return Comparison(
        row, tuple(Compared(**line) for line in row.lines), comparing_job(row) if not row.done_at else None
    )


@dataclass(frozen=True)
class PickRow:
    """`state`: code of a word; done when nobody has anything left to score."""

    pick: Pick
    state: str
    may_replace: bool


def pick_rows(page: Iterable[Pick], user: Doer) -> list[PickRow]:
    """Of one page of picks, in one query more."""
    picks = list(page)
    work = Assignment.objects.filter(pick__in=[one.pk for one in picks]).exclude(state=WITHDRAWN)
    states: dict[int | None, set[str]] = defaultdict(set)
    for key, state in work.values_list("pick", "state"):
        states[key].add(state)
    may = permissions.PLAN.is_held_by(user)
    return [PickRow(one, _state(one, states[one.pk]), may and _may_go(one, states[one.pk])) for one in picks]


def _state(pick: Pick, work: set[str]) -> str:
    if pick.replaced_by_id:
        return "replaced"
    if pick.trouble and not work:
        return "trouble"
    if not pick.analyst_id:
        return "nobody"
    return "waiting" if pick.given_at is None else "withdrawn" if not work else "done" if work == {DONE} else "open"


def _may_go(pick: Pick, work: set[str]) -> bool:
    return not pick.replaced_by_id and DONE not in work and pick.draw.plan.state in REPLACE_PICK.sources


def _groups(plan: SamplingPlan) -> list[Group]:
    rows = DrawnStratum.objects.filter(draw__plan=plan).order_by("rule")
    counted = rows.values_list("rule").annotate(strata=Count("pk"), n=Sum("n"), k=Sum("k"))
    return [Group(*row) for row in counted]


def _hearing(plan: SamplingPlan) -> dict[str, Fraction]:
    """Username → capacity."""
    return {one.name: one.capacity for one in read_analysts(plan.analysts) if one.capacity}


def _users(plan: SamplingPlan) -> list[User]:
    return list(User.objects.filter(username__in=list(_hearing(plan))).order_by("name", "pk"))


def _loads(plan: SamplingPlan, users: Sequence[User], pairs: Pairs, dues: Mapping[str, Fraction]) -> list[Load]:
    firsts, seconds = _summed((one, n) for one, _two, n in pairs), _summed((two, n) for _one, two, n in pairs)
    finished = Assignment.objects.filter(pick__draw__plan=plan, state=DONE).order_by()
    done = dict(finished.values_list("analyst").annotate(n=Count("pk")))
    return [
        Load(
            user.name, firsts.get(user.pk, 0) + seconds.get(user.pk, 0), seconds.get(user.pk, 0),
            dues.get(user.username, Fraction(0)), done.get(user.pk, 0),
        )
        for user in users
    ]  # fmt: skip


def _summed(counts: Iterable[tuple[int | None, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for key, n in counts:
        if key is not None:
            found[key] = found.get(key, 0) + n
    return found
