"""Spot tests: questions beside a notice, a test drawn, one's own answers, what was understood."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.api.bulletins.notices import seen
from hengcai.api.fields import Code, Comment, Day, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment.queries.bank import in_force
from hengcai.base.errors import NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.queries import spots as queries

router = Router()
of_notices = Router()


class BulletinQuestionIn(Schema):
    """`definition` as the contract of questions writes it, or `bank`: the code of a published one of the bank."""

    passage: Comment
    definition: dict[str, Any] = {}
    bank: Code = ""


class SpotTestIn(Schema):
    """Without `sample` all readers; without `draw_seed` one is made."""

    questions: list[Text]
    closes_on: Day
    sample: int | None = Field(default=None, ge=1, le=100_000)
    draw_seed: Text = Field(default="", max_length=40)
    pass_percent: int = Field(default=100, ge=1, le=100)


class SpotAnswersIn(Schema):
    """Question → response as the contract of questions writes it."""

    answers: dict[str, Text] = {}


class SpotTestOut(Schema):
    id: int
    bulletin: int
    state: str
    seed: str
    sample: int | None
    pass_percent: int
    closes_on: date
    opened_at: datetime
    questions: list[str]


class SpotPaperOut(Schema):
    """`passages` of what was wrong, by question; empty before it is answered."""

    test: int
    answered_at: datetime | None
    is_passed: bool | None
    points: str
    out_of: str
    questions: list[dict[str, Any]]
    passages: dict[str, str]


class UnderstoodOut(Schema):
    """`share` right with its interval: null where fewer than five have answered."""

    question: str
    n: int
    share: float | None
    low: float | None
    high: float | None
    most_wrong: str


class SpotPersonOut(Schema):
    person: str
    team: str
    answered_at: datetime | None
    right: list[str]
    is_passed: bool | None


@of_notices.get("/{int:pk}/questions", response=list[dict[str, Any]])
def bulletin_questions(request, pk: int):
    """What a test may ask, for those who open one."""
    let_in(permissions.TEST, request.user)
    return seen(request, pk).questions


@of_notices.post("/{int:pk}/questions", response=list[dict[str, Any]])
def add_question(request, pk: int, body: BulletinQuestionIn):
    """Adds a question with the passage that answers it."""
    found = seen(request, pk)
    permissions.WRITE.enter(found, request.user)
    question, bank = body.definition, ""
    if body.bank:
        one = in_force().filter(code=body.bank, sound="").first()
        if one is None:
            raise NotValid("bulletins.bank_unknown")
        question, bank = one.content, f"{one.code} v{one.number}"
    made = actions.add_bulletin_question(found, by=request.user, question=question, passage=body.passage, bank=bank)
    return made.questions


@of_notices.delete("/{int:pk}/questions/{key}", response=list[dict[str, Any]])
def drop_question(request, pk: int, key: str):
    """Removes one; tests that asked it keep it."""
    return actions.drop_bulletin_question(seen(request, pk), by=request.user, question=key).questions


@of_notices.post("/{int:pk}/tests", response=SpotTestOut)
def open_test(request, pk: int, body: SpotTestIn):
    """Puts a test to all readers, or to some drawn by the seed."""
    told = body.dict()
    draw = actions.Draw(seed=told.pop("draw_seed"), **told)
    return _test(actions.open_spot_test(seen(request, pk), by=request.user, draw=draw, today=localdate()))


@router.get("", response=Page[SpotTestOut])
def spot_tests(request, wanted: Query[Sorted]):
    """Tests put to people one answers for, the newest first."""
    let_in(permissions.SEE_PAPERS, request.user)
    return sorted_page(queries.tests_seen_by(request.user), _test, wanted, queries.TEST_ORDERS)


@router.get("/mine", response=list[SpotPaperOut])
def own_papers(request):
    """One's own that are still to be answered."""
    let_in(permissions.ANSWER, request.user)
    return [_paper(one) for one in queries.waiting_papers(request.user, localdate())]


@router.get("/{int:pk}/mine", response=SpotPaperOut)
def own_paper(request, pk: int):
    """One's own answers to one test."""
    return _paper(_own(request, pk))


@router.post("/{int:pk}/mine", response=SpotPaperOut)
def answer_test(request, pk: int, body: SpotAnswersIn):
    """Answers it, once."""
    paper = _own(request, pk)
    return _paper(actions.answer_spot_test(paper, by=request.user, answers=body.answers, today=localdate()))


@router.get("/{int:pk}/understood", response=list[UnderstoodOut])
def understood(request, pk: int):
    """By question, least understood first; of the people one answers for."""
    found = _seen(request, pk)
    rows = queries.understood(found, list(queries.papers_seen_by(request.user, found)))
    return [
        {
            "question": one.item["id"], "n": one.share.n, "share": one.share.share, "low": one.share.low,
            "high": one.share.high, "most_wrong": one.most_wrong,
        }
        for one in rows
    ]  # fmt: skip


@router.get("/{int:pk}/people", response=Page[SpotPersonOut])
def test_people(request, pk: int, wanted: Query[Sorted]):
    """Who answered what right, by name."""
    rows = queries.papers_seen_by(request.user, _seen(request, pk))
    return sorted_page(rows, _person, wanted, queries.ORDERS)


@router.post("/{int:pk}/close", response=SpotTestOut)
def close_test(request, pk: int):
    """Nobody answers any more."""
    return _test(actions.close_spot_test(_seen(request, pk), by=request.user))


def _seen(request, pk):
    let_in(permissions.SEE_PAPERS, request.user)
    return get_object_or_404(queries.tests_seen_by(request.user), pk=pk)


def _own(request, pk):
    let_in(permissions.ANSWER, request.user)
    return get_object_or_404(queries.own_papers(request.user), test=pk)


def _test(one):
    names = ("state", "seed", "sample", "pass_percent", "closes_on", "opened_at")
    told = {name: getattr(one, name) for name in names}
    return {"id": one.pk, "bulletin": one.bulletin_id, **told, "questions": [item["id"] for item in one.items]}


def _paper(one):
    names = ("answered_at", "is_passed", "points", "out_of")
    wrong = [item for item in one.test.items if one.answered_at and item["id"] not in one.right]
    return {
        "test": one.test_id, **{name: getattr(one, name) for name in names},
        "questions": [_asked(item["question"]) for item in one.test.items],
        "passages": {item["id"]: item["passage"] for item in wrong},
    }  # fmt: skip


def _asked(question):
    """Without what is right."""
    told = {name: question[name] for name in ("id", "kind", "text") if name in question}
    options = [{"id": one["id"], "text": one["text"]} for one in question.get("options", [])]
    pairs = question.get("pairs", [])
    sides = (
        {"left": [one["left"] for one in pairs], "right": sorted(str(one["right"]) for one in pairs)} if pairs else {}
    )
    gaps = [{"id": one["id"]} for one in question.get("gaps", [])]
    return {**told, "options": options, **sides, "gaps": gaps}


def _person(one):
    team = one.team.name if one.team else ""
    told = {"answered_at": one.answered_at, "right": one.right, "is_passed": one.is_passed}
    return {"person": one.person.name, "team": team, **told}
