"""Seats, minutes, project groups and tasks of the review panel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.council import duties, permissions, states
from hengcai.council.models import Meeting, Project, ProjectMember, Seat, Task, Topic
from hengcai.council.rules import group as rules
from hengcai.council.rules.group import Mandate, Point


@dataclass(frozen=True)
class Minutes:
    """A meeting as it is written down."""

    title: str
    held_on: date | None
    present: Sequence[User]
    points: Sequence[Point]
    guests: str = ""


@action(permissions.SEAT)
def add_seat(centre: Centre, *, by: User, user: User, mandate: Mandate) -> Seat:
    """One term; a member who sits already is not seated again over the same days."""
    check_lengths(mandate.basis)
    since = rules.check_mandate(mandate, parts=Seat.Part.values, ways=Seat.Chosen.values)
    rows = Seat.objects.filter(user=user).exclude(until__lt=since)
    if (rows.filter(since__lte=mandate.until) if mandate.until else rows).exists():
        raise NotNow("council.seated_already", name=user.name)
    return Seat.objects.create(
        user=user, part=mandate.part, chosen=mandate.chosen, basis=mandate.basis.strip()[:200], since=since,
        until=mandate.until, made_by=by, made_at=clock.now(),
    )  # fmt: skip


@action(permissions.SEAT)
def end_seat(seat: Seat, *, by: User, until: date | None) -> Seat:
    """Their last day."""
    if until is None or until < seat.since:
        raise NotValid("council.until_before")
    seat.until = until
    seat.save(update_fields=["until"])
    return seat


@action(permissions.WRITE, unsaid={"minutes"})
def write_meeting(centre: Centre, *, by: User, minutes: Minutes, today: date) -> Meeting:
    return _written(Meeting(written_by=by), minutes, today)


@action(states.EDIT, unsaid={"minutes"})
def edit_meeting(meeting: Meeting, *, by: User, minutes: Minutes, edit_count: int, today: date) -> Meeting:
    """Whoever edits is its writer from then on, so that somebody else approves. An older page overwrites nothing."""
    if edit_count != meeting.edit_count:
        raise NotNow("council.stale")
    meeting.written_by = by
    meeting.topics.all().delete()
    return _written(meeting, minutes, today)


@action(states.APPROVE)
def approve_meeting(meeting: Meeting, *, by: User) -> Meeting:
    """By a second member who was there; from then on nobody changes it."""
    if not meeting.present.filter(pk=by.pk).exists():
        raise NotNow("council.was_not_there")
    meeting.approved_by, meeting.approved_at = by, clock.now()
    meeting.state = Meeting.State.APPROVED
    meeting.save(update_fields=["approved_by", "approved_at", "state"])
    duties.approved(meeting)
    return meeting


@action(permissions.SET_TASK)
def add_project(centre: Centre, *, by: User, name: str, purpose: str, since: date, until: date | None) -> Project:
    check_lengths(name, purpose)
    if until is not None and until < since:
        raise NotValid("council.until_before")
    told = rules.check_text(name, "council.title_missing")[:120]
    why = rules.check_text(purpose, "council.text_missing")
    return Project.objects.create(name=told, purpose=why, since=since, until=until, made_by=by)


@action(permissions.SET_TASK)
def join_project(project: Project, *, by: User, user: User, part: str) -> ProjectMember:
    """Somebody who belongs to it already changes their part."""
    if part not in ProjectMember.Part.values:
        raise NotValid("council.seat_incomplete")
    _check_running(project)
    return ProjectMember.objects.update_or_create(project=project, user=user, defaults={"part": part})[0]


@action(permissions.SET_TASK)
def close_project(project: Project, *, by: User) -> Project:
    """Its open tasks stay with their owners."""
    _check_running(project)
    project.closed_at = clock.now()
    project.save(update_fields=["closed_at"])
    return project


@dataclass(frozen=True)
class Errand:
    """What is to be done, by whom, by when, and where it comes from."""

    title: str
    owner: User
    due_on: date | None
    meeting: Meeting | None = None
    project: Project | None = None


@action(permissions.SET_TASK)
def set_errand(centre: Centre, *, by: User, errand: Errand, today: date) -> Task:
    check_lengths(errand.title)
    due_on = rules.check_due(errand.due_on, today=today)
    made = Task.objects.create(
        title=rules.check_text(errand.title, "council.title_missing")[:200], owner=errand.owner, due_on=due_on,
        meeting=errand.meeting, project=errand.project, made_by=by, made_at=clock.now(),
    )  # fmt: skip
    duties.task_set(made)
    return made


@action(states.FINISH, unsaid={"result"})
def finish_errand(task: Task, *, by: User, result: str) -> Task:
    """With what came of it."""
    return _ended(task, rules.check_text(result, "council.result_missing"))


@action(states.DROP, unsaid={"reason"})
def drop_errand(task: Task, *, by: User, reason: str) -> Task:
    return _ended(task, rules.check_text(reason, "council.reason_missing"))


def _ended(task: Task, words: str) -> Task:
    check_lengths(words)
    task.result, task.ended_at = words, clock.now()
    task.save(update_fields=["result", "ended_at"])
    duties.task_ended(task)
    return task


def _written(meeting: Meeting, minutes: Minutes, today: date) -> Meeting:
    points = minutes.points
    check_lengths(
        minutes.title, minutes.guests, *(text for one in points for text in (one.title, one.said, one.decided))
    )
    meeting.title = rules.check_text(minutes.title, "council.title_missing")[:120]
    meeting.held_on = rules.check_meeting(minutes.held_on, present=len(minutes.present), today=today)
    rules.check_points(points, present=len(minutes.present))
    meeting.guests, meeting.written_at, meeting.edit_count = minutes.guests[:200], clock.now(), meeting.edit_count + 1
    meeting.save()
    meeting.present.set(minutes.present)
    Topic.objects.bulk_create([
        Topic(
            meeting=meeting, order=place, title=one.title.strip()[:200], said=one.said.strip(), decided=one.decided.strip(),
            votes_for=one.votes[0], votes_against=one.votes[1], votes_abstained=one.votes[2],
        )
        for place, one in enumerate(points)
    ])  # fmt: skip
    duties.minuted(meeting)
    return meeting


def _check_running(project: Project) -> None:
    if project.closed_at is not None:
        raise NotNow("council.project_closed")
