"""What stands out in how a cycle was rated, from its sent forms and its results. Builds rows; the actions write them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, FloatField, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from hengcai.appraisal.models import Cycle, Pattern, Rating, RatingTask, Result
from hengcai.appraisal.rules import person_patterns as of_people
from hengcai.appraisal.rules.patterns import Forms, Odd, patterns_in, seed_of
from hengcai.appraisal.rules.person_patterns import Candidate, Scores
from hengcai.appraisal.rules.policy import SOURCES
from hengcai.base.apart import apart

AT_ONCE = 500
OF_THE_FRONTLINE = ("customer", "practical")
SENT, SUPERIOR = RatingTask.State.SENT, RatingTask.Source.SUPERIOR
OF_ONE = (Pattern.Kind.DISAGREE, Pattern.Kind.SELF_APART, Pattern.Kind.OUTLIER, Pattern.Kind.MOVED)
Marks = tuple[Sequence[float], Sequence[float]]


@dataclass(frozen=True)
class Found:
    """A row, and the people it is about."""

    pattern: Pattern
    concerns: Sequence[int]


@dataclass
class People:
    """The cycle's people as columns, and where each stands in it."""

    scores: Scores = field(default_factory=Scores)
    participants: dict[int, int] = field(default_factory=dict)  # person → participant


def patterns_of(cycle: Cycle) -> list[Found]:
    """The same twice: what is drawn by lot is drawn from the cycle's own seed."""
    seed, people = seed_of(f"{cycle.code}|{cycle.seed}"), people_of(cycle)
    odd = apart(of_people.score_patterns, people.scores, seed)
    if not cycle.has_forms:
        return [_found(cycle, one, people, {}) for one in odd]
    some: list[Candidate] = apart(of_people.candidates, people.scores)
    odd += apart(of_people.judged, some, _marks(some, people), people.scores)
    odd += apart(patterns_in, forms_of(cycle), seed)
    raters = _raters_of(cycle, [people.participants[one.people[0]] for one in odd if one.kind in OF_ONE])
    return [_found(cycle, one, people, raters) for one in odd]


def people_of(cycle: Cycle) -> People:
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).order_by("participant_id")
    columns = (
        "participant_id", "participant__person_id", "participant__placement__team_id", "final", "participant__post__is_frontline",
    )  # fmt: skip
    told = [KT(f"detail__sources__{source}__score") for source in SOURCES] if cycle.has_forms else []
    before, found = _before(cycle), People()
    for participant, person, team, final, is_frontline, *said in rows.values_list(*columns, *told):
        found.participants[person] = participant
        found.scores.person.append(person)
        found.scores.team.append(team or 0)
        found.scores.final.append(None if final is None else float(final))
        found.scores.before.append(before.get(person))
        found.scores.sources.append(_scores(dict(zip(SOURCES, said, strict=False)), is_frontline=is_frontline))
    return found


def _scores(said: Mapping[str, str | None], *, is_frontline: bool) -> dict[str, float | None]:
    """Customers and practical tests speak of those who face customers only."""
    asked = [source for source in said if is_frontline or source not in OF_THE_FRONTLINE]
    return {source: float(said[source] or 0) if _is_told(said[source]) else None for source in asked}


def _is_told(score: str | None) -> bool:
    """Databases differ in what they give for a null within JSON."""
    return score not in (None, "", "null")


def _before(cycle: Cycle) -> Mapping[int, float]:
    """Scores of the cycle of this kind before it, where both are read on one scale."""
    earlier = Cycle.objects.filter(kind=cycle.kind, state=Cycle.State.PUBLISHED, period_end__lt=cycle.period_start)
    last = earlier.order_by("-period_end").first()
    if last is None or (cycle.has_forms and last.framework_id != cycle.framework_id):
        return {}
    rows = Result.objects.filter(participant__cycle=last, is_current=True, final__isnull=False)
    return {person: float(final) for person, final in rows.values_list("participant__person_id", "final") if final}


