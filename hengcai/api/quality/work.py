"""An analyst's own assignments: the list, the desk, drafts and handing in."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Exact, Text, exact_or_none
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.quality.evaluations import EvaluationOut, evaluation_out
from hengcai.api.rights import let_in
from hengcai.base.masking import mask
from hengcai.quality import permissions
from hengcai.quality.actions import save_draft, submit_evaluation
from hengcai.quality.queries.pages import desk_of, work_given_to
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.score import score

router = Router()


class MarkIn(Schema):
    """`turn` counts from 0: the moment in the contact the mark points at."""

    value: Text
    comment: Text = ""
    cause: Text = ""
    turn: int | None = None


class MarksIn(Schema):
    """`edit_count` is what the desk or the last save answered; an older one is refused, nothing is overwritten."""

    marks: dict[str, MarkIn]
    comment: Text = ""
    edit_count: int


class HandedIn(MarksIn):
    """`reason`: why a contact handed in before is handed in again."""

    reason: Text = ""


class AssignmentOut(Schema):
    id: int
    contact: int
    agent: str
    scorecard: int
    due_on: date
    state: str


class MarkOut(Schema):
    value: str
    comment: str
    cause: str
    turn: int | None


class SaidOut(Schema):
    speaker: str
    text: str


class DeskOut(AssignmentOut):
    edit_count: int
    is_revision: bool
    comment: str
    marks: dict[str, MarkOut]
    total: Exact | None
    unanswered: list[str]
    turns: list[SaidOut]


@router.get("", response=Page[AssignmentOut])
def assignments(request, cut: Query[Cut]):
    """The caller's own, the soonest due first: an analyst opens nothing else."""
    let_in(permissions.OPEN, request.user)
    return paged(work_given_to(request.user).order_by("due_on", "pk"), _assignment, cut)


@router.get("/{int:pk}", response=DeskOut)
def desk(request, pk: int):
    """What stands so far, what is still unanswered, and the contact's words with personal data covered."""
    row = _own(request, pk)
    found = desk_of(row)
    standing = score(found.card, found.marks)
    return {
        **_assignment(row), "edit_count": found.edit_count, "is_revision": found.is_revision,
        "comment": found.comment, "marks": {code: vars(mark) for code, mark in found.marks.items()},
        "total": exact_or_none(standing.total), "unanswered": list(standing.unanswered),
        "turns": [{"speaker": turn["speaker"], "text": mask(turn["text"])} for turn in found.turns],
    }  # fmt: skip


@router.put("/{int:pk}/draft", response=EvaluationOut)
def draft(request, pk: int, body: MarksIn):
    return evaluation_out(save_draft(_own(request, pk), by=request.user, **_written(body)))


@router.post("/{int:pk}/submit", response=EvaluationOut)
def submit(request, pk: int, body: HandedIn):
    """A second time makes a new revision; the first stays as it was."""
    made = submit_evaluation(_own(request, pk), by=request.user, reason=body.reason, **_written(body))
    return evaluation_out(made)


def _own(request, pk: int):
    let_in(permissions.OPEN, request.user)
    return get_object_or_404(work_given_to(request.user), pk=pk)


def _written(body: MarksIn) -> dict[str, Any]:
    marks = {code: Mark(one.value, one.comment, one.cause, one.turn) for code, one in body.marks.items()}
    return {"marks": marks, "comment": body.comment, "edit_count": body.edit_count}


def _assignment(row) -> dict:
    return {
        "id": row.pk, "contact": row.contact_id, "agent": row.contact.agent.number, "scorecard": row.scorecard_id,
        "due_on": row.due_on, "state": row.state,
    }  # fmt: skip
