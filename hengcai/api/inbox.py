"""The inbox: one's own duties, what went up to one, what is late among those one answers for."""

from datetime import date

from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.api.rights import let_in
from hengcai.inbox import permissions, queries
from hengcai.inbox.actions import see_duties

router = Router()


class DutiesOut(Schema):
    """`n` tasks of one type by one date; `key` and `what` if it is a single task, `name` of the owner for other
    people's tasks."""

    kind: str
    n: int
    due_on: date | None
    is_late: bool
    is_fresh: bool
    page: str
    key: int | None
    what: str
    name: str
    reminded_on: date | None
    went_up_on: date | None
    went_to: list[str]


class InboxOut(Schema):
    own: list[DutiesOut]
    gone_up: list[DutiesOut]
    late: list[DutiesOut]


class ReceiptOut(Schema):
    seen: int


@router.get("", response=InboxOut)
def inbox(request):
    """Tasks, soonest due first. `late` is empty for people who do not oversee anyone."""
    let_in(permissions.SEE, request.user)
    today = localdate()
    found = {"own": queries.own_lines, "gone_up": queries.lines_gone_up, "late": queries.late_lines}
    return {name: [_told(line) for line in read(request.user, today=today)] for name, read in found.items()}


@router.post("/seen", response=ReceiptOut)
def seen(request):
    """Records that the caller has seen the new tasks in their inbox."""
    let_in(permissions.SEE, request.user)
    fresh = list(queries.duties_of(request.user).filter(seen_at=None)[: queries.AT_ONCE])
    return {"seen": see_duties(fresh, by=request.user) if fresh else 0}


def _told(line) -> dict:
    return {**vars(line), "kind": line.kind.code, "page": line.kind.page if line.key else line.kind.listing}
