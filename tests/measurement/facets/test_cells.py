import numpy as np
import pytest

from hengcai.measurement.errors import NotANumber, NotATable, NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.facets.cells import cells_of

TWO = {"agent": list("AABB"), "rater": list("rsrs")}


def test_equal_rows_become_one_cell_and_empty_ones_leave():
    cells = cells_of({"agent": list("AAAB"), "rater": list("rrrs")}, ["1", "3", "3", ""])
    assert cells.n_cells == 1
    assert cells.counts.tolist() == [[1.0], [2.0]]
    assert (cells.ids, cells.n_rows[0].tolist()) == ((("A",), ("r",)), [3])


def test_a_weight_of_zero_leaves_the_row_out():
    cells = cells_of(TWO, [1, 2, 3, 4], weights=[1, 1, 0, 0.5])
    assert cells.values.tolist() == [1, 2, 4]
    assert cells.weight.sum() == 2.5


@pytest.mark.parametrize(
    ("scores", "extra", "refusal", "code"),
    [
        ([3, 3, 3, 3], {}, NothingVaries, "ratings.constant"),
        ([3, "good", 2, 1], {}, NotANumber, "value.not_a_number"),
        ([3, None, None, ""], {}, TooLittleData, "ratings.too_few"),
        ([1, 2, 3, 4], {"weights": [0, 0, 0, 0]}, OutOfRange, "weights.sum_zero"),
        ([1, 2, 3, 4], {"weights": [1, -1, 1, 1]}, OutOfRange, "weights.negative"),
        ([1, 2, 3, 4], {"weights": [1, "", 1, 1]}, NotANumber, "value.missing"),
        ([1, 2, 3], {}, NotATable, "table.lengths_differ"),
    ],
)
def test_bad_columns_are_refused_by_name(scores, extra, refusal, code):
    with pytest.raises(refusal) as told:
        cells_of(TWO, scores, **extra)
    assert told.value.code == code


def test_a_measure_is_not_a_category():
    n = 300
    with pytest.raises(OutOfRange, match="too_many_categories"):
        cells_of({"agent": np.arange(n), "rater": np.zeros(n, int)}, np.arange(n) / 7)


def test_one_facet_is_no_design():
    with pytest.raises(NotATable, match="facets"):
        cells_of({"agent": [1, 2]}, [1, 2])


def test_a_facet_may_bear_one_of_our_names():
    cells = cells_of({"contact": [1, 2, 1], "score": [1, 1, 2], "weight": [3, 3, 3]}, [1, 2, 3])
    assert cells.names == ("contact", "score", "weight")
