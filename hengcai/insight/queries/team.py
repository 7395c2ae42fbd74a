"""A team against its posts' profiles: people × competencies, findings as counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q, QuerySet

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.queries.forms import observed_levels
from hengcai.appraisal.queries.results import results_seen_by
from hengcai.base.permissions import Doer
from hengcai.framework.models import Competency, Post
from hengcai.framework.queries import model_competencies
from hengcai.insight import permissions
from hengcai.insight.queries.person import exact_level, required_levels
from hengcai.insight.rules import (
    LEAST_NEWCOMERS,
    NEWCOMER_DAYS,
    Seen,
    Shortfall,
    mean_of,
    met_by_all,
    shortfalls,
)
from hengcai.people.models import Employment, Person, Team
from hengcai.people.permissions import on_day

RATED, OBSERVED = "rated", "observed"


def teams_seen_by(user: Doer, *, day: date) -> QuerySet[Team]:
    """By name; `people` counts who stands in the team that day."""
    here = Q(placements__since__lte=day) & (Q(placements__until__isnull=True) | Q(placements__until__gte=day))
    rows = Team.objects.select_related("site").annotate(people=Count("placements", filter=here)).order_by("site__name", "name")
    return permissions.SEE_TEAM.rows(rows.filter(people__gt=0), user)


def skill_cycles(user: Doer) -> QuerySet[Cycle]:
    """Cycles with levels: published ones, and preliminary ones for those who run them."""
    shown = [Cycle.State.PUBLISHED]
    if user.roles & {"appraisal_group", "hr", "head"}:
        shown.append(Cycle.State.PRELIMINARY)
    return Cycle.objects.filter(kind=Cycle.Kind.QUARTER, state__in=shown).order_by("-period_end")


@dataclass(frozen=True)
class HeatRow:
    person: Person
    result: Result
    is_newcomer: bool
    cells: Sequence[Seen | None]


@dataclass(frozen=True)
class NewcomerFinding:
    code: str
    mean: Fraction
    n: int


@dataclass(frozen=True)
class TeamGaps:
    team: Team
    cycle: Cycle
    kind: str
    posts: Sequence[Post]
    competencies: Sequence[Competency]
    required: Mapping[str, Fraction]
    rows: Sequence[HeatRow]
    findings: Sequence[Shortfall]
    before: Mapping[str, Shortfall]
    newcomers: Sequence[NewcomerFinding]
    all_meet: Sequence[str]
    finals: Sequence[tuple[float, int, str]]
    without_score: int

    def name_of(self, code: str) -> object:
        return next(one.name for one in self.competencies if one.code == code)


def team_gaps(team: Team, cycle: Cycle, user: Doer, *, kind: str = RATED) -> TeamGaps:
    results = _results(team, cycle, user)
    posts = sorted({result.participant.post for result in results}, key=lambda post: post.order)
    competencies = _competencies(cycle, posts)
    required = {code: level for post in posts for code, level in required_levels(post.pk, cycle).items()}
    levels = _levels(results, cycle, kind)
    rows = _rows(results, competencies, levels, cycle)
    by_code = _by_code(rows, competencies)
    before = _before(team, cycle, user, kind)
    return TeamGaps(
        team=team, cycle=cycle, kind=kind, posts=posts, competencies=competencies, required=required, rows=rows,
        findings=shortfalls(by_code, required), before=before, newcomers=_newcomers(rows, competencies),
        all_meet=met_by_all(by_code, required), finals=finals(results),
        without_score=sum(result.final is None for result in results),
    )  # fmt: skip


def _results(team: Team, cycle: Cycle, user: Doer) -> list[Result]:
    rows = results_seen_by(user).filter(participant__cycle=cycle, participant__placement__team=team)
    return list(rows.order_by("participant__person__name", "pk"))


def _competencies(cycle: Cycle, posts: Sequence[Post]) -> list[Competency]:
    found: dict[str, Competency] = {}
    for post in posts:
        for one in model_competencies(cycle.framework, post):
            found.setdefault(one.code, one)
    return list(found.values())


def _levels(results: Sequence[Result], cycle: Cycle, kind: str) -> dict[int, dict[str, Seen]]:
    if kind == RATED:
        return {result.participant.person_id: _rated(result.levels) for result in results}
    people = [result.participant.person_id for result in results]
    observed = observed_levels(people, start=cycle.period_start, end=cycle.period_end)
    return {
        person: {code: Seen(one.mean, one.low, one.high, one.n) for code, one in by_code.items()}
        for person, by_code in observed.items()
    }


def _rated(levels: Mapping[str, Any]) -> dict[str, Seen]:
    exact = {code: exact_level(levels, code) for code in levels}
    return {code: Seen(value, n=levels[code]["n_raters"]) for code, value in exact.items() if value is not None}


def _rows(
    results: Sequence[Result], competencies: Sequence[Competency], levels: Mapping[int, Mapping[str, Seen]], cycle: Cycle
) -> list[HeatRow]:
    new = _newcomer_ids([result.participant.person_id for result in results], cycle.period_end)
    return [
        HeatRow(
            result.participant.person, result, result.participant.person_id in new,
            [levels.get(result.participant.person_id, {}).get(one.code) for one in competencies],
        )
        for result in results
    ]  # fmt: skip


def _newcomer_ids(people: Sequence[int], day: date) -> set[int]:
    recent = Employment.objects.filter(person__in=people, hired_on__gt=day - timedelta(days=NEWCOMER_DAYS))
    return set(recent.values_list("person_id", flat=True))


def _by_code(rows: Sequence[HeatRow], competencies: Sequence[Competency]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for row in rows:
        for competency, cell in zip(competencies, row.cells, strict=True):
            if cell is not None:
                found[competency.code].append(cell)
    return found


def _newcomers(rows: Sequence[HeatRow], competencies: Sequence[Competency]) -> list[NewcomerFinding]:
    """The newcomers' weakest competency, when there are at least two of them and they stand below 3."""
    fresh = [row for row in rows if row.is_newcomer]
    if len(fresh) < LEAST_NEWCOMERS:
        return []
    by_code = _by_code(fresh, competencies)
    found = []
    for code, cells in by_code.items():
        mean = mean_of([cell.value for cell in cells])
        if mean is not None and mean < 3 and len(cells) >= LEAST_NEWCOMERS:
            found.append(NewcomerFinding(code, mean, len(cells)))
    return sorted(found, key=lambda one: one.mean)[:1]


