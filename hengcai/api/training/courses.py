"""Courses: read, written as a whole, published, enrolled in, assigned."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Day, Key, Names, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.api.training.learning import EnrolmentOut, head_of
from hengcai.base.errors import NotValid
from hengcai.training import actions, permissions
from hengcai.training.actions import Order
from hengcai.training.definitions import definition_of
from hengcai.training.models import LessonFile
from hengcai.training.queries.catalogue import ORDERS, Filters, courses_listed, courses_seen_by, moves_of
from hengcai.training.queries.learning import assignable_by, enrolments_seen_by
from hengcai.training.reading import files_of
from hengcai.training.receiving import drop_lesson_file, receive_lesson_file

router = Router()


class CoursesWanted(Sorted):
    module: Text = ""
    tier: Text = ""
    competency: Text = ""
    is_worked: bool = False
    state: Text = ""
    word: Text = ""


class CourseIn(Schema):
    """A course standard with its lessons, in the form that `GET` returns."""

    definition: dict[str, Any]


class CourseChangeIn(CourseIn):
    edit_count: int


class CourseAssignIn(Schema):
    people: list[Key]
    due_on: Day | None = None
    because: Text = ""


class CourseOut(Schema):
    id: int
    code: str
    number: int
    title: Names
    module: str
    tier: str
    hours: str
    state: str
    lessons: int
    published_on: date | None


class LessonFileOut(Schema):
    """`seconds` of a recording, 0 of any other file."""

    id: int
    name: str
    kind: str
    media_type: str
    byte_count: int
    digest: str
    seconds: int


class LessonFileGoneOut(Schema):
    id: int


class WholeCourseOut(CourseOut):
    definition: dict[str, Any]
    edit_count: int
    moves: list[str]


@router.get("", response=Page[CourseOut])
def courses(request, wanted: Query[CoursesWanted]):
    """The course catalogue; drafts only for those who write courses."""
    let_in(permissions.SEE_COURSES, request.user)
    rows = courses_listed(request.user, Filters(**wanted.dict(exclude=PLACE)))
    return sorted_page(rows, _head, wanted, ORDERS)


@router.post("", response=WholeCourseOut)
def add_course(request, body: CourseIn):
    """Adds a course as a draft: a new one, or the next version of a known one."""
    let_in(permissions.WRITE_COURSES, request.user)
    return _whole(actions.add_course(the_centre(), by=request.user, definition=body.definition), request)


@router.get("/{int:pk}", response=WholeCourseOut)
def course(request, pk: int):
    """One course. Trainer’s notes, cases and the questions with their answers only for those who teach."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeCourseOut)
def edit_course(request, pk: int, body: CourseChangeIn):
    """Replaces the whole content of a draft; refused if someone else has changed it since it was read."""
    found = actions.edit_course(
        _found(request, pk), by=request.user, definition=body.definition, edit_count=body.edit_count
    )
    return _whole(found, request)


@router.get("/{int:pk}/files", response=list[LessonFileOut])
def course_files(request, pk: int):
    """What lessons of the course can show, play or hand out, by name; shared by all its versions."""
    let_in(permissions.WRITE_COURSES, request.user)
    return [_file(one) for one in files_of(_found(request, pk))]


@router.post("/{int:pk}/files", response=LessonFileOut)
def add_course_file(request, pk: int, file: File[UploadedFile | None] = None):
    """Sends a file in as a form, to a draft. Taken for what it is by its content."""
    let_in(permissions.WRITE_COURSES, request.user)
    found = _found(request, pk)
    if file is None:
        raise NotValid("training.file_missing")
    return _file(receive_lesson_file(found, file, name=file.name or "", by=request.user))


@router.delete("/{int:pk}/files/{int:file}", response=LessonFileGoneOut)
def remove_course_file(request, pk: int, file: int):
    """Removes a file that no lesson of any version uses."""
    let_in(permissions.WRITE_COURSES, request.user)
    found = get_object_or_404(LessonFile, code=_found(request, pk).code, pk=file)
    drop_lesson_file(found, by=request.user)
    return {"id": file}


@router.post("/{int:pk}/publish", response=WholeCourseOut)
def publish_course(request, pk: int):
    """Publishes the draft; the version in use before is retired."""
    return _whole(actions.publish_course(_found(request, pk), by=request.user, today=localdate()), request)


@router.post("/{int:pk}/retire", response=WholeCourseOut)
def retire_course(request, pk: int):
    """Retires the course: no one new can enrol."""
    return _whole(actions.retire_course(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/copy", response=WholeCourseOut)
def copy_course(request, pk: int):
    """Makes the next version as a draft with the same content."""
    return _whole(actions.copy_course(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/enrol", response=EnrolmentOut)
def enrol(request, pk: int):
    """Enrols the person signed in."""
    made = actions.enrol(_found(request, pk), by=request.user)
    return head_of(enrolments_seen_by(request.user).get(pk=made.pk))


@router.post("/{int:pk}/assign", response=list[EnrolmentOut])
def assign_course(request, pk: int, body: CourseAssignIn):
    """Assigns the course to people the doer may assign courses to."""
    let_in(permissions.ASSIGN, request.user)
    found, today = _found(request, pk), localdate()
    people = list(assignable_by(request.user, today).filter(pk__in=body.people))
    if not people or len(people) < len(set(body.people)):
        raise NotValid("training.nobody_chosen")
    made = actions.assign_course(
        people, by=request.user, course=found, order=Order(body.due_on, body.because), today=today
    )
    return [head_of(one) for one in enrolments_seen_by(request.user).filter(pk__in=[one.pk for one in made])]


def _file(one):
    names_kept = ("name", "kind", "media_type", "byte_count", "digest", "seconds")
    return {"id": one.pk, **{name: getattr(one, name) for name in names_kept}}


def _found(request, pk):
    let_in(permissions.SEE_COURSES, request.user)
    return get_object_or_404(courses_seen_by(request.user), pk=pk)


def _head(one):
    return {
        "id": one.pk, "code": one.code, "number": one.number, "title": names(one.title), "module": one.module,
        "tier": one.tier, "hours": f"{one.hours.normalize():f}", "state": one.state, "lessons": one.n_lessons,
        "published_on": one.published_on,
    }  # fmt: skip


def _whole(one, request):
    found = courses_listed(request.user, Filters(state=one.state)).get(pk=one.pk)
    definition = definition_of(found)
    if not permissions.TEACH.is_held_by(request.user):
        definition |= {"quiz": [], "cases": [], "role_plays": [], "trainer_notes": []}
    more = {"edit_count": found.edit_count, "moves": moves_of(found, request.user)}
    return {**_head(found), "definition": definition, **more}
