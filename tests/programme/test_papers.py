"""培训需求表, 培训计划表, 培训效果评估表, 签到表: filled from what is there, blank to be written on."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import get_current_timezone

from hengcai.base import clock
from hengcai.programme import actions
from hengcai.training.actions import When, book_seat, plan_session
from hengcai.training.models import Course
from tests import cast
from tests.paper.laying import everything, made, refused, tables
from tests.programme.scene import TODAY

pytestmark = pytest.mark.usefixtures("gaps_db")
NINE = datetime(2026, 5, 6, 9, tzinfo=get_current_timezone())


@pytest.fixture
def plan():
    frame = actions.Frame("五月", "month", TODAY, TODAY + timedelta(days=27), budget=Decimal(1000))
    drafted = actions.draft_training_plan(cast.centre(), by=cast.user("zhou"), frame=frame)
    return actions.gather_needs(drafted, by=cast.user("zhou"))


def test_needs_stand_on_paper_as_far_as_their_reader_sees_them(plan):
    (rows,) = tables(made("training-needs", training_plan=plan.pk, reader="zhou"))
    assert [(row[0], row[3], row[5]) for row in rows.rows] == [("li", "2.5", "确定"), ("wang", "3.5", "可能")]
    (rows,) = tables(made("training-needs", training_plan=plan.pk, reader="lin"))
    assert rows.rows == []
    refused("form.no_training_plan", made, "training-needs", training_plan=plan.pk, reader="li")


def test_the_plan_adds_up_its_cost_beside_the_budget(plan):
    course = Course.objects.get(code="openings")
    actions.settle_line(plan, by=cast.user("zhou"), course=course, sessions=2, cost=Decimal("150.50"))
    form = made("training-plan", training_plan=plan.pk, reader="qian")
    assert "301.00" in everything(form)
    assert "1000" in everything(form)


def test_an_effect_that_is_not_known_is_not_made_up():
    form = made("training-effect", course="openings", reader="qian")
    (rows,) = tables(form)
    assert [row[0] for row in rows.rows] == ["反应", "学习"]
    assert "太少" in rows.rows[0][2]
    refused("form.no_course", made, "training-effect", course="none", reader="qian")


def test_the_attendance_sheet_names_who_has_a_place():
    with clock.set_to(NINE - timedelta(days=2)):
        when = When(NINE, NINE + timedelta(hours=2), places=3, place="301")
        session = plan_session(Course.objects.get(code="openings"), by=cast.user("zhou"), when=when)
        book_seat(session, by=cast.user("li"))
    form = made("attendance", training_session=session.pk, reader="zhou")
    (rows,) = tables(form)
    assert [row[0] for row in rows.rows] == ["li"]
    assert "09:00–11:00" in everything(form)
    refused("form.no_training_session", made, "attendance", training_session=10**9, reader="zhou")


@pytest.mark.parametrize("code", ["training-needs", "training-plan", "training-effect", "attendance"])
def test_blank_it_leaves_room(code):
    form = made(code, reader="zhou")
    assert not form.is_filled
    assert all(set(row) == {""} for table in tables(form) for row in table.rows)
