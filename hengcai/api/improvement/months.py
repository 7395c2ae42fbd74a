"""质量分析月报: listed, drafted, edited, issued, revised; the meetings it was talked over in."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Day, Key, Text
from hengcai.api.files import PDF, XLSX, described, pdf, xlsx
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.base.errors import NotValid
from hengcai.base.masking.text import mask
from hengcai.improvement import actions, permissions
from hengcai.improvement.actions.months import Minutes, Written
from hengcai.improvement.month_letter import said, told_in
from hengcai.improvement.papers.month import month_paper
from hengcai.improvement.queries import months as queries
from hengcai.improvement.queries.months import MONTH_ORDERS
from hengcai.improvement.states import EDIT_MONTH
from hengcai.paper.telling import Teller

router = Router()


class AnalysesWanted(Sorted):
    pass


class AnalysisDraftIn(Schema):
    """Any day of the month."""

    month: Day


class AnalysisIn(Schema):
    """What a person makes of the draft, in one language: `texts` by sentence, `left_out` those that are not in it."""

    edit_count: int = Field(ge=0)
    language: Code = "zh-hans"
    texts: dict[Code, Comment] = {}
    left_out: list[Code] = Field(default=[], max_length=200)
    summary: Comment = ""
    focus: Comment = ""


class AnalysisReasonIn(Schema):
    because: Comment


class QualityMeetingIn(Schema):
    """`attendees` by account name."""

    held_on: Day
    attendees: list[Text] = Field(max_length=200)
    minutes: Comment = ""
    decisions: list[Comment] = Field(default=[], max_length=50)


class AnalysisOut(Schema):
    id: int
    month: date
    revision: int
    state: str
    number: str
    issued_at: datetime | None


class AnalysisSentenceOut(Schema):
    key: str
    part: str
    text: str
    is_beyond_chance: bool


class QualityDecisionOut(Schema):
    """`measures`: the corrective actions that came of it, as far as the caller may see them."""

    id: int
    text: str
    measures: list[int]


class QualityMeetingOut(Schema):
    held_on: date
    attendees: list[str]
    minutes: str
    decisions: list[QualityDecisionOut]


class WholeAnalysisOut(AnalysisOut):
    """`sentences` as they stand, in the caller's language; `moves`: what the caller may do with it now."""

    because: str
    summary: str
    focus: str
    edit_count: int
    sentences: list[AnalysisSentenceOut]
    meetings: list[QualityMeetingOut]
    moves: list[str]


@router.get("", response=Page[AnalysisOut])
def analyses(request, wanted: Query[AnalysesWanted]):
    """The newest first; drafts for whoever writes them."""
    let_in(permissions.SEE_MONTH, request.user)
    return sorted_page(queries.months_seen_by(request.user), _told, wanted, MONTH_ORDERS)


@router.post("", response=WholeAnalysisOut)
def draft(request, body: AnalysisDraftIn):
    """Of a month that is over; a draft that is there takes the newest figures and keeps its words."""
    let_in(permissions.DRAFT_MONTH, request.user)
    month = body.month.replace(day=1)
    return _whole(actions.draft_month(the_centre(), by=request.user, month=month, today=localdate()), request)


@router.get("/{int:pk}", response=WholeAnalysisOut)
def analysis(request, pk: int):
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeAnalysisOut)
def edit(request, pk: int, body: AnalysisIn):
    """The other language keeps its own words."""
    found = _found(request, pk)
    EDIT_MONTH.enter(found, request.user)
    written = Written(body.language, body.texts, body.left_out, body.summary, body.focus)
    return _whole(actions.edit_month(found, by=request.user, written=written, edit_count=body.edit_count), request)


@router.post("/{int:pk}/issue", response=WholeAnalysisOut)
def issue(request, pk: int):
    """It stays as it is from then on."""
    return _whole(actions.issue_month(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/revise", response=WholeAnalysisOut)
def revise(request, pk: int, body: AnalysisReasonIn):
    """A further revision of an issued one; the earlier one stays."""
    found = _found(request, pk)
    return _whole(actions.revise_month(found, by=request.user, because=body.because, today=localdate()), request)


@router.post("/{int:pk}/meetings", response=WholeAnalysisOut)
def meet(request, pk: int, body: QualityMeetingIn):
    """The meeting an issued analysis was talked over in."""
    found = _found(request, pk)
    permissions.ENTER_MEETING.enter([], request.user)
    people, missing = queries.users_called(body.attendees)
    if missing:
        raise NotValid("improvement.attendee_unknown", name=missing)
    told = Minutes(body.minutes, body.decisions)
    actions.enter_meeting(found, by=request.user, held_on=body.held_on, attendees=people, told=told)
    return _whole(found, request)


@router.get("/{int:pk}/print.pdf", openapi_extra=described(PDF))
def printed(request, pk: int):
    return pdf(*_paper(request, pk, "pdf"))


@router.get("/{int:pk}/sheet.xlsx", openapi_extra=described(XLSX))
def sheet(request, pk: int):
    return xlsx(*_paper(request, pk, "xlsx"))


def _paper(request, pk: int, form: str):
    found = _found(request, pk)
    note("read_month_report", found, by=request.user, form=form)
    paper = month_paper(found, language=get_language() or "zh-hans", today=localdate())
    return paper, f"{found.month:%Y-%m} {found.number or found.revision}"


def _found(request, pk: Key):
    let_in(permissions.SEE_MONTH, request.user)
    return get_object_or_404(queries.months_seen_by(request.user), pk=pk)


def _told(one) -> dict:
    names = ("month", "revision", "state", "number", "issued_at")
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}


def _whole(one, request) -> dict:
    found = queries.months_seen_by(request.user).get(pk=one.pk)
    sight, tell = queries.sight_of(found, request.user), Teller(get_language() or "zh-hans")
    names = ("key", "part", "text", "is_beyond_chance")
    sentences = [{name: getattr(row, name) for name in names} for row in said(found, tell)]
    return {
        **_told(found), "because": found.because, "summary": told_in(found.summary, tell), "focus": told_in(found.focus, tell),
        "edit_count": found.edit_count, "sentences": sentences, "moves": sorted(sight.moves),
        "meetings": [_meeting(row, sight.remedies) for row in sight.meetings],
    }  # fmt: skip


def _meeting(one, remedies) -> dict:
    decisions = [
        {"id": row.pk, "text": mask(row.text), "measures": [found.pk for found in remedies.get(row.pk, ())]}
        for row in one.decisions.all()
    ]
    names = [user.name for user in one.attendees.all()]
    return {"held_on": one.held_on, "attendees": names, "minutes": mask(one.minutes), "decisions": decisions}
