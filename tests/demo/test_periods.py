from datetime import date, timedelta
from itertools import pairwise

import pytest

from hengcai.demo.periods import ended_months, quarters, rounds

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(730)]


@pytest.mark.parametrize(("today", "ended_on"), [
    (date(2026, 11, 28), date(2026, 10, 31)), (date(2026, 11, 5), date(2026, 10, 31)),
    (date(2026, 11, 4), date(2026, 9, 30)), (date(2026, 3, 5), date(2026, 2, 28)), (date(2026, 1, 1), date(2025, 11, 30)),
])  # fmt: skip
def test_the_quarter_to_rate_ended_with_a_month_some_days_ago(today, ended_on):
    assert quarters(today)[-1][1] == ended_on


def test_three_quarters_of_three_months_follow_one_another_on_every_day():
    for today in YEAR:
        found = quarters(today)
        assert len(found) == 3
        assert [second[0] - first[1] for first, second in pairwise(found)] == [timedelta(days=1)] * 2
        assert all(89 <= (last - first).days + 1 <= 92 for first, last in found)
        assert timedelta(days=4) <= today - found[-1][1] <= timedelta(days=36)


def test_rounds_cover_every_day_up_to_yesterday_once():
    for today in YEAR:
        start, _last = quarters(today)[0]
        found = list(rounds(start, halves_from=quarters(today)[2][0], today=today))
        days = [first + timedelta(days=n) for first, last in found for n in range((last - first).days + 1)]
        assert days == [start + timedelta(days=n) for n in range((today - start).days)]


def test_only_months_that_are_over_have_ended():
    assert ended_months(date(2026, 8, 1), date(2026, 10, 31))[-1] == (date(2026, 9, 1), date(2026, 9, 30))
    assert ended_months(date(2026, 8, 1), date(2026, 11, 1))[-1] == (date(2026, 10, 1), date(2026, 10, 31))
