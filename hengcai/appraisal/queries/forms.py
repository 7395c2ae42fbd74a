"""A rater's form: its items, the period's evidence beside them, what is due."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Participant, Rating, RatingTask
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.base.permissions import Doer
from hengcai.evidence.queries import observed_values
from hengcai.framework.models import Competency
from hengcai.framework.queries import model_competencies
from hengcai.measurement.intervals import mean_interval

SHOWN_FROM = 3  # contacts from which on an interval is shown


def tasks_of(user: Doer) -> QuerySet[RatingTask]:
    """The forms this user fills in, soonest first."""
    rows = RatingTask.objects.select_related("participant__person", "participant__cycle", "participant__post")
    rows = rows.exclude(state=RatingTask.State.WITHDRAWN).order_by("due_on", "participant__person__name", "pk")
    return permissions.FILL_TASK.rows(rows, user)


def open_tasks_of(user: Doer) -> QuerySet[RatingTask]:
    return tasks_of(user).filter(state=RatingTask.State.OPEN, participant__cycle__state="collecting")


def form_items(task: RatingTask) -> list[Competency]:
    """The competencies of the post's model; peers see collaboration only."""
    participant = task.participant
    items = model_competencies(participant.cycle.framework, participant.post)
    if task.source == RatingTask.Source.PEER:
        return [item for item in items if item.code == PEER_ITEM]
    return items


@dataclass(frozen=True)
class Observed:
    """What the period's contacts show of one competency: mean, interval from three contacts on, how many."""

    mean: Fraction
    low: float | None
    high: float | None
    n: int


def observed_levels(person_ids: list[int], *, start: date, end: date) -> dict[int, dict[str, Observed]]:
    """By person and competency code; each contact is one value."""
    values: dict[int, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for person, code, exact in observed_values(person_ids, start=start, end=end):
        values[person][code].append(Fraction(exact))
    return {person: {code: _observed(found) for code, found in by_code.items()} for person, by_code in values.items()}


def _observed(found: list[Fraction]) -> Observed:
    mean = sum(found, Fraction(0)) / len(found)
    if len(found) < SHOWN_FROM:
        return Observed(mean, None, None, len(found))
    interval = mean_interval([float(value) for value in found])
    if not interval.se:
        return Observed(mean, None, None, len(found))  # equal values say nothing about how far others may lie
    low = None if interval.low is None else max(1.0, interval.low)
    high = None if interval.high is None else min(5.0, interval.high)
    return Observed(mean, low, high, len(found))


def observed_for(participant: Participant) -> dict[str, tuple[Fraction, int]]:
    """Mean level and contacts by competency over the cycle's period."""
    cycle = participant.cycle
    levels = observed_levels([participant.person_id], start=cycle.period_start, end=cycle.period_end)
    return {code: (seen.mean, seen.n) for code, seen in levels.get(participant.person_id, {}).items()}


@dataclass(frozen=True)
class FormLine:
    item: Competency
    rating: Rating | None
    observed: Observed | None


@dataclass(frozen=True)
class RatingForm:
    task: RatingTask
    lines: list[FormLine]
    others_sent: int
    may_see_evidence: bool


def rating_form(task: RatingTask) -> RatingForm:
    """One form as its rater sees it. The superior has the period's evidence in view; peers and the
    practical examiner judge what they saw themselves."""
    given = {rating.competency.code: rating for rating in task.ratings.select_related("competency")}
    sees = task.source in {RatingTask.Source.SUPERIOR, RatingTask.Source.SELF}
    cycle, person = task.participant.cycle, task.participant.person_id
    seen: dict[str, Observed] = {}
    if sees:
        seen = observed_levels([person], start=cycle.period_start, end=cycle.period_end).get(person, {})
    lines = [FormLine(item, given.get(item.code), seen.get(item.code)) for item in form_items(task)]
    others = task.participant.tasks.filter(state=RatingTask.State.SENT).exclude(pk=task.pk).count()
    return RatingForm(task, lines, others, sees)


def given_of(task: RatingTask) -> dict[str, Any]:
    """What stands on a form so far, by competency code."""
    return {rating.competency.code: rating for rating in task.ratings.select_related("competency")}
