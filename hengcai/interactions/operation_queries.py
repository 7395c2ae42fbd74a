"""Operational figures as far as their reader may see them: those counted from contacts, and those that were imported."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from hengcai.base.days import months_after
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.framework.models import ServiceIndicator
from hengcai.framework.queries import framework_in_force
from hengcai.interactions import permissions
from hengcai.interactions.models import Measure
from hengcai.interactions.operation_models import OperationFigure
from hengcai.people.models import Placement, Team
from hengcai.people.permissions import on_day

AGENTS, TEAMS = "agents", "teams"
STARTED = ("agent__name_key?", "agent__number?", "team__name?", "pk")
FIGURE_ORDERS = Orders({
    "who": STARTED, "value": ("value", *STARTED), "n": ("denominator", *STARTED), "expected": ("expected?", *STARTED),
    "difference": ("difference?", *STARTED), "adjusted": ("adjusted?", *STARTED), "verdict": ("verdict", *STARTED),
    "compared": ("compared", *STARTED), "of_team": ("team_name?", *STARTED),
})  # fmt: skip
BY_AGENT = ("agent__name_key", "agent__number", "code", "-period_start", "pk")
IMPORTED_ORDERS = Orders({
    "agent": BY_AGENT, "measure": ("code", *BY_AGENT), "from": ("period_start", *BY_AGENT), "value": ("value", *BY_AGENT),
    "numerator": ("numerator?", *BY_AGENT), "denominator": ("denominator?", *BY_AGENT), "to": ("period_end", *BY_AGENT),
})  # fmt: skip


@dataclass(frozen=True)
class FigureFilter:
    """One measure of a month, or of the `months` that end with it, of agents or of teams; empty leaves the rest as it is."""

    month: date
    code: str
    level: str = AGENTS
    team: int | None = None
    agent: str = ""
    months: int = 1

    def condition(self) -> Q:
        found = Q(month=self.month, months=self.months, code=self.code)
        if self.level == TEAMS:
            return found & Q(team__isnull=False) & (Q(team=self.team) if self.team else Q())
        found &= Q(agent__isnull=False)
        if self.team:
            found &= Q(agent__in=_standing(self.month).filter(team=self.team).values("person"))
        if self.agent:
            found &= Q(agent__number=folded(self.agent)) | Q(agent__name__icontains=self.agent)
        return found


@dataclass(frozen=True)
class ImportedFilter:
    code: str = ""
    agent: str = ""
    first_day: date | None = None
    last_day: date | None = None

    def condition(self) -> Q:
        found = Q(code=self.code) if self.code else Q()
        if self.agent:
            found &= Q(agent__number=folded(self.agent)) | Q(agent__name__icontains=self.agent)
        if self.first_day:
            found &= Q(period_start__gte=self.first_day)
        return found & (Q(period_end__lte=self.last_day) if self.last_day else Q())


def figures_seen_by(user: Doer, wanted: FigureFilter) -> QuerySet[OperationFigure]:
    """By name; nobody is ranked unless a heading asks for it."""
    rows = OperationFigure.objects.filter(wanted.condition()).select_related("agent", "team")
    place = _standing(wanted.month).filter(person=OuterRef("agent")).order_by("-since").values("team__name")[:1]
    found = permissions.SEE_OPERATIONS.rows(rows, user).annotate(team_name=Subquery(place))
    return found.order_by("agent__name_key", "agent__number", "team__name", "pk")


def figure_of_centre(wanted: FigureFilter) -> OperationFigure | None:
    return OperationFigure.objects.filter(
        month=wanted.month, months=wanted.months, code=wanted.code, agent=None, team=None
    ).first()


def months_counted() -> list[date]:
    """The newest first."""
    rows = OperationFigure.objects.filter(agent=None, team=None).values_list("month", flat=True)
    return sorted(set(rows), reverse=True)


def counted_at() -> Any:
    return OperationFigure.objects.filter(agent=None, team=None).aggregate(at=Max("counted_at"))["at"]


def teams_with_figures(user: Doer) -> list[Team]:
    """Whose figures this user may see."""
    seen = permissions.SEE_OPERATIONS.rows(OperationFigure.objects.filter(team__isnull=False), user)
    return list(Team.objects.filter(pk__in=seen.values("team")).order_by("site__name", "name"))


def imported_seen_by(user: Doer) -> QuerySet[Measure]:
    """The newest period first, by name."""
    rows = Measure.objects.select_related("agent").order_by("-period_end", "agent__name_key", "agent__number", "code")
    return permissions.SEE_IMPORTED.rows(rows, user)


def imported_codes(user: Doer) -> list[str]:
    rows = permissions.SEE_IMPORTED.rows(Measure.objects.order_by(), user)
    return sorted(set(rows.values_list("code", flat=True).distinct()))


PARTS = ("numerator", "denominator", "exclusions", "source")


def defined() -> dict[str, ServiceIndicator]:
    """What measures are, as the framework in force says, by code; one of a centre's own has no entry."""
    framework = framework_in_force()
    if framework is None:
        return {}
    rows = ServiceIndicator.objects.filter(group__framework=framework, kind=ServiceIndicator.Kind.COUNTED)
    return {one.code: one for one in rows}


def _standing(month: date) -> QuerySet[Placement]:
    """Where people stood on the last day of the month."""
    return Placement.objects.filter(on_day(months_after(month, 1) - timedelta(days=1)), team__isnull=False)
