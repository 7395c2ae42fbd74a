"""Ratings and written marks as files bring them, a chunk at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions
from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask, TestMark
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow

CHUNK = 500


@dataclass
class RatingBatch:
    """`opened`: forms that were still with their raters and are taken over; what was drafted there goes."""

    new_tasks: list[RatingTask] = field(default_factory=list)
    opened: list[RatingTask] = field(default_factory=list)
    new: list[Rating] = field(default_factory=list)
    changed: list[Rating] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.new) + len(self.changed)


@dataclass
class MarkBatch:
    new: list[TestMark] = field(default_factory=list)
    changed: list[TestMark] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.new) + len(self.changed)


@action(permissions.IMPORT)
def take_in_ratings(batch: RatingBatch, *, by: User, cycles: Sequence[Cycle]) -> int:
    """Forms that come in by file count as sent."""
    check_collecting(cycles)
    now = clock.now()
    for task in (*batch.new_tasks, *batch.opened):
        task.state, task.sent_at, task.is_imported = RatingTask.State.SENT, now, True
    RatingTask.objects.bulk_create(batch.new_tasks, batch_size=CHUNK)
    _take_over(batch.opened)
    Rating.objects.bulk_create(batch.new, batch_size=CHUNK)
    Rating.objects.bulk_update(batch.changed, ["level", "comment"], batch_size=200)
    return len(batch)


def _take_over(opened: Sequence[RatingTask]) -> None:
    keys = [task.pk for task in opened]
    for start in range(0, len(keys), CHUNK):
        Rating.objects.filter(task__in=keys[start : start + CHUNK]).delete()
    for task in opened:
        task.edit_count += 1  # a page that still holds the draft may not save it over the file's
    RatingTask.objects.bulk_update(opened, ["state", "sent_at", "is_imported", "edit_count"], batch_size=200)
    duties.settled(opened)


@action(permissions.IMPORT)
def take_in_marks(batch: MarkBatch, *, by: User, cycles: Sequence[Cycle]) -> int:
    check_collecting(cycles)
    TestMark.objects.bulk_create(batch.new, batch_size=CHUNK)
    TestMark.objects.bulk_update(batch.changed, ["mark"], batch_size=200)
    return len(batch)


@action(permissions.IMPORT)
def add_marks(cycle: Cycle, *, by: User, marks: Sequence[Mapping[str, Any]]) -> int:
    """Written marks: person, test, attempt, mark; the same test and attempt twice is refused by the database."""
    check_collecting([cycle])
    participants = dict(Participant.objects.filter(cycle=cycle).values_list("person_id", "pk"))
    rows = [
        TestMark(participant_id=participants[m["person"]], test=m["test"], attempt=m["attempt"], mark=m["mark"])
        for m in marks
    ]
    return len(TestMark.objects.bulk_create(rows, batch_size=CHUNK))


def check_collecting(cycles: Sequence[Cycle]) -> None:
    """Locked, so that no row comes in behind a computation."""
    keys = [cycle.pk for cycle in cycles]
    states = Cycle.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("state", flat=True)
    if any(state != Cycle.State.COLLECTING for state in list(states)):
        raise NotNow("appraisal.collecting_is_over")
