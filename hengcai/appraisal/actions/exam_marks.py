"""Marks of tests sat here and of practical examinations, brought into a cycle."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from hengcai.accounts.models import User
from hengcai.appraisal import permissions
from hengcai.appraisal.actions.files import CHUNK, check_collecting
from hengcai.appraisal.models import Cycle, Participant, TestMark
from hengcai.assessment.models import Checklist, Exam, Practical
from hengcai.audit.action import action
from hengcai.base.errors import NotNow

FIRST, RESIT, LONGEST_TEST = 1, 2, 80
Key = tuple[int, int]


@action(permissions.IMPORT)
def take_exam_marks(cycle: Cycle, *, by: User, exam: Exam) -> int:
    """Of everybody who takes part and was told their result: the first try and the best of the resits, which the policy caps.
    Brought in again, a mark that is there is replaced."""
    check_collecting([cycle])
    marks = _marks(_told(exam), _participants(cycle))
    if not marks:
        raise NotNow("appraisal.exam_without_marks", name=exam.name)
    return _taken(cycle, exam.name, marks)


@action(permissions.IMPORT)
def take_practical_marks(cycle: Cycle, *, by: User, code: str) -> int:
    """Of one check-list, in any version, within the period: the first examination, and the best of those after it as the resit."""
    check_collecting([cycle])
    marks = _marks(_examined(cycle, code), _participants(cycle))
    if not marks:
        raise NotNow("appraisal.practical_without_marks", code=code)
    newest = Checklist.objects.filter(code=code).order_by("-number")[0]
    return _taken(cycle, newest.title.zh[:LONGEST_TEST], marks)


def _participants(cycle: Cycle) -> dict[int, int]:
    return dict(Participant.objects.filter(cycle=cycle).values_list("person_id", "pk"))


def _taken(cycle: Cycle, test: str, marks: dict[Key, Decimal]) -> int:
    there = TestMark.objects.filter(participant__cycle=cycle, test=test)
    held = {(one.participant_id, one.attempt): one for one in there}
    for key, mark in marks.items():
        if key in held:
            held[key].mark = mark
    new = [
        TestMark(participant_id=participant, test=test, attempt=attempt, mark=mark)
        for (participant, attempt), mark in marks.items()
        if (participant, attempt) not in held
    ]
    TestMark.objects.bulk_create(new, batch_size=CHUNK)
    TestMark.objects.bulk_update(held.values(), ["mark"], batch_size=200)
    return len(marks)


def _marks(rows: Iterable[tuple[int, int, Decimal | None]], participants: dict[int, int]) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for person, attempt, percent in rows:
        if person in participants and percent is not None:
            key = participants[person], FIRST if attempt == FIRST else RESIT
            found[key] = max(found.get(key, percent), percent)
    return found


def _told(exam: Exam) -> Iterable[tuple[int, int, Decimal | None]]:
    rows = exam.sittings.filter(told_at__isnull=False, percent__isnull=False).order_by("person_id", "attempt")
    return rows.values_list("person_id", "attempt", "percent")


def _examined(cycle: Cycle, code: str) -> Iterator[tuple[int, int, Decimal | None]]:
    """Finished examinations, each person's counted from the first one of the period."""
    rows = Practical.objects.filter(checklist__code=code, state=Practical.State.FINISHED, percent__isnull=False)
    ordered = rows.filter(opened_on__range=(cycle.period_start, cycle.period_end)).order_by(
        "person_id", "opened_at", "pk"
    )
    tries: Counter[int] = Counter()
    for person, percent in ordered.values_list("person_id", "percent"):
        tries[person] += 1
        yield person, tries[person], percent
