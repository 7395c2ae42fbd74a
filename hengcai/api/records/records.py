"""Confirming results: the list, one's own, one of them; interview, signature, objection, and the sealed copy."""

from datetime import date, datetime

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from hengcai.api import files
from hengcai.api.fields import Code, Comment, Day, Key, Text
from hengcai.api.paging import PLACE, Cut, Page, Sorted, paged, sorted_page
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.base.masking.text import mask
from hengcai.records import actions, permissions
from hengcai.records.queries import records as queries
from hengcai.records.queries.archives import copy_of
from hengcai.records.queries.records import RECORD_ORDERS
from hengcai.records.receiving import path_of, receive_paper
from hengcai.records.rules.interviews import MOST_STEPS, Step, Talk
from hengcai.records.rules.papers import Sheet

router = Router()


class RecordsWanted(Sorted):
    """`state`: one of the states, or `interview` and `late` for meetings due and overdue. Responses are kept after
    archiving."""

    state: Text = ""
    agent: Text = ""
    cycle: Key | None = None
    team: Key | None = None


class ConfirmationOut(Schema):
    """`outcome`: signed, objected, silent (no response) or replaced; empty until there is a response, kept after
    archiving."""

    id: int
    result: int
    agent: str
    cycle: str
    revision: int
    state: str
    outcome: str
    needs_interview: bool
    notified_at: datetime
    interview_by: date | None
    appeal_by: date
    sign_by: date
    answered_at: datetime | None


class StepOut(Schema):
    what: str
    by: str


class InterviewOut(Schema):
    led_by: str
    appointed_at: datetime | None
    place: str
    held_on: date | None
    not_held_because: str
    strengths: str
    gaps: str
    own_words: str
    plan: list[StepOut]
    edit_count: int


class PaperOut(Schema):
    """An answer on paper. `state`: entered, confirmed, returned or overtaken; only confirmed ones count."""

    id: int
    state: str
    outcome: str
    signed_on: date
    seen_by: str
    words: str
    sha256: str
    entered_by: str
    checked_by: str
    returned_because: str


class PaperIn(Schema):
    """`outcome`: signed, objected or silent. `words`: the objection as it is written, or how the sheet was handed over."""

    outcome: Code = ""
    signed_on: Day | None = None
    seen_by: Text = ""
    words: Comment = ""


class PaperReturnedIn(Schema):
    reason: Comment


class WholeRecordOut(ConfirmationOut):
    """`moves`: what the caller may do now. `sha256`: hash of the sealed record; empty until there is a response."""

    words: str
    held_because: str
    on_tablet: bool
    on_paper: bool
    papers: list[PaperOut]
    archived_at: datetime | None
    sha256: str
    interview: InterviewOut | None
    moves: list[str]


class SigningIn(Schema):
    """The caller's own password, entered again; it is neither stored nor logged."""

    password: Text


class ObjectingIn(SigningIn):
    words: Comment


class StepIn(Schema):
    what: Comment = ""
    by: Day | None = None


class TalkIn(Schema):
    """`edit_count` as it was read; 0 if nothing had been saved."""

    strengths: Comment = ""
    gaps: Comment = ""
    own_words: Comment = ""
    plan: list[StepIn] = Field(default_factory=list, max_length=MOST_STEPS)
    edit_count: int


class AppointIn(Schema):
    at: datetime
    place: Text = ""


class TalkHeldIn(Schema):
    """`edit_count`: of the form as it was read."""

    held_on: Day
    edit_count: int


class SkippedIn(Schema):
    because: Comment


@router.get("", response=Page[ConfirmationOut])
def records(request, wanted: Query[RecordsWanted]):
    """Other people's result confirmations."""
    let_in(permissions.SEE, request.user)
    narrowed = queries.RecordFilter(**wanted.dict(exclude=PLACE))
    rows = queries.records_listed(request.user).filter(narrowed.condition(today=localdate()))
    return sorted_page(rows, record_out, wanted, RECORD_ORDERS)


