"""The review panel: terms, minutes and tasks as they stand; a task ended by its owner."""

from datetime import date

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.council import actions, permissions
from hengcai.council.queries import group as queries

router = Router()


class MinutesWanted(Sorted):
    pass


class CouncilTasksWanted(Sorted):
    """`state`: open, done or dropped (cancelled); `late`: past the due date."""

    state: Text = ""
    late: bool = False


class CouncilTaskEndIn(Schema):
    words: Comment


class PanelSeatOut(Schema):
    """`lacks_right`: has a current term but not the review panel's access role."""

    name: str
    part: str
    chosen: str
    basis: str
    since: date
    until: date | None
    sits: bool
    lacks_right: bool


class TopicOut(Schema):
    title: str
    said: str
    decided: str
    votes_for: int
    votes_against: int
    votes_abstained: int


class MinutesOut(Schema):
    id: int
    title: str
    held_on: date
    state: str
    written_by: str
    approved_by: str | None


class WholeMinutesOut(MinutesOut):
    present: list[str]
    guests: str
    topics: list[TopicOut]
    moves: list[str]


class CouncilTaskOut(Schema):
    id: int
    title: str
    owner: str
    due_on: date
    state: str
    result: str


@router.get("/terms", response=list[PanelSeatOut])
def terms(request):
    """Who is on the panel, from when to when."""
    let_in(permissions.SEE, request.user)
    return [_seat(one) for one in queries.group_of(request.user, today=localdate()).seats]


@router.get("/meetings", response=Page[MinutesOut])
def meetings(request, wanted: Query[MinutesWanted]):
    """Meetings, newest first."""
    let_in(permissions.SEE, request.user)
    return sorted_page(queries.meetings_listed(request.user), _meeting, wanted, queries.MEETING_ORDERS)


@router.get("/meetings/{int:pk}", response=WholeMinutesOut)
def meeting(request, pk: int):
    """One meeting with its minutes."""
    return _minutes(_found(request, pk), request.user)


@router.post("/meetings/{int:pk}/approve", response=WholeMinutesOut)
def approve(request, pk: int):
    """Approves the minutes; by a second member who was present."""
    return _minutes(actions.approve_meeting(_found(request, pk), by=request.user), request.user)


@router.get("/tasks", response=Page[CouncilTaskOut])
def tasks(request, wanted: Query[CouncilTasksWanted]):
    """All tasks for those who manage them; for others, their own."""
    let_in(permissions.SEE_TASK, request.user)
    rows = queries.tasks_listed(request.user, state=wanted.state, late_on=localdate() if wanted.late else None)
    return sorted_page(rows, _task, wanted, queries.TASK_ORDERS)


@router.post("/tasks/{int:pk}/finish", response=CouncilTaskOut)
def finish(request, pk: int, body: CouncilTaskEndIn):
    """Completes a task, with what was done."""
    let_in(permissions.SEE_TASK, request.user)
    row = get_object_or_404(queries.tasks_listed(request.user), pk=pk)
    return _task(actions.finish_errand(row, by=request.user, result=body.words))


def _found(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(queries.meetings_listed(request.user), pk=pk)


def _seat(one):
    names = ("part", "chosen", "basis", "since", "until")
    facts = {name: getattr(one.seat, name) for name in names}
    return {"name": one.seat.user.name, **facts, "sits": one.sits, "lacks_right": one.lacks_right}


def _meeting(one):
    return {
        "id": one.pk, "title": one.title, "held_on": one.held_on, "state": one.state, "written_by": one.written_by.name,
        "approved_by": one.approved_by.name if one.approved_by else None,
    }  # fmt: skip


def _minutes(one, user):
    names = ("title", "said", "decided", "votes_for", "votes_against", "votes_abstained")
    topics = [{name: getattr(row, name) for name in names} for row in one.topics.order_by("order")]
    present = list(one.present.order_by("name").values_list("name", flat=True))
    moves = sorted(queries.meeting_sight(one, user).moves)
    return {**_meeting(one), "present": present, "guests": one.guests, "topics": topics, "moves": moves}


def _task(one):
    return {
        "id": one.pk, "title": one.title, "owner": one.owner.name, "due_on": one.due_on, "state": one.state,
        "result": mask(one.result),
    }  # fmt: skip
