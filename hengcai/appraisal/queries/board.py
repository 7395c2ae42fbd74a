"""The cycle board: how far each source is, what the group should look at, how the scores fall."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.fields.json import KT

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Finding, Participant, RatingTask, Result, TestMark
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.spread import BandShare, Leaning, band_shares, leanings
from hengcai.base.permissions import Doer
from hengcai.jobs.models import Job

SOURCE, STATE = RatingTask.Source, RatingTask.State
ORDER = (SOURCE.SELF, SOURCE.PEER, SOURCE.PRACTICAL, SOURCE.SUPERIOR)
LATE_SHOWN = 3
COMPUTE_JOB = "compute-cycle"


@dataclass(frozen=True)
class Step:
    """One line of the board: how many forms of a source are in, until when, who is late."""

    source: str
    sent: int
    total: int
    due_on: date | None
    late: Sequence[tuple[str, int]]
    late_raters: int

    @property
    def is_done(self) -> bool:
        return self.sent == self.total

    @property
    def more_late(self) -> int:
        return self.late_raters - len(self.late)


def steps(cycle: Cycle, *, today: date) -> list[Step]:
    rows = RatingTask.objects.filter(participant__cycle=cycle).exclude(state=STATE.WITHDRAWN)
    counted = rows.values("source").annotate(
        total=Count("pk"), sent=Count("pk", filter=Q(state=STATE.SENT)), due=Max("due_on")
    )
    by_source = {row["source"]: row for row in counted}
    late = _late(rows, today) if cycle.state == Cycle.State.COLLECTING else {}
    return [_step(source, by_source[source], late.get(source, [])) for source in ORDER if source in by_source]


def _step(source: str, row: Any, late: list[tuple[str, int]]) -> Step:
    return Step(source, row["sent"], row["total"], row["due"], late[:LATE_SHOWN], len(late))


def _late(rows: QuerySet[RatingTask], today: date) -> dict[str, list[tuple[str, int]]]:
    """Raters with forms past their day, most first."""
    late = rows.filter(state=STATE.OPEN, due_on__lt=today).values("source", "rater_id", name=F("rater__name"))
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in late.annotate(count=Count("pk")).order_by("-count", "name"):
        found[row["source"]].append((row["name"], row["count"]))
    return found


@dataclass(frozen=True)
class Column:
    """How many people have one final score."""

    final: Decimal
    band: str
    n: int


@dataclass(frozen=True)
class Spread:
    """Finals by value, lowest first; shares of the bands, best first."""

    columns: Sequence[Column]
    bands: Sequence[BandShare]
    cuts: Sequence[tuple[str, Decimal]]
    without_score: int

    @property
    def scored(self) -> int:
        return sum(column.n for column in self.columns)


def spread(cycle: Cycle) -> Spread:
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).values("final", "band")
    counted = list(rows.annotate(count=Count("pk")).order_by("final"))
    columns = [Column(row["final"], row["band"], row["count"]) for row in counted if row["final"] is not None]
    policy = parsed(cycle.policy)
    bands = policy.grades if isinstance(policy, MonthPolicy) else policy.bands
    counts = {band.code: sum(one.n for one in columns if one.band == band.code) for band in bands}
    cuts = [(band.code, Decimal(band.start.text)) for band in bands]
    return Spread(columns, band_shares(counts), cuts, sum(row["count"] for row in counted if row["final"] is None))


@dataclass(frozen=True)
class Scored:
    """One person's result on the board."""

    result: int
    name: str
    final: Decimal
    band: str


@dataclass(frozen=True)
class TeamScores:
    """One team's people who have a score, by name; `people` counts all of them."""

    name: str
    people: int
    scored: Sequence[Scored]

    @property
    def median(self) -> Decimal | None:
        return median(one.final for one in self.scored) if self.scored else None


def teams_of(cycle: Cycle, user: Doer) -> QuerySet[Any]:
    """Teams in which the cycle's people stood, by site and name, with how many; who stood in none comes last."""
    rows = permissions.SEE_PARTICIPANT.rows(cycle.participants.order_by(), user)
    counted = rows.values(
        team=F("placement__team"), name=F("placement__team__name"), site=F("placement__team__site__name")
    )
    return counted.annotate(people=Count("pk")).order_by(F("site").asc(nulls_last=True), "name", "team")


