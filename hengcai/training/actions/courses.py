"""Courses from draft to retired. A published version is never changed: the next one is made from it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.assessment.actions import load_questions
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import encode
from hengcai.base.errors import NotNow
from hengcai.training import permissions, states
from hengcai.training.actions.files import check_media
from hengcai.training.definitions import definition_of, fill, lessons_of, read_definition, shipped_courses
from hengcai.training.marking import read_question
from hengcai.training.models import Course, Lesson
from hengcai.training.rules.course_shape import CourseText

Definition = Mapping[str, Any]


@action(permissions.WRITE_COURSES, unsaid={"definition"})
def add_course(centre: Centre, *, by: User, definition: Definition) -> Course:
    """A draft: version 1 of a new course, or the next version of a known one."""
    return _made(read_definition(definition), by)


@action(states.EDIT_COURSE, unsaid={"definition"})
def edit_course(course: Course, *, by: User, definition: Definition, edit_count: int) -> Course:
    """The whole draft anew, under its code. An older page overwrites nothing."""
    if edit_count != course.edit_count:
        raise NotNow("training.course_stale")
    text = read_definition({**definition, "code": course.code})
    course.edit_count += 1
    return _write(course, text)


@action(permissions.WRITE_COURSES)
def copy_course(course: Course, *, by: User) -> Course:
    """The next version as a draft with the same content."""
    return _made(read_definition(definition_of(course)), by)


@action(states.PUBLISH_COURSE)
def publish_course(course: Course, *, by: User, today: date) -> Course:
    """From now on it stays as it is; the version in use till now is retired, who learns it goes on."""
    check_media(course)
    for one in Course.objects.filter(code=course.code, state=states.IN_USE):
        retire_course(one, by=by)
    course.published_on, course.published_by = today, by
    course.save(update_fields=["published_on", "published_by"])
    return course


@action(states.RETIRE_COURSE)
def retire_course(course: Course, *, by: User) -> Course:
    """Nobody new enrols; who learns it goes on."""
    return course


@action(permissions.WRITE_COURSES)
def load_shipped_courses(centre: Centre, *, by: User, today: date) -> list[Course]:
    """Published at once, their quizzes in the bank; what a centre has under the same code is left as it is."""
    known = set(Course.objects.values_list("code", flat=True))
    made = [add_course(centre, by=by, definition=one) for one in shipped_courses() if one["code"] not in known]
    for one in made:
        load_questions(centre, by=by, course=one.code, quiz=encode(one.quiz))
    return [publish_course(one, by=by, today=today) for one in made]


def _made(text: CourseText, by: User) -> Course:
    versions = Course.objects.filter(code=text.code)
    if versions.filter(state=states.WRITTEN).exists():
        raise NotNow("training.course_draft_there", code=text.code)
    newest = versions.aggregate(most=Max("number"))["most"] or 0
    return _write(Course(code=text.code, number=newest + 1, made_by=by, made_at=clock.now()), text)


def _write(course: Course, text: CourseText) -> Course:
    fill(course, text)
    _check_questions(course)
    course.save()
    course.lessons.all().delete()
    rows = lessons_of(text)
    for one in rows:
        one.course = course
    Lesson.objects.bulk_create(rows)
    return course


def _check_questions(course: Course) -> None:
    """What a lesson asks can be marked; the refusal names the question."""
    for one in course.quiz:
        read_question(one)
