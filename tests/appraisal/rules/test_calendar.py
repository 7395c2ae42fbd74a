from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.calendar import Taken, proposal, working_days_after

FREE = {date(2026, 4, 6)}  # Qingming


def weekdays(day):
    return day.weekday() < 5 and day not in FREE


def test_a_quarter_nearly_over_is_the_one_to_prepare():
    found = proposal("quarter", today=date(2026, 3, 20), is_working_day=weekdays)
    assert (found.code, found.name_zh) == ("2026-Q1", "2026年第一季度技能评价")
    assert (found.period_start, found.period_end) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (found.self_due_on, found.others_due_on) == (date(2026, 4, 2), date(2026, 4, 3))
    assert (found.superior_due_on, found.publish_due_on) == (date(2026, 4, 9), date(2026, 4, 14))


def test_early_in_a_period_it_is_the_one_before():
    found = proposal("quarter", today=date(2026, 4, 9), is_working_day=weekdays)
    assert found.code == "2026-Q1"
    assert proposal("month", today=date(2026, 1, 5), is_working_day=weekdays).code == "2025-12"


@pytest.mark.parametrize(
    ("kind", "code", "name_zh", "name_en"),
    [
        ("month", "2026-03", "2026年3月服务质量考核", "Service quality, March 2026"),
        ("probation", "2026-03-T", "2026年3月试用期评价", "Probation appraisal, March 2026"),
    ],
)
def test_months_and_probation(kind, code, name_zh, name_en):
    found = proposal(kind, today=date(2026, 4, 2), is_working_day=weekdays)
    assert (found.code, found.name_zh, found.name_en) == (code, name_zh, name_en)
    assert (found.period_start, found.period_end) == (date(2026, 3, 1), date(2026, 3, 31))
    assert (found.self_due_on is None) == (kind == "month")


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 10))
def test_the_day_found_is_a_working_day_with_as_many_before_it(day, count):
    found = working_days_after(day, count, weekdays)
    between = [day + timedelta(days=number) for number in range(1, (found - day).days + 1)]
    assert weekdays(found)
    assert sum(weekdays(one) for one in between) == count


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.sampled_from(["month", "quarter", "probation"]))
def test_a_period_is_whole_months_and_never_far_ahead(today, kind):
    found = proposal(kind, today=today, is_working_day=weekdays)
    assert found.period_start.day == 1
    assert (found.period_end + timedelta(days=1)).day == 1
    assert (found.period_end - today).days < 15


@pytest.mark.parametrize(
    ("kind", "until", "first", "last", "code"),
    [
        ("month", date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), "2026-11"),
        ("quarter", date(2026, 9, 30), date(2026, 10, 1), date(2026, 12, 31), "2026-Q4"),
        ("quarter", date(2026, 10, 31), date(2026, 11, 1), date(2027, 1, 31), "2026-Q4"),
        ("month", date(2026, 11, 14), date(2026, 11, 15), date(2026, 11, 30), "2026-11"),
        ("probation", date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 31), "2027-01-T"),
    ],
)
def test_the_next_period_goes_on_where_the_last_one_laid_out_ends(kind, until, first, last, code):
    found = proposal(kind, today=date(2026, 11, 28), is_working_day=weekdays, taken=Taken(until))
    assert (found.period_start, found.period_end, found.code) == (first, last, code)
    assert found.publish_due_on > last


def test_a_code_that_is_taken_is_not_proposed_again():
    taken = Taken(date(2026, 10, 31), frozenset({"2026-11", "2026-11-2"}))
    assert proposal("month", today=date(2026, 11, 28), is_working_day=weekdays, taken=taken).code == "2026-11-3"


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.sampled_from(["month", "quarter", "probation"]))
def test_periods_laid_out_one_after_another_leave_no_day_out_and_share_none(today, kind):
    first = proposal(kind, today=today, is_working_day=weekdays)
    after = proposal(kind, today=today, is_working_day=weekdays, taken=Taken(first.period_end, frozenset({first.code})))
    assert after.period_start == first.period_end + timedelta(days=1)
    assert after.code != first.code
