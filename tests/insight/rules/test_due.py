from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hengcai.insight.rules import due
from tests.cast import MONDAY


@dataclass(frozen=True)
class Thing:
    due_on: date | None
    is_begun: bool = False


days = st.one_of(st.none(), st.dates(MONDAY - timedelta(days=20), MONDAY + timedelta(days=20)))
things = st.lists(st.builds(Thing, days, st.booleans()), max_size=12)


def test_the_week_ends_on_sunday():
    sunday = MONDAY + timedelta(days=6)
    assert due.when(sunday, MONDAY) == due.WEEK
    assert due.when(sunday + timedelta(days=1), MONDAY) == due.LATER
    assert due.when(sunday + timedelta(days=1), sunday) == due.LATER
    assert due.when(MONDAY, MONDAY) == due.TODAY
    assert due.when(MONDAY - timedelta(days=1), MONDAY) == due.LATE
    assert due.when(None, MONDAY) == due.LATER


@given(things)
def test_groups_hold_everything_once_and_in_order(ones):
    groups = due.grouped(ones, today=MONDAY)
    assert [group for group, _ in groups] == [group for group in due.GROUPS if group in dict(groups)]
    flat = [one for _group, found in groups for one in found]
    assert flat == due.in_order(ones)
    assert sorted(map(id, flat)) == sorted(map(id, ones))
    dated = [one.due_on for one in flat if one.due_on]
    assert dated == sorted(dated)
    assert all(found for _group, found in groups)


@given(things)
def test_the_thing_to_do_next_is_the_one_half_done_or_first_due(ones):
    chosen = due.first(ones)
    if not ones:
        assert chosen is None
        return
    rivals = [one for one in ones if one.is_begun] or ones
    assert chosen in rivals
    assert (chosen.due_on or date.max) == min(one.due_on or date.max for one in rivals)


@given(things)
def test_the_headline_counts_what_presses_most(ones):
    load = due.workload(ones, today=MONDAY)
    assert load.late + load.today + load.week + load.later == len(ones)
    assert (load.headline == "nothing") == (not ones)
    assert ("today" in load.headline) == bool(load.today)
    assert ("late" in load.headline.split("_")) == bool(load.late)


def test_every_kind_of_headline_is_reached():
    def headline(*counts):
        return due.Workload(*counts).headline

    assert headline(1, 2, 0, 0) == "today_and_late"
    assert headline(0, 2, 3, 0) == "today"
    assert headline(1, 0, 3, 0) == "late"
    assert headline(0, 0, 3, 1) == "week"
    assert headline(0, 0, 0, 1) == "later"
    assert headline(0, 0, 0, 0) == "nothing"
