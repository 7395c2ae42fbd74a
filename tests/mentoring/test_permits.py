"""Permits: what is asked, what is taken over, who decides, who stands there without one."""

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from django.utils.timezone import get_current_timezone
from hypothesis import given
from hypothesis import strategies as some

from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.mentoring import actions
from hengcai.mentoring.models import Listening
from hengcai.mentoring.queries.permits import may_take_contacts, parts_shown, without_permit
from hengcai.mentoring.rules.permits import Asked, Shown, is_passed, months_later
from hengcai.people.models import Shift
from hengcai.simulation.actions import choose, start_run
from tests import cast
from tests.mentoring.scene import TODAY, demand, pair, permit
from tests.simulation.stories import published

EIGHT = datetime(2026, 3, 16, 8, tzinfo=get_current_timezone())


@given(some.fractions(0, 100), some.integers(0, 100))
def test_the_pass_mark_itself_is_enough(marks, least):
    assert is_passed("written", Shown(marks), Asked(written_pass=least)) == (marks >= least)


@given(some.dates(date(2020, 1, 1), date(2060, 12, 31)), some.integers(0, 60))
def test_months_later_keep_the_day_or_take_the_last(day, months):
    found = months_later(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(days=1)).day == 1


@pytest.mark.parametrize(("calls", "sheets", "goes"), [(20, 2, True), (19, 2, False), (20, 1, False)])
def test_accompanied_contacts_need_their_sheets(calls, sheets, goes):
    assert is_passed("calls", Shown(Fraction(calls), sheets), Asked()) is goes


@pytest.mark.django_db
class TestExamined:
    def test_runs_and_sheets_are_taken_over(self):
        made, scenario = pair(), published()
        run = start_run(scenario, by=cast.user("li"), seed=1)
        for step in range(2):
            choose(run, by=cast.user("li"), choice="a", at_step=step)
        facts = {"pair": made, "listener": "mentor", "held_on": TODAY, "calls": 12, "seen": "好", "next_step": "继续"}
        for signed in (clock.now(), None):
            Listening.objects.create(**facts, written_by=cast.user("zhao"), signed_at=signed)
        examined = permit()
        actions.take_over_parts(examined, by=cast.user("zhou"), today=TODAY)
        shown = {one.kind: one.part and (one.part.value, one.part.sheets) for one in parts_shown(examined)}
        run.refresh_from_db()
        assert shown == {"written": None, "simulation": (run.exact, 0), "calls": ("24", 1)}

    def test_a_mentor_does_not_decide_and_nobody_on_themselves(self):
        asked = demand()
        pair("li", mentor="feng")
        with pytest.raises(NotValid, match="decider_is_mentor"):
            permit(demand=asked)
        with pytest.raises(NotValid, match="decider_wrong"):
            actions.open_permit(cast.wang(), by=cast.user("zhou"), demand=asked, decider=cast.user("li"), today=TODAY)

    def test_a_change_asks_nothing_more_of_whom_is_being_examined(self):
        made = permit()
        demand(asked=Asked(written_pass=90))
        made.refresh_from_db()
        assert made.asks["written_pass"] == 60

    def test_nothing_is_granted_with_a_part_missing(self):
        with pytest.raises(NotNow, match="parts_missing"):
            actions.grant_permit(permit(), by=cast.user("feng"), today=TODAY)

    def test_a_group_asks_for_its_own_permit_and_those_before_for_none(self):
        assert may_take_contacts(cast.li(), cast.post(), TODAY, skill_group="vip")
        demand(skill_group="vip")
        assert may_take_contacts(cast.li(), cast.post(), TODAY)
        assert not may_take_contacts(cast.li(), cast.post(), TODAY, skill_group="vip")
        demand(skill_group="vip", since=cast.HIRED + timedelta(days=1))
        assert may_take_contacts(cast.li(), cast.post(), TODAY, skill_group="vip")

    def test_who_is_on_shift_without_one_is_listed_to_their_lead(self):
        demand()
        for name in ("li", "he"):
            Shift.objects.create(agent=cast.person(name), starts_at=EIGHT, ends_at=EIGHT + timedelta(hours=8))
        cast.wang()
        with clock.set_to(EIGHT):
            assert [one.person.number for one in without_permit(cast.user("zhao"), TODAY)] == ["li"]
            assert [one.person.number for one in without_permit(cast.user("wu"), TODAY)] == ["he", "li"]
            assert without_permit(cast.user("wu"), TODAY + timedelta(days=1)) == []
