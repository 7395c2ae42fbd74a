"""Development plans: the list, one of them, one to print."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.growth import permissions
from hengcai.growth.models import Goal, Plan
from hengcai.growth.states import PLAN_MOVES

PLAN_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "year": ("year", "person__name_key", "pk"),
    "state": ("state", "person__name_key", "pk"),
})  # fmt: skip


@dataclass(frozen=True)
class PlanFilter:
    state: str = ""
    person: str = ""

    def condition(self) -> Q:
        found = Q(state=self.state) if self.state else Q()
        if self.person:
            found &= Q(person__number=folded(self.person)) | Q(person__name__icontains=self.person)
        return found


def plans_listed(user: Doer) -> QuerySet[Plan]:
    rows = Plan.objects.select_related("person", "superior").order_by("-year", "person__name_key", "-pk")
    return permissions.SEE_PLAN.rows(rows, user)


@dataclass(frozen=True)
class PlanSight:
    plan: Plan
    moves: frozenset[str]
    may_sign: bool
    may_note: bool


def plan_seen_by(user: Doer, pk: int) -> Plan | None:
    goals = Goal.objects.select_related("competency").order_by("due_on", "pk")
    return plans_listed(user).prefetch_related(Prefetch("goals", goals)).filter(pk=pk).first()


def sight_of(plan: Plan, user: Doer) -> PlanSight:
    is_theirs = user.pk in (plan.person.user_id, plan.superior_id)
    is_superior = plan.superior_id == user.pk and plan.person.user_id != user.pk
    waits = plan.superior_signed_at is None if is_superior else plan.person_signed_at is None
    stands = plan.state in (Plan.State.AGREED, Plan.State.SIGNED)
    moves = frozenset(move.name for move in moves_open(PLAN_MOVES, plan, user)) - {"seal_growth_plan"}
    may_sign = is_theirs and plan.state == Plan.State.AGREED and waits
    return PlanSight(plan, moves, may_sign=may_sign, may_note=is_superior and stands)
