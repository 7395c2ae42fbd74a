"""What the bank holds for a blueprint's parts, and who is to sit again."""

from collections.abc import Sequence

from django.db.models import Max, Q

from hengcai.assessment.models import BankQuestion, Exam, Sitting
from hengcai.assessment.rules.drawing import Candidate, Part, stock

State = Sitting.State


def pool() -> list[Candidate]:
    """All questions in force, with what parts ask for."""
    rows = BankQuestion.objects.filter(state=BankQuestion.State.PUBLISHED)
    facts = rows.values_list("pk", "competency", "level", "kind", "course", "tags")
    return [Candidate(pk, which, level, kind, course, tuple(tags)) for pk, which, level, kind, course, tags in facts]


def stock_of(parts: Sequence[Part]) -> list[tuple[Part, int]]:
    """Each part with how many questions in force it could take."""
    return stock(parts, pool())


def to_resit(exam: Exam) -> list[Sitting]:
    """The last sitting of everybody who failed or was absent and has a try left."""
    last = (
        Sitting.objects.filter(exam=exam).values("person").annotate(most=Max("attempt")).values_list("person", "most")
    )
    attempts = dict(last)
    again = Q(state=State.MISSED) | Q(state=State.MARKED, is_passed=False)
    rows = exam.sittings.filter(again, attempt__lt=exam.most_attempts).select_related("person").order_by("person_id")
    return [one for one in rows if one.attempt == attempts[one.person_id]]