def team_scores(cycle: Cycle, user: Doer, *, teams: Sequence[Mapping[str, Any]]) -> list[TeamScores]:
    """Of one page of teams; nobody of the group meets themselves."""
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True, final__isnull=False)
    known = [one["team"] for one in teams if one["team"] is not None]
    here = Q(participant__placement__team__in=known)
    here |= Q(participant__placement__team=None) if len(known) < len(teams) else Q()
    rows = permissions.SEE_RESULT.rows(rows.filter(here), user).order_by("participant__person__name", "pk")
    found: dict[int | None, list[Scored]] = defaultdict(list)
    columns = ("participant__placement__team", "pk", "participant__person__name", "final", "band")
    for team, *told in rows.values_list(*columns):
        found[team].append(Scored(*told))
    return [TeamScores(one["name"] or "", one["people"], found[one["team"]]) for one in teams]


@dataclass(frozen=True)
class Superiors:
    """Each superior's mean over the people rated, against everybody's; `twice`: people two superiors rated."""

    leanings: Sequence[Leaning]
    twice: int

    @property
    def apart(self) -> list[Leaning]:
        return [one for one in self.leanings if one.is_apart]


def superiors(cycle: Cycle) -> Superiors:
    """From the stored results; people with two superiors are counted and left out of the means."""
    tasks = RatingTask.objects.filter(participant__cycle=cycle, source=SOURCE.SUPERIOR, state=STATE.SENT)
    raters: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for participant, name, number in tasks.values_list("participant_id", "rater__name", "rater__number"):
        raters[participant].append((name, number))
    scores = Result.objects.filter(participant__cycle=cycle, is_current=True)
    values: dict[tuple[str, str], list[float]] = defaultdict(list)
    for participant, score in scores.values_list("participant_id", KT("detail__sources__superior__score")):
        if score not in (None, "", "null") and len(raters[participant]) == 1:
            values[raters[participant][0]].append(float(score))
    by_name = _named(dict(sorted(values.items())))
    return Superiors(leanings(by_name), sum(len(some) > 1 for some in raters.values()))


def _named(values: dict[tuple[str, str], list[float]]) -> dict[str, list[float]]:
    """Two superiors of the same name are kept apart."""
    names = [name for name, _rater in values]
    return {f"{name} ({rater})" if names.count(name) > 1 else name: some for (name, rater), some in values.items()}


def findings_of(cycle: Cycle, user: Doer) -> QuerySet[Finding]:
    rows = Finding.objects.filter(result__participant__cycle=cycle, result__is_current=True)
    return permissions.SEE_FINDING.rows(rows.order_by("reason", "result__participant__person__name", "pk"), user)


def places_of(cycle: Cycle) -> int:
    """Decimals the cycle's policy rounds to."""
    policy = parsed(cycle.policy)
    return TOTAL_PLACES if isinstance(policy, MonthPolicy) else policy.places


def job_of(cycle: Cycle) -> Job | None:
    """The computation under way or the last one that failed."""
    last = Job.objects.filter(kind=COMPUTE_JOB, target=cycle.pk).order_by("-pk").first()
    return last if last and last.state != Job.State.DONE else None


def mark_count(cycle: Cycle) -> int:
    """People with a written mark."""
    return TestMark.objects.filter(participant__cycle=cycle).values("participant").distinct().count()


def participants_of(cycle: Cycle, user: Doer) -> QuerySet[Participant]:
    rows = cycle.participants.select_related("person", "post", "placement__team").order_by("person__name", "pk")
    return permissions.SEE_PARTICIPANT.rows(rows, user)


@dataclass(frozen=True)
class PersonForms:
    """One participant with their forms and, once computed, their result."""

    participant: Participant
    tasks: Sequence[RatingTask]
    result: Result | None

    @property
    def open_tasks(self) -> list[RatingTask]:
        return [task for task in self.tasks if task.state == STATE.OPEN]

    @property
    def sent_count(self) -> int:
        return sum(task.state == STATE.SENT for task in self.tasks)

    @property
    def wanted_count(self) -> int:
        return sum(task.state != STATE.WITHDRAWN for task in self.tasks)


def people_forms(participants: Sequence[Participant], user: Doer) -> list[PersonForms]:
    """For one page of participants: two queries however many there are."""
    keys = [one.pk for one in participants]
    tasks: dict[int, list[RatingTask]] = defaultdict(list)
    for task in tasks_on(keys, user):
        tasks[task.participant_id].append(task)
    results = Result.objects.filter(participant__in=keys, is_current=True)
    by_participant = {one.participant_id: one for one in permissions.SEE_RESULT.rows(results, user)}
    return [PersonForms(one, tasks[one.pk], by_participant.get(one.pk)) for one in participants]


def tasks_on(participants: Sequence[int], user: Doer) -> QuerySet[RatingTask]:
    rows = RatingTask.objects.filter(participant__in=list(participants)).select_related("rater")
    return permissions.SEE_TASK.rows(rows.order_by("source", "rater__name", "pk"), user)
