"""Quality by month and skill by quarter, of the teams and sites the reader answers for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.models import Cycle, TeamQuarter
from hengcai.base.days import months_back
from hengcai.base.permissions import Doer
from hengcai.insight.rules.trends import Move, Point, Series, absent, corrected, move, point
from hengcai.quality import permissions as quality
from hengcai.quality.models import TeamMonth
from hengcai.quality.rules.months import SHOWN_MONTHS

QUALITY, SKILL = "quality", "skill"
SHOWN_QUARTERS = 4
ENDS = {QUALITY: (0.0, 100.0), SKILL: (1.0, 5.0)}  # of the scores' scales
Place = tuple[int, int | None]  # site, team
COLUMNS = ("site", "team", "site__name", "team__name", "moments")


@dataclass(frozen=True)
class Trend:
    """Sites first, then teams, by name. `periods`: months' first days, or cycles; the oldest first.

    `series` are those drawn; `moved`, `places` (sites and teams) and `teams` tell of all, `compared` of the whole family.
    """

    kind: str
    periods: Sequence[Any]
    series: Sequence[Series]
    moved: Sequence[tuple[str, Move]]
    places: int
    teams: int
    compared: int


@dataclass(frozen=True)
class Picked:
    """Which of all that was compared are drawn: a page shows a part, the correction holds for the whole.

    Without a `start` the first few, those that moved before the rest.
    """

    count: int
    start: int | None = None

    def of(self, places: Sequence[Place], moved: set[Place]) -> list[Place]:
        """In the order of names either way."""
        if self.start is not None:
            return list(places[self.start : self.start + self.count])
        chosen = set(sorted(places, key=lambda one: one not in moved)[: self.count])
        return [one for one in places if one in chosen]


ALL = Picked(count=100_000)


def trends(user: Doer, *, picked: Picked = ALL) -> list[Trend]:
    """Both are one family of comparisons. Empty for whoever answers for no team."""
    months, quarters = _months(user), _quarters(user)
    found = [one for one in (months, quarters) if one is not None]
    moves = corrected([move(moments) for one in found for moments in one.newest.values()])
    compared = sum(one is not None for one in moves)
    given, told = iter(moves), []
    for one in found:
        by_place = {place: next(given) for place in one.newest}
        told.append(one.trend(by_place, picked, compared))
    return told


@dataclass(frozen=True)
class _Found:
    """`newest`: the sums of the newest period by place, in the order of names."""

    kind: str
    sums: QuerySet[Any]
    period: str
    periods: Sequence[Any]
    newest: Mapping[Place, Sequence[float]]
    names: Mapping[Place, tuple[str, str]]

    def trend(self, moves: Mapping[Place, Move | None], picked: Picked, compared: int) -> Trend:
        moved = {place: one for place, one in moves.items() if one and one.is_beyond_chance}
        shown = picked.of(list(self.newest), set(moved))
        points = self._points(shown)
        series = [
            Series(*self.names[place], place[1], [points[place].get(_key(one), absent(one)) for one in self.periods], moves[place])
            for place in shown
        ]  # fmt: skip
        told = [(self.names[place][1], one) for place, one in moved.items()]
        teams = sum(team is not None for _site, team in self.newest)
        return Trend(self.kind, self.periods, series, told, len(self.newest), teams, compared)

    def _points(self, shown: Sequence[Place]) -> dict[Place, dict[Any, Point]]:
        """Who may see a place's newest period may see its earlier ones: they are not asked for again."""
        keys = {_key(one): one for one in self.periods}
        teams = [team for _site, team in shown if team is not None]
        sites = [site for site, team in shown if team is None]
        rows = self.sums.filter(Q(team__in=teams) | Q(team=None, site__in=sites), **{f"{self.period}__in": list(keys)})
        found: dict[Place, dict[Any, Point]] = defaultdict(dict)
        for site, team, key, moments in rows.values_list("site", "team", self.period, "moments"):
            found[site, team][key] = point(keys[key], moments, ends=ENDS[self.kind])
        return found


def period_code(period: Any) -> str:
    """2026-11, or the cycle's code."""
    return str(period.code) if isinstance(period, Cycle) else f"{period:%Y-%m}"


def _key(period: Any) -> Any:
    return period.pk if isinstance(period, Cycle) else period


def _months(user: Doer) -> _Found | None:
    rows = quality.SEE_MONTHS.rows(TeamMonth.objects.order_by(), user)
    newest = list(rows.filter(month=rows.order_by("-month").values("month")[:1]).values_list(*COLUMNS, "month"))
    if not newest:
        return None
    periods = [months_back(newest[0][-1], back) for back in range(SHOWN_MONTHS, 0, -1)]
    return _found(QUALITY, TeamMonth.objects.order_by(), "month", periods, [row[:-1] for row in newest])


def _quarters(user: Doer) -> _Found | None:
    rows = appraisal.SEE_QUARTERS.rows(TeamQuarter.objects.order_by(), user)
    cycles = Cycle.objects.filter(pk__in=rows.values("cycle")).order_by("-period_end", "code")[:SHOWN_QUARTERS]
    periods = list(cycles)[::-1]
    if not periods:
        return None
    return _found(
        SKILL, TeamQuarter.objects.order_by(), "cycle", periods, rows.filter(cycle=periods[-1]).values_list(*COLUMNS)
    )


def _found(kind: str, sums: QuerySet[Any], period: str, periods: Sequence[Any], here: Iterable[Any]) -> _Found:
    told = sorted(here, key=lambda row: (row[1] is not None, row[2], row[3] or ""))
    newest = {(site, team): moments for site, team, _site, _team, moments in told}
    names = {(row[0], row[1]): (row[2], row[3] or row[2]) for row in told}
    return _Found(kind, sums, period, periods, newest, names)
