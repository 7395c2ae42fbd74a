"""Training needs analyses: opened, run, reported. Names of people interviewed are for the group alone."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Query, Router, Schema

from hengcai.accounts.models import User
from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.bilingual import Bilingual, encode
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.training import actions, permissions
from hengcai.training.actions.interviews import Written
from hengcai.training.actions.projects import Found, Plan
from hengcai.training.models import ProjectTask
from hengcai.training.queries.projects import (
    ORDERS,
    interviewees_of,
    interviewees_seen_by,
    may_run,
    moves_of,
    projects_seen_by,
    report_to_print,
)

router = Router()


class NeedsSurveyIn(Schema):
    """`members` by user id; without `levels_from` and `levels_to`, the latest quarter with rated levels is used."""

    name: Text
    members: list[Key] = Field(default=[], max_length=50)
    first_on: Day
    last_on: Day
    survey: Key | None = None
    levels_from: Day | None = None
    levels_to: Day | None = None


class DrawInterviewsIn(Schema):
    size: int
    seed: Text | int


class NeedsTaskIn(Schema):
    what: Text
    owner: Key
    due_on: Day


class BenchmarkIn(Schema):
    measure: Text
    value: Text
    source: Text
    on: Day
    own: Text = ""


class MattersIn(Schema):
    """Cause of complaints → code of a competency."""

    codes: dict[str, Text]


class ThemeIn(Schema):
    competency: Text
    kind: Text
    words: Text = ""


class InterviewIn(Schema):
    held_on: Day
    notes: Comment
    themes: list[ThemeIn] = Field(default=[], max_length=30)
    edit_count: int = 0


class InterviewSignIn(Schema):
    password: Text


class SubstituteIn(Schema):
    reason: Comment


class ReportTextsIn(Schema):
    """Section → {zh, en}."""

    texts: dict[str, dict[str, Comment]]
    edit_count: int


class NeedsSurveyOut(Schema):
    id: int
    name: str
    state: str
    first_on: date
    last_on: date
    survey: int | None


class IntervieweeOut(Schema):
    id: int
    number: str
    stratum: str
    is_left_out: bool
    is_signed: bool


class WholeNeedsSurveyOut(NeedsSurveyOut):
    """`interviewees` and `seed` are only for its working group."""

    levels_from: date
    levels_to: date
    seed: str
    interviewees: list[IntervieweeOut]
    moves: list[str]


class NeedsInterviewOut(Schema):
    id: int
    held_on: date | None
    notes: str
    themes: list[dict[str, str]]
    edit_count: int
    signed_at: datetime | None


class StatusReportOut(Schema):
    """`digest` is the SHA-256 of the figures and texts once the report is issued."""

    facts: dict[str, Any]
    texts: dict[str, dict[str, str]]
    edit_count: int
    issued_at: datetime | None
    digest: str


@router.get("", response=Page[NeedsSurveyOut])
def needs_surveys(request, wanted: Query[Sorted]):
    """The training needs analyses the caller may see; for most people, those with an issued report."""
    let_in(permissions.SEE, request.user)
    return sorted_page(projects_seen_by(request.user), _head, wanted, ORDERS)


@router.post("", response=WholeNeedsSurveyOut)
def open_needs_survey(request, body: NeedsSurveyIn):
    """Starts a training needs analysis; the caller becomes a member of its working group."""
    let_in(permissions.OPEN, request.user)
    made = actions.open_project(the_centre(), by=request.user, plan=Plan(**body.dict()), today=localdate())
    return _whole(made, request)


@router.get("/{int:pk}", response=WholeNeedsSurveyOut)
def needs_survey(request, pk: int):
    """One training needs analysis."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeNeedsSurveyOut)
def change_needs_survey(request, pk: int, body: NeedsSurveyIn):
    """Changes the training needs analysis until its report is issued."""
    found = actions.change_project(_found(request, pk), by=request.user, plan=Plan(**body.dict()), today=localdate())
    return _whole(found, request)


@router.post("/{int:pk}/draw", response=WholeNeedsSurveyOut)
def draw(request, pk: int, body: DrawInterviewsIn):
    """Selects the interviewees, once."""
    found = actions.draw_interviews(
        _found(request, pk), by=request.user, size=body.size, seed=str(body.seed), today=localdate()
    )
    return _whole(found, request)


@router.post("/{int:pk}/tasks", response=WholeNeedsSurveyOut)
def add_task(request, pk: int, body: NeedsTaskIn):
    """Assigns a task to a member of the working group."""
    found = _found(request, pk)
    owner = get_object_or_404(User, pk=body.owner)
    actions.add_task(found, by=request.user, what=body.what, owner=owner, due_on=body.due_on)
    return _whole(found, request)


@router.post("/tasks/{int:pk}/finish", response=WholeNeedsSurveyOut)
def finish_task(request, pk: int):
    """Completes a task; completing it again has no effect."""
    let_in(permissions.RUN_TASK, request.user)
    task = get_object_or_404(permissions.RUN_TASK.rows(ProjectTask.objects.all(), request.user), pk=pk)
    return _whole(actions.finish_task(task, by=request.user).project, request)


