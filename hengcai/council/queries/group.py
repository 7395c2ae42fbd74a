"""The panel's own papers: seats beside rights, minutes, tasks, project groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from hengcai.accounts.models import SYSTEM, RoleGrant, User
from hengcai.base.permissions import Doer
from hengcai.base.roles import GROUP, HEAD
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.council import permissions
from hengcai.council.models import Meeting, Project, Seat, Task
from hengcai.council.rules.group import SENIOR_YEARS, years_of_service
from hengcai.council.states import MEETING_MOVES, TASK_MOVES
from hengcai.people.models import Employment

MEETING_ORDERS = Orders({"title": ("title", "-pk"), "held": ("held_on", "pk"), "state": ("state", "-held_on", "-pk")})
TASK_ORDERS = Orders({
    "title": ("title", "pk"), "owner": ("owner__name", "due_on", "pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
})  # fmt: skip


@dataclass(frozen=True)
class Seated:
    """`lacks_right`: sits today without the panel's role."""

    seat: Seat
    sits: bool
    lacks_right: bool


@dataclass(frozen=True)
class Group:
    """`without_seat`: have the panel's role and no seat today."""

    seats: Sequence[Seated]
    without_seat: Sequence[User]


def group_of(user: Doer, *, today: date) -> Group:
    rows = permissions.SEE.rows(Seat.objects.select_related("user"), user).order_by(
        "-until", "part", "user__name", "pk"
    )
    granted = RoleGrant.objects.filter(role__in=(GROUP, HEAD), user__is_active=True).exclude(user__username=SYSTEM)
    members, heads = (set(granted.filter(role=role).values_list("user", flat=True)) for role in (GROUP, HEAD))
    seats = [_seated(one, members | heads, today) for one in rows]
    sitting = {one.seat.user_id for one in seats if one.sits}
    return Group(seats, list(User.objects.filter(pk__in=members - sitting).order_by("name", "pk")))


def _seated(seat: Seat, able: set[int], today: date) -> Seated:
    sits = seat.since <= today and (seat.until is None or seat.until >= today)
    return Seated(seat, sits, sits and seat.user_id not in able)


def meetings_listed(user: Doer) -> QuerySet[Meeting]:
    rows = Meeting.objects.select_related("written_by", "approved_by").order_by("-held_on", "-pk")
    return permissions.SEE.rows(rows, user)


@dataclass(frozen=True)
class MeetingSight:
    meeting: Meeting
    moves: frozenset[str]


def meeting_sight(meeting: Meeting, user: Doer) -> MeetingSight:
    moves = {move.name for move in moves_open(MEETING_MOVES, meeting, user)}
    if not meeting.present.filter(pk=user.pk).exists():
        moves -= {"approve_meeting"}
    return MeetingSight(meeting, frozenset(moves))


def meeting_to_print(user: Doer, number: int) -> Meeting | None:
    return meetings_listed(user).filter(pk=number).first()


def tasks_listed(user: Doer, *, state: str = "", late_on: date | None = None) -> QuerySet[Task]:
    rows = Task.objects.select_related("owner", "meeting", "project", "made_by").order_by("ended_at", "due_on", "pk")
    found = Q(state=state) if state else Q()
    if late_on is not None:
        found &= Q(state=Task.State.OPEN, due_on__lt=late_on)
    return permissions.SEE_TASK.rows(rows.filter(found), user)


def task_moves(task: Task, user: Doer) -> frozenset[str]:
    return frozenset(move.name for move in moves_open(TASK_MOVES, task, user))


def projects_listed(user: Doer) -> QuerySet[Project]:
    return permissions.SEE_PROJECT.rows(Project.objects.order_by("closed_at", "-since", "pk"), user)


def tasks_of_project(project: Project) -> QuerySet[Task]:
    """For whoever belongs to it, all of them."""
    return Task.objects.filter(project=project).select_related("owner").order_by("ended_at", "due_on", "pk")


def service_of(users: Sequence[int], *, today: date) -> Mapping[int, int]:
    """Whole years since they were last hired."""
    rows = Employment.objects.filter(person__user__in=users, hired_on__lte=today).order_by("hired_on")
    found = rows.values_list("person__user", "hired_on")
    return {user: years for user, hired in found if user and (years := years_of_service(hired, today)) is not None}


def is_short_of_years(part: str, years: int | None) -> bool:
    """A senior agent of a project group has ten years of service; said, not refused."""
    return part == "senior" and (years or 0) < SENIOR_YEARS


def people_to_choose() -> QuerySet[User]:
    return User.objects.filter(is_active=True).exclude(username=SYSTEM).order_by("name", "pk")
