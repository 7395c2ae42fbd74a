"""A rater's form: its items, the period's evidence beside them, what is due."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from django.db.models import Count, Q, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.inputs import Period, zone
from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask
from hengcai.appraisal.rules.raters import PEER_ITEM, is_far
from hengcai.base.days import bounds
from hengcai.base.permissions import Doer
from hengcai.evidence.models import Evidence
from hengcai.evidence.queries import observed_values, one_an_occasion
from hengcai.framework.models import Competency, Framework
from hengcai.framework.queries import asked_competencies, model_competencies
from hengcai.framework.scales import Reader, read_on
from hengcai.interactions.models import Contact
from hengcai.measurement.intervals import mean_interval
from hengcai.quality.actions.evaluations import SOURCE as EVALUATION
from hengcai.quality.models import Evaluation

SHOWN_FROM = 3  # contacts from which on an interval is shown
LEVELS = (1, 2, 3, 4, 5)
SOURCE, STATE = RatingTask.Source, RatingTask.State
CYCLE = Cycle.State


def tasks_of(user: Doer) -> QuerySet[RatingTask]:
    """The forms this user fills in, soonest first."""
    rows = RatingTask.objects.select_related(
        "participant__person", "participant__cycle__framework", "participant__post", "rater"
    )
    rows = rows.exclude(state=STATE.WITHDRAWN).order_by("due_on", "participant__person__name", "pk")
    return permissions.FILL_TASK.rows(rows, user)


ASKED_FOR = ~Q(returned_because="") | Q(nudged_at__isnull=False)
WANTED = Q(participant__cycle__state=CYCLE.COLLECTING) | Q(participant__cycle__state=CYCLE.PRELIMINARY) & ASKED_FOR


def open_tasks_of(user: Doer) -> QuerySet[RatingTask]:
    """While collecting all; after the computing what was given back or asked for."""
    return tasks_of(user).filter(WANTED, state=STATE.OPEN)


def left_tasks_of(user: Doer) -> QuerySet[RatingTask]:
    """Begun or given back, and the collecting ended without them: nothing written is lost."""
    begun = Q(edit_count__gt=0) | ~Q(returned_because="")
    ended = ~Q(participant__cycle__state__in=(CYCLE.DRAFT, CYCLE.COLLECTING))
    return tasks_of(user).filter(begun, ended, ~WANTED, state=STATE.OPEN).order_by("-saved_at", "pk")


def is_taken(task: RatingTask, cycle: Cycle) -> bool:
    """Whether a form may still be sent: while collecting; given back or asked for, until publication is proposed; late,
    into a correction, once the results are out."""
    if cycle.state == CYCLE.PRELIMINARY:
        return task.returned_because != "" or task.nudged_at is not None
    return cycle.state in {CYCLE.COLLECTING, CYCLE.PUBLISHED}


def sent_tasks_of(user: Doer) -> QuerySet[RatingTask]:
    return tasks_of(user).filter(state=STATE.SENT).order_by("-sent_at", "pk")


def form_items(task: RatingTask) -> list[Competency]:
    """The competencies of the post's model, by code and name; peers see collaboration only."""
    return _asked_of(task, asked_competencies(task.participant.cycle.framework, task.participant.post))


def _shown_items(task: RatingTask) -> list[Competency]:
    """The same with their indicators and anchors."""
    return _asked_of(task, model_competencies(task.participant.cycle.framework, task.participant.post))


def _asked_of(task: RatingTask, items: list[Competency]) -> list[Competency]:
    return [item for item in items if task.source != SOURCE.PEER or item.code == PEER_ITEM]


@dataclass(frozen=True)
class Observed:
    """What the period's contacts show of one competency: mean, interval from three contacts on, how many."""

    mean: Fraction
    low: float | None
    high: float | None
    n: int


Levels = dict[int, dict[str, Observed]]
Values = dict[int, dict[str, list[Fraction | int]]]


def observed_levels(
    person_ids: Sequence[int], *, of: Cycle, framework: Framework | None = None, read: Reader | None = None
) -> Levels:
    """By person and competency code over the cycle's period; each contact is one value.

    Read on the scale of the cycle's framework, or of the one named; `read`: where that is at hand already.
    """
    return _levels(_gathered(_values(person_ids, of, framework or of.framework, read)))


def _values(
    person_ids: Sequence[int], cycle: Cycle, framework: Framework, read: Reader | None = None
) -> Iterator[tuple[int, str, str]]:
    return observed_values(person_ids, start=cycle.period_start, end=cycle.period_end, framework=framework, read=read)


def observed_cases(person_ids: Sequence[int], *, of: Cycle) -> Values:
    """What each contact shows, for thousands of people at once."""
    return _gathered(_values(person_ids, of, of.framework))


def observed_means(person_ids: Sequence[int], *, of: Cycle) -> dict[int, dict[str, tuple[Fraction, int]]]:
    """Mean and number of contacts alone."""
    return {person: means_of(by_code) for person, by_code in observed_cases(person_ids, of=of).items()}


def means_of(by_code: Mapping[str, Sequence[Fraction | int]]) -> dict[str, tuple[Fraction, int]]:
    return {code: (_mean(some), len(some)) for code, some in by_code.items()}


