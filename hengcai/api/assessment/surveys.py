"""Surveys: opened, answered, reminded, closed; their results under their veil."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Day, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.audience import Audience
from hengcai.assessment.exporting import survey_rows, text_rows
from hengcai.assessment.queries.questionnaires import questionnaires_to_open
from hengcai.assessment.queries.results import results_of
from hengcai.assessment.queries.surveys import (
    ORDERS,
    SurveyFilter,
    draft_of,
    moves_of,
    surveys_asked_of,
    surveys_seen_by,
)
from hengcai.audit.action import note

router = Router()


class SurveysWanted(Sorted):
    state: Text = ""


class SurveyIn(Schema):
    """`teams` and `posts` (roles) by id; if both are empty, all current agents are invited."""

    questionnaire: Key
    name: Text
    closes_on: Day
    is_anonymous: bool = True
    teams: list[Key] = Field(default=[], max_length=500)
    posts: list[Key] = Field(default=[], max_length=100)


class AnswersIn(Schema):
    """Question → answer: one option, several options or a text; for a grid, row → point."""

    answers: dict[str, Any]


class SheetDraftOut(Schema):
    answers: dict[str, Any]
    saved_at: datetime | None


class ExtendIn(Schema):
    closes_on: Day


class SurveyOut(Schema):
    id: int
    name: str
    questionnaire: int
    is_anonymous: bool
    state: str
    closes_on: date
    is_to_answer: bool
    moves: list[str]


class ProgressOut(SurveyOut):
    """Counts only: no one is shown who has answered."""

    asked: int
    answered: int


class RemindedOut(Schema):
    reminded: int


class SurveyRowOut(Schema):
    """`answer` says (hidden) if a group is too small; `n` is then null."""

    question: str
    text: str
    by: str
    group: str
    n: int | None
    mean: str | None
    low: str | None
    high: str | None
    answer: str
    count: int | None


class SurveyTextOut(Schema):
    question: str
    text: str


class SurveyResultsOut(Schema):
    asked: int
    answered: int
    threshold: int
    rows: list[SurveyRowOut]
    texts: list[SurveyTextOut]


@router.get("", response=Page[SurveyOut])
def surveys(request, wanted: Query[SurveysWanted]):
    """The surveys the caller may see."""
    let_in(permissions.SEE, request.user)
    narrowed = SurveyFilter(**wanted.dict(exclude=PLACE))
    rows = surveys_seen_by(request.user).filter(narrowed.condition())
    return sorted_page(rows, lambda one: _told(one, request.user, moves=False), wanted, ORDERS)


@router.post("", response=SurveyOut)
def open_one(request, body: SurveyIn):
    """Opens a survey with a published questionnaire."""
    let_in(permissions.RUN, request.user)
    questionnaire = get_object_or_404(questionnaires_to_open(request.user), pk=body.questionnaire)
    plan = Plan(body.name, body.closes_on, body.is_anonymous, Audience(tuple(body.teams), tuple(body.posts)))
    made = actions.open_survey(questionnaire, by=request.user, plan=plan, today=localdate())
    return _told(_found(request, made.pk), request.user)


@router.get("/{int:pk}", response=SurveyOut)
def survey(request, pk: int):
    """One survey."""
    return _told(_found(request, pk), request.user)


@router.get("/{int:pk}/progress", response=ProgressOut)
def progress(request, pk: int):
    """How many people have answered."""
    let_in(permissions.SEE_RESULTS, request.user)
    rows = permissions.SEE_RESULTS.rows(surveys_seen_by(request.user), request.user)
    found: Any = get_object_or_404(rows, pk=pk)
    return {**_told(found, request.user), "asked": found.n_asked, "answered": found.n_answered}


@router.post("/{int:pk}/answer", response=SurveyOut)
def answer(request, pk: int, body: AnswersIn):
    """Answers the survey, once; answers cannot be changed afterwards."""
    let_in(permissions.ANSWER, request.user)
    found = get_object_or_404(surveys_asked_of(request.user), pk=pk)
    actions.answer_survey(found, by=request.user, answers=body.answers, today=localdate())
    return _told(_found(request, pk), request.user)


@router.get("/{int:pk}/draft", response=SheetDraftOut)
def draft(request, pk: int):
    """What the caller has filled in and not sent; empty where there is nothing."""
    let_in(permissions.ANSWER, request.user)
    return _draft(draft_of(get_object_or_404(surveys_asked_of(request.user), pk=pk), request.user))


@router.put("/{int:pk}/draft", response=SheetDraftOut)
def keep(request, pk: int, body: AnswersIn):
    """Of a survey with names alone. What cannot be read is left out."""
    let_in(permissions.ANSWER, request.user)
    found = get_object_or_404(surveys_asked_of(request.user), pk=pk)
    return _draft(actions.keep_draft(found, by=request.user, answers=body.answers, today=localdate()))


@router.post("/{int:pk}/remind", response=RemindedOut)
def remind(request, pk: int):
    """Reminds everyone who has not answered."""
    return {"reminded": actions.remind_invitees(_found(request, pk), by=request.user, today=localdate())}


@router.post("/{int:pk}/extend", response=SurveyOut)
def extend(request, pk: int, body: ExtendIn):
    """Moves the closing date to a later day."""
    actions.extend_survey(_found(request, pk), by=request.user, closes_on=body.closes_on, today=localdate())
    return _told(_found(request, pk), request.user)


@router.post("/{int:pk}/close", response=SurveyOut)
def close(request, pk: int):
    """Closes the survey: no one can answer afterwards."""
    actions.close_survey(_found(request, pk), by=request.user)
    return _told(_found(request, pk), request.user)


@router.get("/{int:pk}/results", response=SurveyResultsOut)
def results(request, pk: int):
    """Results of a closed survey; small groups are hidden, as on the page."""
    let_in(permissions.SEE_RESULTS, request.user)
    found = get_object_or_404(permissions.SEE_RESULTS.rows(surveys_seen_by(request.user), request.user), pk=pk)
    read, language = results_of(found, request.user), get_language() or "zh-hans"
    note("export_survey", found, by=request.user, kind="api")
    return {
        "asked": read.n_asked, "answered": read.n_answered, "threshold": read.threshold, "rows": list(survey_rows(read, language)),
        "texts": [{"question": key, "text": text} for key, _asked, text in text_rows(read, language)],
    }  # fmt: skip


def _draft(one):
    return {"answers": one.answers, "saved_at": one.saved_at} if one else {"answers": {}, "saved_at": None}


def _found(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(surveys_seen_by(request.user), pk=pk)


def _told(one, user, *, moves=True):
    return {
        "id": one.pk, "name": one.name, "questionnaire": one.questionnaire_id, "is_anonymous": one.is_anonymous, "state": one.state,
        "closes_on": one.closes_on, "is_to_answer": one.is_to_answer, "moves": moves_of(one, user) if moves else [],
    }  # fmt: skip
