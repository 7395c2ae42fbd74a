"""How the scores of a cycle fall by team, and the levels given by rater."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median, stdev

from django.db.models import Avg, F, FloatField, QuerySet
from django.db.models.functions import Cast

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.queries.board import team_scores, teams_of
from hengcai.base.permissions import Doer
from hengcai.measurement.intervals import mean_interval

LEAST = 2
Told = tuple[float, str, str]  # a value, its band, whose it is


@dataclass(frozen=True)
class Row:
    """One team or one rater. `low`, `high`: of the mean, as if its people were drawn from more; None of fewer than two."""

    key: int
    name: str
    values: Sequence[Told]
    people: int

    @property
    def numbers(self) -> list[float]:
        return [value for value, _band, _name in self.values]

    @property
    def mean(self) -> float | None:
        return mean(self.numbers) if self.values else None

    @property
    def median(self) -> float | None:
        return median(self.numbers) if self.values else None

    @property
    def spread(self) -> float | None:
        return stdev(self.numbers) if len(self.values) >= LEAST else None

    @property
    def interval(self) -> tuple[float, float] | None:
        if len(set(self.numbers)) < LEAST:
            return None
        found = mean_interval(self.numbers)
        return None if found.low is None or found.high is None else (found.low, found.high)

    @property
    def bands(self) -> Mapping[str, int]:
        return Counter(band for _value, band, _name in self.values)


def by_team(cycle: Cycle, user: Doer, teams: Sequence[Mapping[str, object]]) -> list[Row]:
    """Of one page of `teams_in`."""
    scored = team_scores(cycle, user, teams=teams)
    return [
        Row(int(str(team["team"] or 0)), one.name, [(float(each.final), each.band, each.name) for each in one.scored], one.people)
        for team, one in zip(teams, scored, strict=True)
    ]  # fmt: skip


def teams_in(cycle: Cycle, user: Doer, *, team: int = 0) -> list[Mapping[str, object]]:
    rows = teams_of(cycle, user)
    return list(rows.filter(placement__team=team) if team else rows)


def raters_in(cycle: Cycle, user: Doer) -> list[tuple[int, str]]:
    """Superiors who have sent a form, by name."""
    rows = _superiors(cycle, user).order_by("rater__name", "rater_id").values_list("rater_id", "rater__name")
    return list(dict.fromkeys(rows))


def by_rater(cycle: Cycle, user: Doer, raters: Sequence[tuple[int, str]]) -> list[Row]:
    """Each superior's means of the people rated."""
    rows = _superiors(cycle, user).filter(rater__in=[key for key, _name in raters]).order_by("pk")
    told = rows.annotate(level=Avg(Cast(F("ratings__level"), FloatField()))).exclude(level=None)
    found: dict[int, list[Told]] = defaultdict(list)
    for rater, level, name in told.values_list("rater_id", "level", "participant__person__name"):
        found[rater].append((level, "", name))
    return [Row(key, name, found[key], len(found[key])) for key, name in raters]


def _superiors(cycle: Cycle, user: Doer) -> QuerySet[RatingTask]:
    rows = RatingTask.objects.filter(
        participant__cycle=cycle, source=RatingTask.Source.SUPERIOR, state=RatingTask.State.SENT
    )
    return permissions.SEE_RATER.rows(rows, user)
