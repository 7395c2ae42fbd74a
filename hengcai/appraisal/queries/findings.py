"""What the group looks at before a cycle goes out, worst first, with what was done about each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Abs

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Finding, Pattern, Question, RaterFinding, RatingTask, Settlement
from hengcai.base.permissions import Doer

KIND = Finding.Kind
PRESSED = 2  # forms a line offers to press for
WEIGHT = {KIND.FAR_OFF: 0, KIND.NOT_ENOUGH: 1, KIND.FEW_CUSTOMERS: 2}


@dataclass(frozen=True)
class Line:
    """`about` a person's result or a rater; `forms` are the open ones one could press for."""

    about: Finding | RaterFinding | Pattern
    settlement: Settlement | None
    questions: Sequence[Question]
    forms: Sequence[RatingTask]

    @property
    def is_open(self) -> bool:
        return self.settlement is None

    @property
    def pressed(self) -> Sequence[RatingTask]:
        """The first few, superiors' first: without theirs there is seldom a score."""
        return sorted(self.forms, key=lambda task: task.source != RatingTask.Source.SUPERIOR)[:PRESSED]

    @property
    def more_forms(self) -> int:
        return max(len(self.forms) - PRESSED, 0)

    @property
    def waits(self) -> bool:
        """Somebody has been asked and has not answered."""
        return any(one.answered_at is None for one in self.questions)


def rater_lines(cycle: Cycle, user: Doer) -> list[Line]:
    """The rater whose yardstick moves most first: how far, over how many, and never those who may be chance; nobody
    reviews their own."""
    rows = list(RaterFinding.objects.filter(cycle=cycle).exclude(user=user.pk).select_related("user", "person__user"))
    rows.sort(key=lambda one: (-abs(one.difference) * one.n, one.pk))
    return _lines(cycle, rows, {})


def result_findings(cycle: Cycle, user: Doer, *, kind: str = "") -> QuerySet[Finding]:
    """Levels far from what contacts show first, the farthest and best observed at the head; then who has no score."""
    rows = Finding.objects.filter(result__participant__cycle=cycle, result__is_current=True)
    if kind in KIND.values:
        rows = rows.filter(kind=kind)
    whens = [When(kind=one, then=Value(weight)) for one, weight in WEIGHT.items()]
    far = Abs(F("level") - F("observed"))
    ordered = rows.annotate(weight=Case(*whens, default=Value(9), output_field=IntegerField()), far=far)
    ordered = ordered.order_by(
        "weight", F("far").desc(nulls_last=True), "-n", "result__participant__person__name", "pk"
    )
    return permissions.SEE_FINDING.rows(ordered, user)


def lines_of(cycle: Cycle, keys: Sequence[int]) -> list[Line]:
    """Findings by their row numbers, in that order, with what was done about them."""
    rows = Finding.objects.select_related("result__participant__person", "competency", "task__rater__user")
    by_key = rows.defer("result__inputs", "result__levels").in_bulk(list(keys))
    found = [by_key[key] for key in keys]
    return _lines(cycle, found, _open_forms(one.result.participant_id for one in found if one.kind != KIND.FAR_OFF))


def finding_counts(cycle: Cycle, user: Doer) -> dict[str, int]:
    """By kind; the raters' under their own name."""
    rows = permissions.SEE_FINDING.rows(
        Finding.objects.filter(result__participant__cycle=cycle, result__is_current=True).order_by(), user
    )
    counted = dict(rows.values_list("kind").annotate(Count("pk")))
    return {kind: counted[kind] for kind in WEIGHT if kind in counted}


def findings_seen_by(user: Doer) -> QuerySet[Finding]:
    rows = Finding.objects.filter(result__is_current=True).select_related("result__participant__cycle", "task__rater")
    return permissions.SETTLE_FINDING.rows(rows, user)


def raters_seen_by(user: Doer) -> QuerySet[RaterFinding]:
    return permissions.SETTLE_RATER.rows(RaterFinding.objects.select_related("cycle", "user", "person"), user)


def questions_of(user: Doer) -> QuerySet[Question]:
    """What one is asked to say something on, what waits first."""
    rows = Question.objects.select_related("cycle", "task__participant__person", "competency", "asked_by")
    return permissions.ANSWER.rows(rows.order_by(F("answered_at").asc(nulls_first=True), "due_on", "pk"), user)


def may_settle(user: Doer) -> bool:
    return permissions.SETTLE_FINDING.is_held_by(user)


def _open_forms(participants: Iterable[int]) -> dict[int, list[RatingTask]]:
    rows = RatingTask.objects.filter(participant__in=list(participants), state=RatingTask.State.OPEN)
    found: dict[int, list[RatingTask]] = {}
    for task in rows.select_related("rater").order_by("source", "pk"):
        found.setdefault(task.participant_id, []).append(task)
    return found


def pattern_lines(cycle: Cycle, rows: Sequence[Pattern]) -> list[Line]:
    return _lines(cycle, rows, {})


def _lines(
    cycle: Cycle, rows: Sequence[Finding | RaterFinding | Pattern], forms: Mapping[int, Sequence[RatingTask]]
) -> list[Line]:
    keys = {one.key for one in rows}
    settled = {
        one.key: one for one in Settlement.objects.filter(cycle=cycle, key__in=keys).select_related("settled_by")
    }
    asked: dict[str, list[Question]] = {}
    for question in (
        Question.objects.filter(cycle=cycle, key__in=keys)
        .select_related("asked_of", "cycle", "task__participant__person")
        .order_by("pk")
    ):
        asked.setdefault(question.key, []).append(question)
    return [_line(one, settled.get(one.key), asked.get(one.key, []), forms) for one in rows]


def _line(
    one: Finding | RaterFinding | Pattern,
    settlement: Settlement | None,
    questions: Sequence[Question],
    forms: Mapping[int, Sequence[RatingTask]],
) -> Line:
    own = forms.get(one.result.participant_id, ()) if isinstance(one, Finding) and one.kind != KIND.FAR_OFF else ()
    return Line(one, settlement, questions, own)