def _before(team: Team, cycle: Cycle, user: Doer, kind: str) -> dict[str, Shortfall]:
    earlier = skill_cycles(user).filter(period_end__lt=cycle.period_start).first()
    if earlier is None:
        return {}
    results = _results(team, earlier, user)
    posts = sorted({result.participant.post for result in results}, key=lambda post: post.order)
    competencies = _competencies(earlier, posts)
    rows = _rows(results, competencies, _levels(results, earlier, kind), earlier)
    by_code = _by_code(rows, competencies)
    required = {code: level for post in posts for code, level in required_levels(post.pk, earlier).items()}
    return {one.code: one for one in shortfalls(by_code, required, most=len(by_code))}


TONES = {"excellent": "excellent", "good": "good", "to_improve": "improve", "pass": "good", "fail": "improve"}


def finals(results: Sequence[Result]) -> list[tuple[float, int, str]]:
    """(final, how many, tone), lowest first."""
    counts: dict[tuple[float, str], int] = defaultdict(int)
    for result in results:
        if result.final is not None:
            counts[(float(result.final), TONES.get(result.band, "grey"))] += 1
    return [(score, count, tone) for (score, tone), count in sorted(counts.items())]


def people_on(team: Team, day: date) -> QuerySet[Person]:
    return Person.objects.filter(placements__in=team.placements.filter(on_day(day))).order_by("name")
