"""Working days against the State Council's notices of 2024, 2025 and 2026, and against counting one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hengcai.base.errors import NotValid
from hengcai.base.workdays import HOLIDAY, MADE_UP, WEEKEND, WORKING, Calendar, own_day

CALENDAR = Calendar()
A_DAY = timedelta(days=1)
DAYS = some.dates(date(2024, 1, 1), date(2027, 12, 31))

# off on a weekday, and weekend days worked, as the notices list them
OFF = {
    2024: "0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007",
    2025: "0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008",
    2026: "0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007",
}
WORKED = {
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}
STATUTORY_2026 = "0101 0216 0217 0218 0219 0405 0501 0502 0619 0925 1001 1002 1003"


def of(year, written):
    return {date(year, int(day[:2]), int(day[2:])) for day in written.split()}


def year_of(year):
    first = date(year, 1, 1)
    return [first + n * A_DAY for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", OFF)
def test_a_year_works_as_its_notice_says(year):
    wrong = [
        day
        for day in year_of(year)
        if CALENDAR.day(day).is_working
        != (day in of(year, WORKED[year]) or (day.weekday() < 5 and day not in of(year, OFF[year])))
    ]
    assert wrong == []


@pytest.mark.parametrize("year", WORKED)
def test_weekend_days_worked_in_exchange_are_told_apart(year):
    made_up = {day for day in year_of(year) if CALENDAR.day(day).kind == MADE_UP}
    assert made_up == of(year, WORKED[year])


def test_thirteen_days_are_statutory_and_no_day_in_lieu_is():
    statutory = {day for day in year_of(2026) if CALENDAR.day(day).statutory}
    assert statutory == of(2026, STATUTORY_2026)
    assert len([day for day in year_of(2024) if CALENDAR.day(day).statutory]) == 11  # two more since 2025


@pytest.mark.parametrize(
    ("day", "kind", "zh", "en"),
    [
        (date(2026, 2, 14), MADE_UP, "春节调休", "Chinese New Year (Spring Festival) (days moved)"),
        (date(2026, 2, 20), HOLIDAY, "春节调休", "Chinese New Year (Spring Festival) (days moved)"),
        (date(2026, 4, 5), HOLIDAY, "清明节", "Tomb-Sweeping Day"),
        (date(2026, 4, 6), HOLIDAY, "清明节（补假）", "Tomb-Sweeping Day (observed)"),
        (date(2026, 2, 21), WEEKEND, None, None),
        (date(2026, 3, 4), WORKING, None, None),
    ],
)
def test_a_day_has_its_kind_and_its_name_in_both_languages(day, kind, zh, en):
    assert (CALENDAR.day(day).kind, CALENDAR.day(day).name) == (kind, zh)
    assert Calendar(language="en").day(day).name == en


def test_a_year_without_notice_knows_the_statutory_days_and_guesses_none():
    days = [CALENDAR.day(day) for day in year_of(2027)]
    assert all(day.provisional for day in days)
    assert sum(day.kind == HOLIDAY for day in days) == sum(day.statutory for day in days) == 13
    assert CALENDAR.day(date(2027, 2, 9)).is_working  # what would be a day in lieu
    assert not CALENDAR.day(date(2026, 12, 31)).provisional


@given(start=DAYS, days=some.integers(1, 60))
def test_the_nth_working_day_is_the_one_counting_reaches(start, days):
    reached = CALENDAR.add(start, days)
    assert CALENDAR.day(reached.date).is_working
    assert CALENDAR.until(start, reached.date).days == days
    assert CALENDAR.until(start, reached.date - A_DAY).days == days - 1


@given(start=DAYS, one=some.integers(0, 80), two=some.integers(0, 80))
def test_working_days_between_add_up(start, one, two):
    middle, end = start + one * A_DAY, start + (one + two) * A_DAY
    whole = CALENDAR.until(start, end).days
    assert whole == CALENDAR.until(start, middle).days + CALENDAR.until(middle, end).days


def test_a_deadline_over_days_without_notice_is_provisional():
    assert not CALENDAR.add(date(2026, 12, 28), 3).provisional
    assert CALENDAR.add(date(2026, 12, 28), 4).provisional


def test_the_centre_s_own_days_go_first_and_are_not_provisional():
    own = Calendar({date(2027, 2, 9): own_day(HOLIDAY, "司庆"), date(2026, 10, 1): own_day(WORKING, "")})
    found = own.day(date(2027, 2, 9))
    assert (found.kind, found.name, found.provisional) == (HOLIDAY, "司庆", False)
    worked = own.day(date(2026, 10, 1))
    assert (worked.is_working, worked.name, worked.statutory) == (True, None, True)  # triple pay is the law's
    assert own.add(date(2026, 9, 30), 1).date == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: CALENDAR.add(date(2026, 1, 1), 0), "days"),
        (lambda: CALENDAR.add(date(2026, 1, 1), -1), "days"),
        (lambda: CALENDAR.until(date(2026, 1, 2), date(2026, 1, 1)), "until_earlier"),
        (lambda: CALENDAR.day(date(2000, 12, 31)), "out_of_range"),
        (lambda: CALENDAR.until(date(2026, 1, 1), date(2100, 1, 1)), "out_of_range"),
        (lambda: CALENDAR.add(date(2099, 12, 30), 5), "out_of_range"),
        (lambda: own_day("rest", ""), "kind"),
    ],
)
def test_what_cannot_be_counted_is_refused(ask, code):
    with pytest.raises(NotValid, match=rf"workday\.{code}"):
        ask()
