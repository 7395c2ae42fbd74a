"""Who works when: a week of shifts and absences, each reader's own people."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from hengcai.people.models import Absence, Shift
from hengcai.people.queries.roster import on_days, roster, week_of, work_hours
from tests import cast

pytestmark = pytest.mark.django_db
WEEK = week_of(cast.MONDAY)


def shift(name, day, start=9, hours=8, **more):
    at = datetime(day.year, day.month, day.day, start, tzinfo=ZoneInfo("Asia/Shanghai"))
    return Shift.objects.create(
        agent=cast.person(name), starts_at=at, ends_at=at + timedelta(hours=hours), **{"kind": "work", **more}
    )


def seen(reader, day=cast.MONDAY, **narrowed):
    return {one.name: on_days(one, week_of(day)) for one in roster(cast.user(reader), day, **narrowed)}


def test_a_week_runs_from_monday_to_sunday():
    assert (WEEK[0], WEEK[-1]) == (cast.MONDAY, cast.MONDAY + timedelta(days=6))
    assert week_of(WEEK[-1]) == WEEK == week_of(WEEK[3])


def test_a_shift_stands_on_the_day_it_begins_and_an_absence_on_all_its_days():
    night = shift("li", WEEK[6], start=22)
    shift("li", WEEK[6] + timedelta(days=1))
    shift("li", WEEK[0] - timedelta(days=1), start=23)
    away = Absence.objects.create(agent=cast.li(), first_on=WEEK[0] - timedelta(days=3), last_on=WEEK[1], kind="sick")
    days = seen("wu")["Li"]
    assert {day: list(one.shifts) for day, one in days.items() if one.shifts} == {WEEK[6]: [night]}
    assert [day for day, one in days.items() if list(one.absences) == [away]] == WEEK[:2]


def test_hours_are_those_at_work_on_days_without_absence():
    for day in WEEK[:3]:
        shift("li", day, hours=7.5)
    shift("li", WEEK[1], start=10, hours=2, kind="training")
    Absence.objects.create(agent=cast.li(), first_on=WEEK[2], last_on=WEEK[2], kind="annual")
    assert work_hours(seen("wu")["Li"]) == Fraction(15)


@pytest.mark.parametrize(
    ("reader", "names"),
    [
        ("li", {"Li"}),
        ("zhao", {"Li", "Wang", "Zhao"}),
        ("chen", {"Chen"}),
        ("feng", {"Li", "Wang", "Zhao", "He", "Lin", "Chen"}),
    ],
)
def test_each_sees_their_own_a_lead_those_they_lead(reader, names):
    for name in ("li", "wang", "zhao", "he", "chen"):
        cast.person(name)
    assert set(seen(reader)) == names


def test_who_leaves_within_the_week_is_still_there_and_who_left_before_it_is_not():
    for name, left in (("li", WEEK[2]), ("wang", WEEK[0] - timedelta(days=1)), ("he", None)):
        cast.person(name).employments.update(left_on=left)
    assert set(seen("wu")) == {"Li", "Zhao", "He", "Lin"}
    assert "Li" not in seen("wu", WEEK[-1] + timedelta(days=1))
    assert not seen("wu", date(2020, 1, 6))


def test_it_is_narrowed_by_team_and_name():
    for name in ("li", "wang", "he"):
        cast.person(name)
    assert set(seen("wu", team=cast.team("two").pk)) == {"He", "Lin"}
    assert set(seen("wu", word="wan")) == {"Wang"}
