"""Blueprints of tests as lists and pages read them."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import Blueprint
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders({"code": ("code", "-number"), "state": ("state", "code", "-number"), "made": ("-made_at", "-pk")})


@dataclass(frozen=True)
class BlueprintFilter:
    """`text` is looked for in code and title, in either language."""

    text: str = ""
    state: str = ""

    def condition(self) -> Q:
        found = Q(state=self.state) if self.state else Q()
        if self.text:
            found &= (
                Q(code__icontains=self.text) | Q(title__zh__icontains=self.text) | Q(title__en__icontains=self.text)
            )
        return found


def blueprints_seen_by(user: Doer) -> QuerySet[Blueprint]:
    rows = Blueprint.objects.select_related("made_by", "cut__panel").annotate(n_exams=Count("exams"))
    return permissions.SEE_BLUEPRINTS.rows(rows.order_by("code", "-number"), user)


def blueprint_moves_of(blueprint: Blueprint, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.BLUEPRINT_MOVES, blueprint, user)]


def blueprints_in_force() -> QuerySet[Blueprint]:
    return Blueprint.objects.filter(state=Blueprint.State.PUBLISHED).order_by("code")
