"""Ratings and written marks as the files they can be brought in with; the order depends on nothing but their content."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask, TestMark
from hengcai.appraisal.rules.rows import MARK_OPTIONAL, MARK_REQUIRED, RATING_OPTIONAL, RATING_REQUIRED
from hengcai.base.permissions import Doer
from hengcai.base.plain import as_text

CHUNK = 5_000
Row = dict[str, Any]


def rating_file_rows(user: Doer, *, cycle: Cycle | None = None) -> Iterator[Row]:
    """Sent forms with their raters, for those who arrange raters, never about themselves; an empty score is
    'not observed'."""
    permissions.SEE_TASK.enter([], user)
    of_cycle = Q(participant__cycle=cycle) if cycle else Q()
    tasks = permissions.SEE_TASK.rows(RatingTask.objects.filter(of_cycle, state=RatingTask.State.SENT), user)
    rows = Rating.objects.filter(task__in=tasks.values("pk")).order_by(
        "task__participant__cycle__code", "task__participant__person__number", "task__source", "task__rater__number",
        "competency__code",
    )  # fmt: skip
    cells = rows.values_list(
        "task__participant__cycle__code", "task__participant__person__number", "task__source", "task__rater__number",
        "competency__code", "level", "comment",
    )  # fmt: skip
    return _rows((*RATING_REQUIRED, *RATING_OPTIONAL), cells)


def mark_file_rows(user: Doer, *, cycle: Cycle | None = None) -> Iterator[Row]:
    permissions.SEE_PARTICIPANT.enter([], user)
    of_cycle = Q(cycle=cycle) if cycle else Q()
    participants = permissions.SEE_PARTICIPANT.rows(Participant.objects.filter(of_cycle), user)
    rows = TestMark.objects.filter(participant__in=participants.values("pk")).order_by(
        "participant__cycle__code", "participant__person__number", "test", "attempt"
    )
    cells = rows.values_list("participant__cycle__code", "participant__person__number", "test", "mark", "attempt")
    return _rows((*MARK_REQUIRED, *MARK_OPTIONAL), cells)


def _rows(columns: tuple[str, ...], cells: Any) -> Iterator[Row]:
    for values in cells.iterator(chunk_size=CHUNK):
        yield {name: as_text(value) for name, value in zip(columns, values, strict=True)}
