"""Appeals against appraisal results, from filing to the answer."""

from decimal import Decimal, InvalidOperation

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import File, Query, Router
from ninja.files import UploadedFile

from hengcai.api.appeals.shapes import (
    AnswerIn,
    AppealHearingIn,
    AppealIn,
    AppealMembersIn,
    AppealOut,
    AppealQuestionIn,
    AppealStatisticsOut,
    AppealsWanted,
    AppealVoteAgainstIn,
    AppealVoteIn,
    AppealWordsIn,
    EvidenceOut,
    WholeAppealOut,
)
from hengcai.api.appeals.told import head, whole
from hengcai.api.fields import Key
from hengcai.api.paging import PLACE, Page, sorted_page
from hengcai.api.rights import let_in
from hengcai.appeals import actions, permissions
from hengcai.appeals.queries import appeals as queries
from hengcai.appeals.queries.statistics import cycles_counted, statistics_for
from hengcai.appeals.receiving import receive_evidence
from hengcai.appeals.rules.appeals import Petition
from hengcai.appraisal.rules.rulings import Ruled, part_of
from hengcai.base.errors import NotValid

router = Router()


@router.get("", response=Page[AppealOut])
def appeals(request, wanted: Query[AppealsWanted]):
    """The appeals the caller may see; agents see their own."""
    let_in(permissions.SEE, request.user)
    narrowed = queries.AppealFilter(**wanted.dict(exclude=PLACE)).condition(today=localdate())
    rows = queries.appeals_listed(request.user).filter(narrowed)
    return sorted_page(rows, head, wanted, queries.APPEAL_ORDERS)


@router.post("", response=WholeAppealOut)
def file(request, body: AppealIn):
    """Files an appeal against the caller's own published result, within the time limit. The appeal panel is drawn at
    once."""
    let_in(permissions.FILE, request.user)
    result = get_object_or_404(queries.appealable(request.user), pk=body.result)
    petition = Petition(body.subjects, body.grounds, body.wanted)
    return _again(actions.file_appeal(result, by=request.user, petition=petition, today=localdate()), request)


@router.get("/statistics", response=AppealStatisticsOut)
def statistics(request, cycle: Key | None = None):
    """Appeals by outcome, with intervals."""
    let_in(permissions.COUNT, request.user)
    found = get_object_or_404(cycles_counted(request.user).model, pk=cycle, state="published") if cycle else None
    return statistics_for(request.user, cycle=found, today=localdate())


@router.get("/{int:pk}", response=WholeAppealOut)
def appeal(request, pk: int):
    """One appeal, as far as the caller may read it."""
    return whole(queries.sight_of(_found(request, pk), request.user), request.user)


@router.post("/{int:pk}/files", response=EvidenceOut)
def add_file(request, pk: int, file: File[UploadedFile | None] = None):
    """Adds one evidence file, sent as a form. The file is checked by content."""
    row = _found(request, pk)
    permissions.PURSUE.enter(row, request.user)
    if file is None:
        raise NotValid("appeals.file_missing")
    made = receive_evidence(row, file, name=file.name or "", by=request.user)
    return {
        "id": made.pk,
        "name": made.name,
        "media_type": made.media_type,
        "size": made.byte_count,
        "sha256": made.digest,
    }


@router.post("/{int:pk}/statements", response=WholeAppealOut)
def say(request, pk: int, body: AppealWordsIn):
    """Adds a statement by the appellant."""
    row = _found(request, pk)
    actions.add_statement(row, by=request.user, words=body.words, today=localdate())
    return _again(row, request)


@router.post("/{int:pk}/withdraw", response=WholeAppealOut)
def withdraw(request, pk: int):
    """Withdraws the appeal; for the appellant, until it is decided."""
    return _again(actions.withdraw_appeal(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/read", response=WholeAppealOut)
def read(request, pk: int):
    """Records that the appellant has read the decision."""
    return _again(actions.read_answer(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/members", response=WholeAppealOut)
def appoint(request, pk: int, body: AppealMembersIn):
    """Appoints the appeal panel, with a reason; only where too few people could be drawn."""
    row = _found(request, pk)
    permissions.APPOINT.enter(row, request.user)
    able = {one.pk: one for one in queries.able_members(row)}
    if any(key not in able for key in body.users):
        raise Http404
    users = [able[key] for key in dict.fromkeys(body.users)]
    return _again(actions.appoint_members(row, by=request.user, users=users, reason=body.reason), request)


@router.post("/{int:pk}/step-back", response=AppealOut)
def step_back(request, pk: int, body: AppealWordsIn):
    """A panel member who is not impartial or cannot take part stands down; the next person in the draw follows."""
    return head(actions.step_back(_found(request, pk), by=request.user, reason=body.words))


@router.post("/{int:pk}/hearings", response=WholeAppealOut)
def hear(request, pk: int, body: AppealHearingIn):
    """Records what was said at the hearing, or why the appeal is decided on the papers."""
    row = _found(request, pk)
    facts = body.dict(exclude={"heard_by"})
    actions.hear_appeal(row, by=request.user, today=localdate(), present=body.heard_by, **facts)
    return _again(row, request)


@router.post("/{int:pk}/questions", response=WholeAppealOut)
def ask(request, pk: int, body: AppealQuestionIn):
    """Puts a question to a line manager of the appellant in the period, who can read nothing but the question."""
    row = _found(request, pk)
    permissions.HANDLE.enter(row, request.user)
    of = next((one for one in queries.sight_of(row, request.user).superiors if one.pk == body.of), None)
    if of is None:
        raise NotValid("appeals.not_a_superior")
    actions.ask_opinion(row, by=request.user, of=of, question=body.question, today=localdate())
    return _again(row, request)


@router.post("/{int:pk}/proposals", response=WholeAppealOut)
def propose(request, pk: int, body: AnswerIn):
    """Proposes a decision, with the figures to change."""
    row = _found(request, pk)
    permissions.HANDLE.enter(row, request.user)
    ruled = [_ruled(one) for one in body.rulings]
    actions.propose_answer(row, by=request.user, outcome=body.outcome, reasons=body.reasons, ruled=ruled)
    return _again(row, request)


@router.post("/{int:pk}/agree", response=WholeAppealOut)
def agree(request, pk: int, body: AppealVoteIn):
    """Agrees to the proposed decision. With a majority, the appeal is decided."""
    return _again(actions.agree_to_answer(_found(request, pk), by=request.user, seen=body.proposal), request)


@router.post("/{int:pk}/disagree", response=WholeAppealOut)
def disagree(request, pk: int, body: AppealVoteAgainstIn):
    """Disagrees with the proposed decision, with a reason."""
    found = _found(request, pk)
    made = actions.disagree_with_answer(found, by=request.user, words=body.words, seen=body.proposal)
    return _again(made, request)


def _ruled(one):
    part = part_of(one.part)
    try:
        value = Decimal(one.value)
    except InvalidOperation:
        value = Decimal("NaN")
    if part is None or not value.is_finite():
        raise NotValid("appeals.value_missing", part=one.part)
    return Ruled(part, value)


def _found(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(queries.appeals_listed(request.user), pk=pk)


def _again(row, request):
    found = _found(request, row.appeal_id if hasattr(row, "appeal_id") else row.pk)
    return whole(queries.sight_of(found, request.user), request.user)
