"""Marks of tests sat here, brought into a cycle."""

from collections.abc import Iterable
from decimal import Decimal

from hengcai.accounts.models import User
from hengcai.appraisal import permissions
from hengcai.appraisal.actions.files import CHUNK, check_collecting
from hengcai.appraisal.models import Cycle, Participant, TestMark
from hengcai.assessment.models import Exam
from hengcai.audit.action import action
from hengcai.base.errors import NotNow

FIRST, RESIT = 1, 2
Key = tuple[int, int]


@action(permissions.IMPORT)
def take_exam_marks(cycle: Cycle, *, by: User, exam: Exam) -> int:
    """Of everybody who takes part and was told their result: the first try and the best of the resits, which the policy caps.
    Brought in again, a mark that is there is replaced."""
    check_collecting([cycle])
    marks = _marks(exam, dict(Participant.objects.filter(cycle=cycle).values_list("person_id", "pk")))
    if not marks:
        raise NotNow("appraisal.exam_without_marks", name=exam.name)
    there = TestMark.objects.filter(participant__cycle=cycle, test=exam.name)
    held = {(one.participant_id, one.attempt): one for one in there}
    for key, mark in marks.items():
        if key in held:
            held[key].mark = mark
    new = [
        TestMark(participant_id=participant, test=exam.name, attempt=attempt, mark=mark)
        for (participant, attempt), mark in marks.items()
        if (participant, attempt) not in held
    ]
    TestMark.objects.bulk_create(new, batch_size=CHUNK)
    TestMark.objects.bulk_update(held.values(), ["mark"], batch_size=200)
    return len(marks)


def _marks(exam: Exam, participants: dict[int, int]) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for person, attempt, percent in _told(exam):
        if person in participants and percent is not None:
            key = participants[person], FIRST if attempt == FIRST else RESIT
            found[key] = max(found.get(key, percent), percent)
    return found


def _told(exam: Exam) -> Iterable[tuple[int, int, Decimal | None]]:
    rows = exam.sittings.filter(told_at__isnull=False, percent__isnull=False).order_by("person_id", "attempt")
    return rows.values_list("person_id", "attempt", "percent")