@router.get("/mine", response=Page[ConfirmationOut])
def mine(request, wanted: Query[Cut]):
    """The caller's own result confirmations, newest first."""
    let_in(permissions.SEE_OWN, request.user)
    return paged(queries.own_records(request.user), record_out, wanted)


@router.get("/{int:pk}", response=WholeRecordOut)
def record(request, pk: int):
    """One result confirmation, as far as the caller may read it."""
    return _whole(request, pk)


@router.post("/{int:pk}/sign", response=WholeRecordOut)
def sign(request, pk: int, body: SigningIn):
    """Signs the result; for the person it is about."""
    row = _found(request, pk, permissions.ANSWER)
    actions.sign_record(row, by=request.user, password=body.password, language=request.LANGUAGE_CODE)
    return _whole(request, pk)


@router.post("/{int:pk}/object", response=WholeRecordOut)
def objects(request, pk: int, body: ObjectingIn):
    """Objects to the result in the person's own words. This is not an appeal."""
    row = _found(request, pk, permissions.ANSWER)
    facts = {"password": body.password, "words": body.words, "language": request.LANGUAGE_CODE, "today": localdate()}
    actions.object_to_record(row, by=request.user, **facts)
    return _whole(request, pk)


@router.put("/{int:pk}/interview", response=WholeRecordOut)
def save(request, pk: int, body: TalkIn):
    """Saves the meeting form as far as it is filled in."""
    row = _found(request, pk, permissions.LEAD_INTERVIEW)
    plan = tuple(Step(one.what, one.by) for one in body.plan)
    talk = Talk(body.strengths, body.gaps, body.own_words, plan)
    actions.save_interview(row, by=request.user, talk=talk, edit_count=body.edit_count)
    return _whole(request, pk)


@router.post("/{int:pk}/interview/appoint", response=WholeRecordOut)
def appoint(request, pk: int, body: AppointIn):
    """Arranges the meeting and notifies the person."""
    row = _found(request, pk, permissions.LEAD_INTERVIEW)
    actions.appoint_interview(row, by=request.user, at=body.at, place=body.place)
    return _whole(request, pk)


@router.post("/{int:pk}/interview/hold", response=WholeRecordOut)
def hold(request, pk: int, body: TalkHeldIn):
    """Completes the meeting; what was saved is put to the person for signature."""
    row = _found(request, pk, permissions.LEAD_INTERVIEW)
    actions.hold_interview(row, by=request.user, held_on=body.held_on, today=localdate(), edit_count=body.edit_count)
    return _whole(request, pk)


@router.post("/{int:pk}/interview/skip", response=WholeRecordOut)
def skip(request, pk: int, body: SkippedIn):
    """Records that no meeting was possible, with the reason."""
    row = _found(request, pk, permissions.LEAD_INTERVIEW)
    actions.skip_interview(row, by=request.user, because=body.because, today=localdate())
    return _whole(request, pk)


@router.post("/{int:pk}/papers", response=WholeRecordOut)
def enter_paper(request, pk: int, body: Form[PaperIn], file: File[UploadedFile | None] = None):
    """An answer given on paper, sent as a form with its scan. It counts once a second person has confirmed it."""
    row = _found(request, pk, permissions.ENTER_PAPER)
    receive_paper(row, file, by=request.user, sheet=Sheet(**body.dict()), today=localdate())
    return _whole(request, pk)


@router.get("/{int:pk}/papers/{int:paper}", openapi_extra=files.described("application/pdf"))
def scan(request, pk: int, paper: int):
    """The scan itself; every opening is logged."""
    found = queries.paper_for(request.user, pk, paper)
    if found is None or not path_of(found.place).is_file():
        raise Http404
    note("open_paper", found, by=request.user)
    answer = FileResponse(path_of(found.place).open("rb"), content_type=found.media_type)
    answer["Content-Disposition"], answer["Cache-Control"] = "attachment", "private, no-store"
    return answer


