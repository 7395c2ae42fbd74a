"""What a sitting's answers earn, and its result once the last of them has its points. Called inside the actions that end a
sitting or mark an essay."""

from fractions import Fraction

from hengcai.accounts.models import system_user
from hengcai.assessment.models import Answer, BankQuestion, Sitting
from hengcai.assessment.proof import note_tested
from hengcai.assessment.rules.marking import earned
from hengcai.assessment.rules.outcomes import is_passed, outcome
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import ESSAY, Question
from hengcai.assessment.signals import results_told
from hengcai.assessment.tested import tested
from hengcai.base import clock


def mark_sitting(sitting: Sitting) -> None:
    """What a program can mark is marked at once; an essay with words in it waits for people."""
    questions = questions_of(sitting)
    rows = list(sitting.answers.all())
    for one in rows:
        one.points = _points(questions[one.question_id], one.response)
        one.marked_at = clock.now() if one.points else None
    Answer.objects.bulk_update(rows, ["points", "marked_at"], batch_size=200)
    settle_marks(sitting)


def _points(question: Question, response: str) -> str:
    if question.kind == ESSAY and not response.strip():
        return "0"
    found = earned(question, response)
    return "" if found is None else str(found)


def settle_marks(sitting: Sitting) -> bool:
    """Adds up when the last essay has its points; whether it has.."""
    questions = questions_of(sitting)
    points = dict(sitting.answers.values_list("question_id", "points"))
    if any(points.get(pk) == "" for pk in questions):
        return False
    found = outcome((Fraction(points.get(pk) or 0) for pk in questions), (one.points for one in questions.values()))
    sitting.points, sitting.out_of, sitting.percent = str(found.points), str(found.out_of), found.percent
    sitting.is_passed = is_passed(found, sitting.exam.pass_percent)
    sitting.state, sitting.marked_at = Sitting.State.MARKED, clock.now()
    if sitting.exam.is_instant:
        sitting.told_at = sitting.marked_at
    sitting.save()
    if sitting.told_at is not None:
        note_tested(tested([sitting]), by=system_user())  # whoever sat it may not note evidence
        results_told.send(Sitting, sittings=[sitting])
    return True


def questions_of(sitting: Sitting) -> dict[int, Question]:
    """The paper's questions by the id of their version, in its order."""
    rows = BankQuestion.objects.in_bulk(sitting.paper)
    return {pk: question_of(rows[pk].content) for pk in sitting.paper}
