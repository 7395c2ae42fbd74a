"""Courses: what is refused, what a version keeps, that a text reads as it was written."""

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.training import actions
from hengcai.training.definitions import definition_of, read_definition, shipped_courses
from hengcai.training.models import Course
from hengcai.training.rules.course_shape import read_course
from tests import cast
from tests.training.courses.made import course, definition, pair, question

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.mark.parametrize(
    ("changes", "code", "where"),
    [
        ({"title": {"zh": " ", "en": ""}}, "training.course_missing", "title"),
        ({"module": "else"}, "training.course_wrong", "module"),
        ({"colour": "red"}, "training.course_unknown", "colour"),
        ({"competencies": [{"code": "listening", "from": 4, "to": 4}]}, "training.course_not_up", "competencies.1"),
        ({"hours": "0"}, "training.course_wrong", "hours"),
    ],
)
def test_a_fault_is_named_by_its_place(changes, code, where):
    with pytest.raises(NotValid) as refused:
        read_course(definition(**changes))
    assert (refused.value.code, refused.value.facts["where"]) == (code, where)


def test_a_lesson_asks_only_questions_of_its_course():
    lessons = [{"code": "one", "title": pair("一"), "minutes": 5, "check": ["q9"]}]
    with pytest.raises(NotValid, match="course_question_unknown"):
        read_course(definition(lessons=lessons))


def test_codes_stand_once():
    with pytest.raises(NotValid, match="course_code_twice"):
        read_course(definition(quiz=[question("q1"), question("q1")], lessons=[]))


def test_a_competency_of_no_library_is_refused():
    with pytest.raises(NotValid, match="course_competency_unknown"):
        read_definition(definition(competencies=[{"code": "flying", "from": 1, "to": 2}]))


def test_what_was_written_reads_as_the_same_course():
    made = course()
    again = read_definition(definition_of(made))
    assert again == read_definition(definition())


def test_a_published_course_is_never_edited():
    made = course()
    with pytest.raises(NotNow):
        actions.edit_course(made, by=cast.user("zhou"), definition=definition(), edit_count=0)


def test_a_new_version_retires_the_one_in_use():
    first = course()
    second = actions.copy_course(first, by=cast.user("zhou"))
    actions.publish_course(second, by=cast.user("zhou"), today=clock.today())
    first.refresh_from_db()
    assert (first.state, second.state, second.number) == (Course.State.RETIRED, Course.State.PUBLISHED, 2)


def test_an_older_page_overwrites_no_draft():
    zhou = cast.user("zhou")
    made = actions.add_course(cast.centre(), by=zhou, definition=definition())
    actions.edit_course(made, by=zhou, definition=definition(hours="2"), edit_count=0)
    with pytest.raises(NotNow, match="course_stale"):
        actions.edit_course(made, by=zhou, definition=definition(hours="3"), edit_count=0)
    assert Course.objects.get(pk=made.pk).hours == 2


def test_only_trainers_and_hr_write_courses():
    with pytest.raises(NotAllowed):
        actions.add_course(cast.centre(), by=cast.user("zhao"), definition=definition())


def test_shipped_courses_load_once():
    wu = cast.user("wu")
    made = actions.load_shipped_courses(cast.centre(), by=wu, today=clock.today())
    assert len(made) == len(shipped_courses())
    assert actions.load_shipped_courses(cast.centre(), by=wu, today=clock.today()) == []
