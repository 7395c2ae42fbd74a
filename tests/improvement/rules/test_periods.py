"""Which days a standing report covers and when it is due: over year end, make-up days, and after days without a worker."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.workdays import Calendar
from hengcai.improvement.rules.figures import MEANS, added, figure_of, standings
from hengcai.improvement.rules.periods import (
    CAUGHT_UP,
    SPANS,
    Period,
    Rhythm,
    due_of,
    dues,
    newest_over,
    period_of,
    previous,
)

SHANGHAI, DUBLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Dublin")
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 20))
CALENDAR = Calendar()
A_DAY = timedelta(days=1)


def works(day):
    return CALENDAR.day(day).is_working


@given(DAYS, st.sampled_from(SPANS))
def test_every_day_lies_in_one_period_and_periods_follow_each_other(day, span):
    found = period_of(day, span)
    assert found.first <= day <= found.last
    assert previous(found).last + A_DAY == found.first
    assert newest_over(day, span).last < day <= newest_over(day, span).last + 92 * A_DAY


@given(DAYS, st.sampled_from(SPANS), st.integers(0, 6), st.integers(0, 23), st.sampled_from([SHANGHAI, DUBLIN]))
def test_a_report_goes_out_on_a_working_day_after_its_period_at_the_hour_on_the_wall(day, span, weekday, hour, zone):
    period = period_of(day, span)
    due = due_of(period, Rhythm(span, hour, zone, weekday), works)
    local = due.at.astimezone(zone)
    assert works(due.at.date())
    assert due.at.date() > period.last
    assert due.at.hour == hour
    assert (local.hour == hour) or zone is DUBLIN  # an hour that the clocks skip


@given(DAYS, st.sampled_from(SPANS), st.integers(0, 23))
def test_whoever_looks_every_hour_finds_each_report_once_whoever_looks_once_a_day_the_same(day, span, hour):
    rhythm, start = Rhythm(span, hour, SHANGHAI), datetime(day.year, day.month, day.day, tzinfo=UTC)
    hourly = {due for n in range(3 * 24 + 1) for due in dues(rhythm, start + timedelta(hours=n), works)}
    daily = {due for n in range(4) for due in dues(rhythm, start + timedelta(days=n), works)}
    assert hourly == daily
    assert len({due.period for due in hourly}) == len(hourly)


def told(span, now, **more):
    return [(due.period.first, due.at.date()) for due in dues(Rhythm(span, 8, SHANGHAI, **more), now, works)]


def test_over_new_year_the_daily_ones_wait_for_the_first_working_day():
    """1 to 3 January 2026 are off; 4 January is a Sunday that is worked."""
    at_work = datetime(2026, 1, 4, 9, tzinfo=SHANGHAI)
    assert [first for first, on in told("day", at_work) if on == date(2026, 1, 4)] == [
        date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3),
    ]  # fmt: skip
    assert told("month", at_work) == [(date(2025, 12, 1), date(2026, 1, 4))]
    assert told("quarter", at_work) == [(date(2025, 10, 1), date(2026, 1, 4))]


def test_a_week_goes_out_on_its_weekday_or_the_next_day_that_is_worked():
    """23 February 2026, a Monday, is the last day off of the Spring Festival."""
    after = datetime(2026, 2, 24, 9, tzinfo=SHANGHAI)
    assert told("week", after)[-1] == (date(2026, 2, 16), date(2026, 2, 24))
    assert told("week", after, weekday=4)[-1] == (date(2026, 2, 9), date(2026, 2, 24))  # that Friday is off as well


def test_a_worker_that_was_away_catches_up_with_a_few_and_leaves_the_rest():
    found = told("day", datetime(2026, 3, 31, 9, tzinfo=SHANGHAI))
    assert len(found) == CAUGHT_UP["day"]
    assert found == sorted(found)


def test_what_a_day_is_held_against():
    assert period_of(date(2026, 3, 17), "day").before == Period(date(2026, 3, 10), date(2026, 3, 10), "day")
    assert period_of(date(2026, 3, 17), "month").before.first == date(2026, 2, 1)


NUMBERS = st.dictionaries(
    st.sampled_from(["passed", "fatal"]), st.tuples(st.integers(0, 50), st.integers(50, 90)).map(list), max_size=2
)


@given(st.lists(NUMBERS, max_size=5))
def test_sums_of_places_add_up_to_the_whole(parts):
    whole = added(parts)
    for code in ("passed", "fatal"):
        assert figure_of(whole, code).of == sum(part.get(code, [0, 0])[1] for part in parts)


def test_a_count_moves_without_a_verdict_and_an_empty_figure_cannot_tell():
    found = {one.code: one for one in standings({"contacts": [10], "passed": [9, 10]}, {"contacts": [1]})}
    assert (found["contacts"].verdict, found["contacts"].change) == ("", None)
    assert found["passed"].verdict == "cannot_tell"
    assert all(found[code].verdict == "cannot_tell" for code in MEANS)
