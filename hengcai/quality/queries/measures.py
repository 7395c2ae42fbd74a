"""The quality team's own measures of a month as far as their reader may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from hengcai.base.days import months_back
from hengcai.base.permissions import Doer
from hengcai.people.models import Team
from hengcai.quality import permissions
from hengcai.quality.measure_models import QualityMonth
from hengcai.quality.rules.measures import OF_THE_CENTRE, Counted, Figure, figures, read, shown_months

NOTHING = Counted()


@dataclass(frozen=True)
class Measured:
    """One month of one team or (without one) of the whole centre."""

    month: date
    team: Team | None
    now: Counted
    figures: Sequence[Figure]
    counted_at: datetime | None

    @property
    def is_empty(self) -> bool:
        return not self.now.counts

    def figure(self, code: str) -> Figure | None:
        return next((one for one in self.figures if one.code == code), None)


@dataclass(frozen=True)
class TeamFigure:
    team: Team
    figure: Figure


def _rows(user: Doer) -> QuerySet[QualityMonth]:
    return permissions.SEE_MEASURES.rows(QualityMonth.objects.order_by(), user)


def months_counted(user: Doer, *, today: date) -> list[date]:
    """The newest first; the very first is only what the second is held against."""
    found = set(_rows(user).values_list("month", flat=True))
    return sorted(found & set(shown_months(today)[1:]), reverse=True)


def teams_measured(user: Doer) -> list[Team]:
    keys = _rows(user).filter(team__isnull=False).values("team")
    return list(Team.objects.filter(pk__in=keys).select_related("site").order_by("site__name", "name"))


def sees_the_centre(user: Doer) -> bool:
    condition = permissions.SEE_MEASURES.condition(user)
    return condition is not None and not condition


def month_measured(user: Doer, *, month: date) -> Measured:
    """Of the whole centre; for who does not see it, of the first of their teams."""
    return measured(user, month=month, team=None if sees_the_centre(user) else next(iter(teams_measured(user)), None))


def measured(user: Doer, *, month: date, team: Team | None) -> Measured:
    """Empty where nothing was counted or nothing may be read."""
    rows = _rows(user).filter(month__in=(month, months_back(month, 2)), team=team)
    found = {row.month: row for row in rows}
    now, before = found.get(month), found.get(months_back(month, 2))
    counted = read(now.told) if now else NOTHING
    told = figures(counted, read(before.told) if before else NOTHING, of_team=team is not None)
    return Measured(month, team, counted, told, now.counted_at if now else None)


def over_months(user: Doer, *, code: str, month: date, team: Team | None) -> list[tuple[date, Figure]]:
    """The six months that end with this one, oldest first."""
    since = months_back(month, 7)
    rows = {row.month: read(row.told) for row in _rows(user).filter(month__range=(since, month), team=team)}
    shown = [one for one in sorted(rows) if one > since]
    return [(one, Figure(code, rows[one].of(code), rows.get(months_back(one, 2), NOTHING).of(code))) for one in shown]


def by_team(user: Doer, *, code: str, month: date, teams: Sequence[Team]) -> list[TeamFigure]:
    """Of these teams, in their order; none where a measure is the centre's alone."""
    if code in OF_THE_CENTRE:
        return []
    rows = _rows(user).filter(month__in=(month, months_back(month, 2)), team__in=[one.pk for one in teams])
    found = {(row.team_id, row.month): read(row.told).of(code) for row in rows}
    nothing = NOTHING.of(code)
    return [
        TeamFigure(
            one,
            Figure(code, found.get((one.pk, month), nothing), found.get((one.pk, months_back(month, 2)), nothing)),
        )
        for one in teams
    ]


def last_month(today: date) -> date:
    """First day of the month that ended last."""
    return months_back(today, 2)
