"""Sessions: places, waiting list, codes, roll; nobody, no room and no trainer twice at once."""

from datetime import datetime, timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.training import actions
from hengcai.training.actions import Qualification, Thought, When
from hengcai.training.calendar_file import session_ics
from hengcai.training.models import Seat
from hengcai.training.queries.sessions import thoughts_on
from tests import cast
from tests.training.courses.made import course

pytestmark = pytest.mark.usefixtures("course_db")
START = datetime.fromisoformat("2026-12-07T09:00:00+08:00")


def when(places=1, hours=0, **more):
    start = START + timedelta(hours=hours)
    return When(start, start + timedelta(hours=2), places=places, place="301", **more)


@pytest.fixture(autouse=True)
def _before():
    with clock.set_to(START - timedelta(days=7)):
        yield


@pytest.fixture
def held():
    return actions.plan_session(course(), by=cast.user("zhou"), when=when())


def booked(held, name):
    cast.person(name)
    return actions.book_seat(held, by=cast.user(name))


def test_the_last_place_goes_once_and_the_next_in_line_moves_up(held):
    first, second, third = (booked(held, name) for name in ("li", "wang", "he"))
    assert [one.state for one in (first, second, third)] == ["booked", "waiting", "waiting"]
    assert booked(held, "li") == first
    actions.cancel_seat(first, by=cast.user("li"))
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.state, third.state) == ("booked", "waiting")
    assert Duty.objects.filter(kind="course.attend", user=cast.user("wang"), done_at=None).count() == 1


def test_more_places_let_the_waiting_in_and_fewer_push_nobody_out(held):
    for name in ("li", "wang"):
        booked(held, name)
    actions.change_session(held, by=cast.user("zhou"), when=when(places=2))
    assert held.seats.filter(state="booked").count() == 2
    with pytest.raises(NotValid, match="places_taken"):
        actions.change_session(held, by=cast.user("zhou"), when=when(places=1))


def test_nobody_sits_in_two_sessions_at_once(held):
    booked(held, "li")
    other = actions.plan_session(held.course, by=cast.user("zhou"), when=when(hours=1))
    with pytest.raises(NotValid, match="person_taken"):
        booked(other, "li")
    later = actions.plan_session(held.course, by=cast.user("zhou"), when=when(hours=2))
    assert booked(later, "li").state == "booked"


def test_rooms_and_trainers_are_not_twice_at_once(held):
    zhou = cast.user("zhou")
    room = actions.add_room(cast.centre(), by=zhou, site=cast.site(), name="A", places=10)
    trainer = actions.qualify_trainer(cast.person("li"), by=zhou, given=Qualification("trainer", START.date()))
    actions.plan_session(held.course, by=zhou, when=when(room=room, trainers=[trainer]))
    for more, code in (({"room": room}, "room_taken"), ({"trainers": [trainer]}, "trainer_taken")):
        with pytest.raises(NotValid, match=code):
            actions.plan_session(held.course, by=zhou, when=when(hours=1, **more))
    with pytest.raises(NotValid, match="session_places"):
        actions.plan_session(held.course, by=zhou, when=when(places=11, hours=5, room=room))


def test_a_trainer_teaches_what_they_are_qualified_for(held):
    zhou, other = cast.user("zhou"), course(code="other")
    given = Qualification("trainer", START.date(), START.date(), courses=["other"])
    trainer = actions.qualify_trainer(cast.person("li"), by=zhou, given=given)
    actions.plan_session(other, by=zhou, when=when(trainers=[trainer]))
    for one, late in ((held.course, 0), (other, 24)):
        with pytest.raises(NotValid, match="trainer_unqualified"):
            actions.plan_session(one, by=zhou, when=when(hours=late, trainers=[trainer]))


def test_the_code_works_round_the_start_only(held):
    seat, li = booked(held, "li"), cast.user("li")
    with pytest.raises(NotNow, match="code_not_now"):
        actions.check_in(seat, by=li, code=held.code)
    with clock.set_to(START - timedelta(minutes=5)):
        with pytest.raises(NotValid, match="code_wrong"):
            actions.check_in(seat, by=li, code="nothing")
        assert actions.check_in(seat, by=li, code=held.code).state == "attended"


def test_the_roll_closes_the_session_and_who_was_not_there_was_absent(held):
    actions.change_session(held, by=cast.user("zhou"), when=when(places=3))
    seats = {name: booked(held, name) for name in ("li", "wang", "he")}
    with clock.set_to(START):
        actions.call_roll(held, by=cast.user("zhou"), marks={seats["li"].pk: "attended", seats["he"].pk: "excused"})
    states = dict(Seat.objects.values_list("person__number", "state"))
    assert states == {"li": "attended", "wang": "absent", "he": "excused"}
    assert not Duty.objects.filter(kind="course.attend", done_at=None).exists()
    with pytest.raises(NotNow):
        actions.cancel_seat(seats["li"], by=cast.user("li"))


def test_the_trainer_of_a_session_calls_its_roll_and_others_do_not(held):
    trainer = actions.qualify_trainer(
        cast.person("wang"), by=cast.user("zhou"), given=Qualification("assistant", START.date())
    )
    actions.change_session(held, by=cast.user("zhou"), when=when(trainers=[trainer]))
    with pytest.raises(NotAllowed):
        actions.call_roll(held, by=cast.user("zhao"), marks={})
    with pytest.raises(NotNow, match="roll_not_yet"):
        actions.call_roll(held, by=cast.user("wang"), marks={})
    with clock.set_to(START):
        assert actions.call_roll(held, by=cast.user("wang"), marks={}).state == "held"


def test_opinions_are_shown_from_five_on_and_given_once(held):
    seat = booked(held, "li")
    with pytest.raises(NotNow, match="not_there"):
        actions.give_opinion(seat, by=cast.user("li"), thought=Thought(5, 4, 3))
    with clock.set_to(START):
        actions.call_roll(held, by=cast.user("zhou"), marks={seat.pk: "attended"})
    actions.give_opinion(seat, by=cast.user("li"), thought=Thought(5, 4, 3))
    with pytest.raises(NotNow, match="opinion_given"):
        actions.give_opinion(seat, by=cast.user("li"), thought=Thought(1, 1, 1))
    assert thoughts_on(held) is None


def test_a_calendar_takes_the_session_in_its_own_zone(held):
    from icalendar import Calendar

    book = Calendar.from_ical(session_ics(held, language="zh"))
    (event,) = book.walk("VEVENT")
    assert event["dtstart"].dt == START
    assert str(event["summary"]) == "开场三十秒"
    assert [str(zone["tzid"]) for zone in book.walk("VTIMEZONE")] == ["Asia/Shanghai"]
