"""A person's training file: courses, sessions, and the levels rated before and after."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from hengcai.api.fields import Names, names
from hengcai.api.rights import let_in
from hengcai.programme.queries.changes import changes_of
from hengcai.training import permissions
from hengcai.training.queries.file import as_text, file_of, people_with_file, trainers_of

router = Router()


class FileCourseOut(Schema):
    """`points` and `out_of` are exact and empty where nothing was asked."""

    enrolment: int
    code: str
    title: Names
    version: int
    hours: str
    state: str
    ended_on: date | None
    done: int
    lessons: int
    points: str
    out_of: str


class FileSessionOut(Schema):
    session: int
    code: str
    title: Names
    starts_at: datetime
    hours: str
    trainers: list[str]
    state: str


class LevelChangeOut(Schema):
    """One person's change proves nothing about a course."""

    course: str
    competency: str
    before_cycle: str
    before: str
    after_cycle: str
    after: str


class TrainingFileOut(Schema):
    person: str
    number: str
    hours: str
    class_hours: str
    courses: list[FileCourseOut]
    sessions: list[FileSessionOut]
    changes: list[LevelChangeOut]


@router.get("/{int:pk}", response=TrainingFileOut)
def training_file(request, pk: int):
    """Everything somebody has learned: one’s own, one’s team’s, or everybody’s, as far as the role reaches."""
    let_in(permissions.SEE_FILE, request.user)
    person = get_object_or_404(people_with_file(request.user), pk=pk)
    found = file_of(person)
    return {
        "person": person.name, "number": person.number, "hours": as_text(found.hours), "class_hours": as_text(found.class_hours),
        "courses": [_course(one) for one in found.taken], "sessions": [_session(one) for one in found.sat],
        "changes": [_change(one) for one in changes_of(person, found.trained, request.user)],
    }  # fmt: skip


def _course(one) -> dict[str, Any]:
    way, course = one.enrolment, one.enrolment.course
    return {
        "enrolment": way.pk, "code": course.code, "title": names(course.title), "version": course.number,
        "hours": f"{course.hours.normalize():f}", "state": way.state, "ended_on": way.ended_on, "done": way.n_done,
        "lessons": way.n_lessons, "points": str(one.points) if one.out_of else "", "out_of": str(one.out_of) if one.out_of else "",
    }  # fmt: skip


def _session(one) -> dict[str, Any]:
    return {
        "session": one.session.pk, "code": one.session.course.code, "title": names(one.session.course.title),
        "starts_at": one.session.starts_at, "hours": as_text(one.hours), "trainers": trainers_of(one.session),
        "state": one.seat.state,
    }  # fmt: skip


def _change(one) -> dict[str, Any]:
    return {
        "course": one.trained.course.code, "competency": one.competency, "before_cycle": one.before_cycle.code,
        "before": str(one.before), "after_cycle": one.after_cycle.code, "after": str(one.after),
    }  # fmt: skip
