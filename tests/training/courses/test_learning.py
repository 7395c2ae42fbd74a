"""Learning: enrolled once, kept as it goes, finished when every lesson is."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.training import actions
from hengcai.training.actions import Order, Stop
from hengcai.training.models import Enrolment, Progress
from hengcai.training.queries.learning import enrolments_seen_by, next_step, steps_of
from tests import cast
from tests.training.courses.made import course

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture
def li():
    cast.person("li")
    return cast.user("li")


@pytest.fixture
def way(li):
    return actions.enrol(course(), by=li)


def lesson(way, code):
    return way.course.lessons.get(code=code)


def finish(way, by, code, **answers):
    return actions.finish_lesson(way, by=by, lesson=lesson(way, code), answers=answers, today=clock.today())


def test_enrolling_twice_is_enrolling_once(way, li):
    assert actions.enrol(way.course, by=li) == way


def test_a_lesson_is_done_from_three_fifths_of_its_points(way, li):
    assert finish(way, li, "first", q1="a", q2="a").done_at is None
    told = finish(way, li, "first", q1="a", q2="b")
    assert (told.points, told.out_of, told.tries, told.done_at is not None) == ("2", "2", 2, True)


def test_an_unanswered_question_is_named(way, li):
    with pytest.raises(NotValid) as refused:
        finish(way, li, "first", q1="a")
    assert refused.value.facts == {"number": 2}


def test_the_course_ends_with_its_last_lesson(way, li):
    finish(way, li, "second")
    assert next_step(steps_of(way)).lesson.code == "first"
    finish(way, li, "first", q1="a", q2="b")
    way.refresh_from_db()
    assert (way.state, way.ended_on) == (Enrolment.State.FINISHED, clock.today())
    with pytest.raises(NotNow):
        finish(way, li, "second")


def test_time_adds_up_and_a_forgotten_tab_counts_an_hour_at_most(way, li):
    start = clock.now()
    for after, seconds, place in ((0, 0, 0), (30, 30, 200), (90_000, 90_000, 700), (90_001, -5, -1)):
        with clock.set_to(start + timedelta(seconds=after)):
            actions.keep_place(way, by=li, lesson=lesson(way, "first"), stop=Stop(seconds, place))
    kept = Progress.objects.get(enrolment=way)
    assert (kept.seconds, kept.place) == (3630, 0)


def test_nobody_learns_for_another(way):
    cast.person("wang")
    with pytest.raises(NotAllowed):
        finish(way, cast.user("wang"), "second")


def test_assigning_opens_a_duty_that_ends_with_the_course(li):
    zhao, due = cast.user("zhao"), clock.today() + timedelta(days=9)
    people = [cast.person("li"), cast.person("wang")]
    made = actions.assign_course(people, by=zhao, course=course(), order=Order(due, "月度复盘"), today=clock.today())
    mine = next(one for one in made if one.person.number == "li")
    assert Duty.objects.get(kind="course.learn", source_id=mine.pk, user=li).due_on == due
    actions.withdraw_enrolment(mine, by=zhao, today=clock.today())
    assert not Duty.objects.filter(kind="course.learn", source_id=mine.pk, done_at=None).exists()


def test_assigning_again_keeps_the_way_and_the_earlier_day(li):
    zhao, today, made = cast.user("zhao"), clock.today(), course()
    for days in (9, 5, 20):
        order = Order(today + timedelta(days=days))
        way = actions.assign_course([cast.person("li")], by=zhao, course=made, order=order, today=today)[0]
    assert (Enrolment.objects.count(), way.due_on) == (1, today + timedelta(days=5))


def test_a_lead_assigns_to_their_own_team_only():
    with pytest.raises(NotAllowed):
        actions.assign_course(
            [cast.person("he")], by=cast.user("zhao"), course=course(), order=Order(), today=clock.today()
        )


@pytest.mark.parametrize(("name", "sees"), [("li", 1), ("wang", 0), ("zhao", 1), ("lin", 0), ("zhou", 1), ("qian", 1)])
def test_who_sees_how_far_somebody_is(way, name, sees):
    cast.person(name)
    assert enrolments_seen_by(cast.user(name)).count() == sees