@router.post("/{int:pk}/benchmarks", response=WholeNeedsSurveyOut)
def add_benchmark(request, pk: int, body: BenchmarkIn):
    """Adds a benchmark with its source and date."""
    found = _found(request, pk)
    actions.add_benchmark(found, by=request.user, found=Found(**body.dict()))
    return _whole(found, request)


@router.put("/{int:pk}/matters", response=WholeNeedsSurveyOut)
def code_matters(request, pk: int, body: MattersIn):
    """Links each cause of complaints to a competency."""
    return _whole(actions.code_matters(_found(request, pk), by=request.user, codes=body.codes), request)


@router.get("/interviews/{int:pk}", response=NeedsInterviewOut)
def interview(request, pk: int):
    """The caller's own interview, or one of their working group."""
    return _interview(_spoken(request, pk, permissions.SEE_INTERVIEW))


@router.put("/interviews/{int:pk}", response=NeedsInterviewOut)
def write_interview(request, pk: int, body: InterviewIn):
    """Writes the interview record until it is signed."""
    found = _spoken(request, pk, permissions.INTERVIEW)
    written = Written(body.held_on, body.notes, [one.dict() for one in body.themes])
    actions.write_interview(found, by=request.user, written=written, edit_count=body.edit_count, today=localdate())
    return _interview(_spoken(request, pk, permissions.INTERVIEW))


@router.post("/interviews/{int:pk}/sign", response=NeedsInterviewOut)
def sign_interview(request, pk: int, body: InterviewSignIn):
    """Signs the record; for the person who wrote it, with their password."""
    actions.sign_interview(_spoken(request, pk, permissions.INTERVIEW), by=request.user, password=body.password)
    return _interview(_spoken(request, pk, permissions.INTERVIEW))


@router.post("/interviews/{int:pk}/substitute", response=NeedsInterviewOut)
def substitute(request, pk: int, body: SubstituteIn):
    """Replaces an interviewee with the next person at the same performance level."""
    found = _spoken(request, pk, permissions.INTERVIEW)
    made = actions.substitute_interviewee(found, by=request.user, reason=body.reason, today=localdate())
    return _interview(made)


@router.post("/{int:pk}/report", response=StatusReportOut)
def draft(request, pk: int):
    """Drafts the report from today's figures; drafting again replaces the sentences."""
    return _report(actions.draft_report(_found(request, pk), by=request.user, today=localdate()))


@router.put("/{int:pk}/report", response=StatusReportOut)
def edit_report(request, pk: int, body: ReportTextsIn):
    """Edits the sentences of the report; figures cannot be changed."""
    texts = {name: Bilingual(one.get("zh", ""), one.get("en", "")) for name, one in body.texts.items()}
    return _report(actions.edit_report(_found(request, pk), by=request.user, texts=texts, edit_count=body.edit_count))


@router.post("/{int:pk}/issue", response=StatusReportOut)
def issue(request, pk: int):
    """Issues the report: everyone can read it and no one can change it."""
    return _report(actions.issue_report(_found(request, pk), by=request.user))


@router.get("/{int:pk}/report", response=StatusReportOut)
def report(request, pk: int):
    """The report, once issued, or while in preparation for its working group."""
    found = report_to_print(request.user, _found(request, pk).pk)
    if found is None:
        raise NotNow("training.no_report")
    return _report(found)


def _found(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(projects_seen_by(request.user), pk=pk)


def _spoken(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(permission.rows(interviewees_seen_by(request.user), request.user), pk=pk)


def _head(one):
    names = ("name", "state", "first_on", "last_on")
    return {"id": one.pk, "survey": one.survey_id, **{name: getattr(one, name) for name in names}}


def _whole(one, request):
    is_run = may_run(one, request.user)
    people = interviewees_of(one, request.user) if is_run else []
    return {
        **_head(one), "levels_from": one.levels_from, "levels_to": one.levels_to, "seed": one.seed if is_run else "",
        "interviewees": [_interviewee(some) for some in people], "moves": moves_of(one, request.user),
    }  # fmt: skip


def _interviewee(one):
    record = getattr(one, "interview", None)
    return {
        "id": one.pk, "number": one.person.number, "stratum": one.stratum, "is_left_out": bool(one.left_out_because),
        "is_signed": bool(record and record.signed_at),
    }  # fmt: skip


def _interview(one):
    record = getattr(one, "interview", None)
    if record is None:
        return {"id": one.pk, "held_on": None, "notes": "", "themes": [], "edit_count": 0, "signed_at": None}
    names = ("held_on", "themes", "edit_count", "signed_at")
    return {"id": one.pk, "notes": mask(record.notes), **{name: getattr(record, name) for name in names}}


def _report(one):
    return {
        "facts": one.facts, "texts": encode(one.texts), "edit_count": one.edit_count, "issued_at": one.issued_at, "digest": one.digest,
    }  # fmt: skip
