"""What a month's bulletin tells beside the measures: errors by item, fatal errors by agent, causes put to their owners."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from hengcai.base.bilingual import Bilingual
from hengcai.base.permissions import Doer
from hengcai.people.models import Team
from hengcai.quality import permissions
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.measuring import errors_of
from hengcai.quality.models import Answer, Evaluation
from hengcai.quality.queries.measures import Measured, measured

MOST_ITEMS = 10


@dataclass(frozen=True)
class ItemErrors:
    name: Bilingual
    is_critical: bool
    n: int


@dataclass(frozen=True)
class Fatal:
    """Fatal errors of one agent; `agent` is empty for whoever may not read whose."""

    agent: str
    team: str
    n: int


@dataclass(frozen=True)
class Bulletin:
    measured: Measured
    items: Sequence[ItemErrors]
    fatals: Sequence[Fatal]
    causes: Sequence[CauseReport]


def bulletin(user: Doer, *, month: date, team: Team | None, with_names: bool) -> Bulletin:
    """Causes are the whole centre's; names only where the reader may see them and asks to."""
    found = measured(user, month=month, team=team)
    if found.is_empty:
        return Bulletin(found, [], [], [])
    causes = CauseReport.objects.filter(month=month).select_related("owner").order_by("cause") if team is None else []
    return Bulletin(found, _items(month, team), _fatals(user, month, team, with_names=with_names), list(causes))


def may_name(user: Doer) -> bool:
    return permissions.WATCH.is_held_by(user)


def _errors(month: date, team: Team | None) -> QuerySet[Answer]:
    rows = errors_of(month)
    return rows.filter(evaluation__placement__team=team) if team else rows


def _items(month: date, team: Team | None) -> list[ItemErrors]:
    counted = _errors(month, team).values("item__code").annotate(n=Count("pk")).order_by("-n", "item__code")
    top = list(counted.values_list("item__code", "n")[:MOST_ITEMS])
    named: dict[str, tuple[Bilingual, str]] = {}
    rows = _errors(month, team).filter(item__code__in=[code for code, _n in top])
    for code, name, scope in rows.values_list("item__code", "item__name", "item__critical_scope").distinct():
        named[code] = (name, scope)
    return [ItemErrors(named[code][0], bool(named[code][1]), n) for code, n in top]


def _fatals(user: Doer, month: date, team: Team | None, *, with_names: bool) -> list[Fatal]:
    """The most first; unnamed ones in that order too, so that nothing but the count tells them apart."""
    rows = Evaluation.objects.filter(
        pk__in=errors_of(month).values("evaluation"), has_fatal=True, is_current=True, state=Evaluation.State.PUBLISHED
    )
    rows = rows.filter(placement__team=team) if team else rows
    told = rows.values_list("agent__name", "agent__number", "placement__team__name").annotate(n=Count("pk"))
    is_named = with_names and may_name(user)
    found = sorted(told, key=lambda one: (-one[3], one[1]))
    return [
        Fatal(f"{name} {number}" if is_named else "", place or "" if is_named or team is None else "", n)
        for name, number, place, n in found
    ]
