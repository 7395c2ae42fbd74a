"""A column read beforehand means what the same column means as a plain list; numbers keep within their limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.columns import Coded, codes, joined, numbers
from hengcai.measurement.effects.periods import period_keys
from hengcai.measurement.errors import MeasurementRefusal, NotANumber, NotATable, OutOfRange
from hengcai.measurement.limits import COVARIATES, LOGITS, SCORES, plain
from hengcai.measurement.tables import rating_table

TEXTS = st.lists(
    st.sampled_from(["4", " 4", "4.0", "-1", "1e2", "", " ", "good", "1e999", "nan", "13800138000", "1e-300"]),
    max_size=12,
)


def coded(values):
    code, labels = codes(list(values))
    return Coded(code, labels)


def outcome(read, *columns, **how):
    try:
        return read(*columns, **how)
    except MeasurementRefusal as refusal:
        return refusal.code, refusal.facts.get("position"), refusal.facts.get("value")


@given(TEXTS)
def test_numbers_are_read_or_refused_as_those_of_a_list(texts):
    plainly, beforehand = (outcome(numbers, column, name="score") for column in (texts, coded(texts)))
    if isinstance(plainly, tuple):
        assert plainly == beforehand
    else:
        assert np.array_equal(plainly, beforehand, equal_nan=True)


@given(st.lists(st.sampled_from(["good", " good", "bad", "", "3", "4"]), min_size=1, max_size=8))
def test_names_as_scores_are_those_of_a_list(scores):
    units, raters = list(range(len(scores))), ["a"] * len(scores)
    found = [outcome(rating_table, units, raters, column, nominal=True) for column in (scores, coded(scores))]
    if isinstance(found[0], tuple):
        assert found[0] == found[1]
    else:
        assert found[0].labels == found[1].labels
        assert found[0].score.tolist() == found[1].score.tolist()
        assert found[0].rows.tolist() == found[1].rows.tolist()


def test_a_column_read_beforehand_is_a_sequence():
    column = coded(["b", "a", "b"])
    assert (list(column), len(column), column[1], column[1:], "a" in column) == (
        ["b", "a", "b"],
        3,
        "a",
        ["a", "b"],
        True,
    )


def test_columns_told_together_are_numbered_by_their_first_rows():
    whole = joined([coded(["b", "a", "b", "a"]), coded(["1", "1", "1", "2"])], " / ")
    assert (whole.labels, whole.code.tolist()) == (["b / 1", "a / 1", "a / 2"], [0, 1, 0, 2])
    assert len(joined([coded([]), coded([])], " / ")) == 0


def test_raters_without_a_score_are_not_among_the_raters():
    table = rating_table(["u", "u", "v"], ["a", "b", "c"], ["1", "2", ""])
    assert (table.raters, table.n_units) == (("a", "b"), 1)


@pytest.mark.parametrize(("value", "held"), [(0, True), (1e6, True), (-1e6, True), (1e-12, True), (1.1e6, False), (9e-13, False), (np.nan, True)])  # fmt: skip
def test_limits_hold_both_ends_and_either_sign(value, held):
    assert SCORES.allows(value) is held


def test_the_first_number_outside_is_refused_by_its_place():
    with pytest.raises(OutOfRange) as refusal:
        numbers([1, 2e6, 3e6], name="score")
    assert refusal.value.facts == {
        "column": "score", "position": 1, "value": "2000000", "smallest": "0.000000000001", "largest": "1000000",
    }  # fmt: skip
    assert numbers([1, 2e6], name="age", limits=COVARIATES).tolist() == [1, 2e6]
    assert numbers([1, 2e20], name="a column of no known kind").tolist() == [1, 2e20]
    assert (plain(LOGITS.largest), plain(LOGITS.smallest)) == ("50", "0.000000000001")


def test_endless_numbers_are_no_numbers():
    with pytest.raises(NotANumber) as refusal:
        numbers(coded(["1", "1e999"]), name="score")
    assert refusal.value.facts["position"] == 1


def test_periods_may_be_moments_but_not_any_number():
    assert period_keys(["202601011200", "202601011300"], name="period")[1] == "number"
    for value, kind in (("1e300", OutOfRange), ("1e-300", OutOfRange), ("P" + "9" * 20, NotATable)):
        with pytest.raises(kind) as refusal:
            period_keys([value, value], name="period")
        assert (refusal.value.facts["column"], refusal.value.facts["position"]) == ("period", 0)


def test_what_adding_left_in_a_cell_is_the_number_that_is_shown():
    """0.1 + 0.2 is 0.30000000000000004; a workbook shows 0.3, and no two scores are made of one."""
    labels = ["0.30000000000000004", "0.3", "4.333333333333333", "4.333333333333334"]
    for column in (labels, Coded(np.arange(4), labels)):
        assert len(set(numbers(column, name="score").tolist())) == 2
