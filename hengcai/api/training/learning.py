"""Learning: who is on which course, one's own lessons, where one stands."""

from datetime import date
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.api.fields import Names, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.training import actions, permissions
from hengcai.training.actions import Stop
from hengcai.training.queries.learning import ORDERS, Filters, enrolments_seen_by, own_enrolments, steps_of
from hengcai.training.reading import file_of

router = Router()


class EnrolmentsWanted(Sorted):
    state: Text = ""
    is_late: bool = False
    word: Text = ""
    course: Text = ""


class StopIn(Schema):
    """`seconds` since the last report, counted as far as the server's clock allows; `reached`: second of a recording, or
    thousandths of a text. The first report of a lesson starts its time."""

    seconds: int = Field(ge=0, le=86_400)
    reached: int = Field(ge=0, le=10_000_000)


class LessonAddressOut(Schema):
    """A path of this server, for the learner alone."""

    address: str
    name: str
    media_type: str
    byte_count: int
    seconds: int


class LessonAnswersIn(Schema):
    """Question → response as the contract of questions writes it; empty where the lesson asks nothing."""

    answers: dict[str, Text] = {}


class EnrolmentOut(Schema):
    id: int
    course: int
    title: Names
    person: str
    number: str
    state: str
    origin: str
    because: str
    due_on: date | None
    ended_on: date | None
    done: int
    lessons: int


class LessonProgressOut(Schema):
    code: str
    title: Names
    minutes: int
    seconds: int
    reached: int
    furthest: int
    is_opened: bool
    tries: int
    is_done: bool
    points: str
    out_of: str


class WholeEnrolmentOut(EnrolmentOut):
    steps: list[LessonProgressOut]


@router.get("", response=Page[EnrolmentOut])
def enrolments(request, wanted: Query[EnrolmentsWanted]):
    """Who is learning what: one’s own, one’s team’s, or everybody’s, as far as the role reaches."""
    let_in(permissions.SEE_LEARNING, request.user)
    narrowed = Filters(**wanted.dict(exclude=PLACE)).condition(localdate())
    return sorted_page(enrolments_seen_by(request.user).filter(narrowed), head_of, wanted, ORDERS)


@router.get("/{int:pk}", response=WholeEnrolmentOut)
def enrolment(request, pk: int):
    """One person’s way through a course, lesson by lesson."""
    let_in(permissions.SEE_LEARNING, request.user)
    return whole_of(get_object_or_404(enrolments_seen_by(request.user), pk=pk))


@router.put("/{int:pk}/lessons/{code}", response=WholeEnrolmentOut)
def keep_place(request, pk: int, code: str, body: StopIn):
    """Reports time spent in a lesson and where the learner stopped."""
    found, lesson = _own(request, pk, code)
    actions.keep_place(found, by=request.user, lesson=lesson, stop=Stop(body.seconds, body.reached))
    return whole_of(found)


@router.post("/{int:pk}/lessons/{code}/open", response=LessonAddressOut)
def open_lesson_file(request, pk: int, code: str):
    """An address that takes ranges, for the file or recording of a lesson; that it was opened is kept."""
    found, lesson = _own(request, pk, code)
    file = file_of(lesson, found.course)
    if file is None:
        raise Http404
    actions.open_lesson_file(found, by=request.user, lesson=lesson)
    return {"address": f"/learning/{pk}/lessons/{code}/media/", "name": file.name, "media_type": file.media_type,
            "byte_count": file.byte_count, "seconds": file.seconds}  # fmt: skip


@router.post("/{int:pk}/lessons/{code}/finish", response=WholeEnrolmentOut)
def finish_lesson(request, pk: int, code: str, body: LessonAnswersIn):
    """Submits the answers of a lesson; it is done from 60% of the points."""
    found, lesson = _own(request, pk, code)
    actions.finish_lesson(found, by=request.user, lesson=lesson, answers=body.answers, today=localdate())
    return whole_of(own_enrolments(request.user).get(pk=pk))


@router.post("/{int:pk}/withdraw", response=EnrolmentOut)
def withdraw(request, pk: int):
    """Ends a course for somebody without finishing it."""
    let_in(permissions.SEE_LEARNING, request.user)
    found = get_object_or_404(enrolments_seen_by(request.user), pk=pk)
    actions.withdraw_enrolment(found, by=request.user, today=localdate())
    return head_of(enrolments_seen_by(request.user).get(pk=pk))


def head_of(one) -> dict[str, Any]:
    return {
        "id": one.pk, "course": one.course_id, "title": names(one.course.title), "person": one.person.name,
        "number": one.person.number, "state": one.state, "origin": one.origin, "because": one.because, "due_on": one.due_on,
        "ended_on": one.ended_on, "done": one.n_done, "lessons": one.n_lessons,
    }  # fmt: skip


def whole_of(one) -> dict[str, Any]:
    return {**head_of(one), "steps": [_step(step) for step in steps_of(one)]}


def _step(one):
    kept = one.progress
    return {
        "code": one.lesson.code, "title": names(one.lesson.title), "minutes": one.lesson.minutes, "is_done": one.is_done,
        "seconds": kept.seconds if kept else 0, "reached": kept.place if kept else 0, "furthest": kept.furthest if kept else 0,
        "is_opened": bool(kept and kept.opened_at), "tries": kept.tries if kept else 0,
        "points": kept.points if kept else "", "out_of": kept.out_of if kept else "",
    }  # fmt: skip


def _own(request, pk, code):
    let_in(permissions.LEARN, request.user)
    found = get_object_or_404(own_enrolments(request.user), pk=pk)
    return found, get_object_or_404(found.course.lessons, code=code)