def forms_of(cycle: Cycle) -> Forms:
    """One row a sent form, summed by the database."""
    level = Cast(F("level"), FloatField())
    columns = (
        "task_id",
        "task__source",
        "task__rater_id",
        "task__participant__person_id",
        "task__participant__post_id",
    )
    rows = Rating.objects.filter(task__participant__cycle=cycle, task__state=SENT, level__isnull=False)
    summed = (
        rows.order_by("task_id")
        .values_list(*columns)
        .annotate(total=Sum(level), squares=Sum(level * level), n=Count("pk"))
    )
    forms = Forms()
    kept = (forms.source, forms.rater, forms.person, forms.post, forms.total, forms.squares, forms.n)
    for _task, *told in summed.iterator(chunk_size=5000):
        for column, value in zip(kept, told, strict=True):
            column.append(value)  # type: ignore[attr-defined]
    return forms


def _marks(some: Sequence[Candidate], people: People) -> list[Marks]:
    """The single marks behind the two sources of each candidate, from what its result keeps."""
    wanted = sorted({people.participants[people.scores.person[one.at]] for one in some})
    inputs: dict[int, Any] = {}
    for start in range(0, len(wanted), AT_ONCE):
        rows = Result.objects.filter(participant__in=wanted[start : start + AT_ONCE], is_current=True)
        inputs |= dict(rows.values_list("participant_id", "inputs"))
    return [_two(one, inputs[people.participants[people.scores.person[one.at]]]) for one in some]


def _two(one: Candidate, inputs: Mapping[str, Any]) -> Marks:
    if one.kind != Pattern.Kind.SELF_APART:
        return _of(one.source, inputs), _of(one.other, inputs)
    own, theirs = _by_item("self", inputs), _by_item(SUPERIOR, inputs)
    both = sorted(own.keys() & theirs.keys())
    return [own[item] for item in both], [theirs[item] for item in both]


def _of(source: str, inputs: Mapping[str, Any]) -> list[float]:
    if source == "customer":
        return [float(score) for score, count in inputs["customers"] for _one in range(count)]
    return [float(level) for told, _rater, _item, level in inputs["ratings"] if told == source and level is not None]


def _by_item(source: str, inputs: Mapping[str, Any]) -> dict[str, float]:
    """Means over raters."""
    found: dict[str, list[float]] = defaultdict(list)
    for told, _rater, item, level in inputs["ratings"]:
        if told == source and level is not None:
            found[item].append(float(level))
    return {item: sum(levels) / len(levels) for item, levels in found.items()}


def _raters_of(cycle: Cycle, participants: Sequence[int]) -> dict[int, list[RatingTask]]:
    """Whose ratings a finding on these people is about."""
    found: dict[int, list[RatingTask]] = defaultdict(list)
    rows = RatingTask.objects.filter(participant__cycle=cycle, state=SENT).order_by("pk")
    for start in range(0, len(participants), AT_ONCE):
        for task in rows.filter(participant__in=participants[start : start + AT_ONCE]):
            found[task.participant_id].append(task)
    return found


def _found(cycle: Cycle, one: Odd, people: People, raters: Mapping[int, Sequence[RatingTask]]) -> Found:
    row = Pattern(
        cycle=cycle, kind=one.kind, source=one.source, other=one.other, rater_id=one.rater or None,
        team_id=one.team or None, value=_six(one.value), expected=_six(one.expected), chance=_ten(one.chance),
        adjusted=_ten(one.adjusted), looks=one.looks, n=one.n,
    )  # fmt: skip
    concerns = {*one.people, *([one.rater] if one.rater else [])}
    if one.kind in OF_ONE:
        row.participant_id = people.participants[one.people[0]]
        rated = [task for task in raters.get(row.participant_id, ()) if _is_part(task, one)]
        row.task = next((task for task in rated if task.source == SUPERIOR), None)
        concerns |= {task.rater_id for task in rated}
    row.key = f"{row.made_key()}:{min(one.people) if one.kind == Pattern.Kind.MUTUAL else ''}"
    return Found(row, sorted(concerns))


def _is_part(task: RatingTask, one: Odd) -> bool:
    """A form whose rater has a part in what the finding is about."""
    return task.source in (one.source, one.other) or (one.kind == Pattern.Kind.SELF_APART and task.source == SUPERIOR)


def _six(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _ten(value: float) -> Decimal:
    return Decimal(f"{max(value, 1e-10):.10f}")
