"""Corrections of published results: the list, one with old and new figures, reading it; correcting a result."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Text
from hengcai.api.names import called
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.queries import corrections as queries
from hengcai.appraisal.queries.orders import CORRECTION_ORDERS
from hengcai.base.masking.text import mask

router = Router()


class Wanted(Sorted):
    state: Text = ""


class CorrectionOut(Schema):
    """`by` is null for the person it is about; “The system” where an answered appeal made it. `old` and `fresh` are result ids."""

    id: int
    agent: str
    cycle: str
    state: str
    old: int
    fresh: int | None
    dispute: int | None
    opened_at: datetime
    due_on: date | None
    reason: str
    proposed_by: str | None
    by: str | None
    made_at: datetime | None
    read_at: datetime | None


class DifferenceOut(Schema):
    kind: str
    code: str
    old: str | None
    new: str | None


class WholeCorrectionOut(CorrectionOut):
    """Score and band, then every indicator or source whose points have changed; empty until the correction is made."""

    differences: list[DifferenceOut]


class CorrectIn(Schema):
    reason: Comment


@router.get("/corrections", response=Page[CorrectionOut])
def corrections(request, wanted: Query[Wanted]):
    """Corrections still to be made first; people see their own once they are made."""
    let_in(permissions.SEE_CORRECTION, request.user)
    rows = queries.corrections_listed(request.user, **wanted.dict(exclude=PLACE))
    return sorted_page(rows, lambda row: correction_out(row, request.user), wanted, CORRECTION_ORDERS)


@router.get("/corrections/{int:pk}", response=WholeCorrectionOut)
def correction(request, pk: int):
    """One correction: who, why, old and new."""
    let_in(permissions.SEE_CORRECTION, request.user)
    return _whole(request, pk)


@router.post("/corrections/{int:pk}/read", response=WholeCorrectionOut)
def read(request, pk: int):
    """Records that the person has read the correction."""
    let_in(permissions.READ_CORRECTION, request.user)
    rows = permissions.READ_CORRECTION.rows(queries.corrections_listed(request.user), request.user)
    actions.read_correction(get_object_or_404(rows, pk=pk), by=request.user)
    return _whole(request, pk)


@router.post("/corrections/{int:pk}/confirm", response=WholeCorrectionOut)
def confirm(request, pk: int):
    """Confirms the correction; by a second person. The result is recalculated, the old revision stays and the person
    is notified."""
    let_in(permissions.CONFIRM_CORRECTION, request.user)
    rows = permissions.CONFIRM_CORRECTION.rows(queries.corrections_listed(request.user), request.user)
    actions.confirm_correction(get_object_or_404(rows, pk=pk), by=request.user)
    return _whole(request, pk)


@router.post("/results/{int:pk}/correct", response=WholeCorrectionOut)
def correct(request, pk: int, body: CorrectIn):
    """Proposes a correction; nothing changes until someone else confirms it."""
    let_in(permissions.CORRECT_RESULT, request.user)
    found = get_object_or_404(queries.correctable_by(request.user), pk=pk)
    actions.propose_correction(found, by=request.user, reason=body.reason)
    return _whole(request, queries.corrections_listed(request.user).get(old=found).pk)


def _whole(request, pk: int) -> dict:
    row = get_object_or_404(queries.corrections_listed(request.user), pk=pk)
    sight = queries.sight_of(row, request.user, language=request.LANGUAGE_CODE)
    told = [{"kind": one.kind, "code": one.code, "old": one.old, "new": one.new} for one in sight.lines]
    return {**correction_out(row, request.user), "differences": told}


def correction_out(row, user) -> dict:
    member = row.old.participant
    return {
        "id": row.pk, "agent": member.person.number, "cycle": member.cycle.code, "state": row.state, "old": row.old_id,
        "fresh": row.fresh_id, "dispute": row.dispute_id, "opened_at": row.opened_at, "due_on": row.due_on,
        "reason": mask(row.fresh.reason if row.fresh else row.reason),
        "proposed_by": called(row.proposed_by) if row.subject_id != user.pk else None,
        "by": called(row.by) if row.subject_id != user.pk else None, "made_at": row.made_at, "read_at": row.read_at,
    }  # fmt: skip
