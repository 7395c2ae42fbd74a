"""Sitting a test: one's own list, the paper while it runs, answers one by one, the result."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.accounts.models import system_user
from hengcai.api.fields import Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.actions.sittings import LONGEST_ANSWER
from hengcai.assessment.models import Sitting
from hengcai.assessment.queries.sittings import (
    ORDERS,
    counted_percent,
    own_sittings,
    paper_of,
    shows_result,
    sittings_seen_by,
)
from hengcai.assessment.rules.question_objects import object_of, question_of
from hengcai.assessment.rules.questions import in_language
from hengcai.assessment.rules.sitting_time import seconds_left, takes_answers
from hengcai.base import clock

router = Router()
KEYS = ("answers", "feedback", "guidance")
RUNNING = Sitting.State.RUNNING


class SittingsWanted(Sorted):
    pass


class TestAnswerIn(Schema):
    """`response` in the form that contracts name for responses; `seen_number`: the number of the answer that was changed."""

    response: str = Field(max_length=LONGEST_ANSWER)
    seen_number: int | None = None


class SubmitIn(Schema):
    """Question → response: what was not saved one by one."""

    answers: dict[int, str] = Field(default={}, max_length=500)


class MoreTimeIn(Schema):
    """`further`: minutes."""

    further: int = Field(ge=0, le=10_000)
    because: Text


class SittingOut(Schema):
    """`percent`, `is_passed` and `counted` (what the appraisal takes) only once the caller may see the result."""

    id: int
    exam: int
    name: str
    person: int
    attempt: int
    state: str
    opens_at: datetime
    closes_at: datetime
    started_at: datetime | None
    ends_at: datetime | None
    submitted_at: datetime | None
    percent: Decimal | None
    is_passed: bool | None
    counted: Decimal | None


class PaperQuestionOut(Schema):
    """`question` without anything that tells the right answer; `number` counts how often the answer was saved."""

    id: int
    question: dict[str, Any]
    response: str
    number: int


class TestPaperOut(Schema):
    seconds_left: int
    questions: list[PaperQuestionOut]


class KeptOut(Schema):
    number: int
    saved_at: datetime
    seconds_left: int


@router.get("", response=Page[SittingOut])
def own(request, wanted: Query[SittingsWanted]):
    """The caller's own tests, past and to come."""
    let_in(permissions.SIT, request.user)
    return sorted_page(own_sittings(request.user), lambda one: sitting_told(one, request.user), wanted, ORDERS)


@router.get("/{int:pk}", response=SittingOut)
def sitting(request, pk: int):
    """One person's test."""
    let_in(permissions.SEE_SITTINGS, request.user)
    found = get_object_or_404(sittings_seen_by(request.user), pk=pk)
    _end_if_over(found)
    return sitting_told(found, request.user)


@router.post("/{int:pk}/start", response=TestPaperOut)
def start(request, pk: int):
    """Starts the caller's test: the clock runs from now on."""
    found = _own(request, pk)
    actions.start_sitting(found, by=request.user)
    return _paper(found)


@router.get("/{int:pk}/paper", response=TestPaperOut)
def paper(request, pk: int):
    """The paper while the test runs, with what has been answered so far."""
    found = _own(request, pk)
    _end_if_over(found)
    if found.state != RUNNING:
        raise Http404
    return _paper(found)


@router.put("/{int:pk}/answers/{int:question}", response=KeptOut)
def answer(request, pk: int, question: int, body: TestAnswerIn):
    """Saves the answer to one question; refused if it was changed elsewhere since `seen_number`."""
    found = _own(request, pk)
    _end_if_over(found)
    kept = actions.save_answer(found, by=request.user, question=question, response=body.response, seen=body.seen_number)
    return {"number": kept.number, "saved_at": kept.saved_at, "seconds_left": _left(found)}


@router.post("/{int:pk}/submit", response=SittingOut)
def submit(request, pk: int, body: SubmitIn):
    """Submits the test with everything answered."""
    found = _own(request, pk)
    _end_if_over(found)
    actions.submit_sitting(found, by=request.user, answers=body.answers)
    return sitting_told(found, request.user)


@router.post("/{int:pk}/more-time", response=SittingOut)
def more_time(request, pk: int, body: MoreTimeIn):
    """Gives one person more time, with a reason."""
    let_in(permissions.RUN_SITTINGS, request.user)
    found = get_object_or_404(sittings_seen_by(request.user), pk=pk)
    verb = actions.give_more_time_now if found.state == RUNNING else actions.give_more_time
    return sitting_told(verb(found, by=request.user, minutes=body.further, because=body.because), request.user)


def sitting_told(one, user):
    told = shows_result(one, user)
    return {
        "id": one.pk, "exam": one.exam_id, "name": one.exam.name, "person": one.person_id, "attempt": one.attempt,
        "state": one.state, "opens_at": one.opens_at, "closes_at": one.closes_at, "started_at": one.started_at,
        "ends_at": one.ends_at, "submitted_at": one.submitted_at, "percent": one.percent if told else None,
        "is_passed": one.is_passed if told else None, "counted": counted_percent(one) if told else None,
    }  # fmt: skip


def _paper(found):
    rows = [
        {"id": one.question.pk, "question": _asked(one.question.content), "response": one.response,
         "number": one.answer.number if one.answer else 0}
        for one in paper_of(found)
    ]  # fmt: skip
    return {"seconds_left": _left(found), "questions": rows}


def _asked(content):
    """Shares, answers, feedback and guidance tell what is right; right sides of pairs stand apart, in their own order."""
    told = object_of(in_language(question_of(content), get_language() or "zh"))
    options = [_bare(one) for one in told.get("options", [])]
    gaps = [
        {"id": one["id"], "options": [_bare(option) for option in one.get("options", [])]}
        for one in told.get("gaps", [])
    ]
    pairs, lures = told.get("pairs", []), told.get("distractors", [])
    bare = {
        name: value for name, value in told.items() if name not in (*KEYS, "options", "gaps", "pairs", "distractors")
    }
    if pairs:
        rights = sorted({*(one["right"] for one in pairs), *lures})
        return {**bare, "lefts": [one["left"] for one in pairs], "rights": rights}
    return {**bare, **({"options": options} if options else {}), **({"gaps": gaps} if gaps else {})}


def _bare(option):
    return {"id": option["id"], "text": option["text"]}


def _left(found):
    return seconds_left(found.ends_at, clock.now())


def _own(request, pk):
    let_in(permissions.SIT, request.user)
    return get_object_or_404(own_sittings(request.user), pk=pk)


def _end_if_over(found):
    if found.state == RUNNING and not takes_answers(found.ends_at, clock.now()):
        actions.end_sittings([found], by=system_user())
        found.refresh_from_db()
