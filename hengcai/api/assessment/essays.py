"""Essays that wait for a marker, and how the questions of a test did."""

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from hengcai.api.fields import Comment, Exact, Text
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.queries.blueprints import blueprints_seen_by
from hengcai.assessment.queries.essays import essays_for, marking_of, waiting_for
from hengcai.assessment.queries.items import items_of
from hengcai.base.decimals import exact

router = Router()
of_items = Router()


class EssayMarkIn(Schema):
    """`mark`: points as decimal text."""

    mark: Text
    comment: Comment = ""


class EssayAgreeIn(Schema):
    mark: Text
    why: Comment = ""


class EssayWaitingOut(Schema):
    """`what`: mark, agree (the two differ beyond the bound) or waits."""

    id: int
    question: str
    test: str
    what: str
    is_third: bool


class EssayOut(Schema):
    """Never who wrote it; `marks`: the caller's own, and both once they differ and the caller has given one."""

    id: int
    question: dict
    response: str
    out_of: Exact
    what: str
    is_third: bool
    own: Exact | None
    marks: list[Exact]


class QuestionFiguresOut(Schema):
    """Estimates with their 95 % interval; null where it cannot be known. `advice`: codes; few, negative, draws, weak, easy,
    hard or fine."""

    code: str
    number: int
    state: str
    n: int
    difficulty: float | None
    difficulty_low: float | None
    difficulty_high: float | None
    discrimination: float | None
    discrimination_low: float | None
    discrimination_high: float | None
    advice: list[str]
    drawing_options: list[str]
    cautions: list[str]


class QuestionsFoundOut(Schema):
    people: int
    alpha: float | None
    questions: list[QuestionFiguresOut]


class WithdrawQuestionIn(Schema):
    why: Comment


class WithdrawnOut(Schema):
    code: str
    number: int
    state: str


@router.get("", response=list[EssayWaitingOut])
def essays(request):
    """What waits for the caller, 200 at most."""
    let_in(permissions.MARK_ESSAYS, request.user)
    return [
        {
            "id": one.answer.pk, "question": one.answer.question.code, "test": one.answer.sitting.exam.name, "what": one.what,
            "is_third": one.is_third,
        }
        for one in waiting_for(request.user)
    ]  # fmt: skip


@router.get("/{int:pk}", response=EssayOut)
def essay(request, pk: int):
    """One essay with its question and guidance."""
    return _told(_found(request, pk), request.user)


@router.post("/{int:pk}/mark", response=EssayOut)
def mark(request, pk: int, body: EssayMarkIn):
    """Gives the caller's mark, once."""
    found = _found(request, pk)
    actions.mark_essay(found, by=request.user, points=exact(body.mark), comment=body.comment)
    return _told(found, request.user)


@router.post("/{int:pk}/agree", response=EssayOut)
def agree(request, pk: int, body: EssayAgreeIn):
    """Enters what the two markers agreed on."""
    found = _found(request, pk)
    actions.agree_essay(found, by=request.user, points=exact(body.mark), why=body.why)
    return _told(found, request.user)


@router.post("/questions/{str:code}/withdraw", response=WithdrawnOut)
def withdraw(request, code: str, body: WithdrawQuestionIn):
    """Takes the published version of a question out of use, with the reason."""
    let_in(permissions.WRITE_BANK, request.user)
    found = get_object_or_404(BankQuestion, code=code, state=BankQuestion.State.PUBLISHED)
    actions.withdraw_bank_question(found, by=request.user, why=body.why)
    return {"code": found.code, "number": found.number, "state": found.state}


@of_items.get("/{int:pk}", response=QuestionsFoundOut)
def items(request, pk: int):
    """How the questions of a blueprint did, over everybody's first try."""
    let_in(permissions.SEE_ITEMS, request.user)
    found = items_of(get_object_or_404(blueprints_seen_by(request.user), pk=pk))
    alpha = found.alpha.estimate if found.alpha else None
    return {"people": found.n, "alpha": alpha, "questions": [_figures(one) for one in found.items]}


def _figures(one):
    hard, tells = one.item.difficulty, one.item.discrimination
    return {
        "code": one.question.code, "number": one.question.number, "state": one.question.state, "n": one.item.n,
        "difficulty": hard.estimate, "difficulty_low": hard.low, "difficulty_high": hard.high,
        "discrimination": tells.estimate, "discrimination_low": tells.low, "discrimination_high": tells.high,
        "advice": list(one.advice.codes), "drawing_options": list(one.advice.options), "cautions": list(one.item.cautions),
    }  # fmt: skip


def _found(request, pk):
    let_in(permissions.MARK_ESSAYS, request.user)
    return get_object_or_404(essays_for(request.user), pk=pk)


def _told(answer, user):
    told = marking_of(answer, user)
    return {
        "id": answer.pk, "question": answer.question.content, "response": answer.response, "out_of": str(told.out_of),
        "what": told.what, "is_third": told.is_third, "own": told.own.points if told.own else None,
        "marks": [one.points for one in told.marks],
    }  # fmt: skip