def published_levels(person_id: int, *, of: Cycle, read: Reader | None = None) -> dict[str, Observed]:
    """The levels as the person themselves may see them: of evaluations they have been shown."""
    shown = Evaluation.objects.filter(agent=person_id, is_current=True, state=Evaluation.State.PUBLISHED)
    rows = Evidence.objects.filter(person=person_id, kind=Evidence.Kind.OBSERVED, is_superseded=False)
    period = (of.period_start, of.period_end)
    rows = rows.filter(on__range=period, source_kind=EVALUATION, source_id__in=shown.values("assignment_id"))
    return _levels(_gathered(one_an_occasion(rows, read or read_on(of.framework)))).get(person_id, {})


def _gathered(values: Iterable[tuple[int, str, str]]) -> Values:
    found: Values = defaultdict(lambda: defaultdict(list))
    for person, code, exact in values:
        found[person][code].append(_level(exact))
    return found


@lru_cache(maxsize=4096)
def _level(exact: str) -> Fraction | int:
    """Most levels are whole: those are added up as integers."""
    return int(exact) if exact.isdigit() else Fraction(exact)


def _levels(values: Values) -> Levels:
    return {person: {code: _observed(some) for code, some in by_code.items()} for person, by_code in values.items()}


def _mean(found: Sequence[Fraction | int]) -> Fraction:
    return Fraction(sum(found)) / len(found)


def _observed(found: Sequence[Fraction | int]) -> Observed:
    mean = _mean(found)
    if len(found) < SHOWN_FROM or len(set(found)) == 1:
        return Observed(mean, None, None, len(found))  # equal values say nothing about how far others may lie
    interval = mean_interval([float(value) for value in found])
    low, high = interval.low, interval.high
    return Observed(mean, None if low is None else max(1.0, low), None if high is None else min(5.0, high), len(found))


def observed_for(participant: Participant) -> dict[str, tuple[Fraction, int]]:
    """Mean level and contacts by competency over the cycle's period."""
    cycle, person = participant.cycle, participant.person_id
    return observed_means([person], of=cycle).get(person, {})


@dataclass(frozen=True)
class FormLine:
    """`far`: levels that ask for a reason."""

    item: Competency
    rating: Rating | None
    observed: Observed | None
    far: frozenset[int]


@dataclass(frozen=True)
class Figures:
    """The period in numbers, for superior and self: customers' marks, upheld complaints, evaluations."""

    contacts: int
    customers: int
    csat: Fraction | None
    upheld: int
    evaluations: int
    answered: int = 0  # contacts whose customer said how content they were, or whether they would recommend the centre

    @property
    def response_share(self) -> Fraction | None:
        return Fraction(self.answered, self.contacts) if self.contacts else None


@dataclass(frozen=True)
class RatingForm:
    task: RatingTask
    lines: list[FormLine]
    others_sent: int
    figures: Figures | None

    @property
    def may_see_evidence(self) -> bool:
        return self.figures is not None


def rating_form(task: RatingTask) -> RatingForm:
    """One form as its rater sees it. The superior has the period's evidence in view and the person what was
    published of it; peers and the practical examiner judge what they saw themselves."""
    given = given_of(task)
    seen, figures = _evidence_for(task)
    binds = task.source == SOURCE.SUPERIOR
    lines = [
        FormLine(item, given.get(item.code), seen.get(item.code), _far(seen.get(item.code)) if binds else frozenset())
        for item in _shown_items(task)
    ]
    others = RatingTask.objects.filter(participant=task.participant_id, state=STATE.SENT).exclude(pk=task.pk)
    return RatingForm(task, lines, others.count(), figures)


def _evidence_for(task: RatingTask) -> tuple[dict[str, Observed], Figures | None]:
    cycle, person = task.participant.cycle, task.participant.person_id
    start, end = cycle.period_start, cycle.period_end
    if task.source == SOURCE.SUPERIOR:
        return observed_levels([person], of=cycle).get(person, {}), figures_of(person, (start, end))
    if task.source == SOURCE.SELF:
        return published_levels(person, of=cycle), figures_of(person, (start, end), published_only=True)
    return {}, None


def _far(seen: Observed | None) -> frozenset[int]:
    return frozenset(level for level in LEVELS if seen and is_far(level, (seen.mean, seen.n)))


def figures_of(person_id: int, period: Period, *, published_only: bool = False) -> Figures:
    start, end = bounds(*period, zone())
    upheld = Q(complaint=Contact.Complaint.UPHELD)
    rows = Contact.objects.filter(agent=person_id, started_at__gte=start, started_at__lt=end)
    answered = Q(csat__isnull=False) | Q(recommend__isnull=False)
    counted = rows.aggregate(
        contacts=Count("pk"), upheld=Count("pk", filter=upheld), answered=Count("pk", filter=answered)
    )
    scores = list(rows.filter(csat__isnull=False).values_list("csat").annotate(Count("pk")))
    customers = sum(count for _score, count in scores)
    total = sum((Fraction(Decimal(score)) * count for score, count in scores), Fraction(0))
    evaluations = Evaluation.objects.filter(agent=person_id, is_current=True, contact_on__range=period)
    if published_only:
        evaluations = evaluations.filter(state=Evaluation.State.PUBLISHED)
    mean = total / customers if customers else None
    told = counted["upheld"], evaluations.count(), counted["answered"]
    return Figures(counted["contacts"], customers, mean, *told)


def given_of(task: RatingTask) -> dict[str, Rating]:
    """What stands on a form so far, by competency code."""
    return {rating.competency.code: rating for rating in task.ratings.select_related("competency")}
