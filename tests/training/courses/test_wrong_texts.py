"""What people, files and programs hand in that no course, lesson or session can hold is refused, not run into."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.training import actions
from hengcai.training.actions import Order, When
from hengcai.training.actions.learning import Stop
from hengcai.training.definitions import read_text
from hengcai.training.models import Enrolment, Opinion, Seat
from hengcai.training.queries.sessions import thoughts_on
from hengcai.training.rules.course_shape import read_course
from hengcai.training.rules.opinions import shown
from hengcai.training.rules.pace import LAST_PLACE
from tests import cast
from tests.training.courses.made import course, definition, pair, question

START = datetime.fromisoformat("2026-12-07T09:00:00+08:00")
BOMB = "a: &a [l,l,l,l,l,l,l,l,l,l]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{last}'] * 10)}]\n" for last, name in zip("abcde", "bcdef", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [("a: {b: 1, b: 2}", "key_twice"), ("a: [{b: 1, b: 2}]", "key_twice"), ("a: &a [*a]", "too_large"), (BOMB, "too_large"),
     ("a: 2026-13-45", "broken"), ("a: !!python/object:os.system x", "broken"), ("a: {[1]: 2}", "not_text")],
)  # fmt: skip
def test_yaml_that_would_be_read_otherwise_than_it_looks_is_refused(text, code):
    with pytest.raises(NotValid, match=code):
        read_text(text)


@pytest.mark.parametrize(
    "wrong",
    [{"title": pair("字\0")}, {"title": pair("\ud800")}, {"title": pair("字" * 201)}, {"hours": "0.05"}, {"hours": float("nan")},
     {"quiz": [{**question("q1"), "note": float("nan")}, question("q2")]},
     {"lessons": [{"code": "one", "title": pair("一"), "minutes": 5, "media": "m" * 81}]},
     {"competencies": [{"code": f"c{n}", "from": 1, "to": 2} for n in range(19)]}],
)  # fmt: skip
def test_a_course_no_table_holds_is_refused(wrong):
    with pytest.raises(NotValid):
        read_course(definition(**wrong))


@pytest.mark.usefixtures("course_db")
def test_somebody_twice_in_a_batch_is_enrolled_once():
    wang = cast.person("wang")
    order = Order()
    actions.assign_course([wang, wang], by=cast.user("zhou"), course=course(), order=order, today=clock.today())
    assert Enrolment.objects.filter(person=wang).count() == 1


@pytest.mark.usefixtures("course_db")
def test_a_place_beyond_any_recording_and_an_answer_of_no_text():
    cast.person("li")
    li, made = cast.user("li"), course()
    way, first = actions.enrol(made, by=li), made.lessons.get(code="first")
    assert actions.keep_place(way, by=li, lesson=first, stop=Stop(5, 10**17)).place == LAST_PLACE
    answers = {"q1": "a\0", "q2": "b"}
    with pytest.raises(NotValid, match="sign_of_no_text"):
        actions.finish_lesson(way, by=li, lesson=first, answers=answers, today=clock.today())


def when(hours=0):
    return When(START + timedelta(hours=hours), START + timedelta(hours=hours + 2), places=1)


@pytest.mark.usefixtures("course_db")
def test_a_day_no_calendar_reckons_with_is_no_session():
    late = datetime.fromisoformat("9999-12-31T20:00:00+00:00")
    with pytest.raises(NotValid, match="session_times"):
        actions.plan_session(
            course(), by=cast.user("zhou"), when=replace(when(), starts_at=late, ends_at=late + timedelta(hours=1))
        )


@pytest.mark.usefixtures("course_db")
def test_who_waits_and_sits_elsewhere_by_now_is_passed_over():
    with clock.set_to(START - timedelta(days=7)):
        for name in ("li", "wang", "he"):
            cast.person(name)
        made = course()
        here, there = (actions.plan_session(made, by=cast.user("zhou"), when=when(hours)) for hours in (0, 1))
        seat, _wang, _he = (actions.book_seat(here, by=cast.user(name)) for name in ("li", "wang", "he"))
        actions.book_seat(there, by=cast.user("wang"))
        actions.cancel_seat(seat, by=cast.user("li"))
    states = dict(here.seats.values_list("person__number", "state"))
    assert states == {"li": "cancelled", "wang": "waiting", "he": "booked"}


@pytest.mark.usefixtures("course_db")
def test_the_sixth_opinion_cannot_be_told_by_the_difference():
    session = actions.plan_session(course(), by=cast.user("zhou"), when=when())
    facts = {"session": session, "state": "attended", "asked_at": clock.now(), "by": cast.user("zhou")}
    for n, name in enumerate(("li", "wang", "he", "chen", "sun", "zhao")):
        seat = Seat.objects.create(person=cast.person(name), **facts)
        Opinion.objects.create(seat=seat, content=5 if n < 5 else 1, teaching=3, use=3, words=f"w{n}")
    told = thoughts_on(session)
    assert (told.n, told.content, told.words) == (5, 5, [f"w{n}" for n in range(5)])


def test_opinions_are_shown_in_whole_handfuls():
    assert [len(shown(range(n))) for n in (0, 4, 5, 9, 10)] == [0, 0, 5, 5, 10]
