"""Surges as lists and pages show them."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.people.models import Person
from hengcai.programme import permissions, states
from hengcai.programme.models import Surge

ORDERS = Orders(
    {
        "month": ("-month", "-pk"),
        "kind": ("kind", "-month", "-pk"),
        "people": ("-n_people", "-pk"),
        "state": ("state", "-month", "-pk"),
    }
)


@dataclass(frozen=True)
class Filters:
    state: str = ""
    kind: str = ""

    def condition(self) -> Q:
        given = {name: getattr(self, name) for name in ("state", "kind") if getattr(self, name)}
        return Q(**given)


def surges_seen_by(user: Doer) -> QuerySet[Surge]:
    rows = Surge.objects.select_related("course", "plan", "settled_by").annotate(n_people=Count("people"))
    return permissions.SEE_SURGES.rows(rows, user).order_by("-month", "-pk")


def people_of(surge: Surge) -> list[Person]:
    return list(surge.people.order_by("name", "number"))


def moves_of(surge: Surge, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.SURGE_MOVES, surge, user)]
