"""What the month's table takes for a share, a percentage and hours: as the cell shows it, or refused."""

from fractions import Fraction

import pytest

from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.policy_file import default_month_policy
from hengcai.appraisal.rules.tables import MonthTable
from hengcai.base.errors import NotValid

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
