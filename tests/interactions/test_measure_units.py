"""Figures with their units: a share is a share however it is written, and what cannot be is refused."""

from decimal import Decimal
from typing import Any

import pytest

from hengcai.base.errors import NotValid
from hengcai.framework.shipped import shipped_definition
from hengcai.interactions.rules.measure import measure_of
from hengcai.interactions.rules.units import UNITS

ROW = {
    "agent": "li", "period_start": "2026/3/1", "period_end": "2026年3月31日",
    "measure": "first_contact_resolution", "value": "0.85",
}  # fmt: skip


def value(**changes: str) -> Decimal:
    return measure_of({**ROW, **changes}).value


def refused(**changes: str) -> tuple[str, str]:
    with pytest.raises(NotValid) as refusal:
        measure_of({**ROW, **changes})
    return refusal.value.code, str(refusal.value.facts["column"])


@pytest.mark.parametrize("written", ["0.85", "85%", "85 %", "85％", " 85.0% "])
def test_a_share_is_the_same_however_it_is_written(written: str) -> None:
    assert value(value=written) == Decimal("0.85")


@pytest.mark.parametrize("written", ["55", "1.01", "-0.1", "101%", "-5%"])
@pytest.mark.parametrize("measure", ["first_contact_resolution", "satisfaction", "csat_share"])
def test_a_share_outside_nothing_and_all_is_refused(measure: str, written: str) -> None:
    assert refused(measure=measure, value=written) == ("quantity.share_outside", "value")


@pytest.mark.parametrize("written", ["8.5", "8:30", "8:30:00", "08:30:00", "8.5小时", "8.5 h"])
def test_hours_are_the_same_however_they_are_written(written: str) -> None:
    assert value(measure="time_to_resolution", value=written) == Decimal("8.5")


def test_minutes_that_make_no_round_share_of_an_hour_are_kept_to_the_millionth() -> None:
    assert value(measure="time_to_resolution", value="8:20") == Decimal("8.333333")


@pytest.mark.parametrize("written", ["510分钟", "85%", "8:60", "many"])
def test_hours_in_another_unit_are_refused(written: str) -> None:
    assert refused(measure="time_to_resolution", value=written) == ("decimal.malformed", "value")


def test_counts_are_plain_and_not_below_nothing() -> None:
    assert value(measure="upheld_complaints", value="2") == 2
    assert refused(measure="upheld_complaints", value="-1") == ("quantity.negative", "value")
    assert refused(measure="upheld_complaints", value="5%") == ("quantity.no_percentage", "value")


@pytest.mark.parametrize("written", ["0.667", "0.67", "0.7", "66.7%", "67%", "0.666667"])
def test_a_share_is_its_parts_as_exactly_as_it_is_written(written: str) -> None:
    value(value=written, numerator="2", denominator="3")


@pytest.mark.parametrize("written", ["0.66", "66%", "0.6667%", "0.85", "0.668", "0.666666666666676"])
def test_a_share_that_is_not_its_parts_is_refused(written: str) -> None:
    assert refused(value=written, numerator="2", denominator="3") == ("measure.not_its_parts", "value")


@pytest.mark.parametrize(
    "written", ["0.833333333333333", "0.8333333333333334", "83.33333333333334%", "83.3333333333333%"]
)
def test_a_share_as_a_program_works_it_out_is_its_parts_and_told_to_be_rounded(written: str) -> None:
    facts = measure_of({**ROW, "value": written, "numerator": "5", "denominator": "6"})
    assert (facts.value, facts.is_rounded) == (Decimal("0.833333"), True)


def test_only_more_than_six_decimals_are_told_to_be_rounded() -> None:
    assert not measure_of({**ROW, "value": "0.833333"}).is_rounded
    assert not measure_of({**ROW, "measure": "time_to_resolution", "value": "8:20"}).is_rounded
    assert measure_of({**ROW, "measure": "time_to_resolution", "value": "8.3333335"}).value == Decimal("8.333334")


def test_either_side_of_a_half_is_right() -> None:
    read = [value(value=written, numerator="1", denominator="8") for written in ("0.12", "0.13", "12%", "13%")]
    assert read == [Decimal("0.12"), Decimal("0.13")] * 2


@pytest.mark.parametrize("denominator", ["0", "-3", "0.0"])
def test_a_share_of_nothing_is_refused(denominator: str) -> None:
    assert refused(value="0", numerator="0", denominator=denominator) == ("measure.denominator_zero", "denominator")


def test_a_measure_of_no_known_unit_is_a_plain_number_and_needs_not_be_its_parts() -> None:
    assert value(measure="per_hundred", value="3", numerator="3", denominator="100") == 3
    assert value(measure="trend", value="-1.5") == Decimal("-1.5")


def test_an_agent_is_the_same_in_any_wrapping() -> None:
    assert measure_of({**ROW, "agent": "\u200b００１２３\u3000"}).agent == "00123"


def test_what_is_left_of_a_long_number_is_no_agent() -> None:
    assert refused(agent="1.38E+11") == ("table.id_is_rounded", "agent")


@pytest.mark.parametrize("written", ["1899-12-25", "0206-03-01", "2206/3/1"])
def test_a_slip_of_the_century_is_caught(written: str) -> None:
    assert refused(period_start=written) == ("import.year_outside", "period_start")


def test_every_counted_indicator_of_the_framework_is_read_in_the_unit_it_names() -> None:
    groups = shipped_definition()["groups"]
    named = {one["id"]: one["unit"] for group in groups for one in group["indicators"] if one["kind"] == "counted"}
    assert named == {code: str(unit) for code, unit in UNITS.items()}


@pytest.mark.parametrize("group", shipped_definition()["groups"], ids=lambda group: group["id"])
def test_a_counted_indicator_is_known_by_its_chinese_name(group: dict[str, Any]) -> None:
    for one in group["indicators"]:
        if one["kind"] == "counted":
            name = one["name"]["zh"].partition("（")[0]
            assert measure_of({**ROW, "measure": name, "value": "1"}).code == one["id"]


@pytest.mark.parametrize(("written", "code"), [("AHT", "handling_time"), ("20秒接通率", "service_level"), ("遵时率", "adherence"),
                                               ("NPS", "recommendation"), ("致命错误率", "fatal_error_rate")])  # fmt: skip
def test_measures_are_known_by_what_a_floor_calls_them(written: str, code: str) -> None:
    assert measure_of({**ROW, "measure": written, "value": "1"}).code == code


@pytest.mark.parametrize("written", ["185", "185 秒", "185s", "0:03:05", "00:03:05", "3分05秒", "3分钟5秒", "3min 5s"])
def test_seconds_are_the_same_however_they_are_written(written: str) -> None:
    assert value(measure="handling_time", value=written) == 185


def test_a_clock_of_two_parts_is_not_guessed_at() -> None:
    assert refused(measure="handling_time", value="3:05") == ("quantity.clock_ambiguous", "value")


@pytest.mark.parametrize("written", ["85%", "-1", "3分75", "many"])
def test_seconds_that_cannot_be_are_refused(written: str) -> None:
    assert refused(measure="talk_time", value=written)[1] == "value"
