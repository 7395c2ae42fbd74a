"""Which questions of the bank ask the same; below actions and queries, which both need to know."""

from collections.abc import Iterable

from hengcai.assessment.models import BankQuestion
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import Question
from hengcai.assessment.rules.stems import is_near


def as_question(row: BankQuestion) -> Question:
    """What tests, lessons and files take."""
    return question_of(row.content)


def alike(question: BankQuestion) -> list[BankQuestion]:
    """Other questions in work or in force that ask the same, or nearly, in either language."""
    own = as_question(question)
    rows: Iterable[BankQuestion] = (
        BankQuestion.objects.exclude(code=question.code)
        .exclude(state=BankQuestion.State.RETIRED)
        .order_by("code")
        .iterator()
    )
    return [one for one in rows if one.stem_key == question.stem_key or is_near(own, as_question(one))]
