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
        ("satisfaction", "0.80", "0"),
        ("satisfaction", "0.83", "0.25"),
        ("satisfaction", "0.8999", "0.8325"),
        ("satisfaction", "0.92", "1"),
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
    counted = 10 * Fraction("0.8") + 5 * Fraction("0.75") + 12 * Fraction("7/12") + 8 * Fraction("0.5")
    assert score.exact == rated + counted
    assert (score.total, score.grade, score.status, score.reasons) == ("81.3", "good", "scored", ())
    found = score.as_json()
    assert found["exact"] == "81.2500"
    assert found["groups"]["communication"] == {"points": "20.0000", "earned": "18.0000"}
    assert found["indicators"]["wording"] == {"points": "5.0000", "share": "0.9000", "earned": "4.5000"}


def test_points_without_data_go_to_the_rest_of_the_group() -> None:
    score = month_score(ALL | {"wording": None}, POLICY)
    assert [score.indicators[name].points for name in ("wording", "accuracy")] == [0, Fraction(20, 3)]
    assert score.groups["communication"].points == 20
    assert score.reasons == ("missing:wording",)
    assert score.as_json()["indicators"]["wording"] == {"points": "0.0000", "share": None, "earned": "0.0000"}


@pytest.mark.parametrize(("n", "counts"), [(4, False), (5, True), (None, True)])
def test_a_figure_of_fewer_cases_than_its_rule_asks_for_is_no_data(n: int | None, *, counts: bool) -> None:
    score = month_score(ALL, POLICY, counts={} if n is None else {"satisfaction": n})
    assert (score.indicators["satisfaction"].share is not None) is counts
    assert score.reasons == (() if counts else ("few:satisfaction",))
    assert score.indicators["upheld_complaints"].points == (8 if counts else 20)


def test_what_is_missing_is_told_before_what_is_few() -> None:
    score = month_score(ALL | {"records": None}, POLICY, counts={"satisfaction": 1})
    assert score.reasons == ("missing:records", "few:satisfaction")


def test_any_kind_of_rule_may_ask_for_a_least_number_and_writes_it_again() -> None:
    rules = {
        "a": {"kind": "linear", "floor": "0", "target": "9", "minimum_n": "3"},
        "b": {"kind": "steps", "steps": [["0", "1"]], "minimum_n": "2"},
        "c": {"kind": "per_event", "off": "0.5", "minimum_n": "1"},
    }
    text = f"groups: {{g: {{points: '100', indicators: {{a: '50', b: '30', c: '20'}}}}}}\nrules: {rules}"
    policy = parsed_month_policy(text, file="p")
    assert policy.document()["rules"] == rules
    counts = {"a": 2, "b": 1, "c": 0}
    score = month_score(dict.fromkeys("abc", Fraction(1)), policy, counts=counts)
    assert score.reasons == ("few:a", "few:b", "few:c")
    assert score.status == "not_enough_evidence"


@pytest.mark.parametrize("written", ["1.5", "-1", "many"])
def test_a_least_number_is_whole(written: str) -> None:
    text = f"groups: {{g: {{points: '100', indicators: {{a: '100'}}}}}}\nrules: {{a: {{kind: linear, floor: '0', target: '1', minimum_n: '{written}'}}}}"
    with pytest.raises(NotValid) as refusal:
        parsed_month_policy(text, file="p")
    assert (refusal.value.code, refusal.value.facts["line"]) == ("yaml.not_whole_number", 2)


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