@router.post("/{int:pk}/papers/{int:paper}/confirm", response=WholeRecordOut)
def confirm_paper(request, pk: int, paper: int):
    """By a second person, who has compared it with the scan."""
    row, found = _with_paper(request, pk, paper)
    actions.confirm_paper(row, by=request.user, paper=found, language=request.LANGUAGE_CODE)
    return _whole(request, pk)


@router.post("/{int:pk}/papers/{int:paper}/return", response=WholeRecordOut)
def return_paper(request, pk: int, paper: int, body: PaperReturnedIn):
    """The scan does not say so: it is entered anew."""
    row, found = _with_paper(request, pk, paper)
    actions.return_paper(row, by=request.user, paper=found, reason=body.reason)
    return _whole(request, pk)


@router.get("/{int:pk}/sealed", openapi_extra=files.described("application/json"))
def sealed(request, pk: int):
    """The sealed record as read by `hengcai archive verify`; the caller's own copy leaves out individual ratings."""
    row = queries.record_for(request.user, pk)
    data = copy_of(row, request.user) if row else None
    if data is None:
        raise Http404
    note("export_record", row, by=request.user, form="api")
    return HttpResponse(data, content_type="application/json")


def _found(request, pk, permission):
    let_in(permission, request.user)
    row = queries.record_for(request.user, pk)
    if row is None:
        raise Http404
    return row


def _with_paper(request, pk, paper):
    row = _found(request, pk, permissions.CHECK_PAPER)
    permissions.CHECK_PAPER.enter(row, request.user)
    return row, get_object_or_404(row.papers, pk=paper)


def _paper(one) -> dict:
    names = ("state", "outcome", "signed_on", "seen_by")
    return {
        "id": one.pk, **{name: getattr(one, name) for name in names}, "words": mask(one.words), "sha256": one.digest,
        "entered_by": one.entered_by.name, "checked_by": one.checked_by.name if one.checked_by else "",
        "returned_because": mask(one.returned_because),
    }  # fmt: skip


def _whole(request, pk) -> dict:
    if not permissions.SEE.is_held_by(request.user):
        let_in(permissions.SEE_OWN, request.user)
    row = queries.record_for(request.user, pk)
    if row is None:
        raise Http404
    sight = queries.sight_of(row, request.user)
    return {
        **record_out(row), "words": mask(row.words), "held_because": mask(row.held_because), "on_tablet": row.on_tablet,
        "on_paper": row.on_paper, "papers": [_paper(one) for one in sight.papers],
        "archived_at": row.archived_at, "sha256": sight.hash, "moves": sorted(sight.moves),
        "interview": _talk(sight.talk, hides=sight.is_own and row.state == "notified") if sight.talk else None,
    }  # fmt: skip


def record_out(row) -> dict:
    return {
        "id": row.pk, "result": row.result_id, "agent": row.person.number, "cycle": row.cycle.code,
        "revision": row.result.revision, "state": row.state, "outcome": row.outcome, "needs_interview": row.needs_interview,
        "notified_at": row.notified_at, "interview_by": row.interview_by, "appeal_by": row.appeal_by,
        "sign_by": row.sign_by, "answered_at": row.answered_at,
    }  # fmt: skip


def _talk(talk, *, hides) -> dict:
    """`hides`: what is still being written; the appointment alone is told."""
    texts = {name: "" if hides else mask(getattr(talk, name)) for name in ("strengths", "gaps", "own_words")}
    plan = [] if hides else [{"what": mask(one["what"]), "by": one["by"]} for one in talk.plan]
    return {
        "led_by": talk.led_by.name, "appointed_at": talk.appointed_at, "place": talk.place, "held_on": talk.held_on,
        "not_held_because": mask(talk.not_held_because), "plan": plan, "edit_count": talk.edit_count, **texts,
    }  # fmt: skip
