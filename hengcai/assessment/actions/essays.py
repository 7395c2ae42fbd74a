"""Marking essays: two people apart, a third where they differ too much, or the two agree with a reason."""

from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.assessment import permissions
from hengcai.assessment.marked import settle_marks
from hengcai.assessment.models import Answer, Essay, EssayMark, Sitting
from hengcai.assessment.rules.essays import are_apart, final
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import ESSAY
from hengcai.audit.action import action, lock
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_lengths

State, How = Essay.State, Essay.How


@action(permissions.MARK_ESSAYS, unsaid={"points", "comment"})
def mark_essay(answer: Answer, *, by: User, points: Fraction, comment: str = "") -> Essay:
    """One's own mark, given once. With the second, or the third, the answer has its points and the test may be finished."""
    out_of = _check_open(answer)
    check_lengths(comment)
    if not 0 <= points <= out_of:
        raise NotValid("essay.points_wrong", most=str(out_of))
    essay = Essay.objects.get_or_create(answer=answer)[0]
    marks = list(essay.marks.order_by("place"))
    if any(one.marker_id == by.pk for one in marks):
        raise NotNow("essay.marked_already")
    if len(marks) == 2 and essay.state != State.APART:
        raise NotNow("essay.marked_by_two")
    EssayMark.objects.create(
        essay=essay, marker=by, place=len(marks) + 1, points=str(points), comment=comment.strip(), given_at=clock.now()
    )
    _settle(essay, [*(Fraction(one.points) for one in marks), points], out_of)
    return essay


@action(permissions.MARK_ESSAYS, unsaid={"points", "why"})
def agree_essay(answer: Answer, *, by: User, points: Fraction, why: str) -> Essay:
    """Entered by one of the two after they have talked."""
    out_of = _check_open(answer)
    essay = Essay.objects.filter(answer=answer, state=State.APART).first()
    if essay is None:
        raise NotNow("essay.not_apart")
    if not essay.marks.filter(marker=by).exists():
        raise NotAllowed("essay.not_marker")
    if not 0 <= points <= out_of:
        raise NotValid("essay.points_wrong", most=str(out_of))
    if not why.strip():
        raise NotValid("essay.why_missing")
    check_lengths(why)
    essay.why = why.strip()
    _done(essay, How.AGREED, points)
    return essay


def _check_open(answer: Answer) -> Fraction:
    """What the question is worth."""
    if answer.question.kind != ESSAY or answer.points or answer.sitting.state != Sitting.State.SUBMITTED:
        raise NotNow("essay.not_waiting")
    return question_of(answer.question.content).points


def _settle(essay: Essay, marks: list[Fraction], out_of: Fraction) -> None:
    if len(marks) == 1:
        return
    if len(marks) == 2 and are_apart(marks[0], marks[1], out_of):
        essay.state = State.APART
        essay.save(update_fields=["state"])
        return
    _done(essay, How.THIRD if len(marks) > 2 else How.MEAN, final(marks))


def _done(essay: Essay, how: str, points: Fraction) -> None:
    essay.state, essay.how = State.DONE, how
    essay.save(update_fields=["state", "how", "why"])
    answer = essay.answer
    answer.points, answer.marked_at = str(points), clock.now()
    answer.save(update_fields=["points", "marked_at"])
    lock(answer.sitting)  # two essays of one paper marked at once: whoever comes second sees the first
    settle_marks(answer.sitting)
