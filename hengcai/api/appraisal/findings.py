"""Findings of a cycle and what is done about them: settled, asked about, given back, reminded of, rated by somebody else."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.accounts.queries import holders_of
from hengcai.api.fields import Comment, Text
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Participant, RatingTask
from hengcai.appraisal.queries import findings as queries
from hengcai.appraisal.queries.people import person_meant
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.quality import permissions as quality

router = Router()


class QuestionOut(Schema):
    """`id` is the number to use in `questions/{id}/answer`."""

    id: int
    cycle: str
    about: str
    text: str
    due_on: date
    answer: str
    answered_at: datetime | None


class ReviewFindingOut(Schema):
    """`kind`: far_off, not_enough or few_customers; `settled_because` is null while the finding is open. `chance`:
    probability of a level this far from the contacts by chance alone, among `looks` levels of the person; null for a
    plain count, where chance plays no part."""

    id: int
    kind: str
    agent: str
    competency: str | None
    rater: str | None
    form: int | None
    level: str | None
    observed: str | None
    n: int
    chance: str | None
    looks: int
    reason: str
    open_forms: list[int]
    questions: list[QuestionOut]
    settled_because: str | None


class RaterFindingOut(Schema):
    """`difference`: positive is stricter; in points out of 100 for evaluations, in levels for line managers.
    `chance`: probability of a difference this large by chance alone, among `looks` raters checked."""

    id: int
    basis: str
    name: str
    difference: str
    low: str
    high: str
    n: int
    chance: str | None
    looks: int
    questions: list[QuestionOut]
    settled_because: str | None


class Said(Schema):
    text: Comment


class Again(Schema):
    analyst: int


class Second(Schema):
    """`rater` is an employee number, or a name that only one person has."""

    rater: Text
    source: Text = "superior"


class DoneOut(Schema):
    id: int


class HowManyOut(Schema):
    count: int


@router.get("", response=Page[ReviewFindingOut])
def findings(request, cycle: int, cut: Query[Cut]):
    """Findings about people, most serious first."""
    found = _cycle(request, cycle)
    rows = queries.result_findings(found, request.user)
    page = paged(rows.values_list("pk", flat=True), int, cut)
    return {**page, "items": [_finding(line) for line in queries.lines_of(found, page["items"])]}


@router.get("/raters", response=list[RaterFindingOut])
def raters(request, cycle: int):
    """Raters who are significantly stricter or more lenient than others, those with the most effect first."""
    return [_rater(line) for line in queries.rater_lines(_cycle(request, cycle), request.user)]


@router.get("/questions", response=list[QuestionOut])
def questions(request):
    """Questions the caller is asked to answer."""
    let_in(permissions.ANSWER, request.user)
    return [_question(one) for one in queries.questions_of(request.user)]


@router.post("/questions/{int:pk}/answer", response=DoneOut)
def answer(request, pk: int, body: Said):
    let_in(permissions.ANSWER, request.user)
    found = get_object_or_404(queries.questions_of(request.user), pk=pk)
    return {"id": actions.answer_question(found, by=request.user, answer=body.text).pk}


@router.post("/raters/{int:pk}/settle", response=DoneOut)
def settle_rater(request, pk: int, body: Said):
    return {"id": actions.settle_rater(_of_rater(request, pk), by=request.user, reason=body.text).pk}


@router.post("/raters/{int:pk}/ask", response=DoneOut)
def ask_rater(request, pk: int, body: Said):
    found = _of_rater(request, pk)
    return {"id": actions.ask_about_rater(found, by=request.user, text=body.text, today=localdate()).pk}


@router.post("/raters/{int:pk}/rescore", response=HowManyOut)
def rescore(request, pk: int, body: Again):
    """Assigns up to five of an analyst's contacts in the period to another analyst."""
    found, analyst = _of_rater(request, pk), get_object_or_404(holders_of(quality.OPEN), pk=body.analyst)
    return {"count": len(actions.rescore(found, by=request.user, analyst=analyst, today=localdate()))}


@router.post("/forms/{int:pk}/return", response=DoneOut)
def give_back(request, pk: int, body: Said):
    return {"id": actions.return_rating(_form(request, pk), by=request.user, reason=body.text).pk}


@router.post("/forms/{int:pk}/nudge", response=DoneOut)
def nudge(request, pk: int):
    return {"id": actions.nudge_rater(_form(request, pk), by=request.user).pk}


@router.post("/{int:pk}/settle", response=DoneOut)
def settle(request, pk: int, body: Said):
    return {"id": actions.settle_finding(_of_result(request, pk), by=request.user, reason=body.text).pk}


@router.post("/{int:pk}/ask", response=DoneOut)
def ask(request, pk: int, body: Said):
    found = _of_result(request, pk)
    return {"id": actions.ask_about_finding(found, by=request.user, text=body.text, today=localdate()).pk}


@router.post("/{int:pk}/second", response=DoneOut)
def second(request, pk: int, body: Second):
    """Sends a form to a second rater for the person the finding is about."""
    let_in(permissions.ARRANGE_RATERS, request.user)
    found = _of_result(request, pk)
    member = get_object_or_404(
        permissions.ARRANGE_RATERS.rows(Participant.objects.all(), request.user), pk=found.result.participant_id
    )
    rater = person_meant(request.user, body.rater)
    return {"id": actions.add_rater(member, by=request.user, source=body.source, rater=rater).pk}


def _cycle(request, pk: int):
    let_in(permissions.SEE_CYCLE, request.user)
    return get_object_or_404(cycles_seen_by(request.user), pk=pk)


def _of_result(request, pk: int):
    let_in(permissions.SETTLE_FINDING, request.user)
    return get_object_or_404(queries.findings_seen_by(request.user), pk=pk)


def _of_rater(request, pk: int):
    let_in(permissions.SETTLE_RATER, request.user)
    return get_object_or_404(queries.raters_seen_by(request.user), pk=pk)


def _form(request, pk: int):
    let_in(permissions.SEE_TASK, request.user)
    rows = RatingTask.objects.select_related("rater", "participant__cycle")
    return get_object_or_404(permissions.SEE_TASK.rows(rows, request.user), pk=pk)


def done_about(line) -> dict[str, Any]:
    settled = line.settlement.reason if line.settlement else None
    return {"questions": [_question(one) for one in line.questions], "settled_because": settled}


def _finding(line) -> dict[str, Any]:
    one = line.about
    return {
        "id": one.pk, "kind": one.kind, "agent": one.result.participant.person.number, "n": one.n, "reason": one.reason,
        "competency": one.competency.code if one.competency else None, "form": one.task_id,
        "rater": one.task.rater.number if one.task else None, "level": _text(one.level), "observed": _text(one.observed),
        "chance": _text(one.chance), "looks": one.looks,
        "open_forms": [form.pk for form in line.forms], **done_about(line),
    }  # fmt: skip


def _rater(line) -> dict[str, Any]:
    one = line.about
    figures = {name: _text(getattr(one, name)) for name in ("difference", "low", "high", "chance")}
    return {
        "looks": one.looks,
        "id": one.pk,
        "basis": one.basis,
        "name": one.name,
        "n": one.n,
        **figures,
        **done_about(line),
    }


def _question(one) -> dict[str, Any]:
    about = one.task.participant.person.number if one.task else ""
    facts = {name: getattr(one, name) for name in ("text", "due_on", "answer", "answered_at")}
    return {"id": one.pk, "cycle": one.cycle.code, "about": about, **facts}


def _text(value) -> str | None:
    return None if value is None else format(value.normalize(), "f")
