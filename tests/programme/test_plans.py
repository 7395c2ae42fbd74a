"""From gaps to a plan: what is certain first, a course for each need, places by timetable, approval that enrols."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.conf import settings
from django.utils.timezone import get_current_timezone

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.mentoring.actions import Terms, set_demand, settle_roster
from hengcai.people.models import Absence, Employment, Shift
from hengcai.programme import actions
from hengcai.programme.models import Need
from hengcai.programme.queries.plans import course_lines, lacks_of, needs_seen_by
from hengcai.training.actions import When, plan_session, seat_people
from hengcai.training.models import Course, Enrolment, Seat
from tests import cast
from tests.programme.scene import TODAY, another_course

pytestmark = pytest.mark.usefixtures("gaps_db")
NINE = datetime(2026, 5, 6, 9, tzinfo=get_current_timezone())


@pytest.fixture(autouse=True)
def _today():
    with clock.set_to(NINE - timedelta(days=2)):
        yield


@pytest.fixture
def plan():
    frame = actions.Frame("五月", "month", TODAY, TODAY + timedelta(days=27), away_percent=50)
    made = actions.draft_training_plan(cast.centre(), by=cast.user("zhou"), frame=frame)
    return actions.gather_needs(made, by=cast.user("zhou"))


def session(places=1):
    when = When(NINE, NINE + timedelta(hours=2), places=places, place="301")
    return plan_session(Course.objects.get(code="openings"), by=cast.user("zhou"), when=when)


def told(plan):
    rows = plan.needs.order_by("-weight").select_related("person", "course")
    return [(one.person.number, one.is_certain, one.course and one.course.code) for one in rows]


def test_needs_are_the_gaps_with_the_certain_first(plan):
    assert told(plan) == [("li", True, "openings"), ("wang", False, "openings")]


def test_the_course_nearest_to_where_somebody_stands_is_taken(plan):
    another_course("nearer", competencies=[{"code": "problem_solving", "from": 3, "to": 5}])
    actions.gather_needs(plan, by=cast.user("zhou"))
    assert told(plan) == [("li", True, "nearer"), ("wang", False, "nearer")]


def test_a_dropped_need_stays_dropped(plan):
    zhou, need = cast.user("zhou"), plan.needs.get(person__number="wang")
    with pytest.raises(NotValid, match="need_unsettled"):
        actions.settle_need(plan, by=zhou, need=need, course=None)
    actions.settle_need(plan, by=zhou, need=need, course=None, dropped="六月转岗")
    actions.gather_needs(plan, by=zhou)
    assert plan.needs.get(person__number="wang").dropped == "六月转岗"


def test_the_last_place_goes_to_whom_needs_it_most(plan):
    held = session()
    found = actions.make_timetable(plan, by=cast.user("zhou"))
    rows = {one.person.number: (one.session_id, one.left_out) for one in plan.needs.select_related("person")}
    assert rows == {"li": (held.pk, ""), "wang": (None, "full")}
    assert found.is_optimal


def test_shifts_absences_and_the_floor_are_kept(plan):
    session(places=9)
    for name in ("li", "wang"):
        Shift.objects.create(agent=cast.person(name), starts_at=NINE, ends_at=NINE + timedelta(hours=8))
    actions.make_timetable(plan, by=cast.user("zhou"))
    assert [one.left_out for one in plan.needs.order_by("-weight")] == ["", "understaffed"]
    Absence.objects.create(agent=cast.person("li"), first_on=NINE.date(), last_on=NINE.date(), kind="leave")
    actions.make_timetable(plan, by=cast.user("zhou"))
    assert [one.left_out for one in plan.needs.order_by("-weight")] == ["away", ""]


def test_where_only_permits_count_whoever_has_none_leaves_no_gap_on_the_floor(plan):
    session(places=9)
    zhou = cast.user("zhou")
    for name in ("li", "wang"):
        Shift.objects.create(agent=cast.person(name), starts_at=NINE, ends_at=NINE + timedelta(hours=8))
    cast.person("li").employments.update(hired_on=cast.HIRED - timedelta(days=1))
    set_demand(cast.centre(), by=zhou, post=cast.post(), terms=Terms(cast.HIRED))
    settle_roster(cast.centre(), by=zhou, roster="gate")
    actions.make_timetable(plan, by=zhou)
    assert [one.left_out for one in plan.needs.order_by("-weight")] == ["", ""]


def test_approval_by_somebody_else_enrols_and_seats(plan):
    session(places=2)
    actions.make_timetable(plan, by=cast.user("zhou"))
    with pytest.raises(NotAllowed):
        actions.approve_training_plan(plan, by=cast.user("zhou"), today=TODAY)
    actions.approve_training_plan(plan, by=cast.user("qian"), today=TODAY)
    assert set(Enrolment.objects.values_list("person__number", "origin")) == {("li", "plan"), ("wang", "plan")}
    assert Seat.objects.filter(state="booked").count() == 2
    (line,) = course_lines(plan)
    assert (line.people, line.certain, line.seated, line.finished) == (2, 1, 2, 0)


def test_nobody_approves_their_own_plan():
    frame = actions.Frame("五月", "month", TODAY, TODAY)
    made = actions.draft_training_plan(cast.centre(), by=cast.user("wu"), frame=frame)
    with pytest.raises(NotNow, match="own_plan"):
        actions.approve_training_plan(made, by=cast.user("wu"), today=TODAY)


def test_an_intensive_says_why():
    frame = actions.Frame("投诉激增", "intensive", TODAY, TODAY)
    with pytest.raises(NotValid, match="because_missing"):
        actions.draft_training_plan(cast.centre(), by=cast.user("zhou"), frame=frame)


def test_the_budget_adds_up(plan):
    line = {"sessions": 3, "cost": Decimal("120.50")}
    actions.settle_line(plan, by=cast.user("zhou"), course=Course.objects.get(code="openings"), **line)
    (told_line,) = course_lines(plan)
    assert told_line.cost == Decimal("361.50")


@pytest.mark.parametrize(
    ("name", "seen"), [("li", {"li"}), ("zhao", {"li", "wang"}), ("lin", set()), ("qian", {"li", "wang"})]
)
def test_who_sees_whose_need(plan, name, seen):
    assert {one.person.number for one in needs_seen_by(cast.user(name), plan)} == seen


def test_who_still_lacks_what_tells_how_far_they_are(plan):
    rows = {one.person.number: one.way for one in lacks_of(cast.user("zhao"), day=TODAY)}
    assert rows == {"li": "open", "wang": "open"}
    actions.approve_training_plan(plan, by=cast.user("qian"), today=TODAY)
    assert {one.way for one in lacks_of(cast.user("zhao"), day=TODAY)} == {"learning"}
    assert [one.person.number for one in lacks_of(cast.user("zhao"), day=TODAY, only_certain=True)] == ["li"]
    assert lacks_of(cast.user("lin"), day=TODAY) == []
    assert settings.TIME_ZONE
    assert Need.objects.filter(enrolment__isnull=False).count() == 2


def test_who_has_left_when_the_plan_begins_needs_nothing_of_it(plan):
    Employment.objects.filter(person__number="li").update(left_on=TODAY - timedelta(days=1))
    actions.gather_needs(plan, by=cast.user("zhou"))
    assert [number for number, _certain, _course in told(plan)] == ["wang"]


def test_a_cost_that_is_no_number_and_days_beyond_reach_are_refused(plan):
    zhou, offered = cast.user("zhou"), Course.objects.get(code="openings")
    for cost in ("NaN", "sNaN", "Infinity"):
        with pytest.raises(NotValid, match="line_wrong"):
            actions.settle_line(plan, by=zhou, course=offered, sessions=1, cost=Decimal(cost))
    frame = actions.Frame("远", "month", date.max, date.max)
    with pytest.raises(NotValid, match="days_wrong"):
        actions.change_training_plan(plan, by=zhou, frame=frame)


def test_a_course_chosen_by_hand_stays(plan):
    zhou, need = cast.user("zhou"), plan.needs.get(person__number="wang")
    other = another_course("other", competencies=[{"code": "problem_solving", "from": 1, "to": 5}])
    actions.settle_need(plan, by=zhou, need=need, course=other)
    another_course("nearer", competencies=[{"code": "problem_solving", "from": 3, "to": 5}])
    actions.gather_needs(plan, by=zhou)
    assert told(plan) == [("li", True, "nearer"), ("wang", False, "other")]


def test_whoever_has_a_place_already_keeps_it_and_other_training_is_called_so(plan):
    zhou, held = cast.user("zhou"), session(places=2)
    seat_people(held, by=zhou, people=[cast.person("li")])
    elsewhere = plan_session(
        another_course("other"), by=zhou, when=When(NINE, NINE + timedelta(hours=1), places=2, place="302")
    )
    seat_people(elsewhere, by=zhou, people=[cast.person("wang")])
    actions.make_timetable(plan, by=zhou)
    rows = {one.person.number: (one.session_id, one.left_out) for one in plan.needs.select_related("person")}
    assert rows == {"li": (held.pk, ""), "wang": (None, "taught")}
