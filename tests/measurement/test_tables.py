from decimal import Decimal

import numpy as np
import pytest

from hengcai.measurement.columns import codes, compact, complete_numbers, is_number, joint_codes, numbers
from hengcai.measurement.errors import NotANumber, NotATable, TooLittleData
from hengcai.measurement.tables import rating_table


def test_missing_scores_leave_the_table_and_labels_keep_their_order():
    table = rating_table(["b", "b", "a", "c"], ["Li", "Wang", "Li", "Zhao"], ["5", "3", "", None])
    assert (table.n_units, table.raters, table.labels) == (1, ("Li", "Wang"), (3.0, 5.0))
    assert table.score.tolist() == [1, 0]


@pytest.mark.parametrize("scores", [[2, 3, 3], [2.5, 3.5, 3.5], [Decimal("2.5"), 4, 4], np.array([1.0, 2.0, 2.0])])
def test_scores_of_any_numeric_kind_are_coded_in_order(scores):
    table = rating_table([1, 1, 2], [1, 2, 1], scores)
    assert table.score.tolist() == [0, 1, 1]
    assert table.values.tolist() == [float(scores[0]), float(scores[1])]


@pytest.mark.parametrize("bad", ["good", "NaN", "inf", "1_000", "５", "1e999", True, float("inf")])
def test_text_as_score_is_refused_with_its_place(bad):
    with pytest.raises(NotANumber) as refusal:
        rating_table([1, 1], [1, 2], [3, bad])
    assert refusal.value.facts["position"] == 1


def test_names_are_scores_when_the_level_is_nominal():
    table = rating_table([1, 1, 2, 2], [1, 2, 1, 2], ["b", "a ", "b", " "], nominal=True)
    assert (table.labels, table.values) == (("a", "b"), None)
    assert table.score.tolist() == [1, 0, 1]


def test_numbers_stay_numbers_on_the_nominal_level():
    assert rating_table([1, 1], [1, 2], ["1", "2"], nominal=True).values.tolist() == [1.0, 2.0]
    assert rating_table([1, 1], [1, 2], np.array([1, 2]), nominal=True).values.tolist() == [1.0, 2.0]


def test_units_may_be_an_array_of_names():
    names = ["call-1", "call-1", "call-2", "call-2"]
    table = rating_table(np.array(names), ["a", "b"] * 2, [1, 2, 3, None])
    assert table.unit.tolist() == rating_table(names, ["a", "b"] * 2, [1, 2, 3, None]).unit.tolist() == [0, 0, 1]


def test_a_table_without_any_score_is_refused():
    with pytest.raises(TooLittleData, match=r"ratings\.none"):
        rating_table([1], [1], [None])


def test_a_rating_given_twice_is_refused_with_its_row():
    with pytest.raises(NotATable) as refusal:
        rating_table([1, 1, 2, 1], [1, 2, 1, 2], [None, 3, 3, 4])
    assert refusal.value.facts == {"column": "rater", "position": 3}


def test_columns_of_different_length_are_refused():
    with pytest.raises(NotATable) as refusal:
        rating_table([1, 1], [1], [1, 2])
    assert refusal.value.facts == {"unit": 2, "rater": 1, "score": 2}


def test_a_part_of_a_table_forgets_what_does_not_occur():
    table = rating_table([1, 1, 2, 2], ["a", "b", "a", "c"], [1, 2, 3, 3])
    part = table.part(table.unit == 1)
    assert (part.n_units, part.raters, part.labels, part.values.tolist()) == (1, ("a", "c"), (3.0,), [3.0])
    assert table.n_rated_twice == 2
    named = rating_table([1, 1], [1, 2], ["x", "y"], nominal=True)
    assert named.part(np.array([True, False])).values is None


def test_codes_of_scattered_numbers_are_compact():
    coded, n = compact(np.array([10**12, -5, 10**12]))
    assert (coded.tolist(), n) == ([1, 0, 1], 2)
    assert codes(np.array([7, 3, 7]))[1] == [3, 7]
    assert codes(np.array(["y", "x", "y"]))[1] == ["y", "x"]
    assert joint_codes(np.array([0, 0, 1]), np.array([1, 0, 1]))[0].tolist() == [1, 0, 2]


def test_wide_tables_still_find_a_rating_given_twice():
    units, raters = np.arange(2000), np.arange(2000)
    assert rating_table(units, raters, np.ones(2000)).n_raters == 2000
    with pytest.raises(NotATable):
        rating_table(np.append(units, 7), np.append(raters, 7), np.ones(2001))


def test_numbers_are_read_strictly():
    assert numbers([" 1.5 ", "-2", "1e-3", ".5", None], name="x").tolist()[:4] == [1.5, -2.0, 0.001, 0.5]
    assert not is_number("１")
    with pytest.raises(NotANumber):
        numbers(np.array([1.0, np.inf]), name="x")
    with pytest.raises(NotANumber, match=r"value\.missing"):
        complete_numbers([1, ""], name="x")
    assert complete_numbers([1, 2], name="x").tolist() == [1.0, 2.0]
