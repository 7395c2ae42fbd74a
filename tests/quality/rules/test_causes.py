"""What an owner's answer must hold, and when a report is late."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.rules import causes as rules
from hengcai.quality.rules.causes import Answered

TODAY = date(2026, 4, 10)


def test_only_causes_outside_the_agent_have_an_owner():
    rules.check_cause("system")
    with pytest.raises(NotValid, match="cause_unknown"):
        rules.check_cause("person")


def test_a_month_is_collected_when_it_is_over():
    rules.check_month(date(2026, 3, 1), date(2026, 4, 1))
    with pytest.raises(NotNow):
        rules.check_month(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answered(" ", "b", TODAY), "cause_answer_missing"),
        (Answered("a", " ", TODAY), "cause_measure_missing"),
        (Answered("a", "b", None), "cause_day_missing"),
        (Answered("a", "b", TODAY - timedelta(days=1)), "cause_day_missing"),
        (Answered("a", "b", TODAY + timedelta(days=367)), "cause_day_missing"),
    ],
)
def test_an_answer_says_why_what_and_by_when(answer, code):
    rules.check_answer(Answered("a", "b", TODAY), TODAY)
    with pytest.raises(NotValid, match=code):
        rules.check_answer(answer, TODAY)


def test_closing_needs_what_was_seen():
    rules.check_closing("seen")
    with pytest.raises(NotValid):
        rules.check_closing(" ")


@pytest.mark.parametrize(
    ("state", "measure_on", "late"),
    [
        ("open", None, True),
        ("answered", TODAY, False),
        ("answered", TODAY - timedelta(days=1), True),
        ("closed", None, False),
    ],
)
def test_late_is_an_answer_missing_or_a_measure_not_seen_through(state, measure_on, late):
    assert rules.is_late(state, TODAY - timedelta(days=1), measure_on, TODAY) is late


def test_the_foremost_items_are_the_most_frequent():
    items = [{"code": str(n), "n": n % 5} for n in range(12)]
    found = rules.foremost(items)
    assert len(found) == rules.MOST_ITEMS
    assert [one["n"] for one in found] == sorted((one["n"] for one in found), reverse=True)


def test_the_most_frequent_causes_come_first_with_their_sum_so_far():
    bars = rules.pareto({"person": 6, "system": 3, "policy": 0, "": 1})
    assert [(one.cause, one.n, one.cumulative) for one in bars] == [
        ("person", 6, Fraction(6, 10)), ("system", 3, Fraction(9, 10)), ("", 1, Fraction(1)),
    ]  # fmt: skip
    assert [one.cause for one in rules.vital_few(bars)] == ["person", "system"]


def test_where_nothing_was_counted_there_is_nothing_to_show():
    assert rules.vital_few(rules.pareto({"system": 0})) == []


@given(st.dictionaries(st.sampled_from(["", "person", "process", "system", "policy"]), st.integers(0, 40)))
def test_shares_rise_to_all_and_the_few_are_just_enough(counts):
    bars = rules.pareto(counts)
    assert sum(one.n for one in bars) == sum(counts.values())
    assert [one.n for one in bars] == sorted((n for n in counts.values() if n), reverse=True)
    few = rules.vital_few(bars)
    if bars:
        assert bars[-1].cumulative == 1
        assert few[-1].cumulative >= rules.VITAL
        assert all(one.cumulative < rules.VITAL for one in few[:-1])
