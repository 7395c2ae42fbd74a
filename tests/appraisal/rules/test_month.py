from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.appraisal.rules.month import month_score, share
from hengcai.appraisal.rules.policy_file import default_month_policy, parsed_month_policy
from hengcai.base.errors import NotValid

POLICY = default_month_policy()
ALL = {name: Fraction(90) for name in POLICY.indicators} | {
    "first_contact_resolution": Fraction("0.80"),
    "time_to_resolution": Fraction(18),
    "satisfaction": Fraction("0.87"),
    "upheld_complaints": Fraction(1),
}


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        ("wording", "87.5", "0.875"),
        ("first_contact_resolution", "0.60", "0"),
        ("first_contact_resolution", "0.5", "0"),
        ("first_contact_resolution", "0.725", "0.5"),
        ("first_contact_resolution", "0.9", "1"),
        ("time_to_resolution", "28", "0.5"),
        ("time_to_resolution", "4", "1"),
        ("time_to_resolution", "60", "0"),
        ("satisfaction", "0.7999", "0"),
        ("satisfaction", "0.80", "0.4"),
        ("satisfaction", "0.8999", "0.7"),
        ("satisfaction", "0.9", "1"),
        ("upheld_complaints", "0", "1"),
        ("upheld_complaints", "1", "0.5"),
        ("upheld_complaints", "3", "0"),
    ],
)
def test_an_indicator_earns_its_share(indicator: str, value: str, expected: str) -> None:
    assert share(indicator, Fraction(value), POLICY) == Fraction(expected)


def test_a_whole_month_adds_up() -> None:
    score = month_score(ALL, POLICY)
    rated = Fraction("0.9") * (20 + 10 + 15 + 20)
    counted = 10 * Fraction("0.8") + 5 * Fraction("0.75") + 12 * Fraction("0.7") + 8 * Fraction("0.5")
    assert score.exact == rated + counted
    assert (score.total, score.grade, score.status, score.reasons) == ("82.7", "good", "scored", ())
    found = score.as_json()
    assert found["exact"] == "82.6500"
    assert found["groups"]["communication"] == {"points": "20.0000", "earned": "18.0000"}
    assert found["indicators"]["wording"] == {"points": "5.0000", "share": "0.9000", "earned": "4.5000"}


def test_points_without_data_go_to_the_rest_of_the_group() -> None:
    score = month_score(ALL | {"wording": None}, POLICY)
    assert [score.indicators[name].points for name in ("wording", "accuracy")] == [0, Fraction(20, 3)]
    assert score.groups["communication"].points == 20
    assert score.reasons == ("missing:wording",)
    assert score.as_json()["indicators"]["wording"] == {"points": "0.0000", "share": None, "earned": "0.0000"}


def test_a_group_without_data_gives_its_points_to_the_other_groups() -> None:
    values = {name: value for name, value in ALL.items() if name not in POLICY.groups["attitude"].indicators}
    score = month_score(values, POLICY)
    assert score.groups["attitude"].points == 0
    assert score.groups["problem_solving"].points == Fraction(2500, 85)
    assert sum(group.points or 0 for group in score.groups.values()) == 100


def test_without_any_data_there_is_no_score() -> None:
    for values in ({}, {"wording": None}):
        score = month_score(values, POLICY)
        assert (score.status, score.total, score.exact, score.grade) == ("not_enough_evidence", None, None, None)
        assert score.reasons == tuple(f"missing:{name}" for name in POLICY.indicators)
        assert score.as_json()["groups"]["attitude"] == {"points": None, "earned": None}
        assert score.as_json()["indicators"]["wording"] == {"points": None, "share": None, "earned": None}


def test_data_on_an_indicator_without_points_is_no_data() -> None:
    policy = parsed_month_policy("groups: {g: {points: '100', indicators: {a: '100', b: '0'}}}", file="p")
    assert month_score({"b": Fraction(50)}, policy).status == "not_enough_evidence"
    assert month_score({"a": Fraction(50), "b": Fraction(90)}, policy).total == "50.0"


def test_grades_are_read_from_the_rounded_total() -> None:
    policy = parsed_month_policy("groups: {g: {points: '100', indicators: {a: '100'}}}", file="p")
    found = [month_score({"a": Fraction(value)}, policy) for value in ("89.95", "89.949", "69.95", "0")]
    assert [(score.total, score.grade) for score in found] == [
        ("90.0", "excellent"), ("89.9", "good"), ("70.0", "pass"), ("0.0", "fail"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "value", "code"),
    [
        ("unheard", "1", "appraisal.indicator_unknown"),
        ("wording", "100.1", "quantity.percent_outside"),
        ("wording", "-1", "quantity.percent_outside"),
        ("upheld_complaints", "-1", "quantity.negative"),
    ],
)
def test_values_that_cannot_be_are_refused(indicator: str, value: str, code: str) -> None:
    with pytest.raises(NotValid) as refusal:
        month_score({indicator: Fraction(value)}, POLICY)
    assert refusal.value.code == code


@given(st.dictionaries(st.sampled_from(POLICY.indicators), st.one_of(st.none(), st.fractions(0, 1))))
@settings(deadline=None)
def test_points_are_never_lost_and_the_score_stays_within_a_hundred(values: dict[str, Fraction | None]) -> None:
    score = month_score(values, POLICY)
    if score.exact is None:
        assert not any(value is not None for value in values.values())
        return
    assert sum(one.points or 0 for one in score.indicators.values()) == 100
    assert sum(one.points or 0 for one in score.groups.values()) == 100
    assert sum(one.earned or 0 for one in score.groups.values()) == score.exact
    assert 0 <= score.exact <= 100
