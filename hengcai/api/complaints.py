"""Complaints with their judgement, and praise."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Day, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.interactions import complaint_queries as queries
from hengcai.interactions import permissions
from hengcai.interactions.actions.complaints import judge_complaint

router, of_praise = Router(), Router()


class Wanted(Sorted):
    """`judged` is open, upheld (有责) or not_upheld (无责)."""

    judged: Text = ""
    agent: Text = ""
    first_day: Day | None = None
    last_day: Day | None = None


class ComplaintOut(Schema):
    """Customers' personal data covered."""

    id: int
    agent: str
    contact: int | None
    received_at: datetime
    text: str
    matter: str
    judged: str
    judged_by: str
    judged_on: date | None
    reason: str


class JudgedComplaintIn(Schema):
    """`judged` is upheld or not_upheld."""

    judged: Text = ""
    reason: Comment = ""


@router.get("", response=Page[ComplaintOut])
def complaints(request, wanted: Query[Wanted]):
    """The newest first. Agents see what was judged about them."""
    let_in(permissions.SEE_COMPLAINTS, request.user)
    narrowed = queries.ComplaintFilter(**wanted.dict(exclude=PLACE))
    rows = queries.complaints_seen_by(request.user).filter(narrowed.condition())
    return sorted_page(rows, _told, wanted, queries.COMPLAINT_ORDERS)


@router.get("/{int:pk}", response=ComplaintOut)
def complaint(request, pk: int):
    let_in(permissions.SEE_COMPLAINTS, request.user)
    return _told(get_object_or_404(queries.complaints_seen_by(request.user), pk=pk))


@router.post("/{int:pk}/judge", response=ComplaintOut)
def judge(request, pk: int, body: JudgedComplaintIn):
    """Responsible or not, with the reason; its contact says so too."""
    let_in(permissions.JUDGE_COMPLAINT, request.user)
    row = get_object_or_404(queries.complaints_seen_by(request.user), pk=pk)
    return _told(judge_complaint(row, by=request.user, judged=body.judged, reason=body.reason))


@of_praise.get("", response=Page[ComplaintOut])
def praise(request, wanted: Query[Sorted]):
    """The newest first."""
    let_in(permissions.SEE_PRAISE, request.user)
    return sorted_page(queries.praise_seen_by(request.user), _told, wanted, queries.COMPLAINT_ORDERS)


def _told(row) -> dict:
    plain = {name: getattr(row, name) for name in ("received_at", "matter", "judged", "judged_by", "judged_on")}
    words = {"text": mask(row.text), "reason": mask(row.reason)}
    return {"id": row.pk, "agent": row.agent.number, "contact": row.contact_id, **plain, **words}
