"""Red lines: which there are, reporting one, the cases, judging as a second person."""

from datetime import datetime

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema
from pydantic import StrictBool

from hengcai.api.fields import Comment, Names, Text, names
from hengcai.api.paging import Cut, Page, Sorted, paged, sorted_page
from hengcai.api.quality.work import SaidOut
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.interactions.queries import spoken_of
from hengcai.quality import permissions
from hengcai.quality.actions import judge_case, report_red_line
from hengcai.quality.queries import cases as queries
from hengcai.quality.queries.orders import CASE_ORDERS
from hengcai.quality.queries.pages import turns_of

router = Router()


class RedLineOut(Schema):
    code: str
    name: Names
    definition: Names


class ReportIn(Schema):
    """`red_line` by its code; `turn` counts from 0: the moment in the contact, where there is one."""

    red_line: Text
    reason: Comment
    turn: int | None = None


class JudgementIn(Schema):
    """`confirm` false dismisses the case; either way with its grounds."""

    confirm: StrictBool
    judgement: Comment


class CaseOut(Schema):
    """The one it is about does not read who reported and who judged."""

    id: int
    evaluation: int
    contact: int
    agent: str
    red_line: str
    state: str
    reason: str
    turn: int | None
    reported_by: str | None
    reported_at: datetime
    judged_by: str | None
    judged_at: datetime | None
    judgement: str


class WholeCaseOut(CaseOut):
    name: Names
    definition: Names
    may_judge: bool
    turns: list[SaidOut]


@router.get("/red-lines", response=Page[RedLineOut])
def red_lines(request, cut: Query[Cut]):
    """What may be reported, and what counts as it."""
    let_in(permissions.REPORT, request.user)
    return paged(queries.red_lines(), _red_line, cut)


@router.post("/evaluations/{int:pk}/cases", response=CaseOut)
def report(request, pk: int, body: ReportIn):
    """Opens a case at once, from an analyst's own draft too; nothing follows until a second person confirms it."""
    let_in(permissions.REPORT, request.user)
    found = get_object_or_404(queries.reportable_by(request.user), pk=pk)
    line = queries.red_line_called(body.red_line)
    made = report_red_line(found, by=request.user, red_line=line, reason=body.reason, turn=body.turn)
    return _case(made, request.user)


@router.get("/cases", response=Page[CaseOut])
def cases(request, wanted: Query[Sorted]):
    """As far as the reader may see them: those that wait for a second person first, then the newest."""
    let_in(permissions.SEE_CASES, request.user)
    return sorted_page(queries.cases_listed(request.user), lambda row: _case(row, request.user), wanted, CASE_ORDERS)


@router.get("/cases/{int:pk}", response=WholeCaseOut)
def case(request, pk: int):
    """With what counts as this red line and the contact's words, personal data covered."""
    let_in(permissions.SEE_CASES, request.user)
    row = get_object_or_404(queries.cases_seen_by(request.user), pk=pk)
    turns = turns_of(row.evaluation.assignment)
    return {
        **_case(row, request.user), "name": names(row.red_line.name), "definition": names(row.red_line.definition),
        "may_judge": queries.may_judge(row, request.user),
        "turns": spoken_of(row.evaluation.assignment.contact, turns),
    }  # fmt: skip


@router.post("/cases/{int:pk}/judge", response=CaseOut)
def judge(request, pk: int, body: JudgementIn):
    """By a second person, once: not the one who reported or scored it, and not the agent."""
    let_in(permissions.JUDGE, request.user)
    row = get_object_or_404(queries.cases_listed(request.user), pk=pk)
    return _case(judge_case(row, by=request.user, confirm=body.confirm, judgement=body.judgement), request.user)


def _red_line(row) -> dict:
    return {"code": row.code, "name": names(row.name), "definition": names(row.definition)}


def _case(row, user) -> dict:
    may_know = queries.may_know_names(row, user)
    return {
        "id": row.pk, "evaluation": row.evaluation_id, "contact": row.evaluation.assignment.contact_id,
        "agent": row.agent.number, "red_line": row.red_line.code, "state": row.state, "reason": mask(row.reason),
        "turn": row.turn, "reported_by": row.reported_by.name if may_know else None, "reported_at": row.reported_at,
        "judged_by": row.judged_by.name if may_know and row.judged_by else None, "judged_at": row.judged_at,
        "judgement": mask(row.judgement),
    }  # fmt: skip
