"""Periods laid out one after another, days put off and never brought forward, what a template may say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.calendar import periods_due
from hengcai.appraisal.rules.lengthening import lengthened
from hengcai.appraisal.rules.templates import check_terms
from hengcai.base.errors import NotValid

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
KINDS = st.sampled_from(["month", "quarter", "probation", "year"])
A_DAY = timedelta(days=1)


@given(KINDS, DAYS, st.integers(0, 30), st.integers(1, 400))
def test_a_worker_that_looks_every_day_lays_out_what_one_that_was_away_does(kind, first, ahead, days):
    """Each period once, in order, no day between two; never further ahead than was said."""
    until, laid_out = None, []
    for number in range(days):
        today = first + number * A_DAY
        for start, end in periods_due(kind, today=today, ahead_days=ahead, until=until):
            assert until is None or start == until + A_DAY
            assert (end - today).days <= ahead
            laid_out.append((start, end))
            until = end
    found = list(periods_due(kind, today=today, ahead_days=ahead, until=laid_out[0][1])) if laid_out else []
    if len(laid_out) < 3:
        assert found == laid_out[1:]
    assert len(set(laid_out)) == len(laid_out)


def test_over_the_year_a_month_follows_a_month():
    found = list(periods_due("month", today=date(2027, 1, 22), ahead_days=10, until=date(2026, 11, 30)))
    assert found == [(date(2026, 12, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 1, 31))]


def test_what_nobody_laid_out_for_long_is_not_made_up_for():
    found = list(periods_due("month", today=date(2027, 1, 22), ahead_days=10, until=date(2025, 3, 31)))
    assert found == [(date(2027, 1, 1), date(2027, 1, 31))]


FIELDS = ("self_due_on", "others_due_on", "superior_due_on", "publish_due_on")
WISHES = st.dictionaries(st.sampled_from(FIELDS), st.none() | DAYS)


@given(WISHES, WISHES)
def test_no_day_ever_comes_forward(announced, wished):
    pairs = {name: (announced.get(name), wish) for name, wish in wished.items() if wish and announced.get(name)}
    if any(wish < day for day, wish in pairs.values()):
        with pytest.raises(NotValid, match="deadline_shortened"):
            lengthened(announced, wished)
    elif all(wish == day for day, wish in pairs.values()):
        with pytest.raises(NotValid, match="nothing_lengthened"):
            lengthened(announced, wished)
    else:
        assert lengthened(announced, wished) == {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


TERMS = {
    "ahead_days": 10, "opens_after": 1, "self_after": 2, "others_after": 3, "superior_after": 6, "closes_after": None,
    "publish_after": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"self_after": 0}, "appraisal.template_order"),
        ({"superior_after": 1}, "appraisal.template_order"),
        ({"closes_after": 5}, "appraisal.template_order"),
        ({"publish_after": 5}, "appraisal.template_order"),
        ({"others_after": None}, "appraisal.template_rated"),
        ({"ahead_days": 61}, "appraisal.template_days"),
        ({"closes_after": -1}, "appraisal.template_days"),
    ],
)
def test_days_out_of_order_are_refused(changed, code):
    check_terms(TERMS, has_forms=True)
    with pytest.raises(NotValid) as found:
        check_terms({**TERMS, **changed}, has_forms=True)
    assert found.value.code == code
