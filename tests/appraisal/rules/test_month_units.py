"""What the month's table takes for a share, a percentage and hours: as the cell shows it, or refused."""

from dataclasses import replace
from fractions import Fraction

import pytest

from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.policy import Linear, MonthPolicy, PerEvent, Rule, Steps
from hengcai.appraisal.rules.policy_file import default_month_policy
from hengcai.appraisal.rules.tables import MonthTable
from hengcai.base.decimals import written as number
from hengcai.base.errors import NotValid
from hengcai.interactions.rules.units import OPERATIONAL

POLICY = default_month_policy()


def read(indicator: str, value: str) -> Fraction | None:
    table = MonthTable(POLICY)
    table.take_value({"agent": "li", "indicator": indicator, "value": value})
    return table.agents["li"][indicator]


@pytest.mark.parametrize(
    ("indicator", "written", "value"),
    [
        ("first_contact_resolution", ("0.55", "55%"), "0.55"), ("satisfaction", ("0.79", "79 %"), "0.79"),
        ("wording", ("85", "85%", "85％"), "85"), ("time_to_resolution", ("8.5", "8:30", "8:30:00"), "8.5"),
        ("upheld_complaints", ("2", "2.0"), "2"),
    ],
)  # fmt: skip
def test_the_same_fact_is_the_same_however_it_is_written(indicator: str, written: tuple[str, ...], value: str) -> None:
    assert {read(indicator, text) for text in written} == {Fraction(value)}


@pytest.mark.parametrize(
    ("indicator", "written", "code"),
    [
        ("first_contact_resolution", "55", "quantity.share_outside"), ("satisfaction", "79", "quantity.share_outside"),
        ("satisfaction", "-0.1", "quantity.share_outside"), ("satisfaction", "101%", "quantity.share_outside"),
        ("wording", "101%", "quantity.percent_outside"), ("wording", "8:30", "decimal.malformed"),
        ("time_to_resolution", "85%", "decimal.malformed"), ("time_to_resolution", "-1", "quantity.negative"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(indicator: str, written: str, code: str) -> None:
    with pytest.raises(NotValid) as refusal:
        read(indicator, written)
    assert (refusal.value.code, refusal.value.facts["column"]) == (code, "value")


def test_an_agent_and_an_indicator_are_the_same_in_any_wrapping() -> None:
    table = MonthTable(POLICY)
    for agent, indicator in (("００１（早）", "wording"), ("\u200b001(早)\u3000", "\xa0accuracy\ufeff")):
        table.take_value({"agent": agent, "indicator": indicator, "value": "90"})
    assert {agent: set(values) for agent, values in table.agents.items()} == {"００１（早）": {"wording", "accuracy"}}


def test_no_score_is_made_of_a_share_above_all() -> None:
    with pytest.raises(NotValid) as refusal:
        month_score({"satisfaction": Fraction(79)}, POLICY)
    assert refusal.value.code == "quantity.share_outside"


def linear(floor: str, target: str) -> Linear:
    return Linear(number(floor), number(target))


def own(rule: Rule) -> MonthPolicy:
    """The default policy with `wording` counted by a rule of the centre's own."""
    return replace(POLICY, rules={**POLICY.rules, "wording": rule})


def read_own(rule: Rule, value: str) -> Fraction | None:
    table = MonthTable(own(rule))
    table.take_value({"agent": "li", "indicator": "wording", "value": value})
    return table.agents["li"]["wording"]


SHARES = [
    linear("0.30", "0.10"),
    linear("0", "0.5"),
    Steps(((number("0.8"), number("0.4")), (number("1"), number("1")))),
]
COUNTS = [linear("60", "85"), linear("1", "0"), PerEvent(number("0.5")), linear("3", "0.5")]


@pytest.mark.parametrize("rule", SHARES)
def test_a_count_whose_rule_lies_between_nothing_and_all_is_a_share(rule: Rule) -> None:
    assert read_own(rule, "12%") == read_own(rule, "0.12") == Fraction(12, 100)
    with pytest.raises(NotValid) as refusal:
        read_own(rule, "12")
    assert refusal.value.code == "quantity.share_outside"


@pytest.mark.parametrize("rule", COUNTS)
def test_any_other_count_takes_no_percent_sign(rule: Rule) -> None:
    assert read_own(rule, "12") == 12
    with pytest.raises(NotValid) as refusal:
        read_own(rule, "12%")
    assert refusal.value.code == "quantity.no_percentage"


def test_a_value_that_stops_the_month_is_told_with_whose_it_is() -> None:
    with pytest.raises(NotValid) as refusal:
        MonthTable(POLICY).take_value({"agent": " li\u200b", "indicator": "wording", "value": "101"})
    assert refusal.value.facts["whom"] == "li"


def with_adherence(rule: Rule) -> MonthPolicy:
    """The default policy, a point of `wording` given to an operational measure."""
    group = replace(POLICY.groups["communication"], indicators={
        **POLICY.groups["communication"].indicators, "wording": number("4"), "adherence": number("1"),
    })  # fmt: skip
    return replace(POLICY, groups={**POLICY.groups, "communication": group}, rules={**POLICY.rules, "adherence": rule})


@pytest.mark.parametrize(("rule", "written", "share"), [
    (linear("0.85", "0.95"), "90%", Fraction(1, 2)), (linear("85", "95"), "90", Fraction(1, 2)),
])  # fmt: skip
def test_an_operational_measure_in_a_policy_is_read_as_its_rule_counts(
    rule: Rule, written: str, share: Fraction
) -> None:
    policy = with_adherence(rule)
    table = MonthTable(policy)
    table.take_value({"agent": "li", "indicator": "adherence", "value": written})
    assert month_score(table.agents["li"], policy).indicators["adherence"].share == share


def test_the_month_s_own_policy_counts_no_operational_measure() -> None:
    assert not OPERATIONAL & set(POLICY.indicators)
