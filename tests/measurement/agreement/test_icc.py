import time

import numpy as np
import pytest

from hengcai.measurement.agreement.icc import FORMS, icc_of_matrix, intraclass_correlations, mean_squares
from hengcai.measurement.errors import NotANumber, NothingVaries, TooLittleData
from tests.measurement.shared_ratings import table_of_rows

SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)
TABLE_2 = dict(zip(FORMS, (0.17, 0.29, 0.71, 0.44, 0.62, 0.91), strict=True))
# psych::ICC (R) on the same table
LIMITS = {
    "ICC(1,1)": (-0.133, 0.723),
    "ICC(2,1)": (0.019, 0.761),
    "ICC(3,1)": (0.342, 0.946),
    "ICC(1,k)": (-0.884, 0.912),
    "ICC(2,k)": (0.071, 0.927),
    "ICC(3,k)": (0.676, 0.986),
}


@pytest.mark.parametrize("form", FORMS)
def test_six_forms_reproduce_shrout_and_fleiss(form):
    found = icc_of_matrix(SHROUT_FLEISS)[form]
    assert found.estimate == pytest.approx(TABLE_2[form], abs=5e-3)
    assert (found.low, found.high) == pytest.approx(LIMITS[form], abs=5e-4)


def test_mean_squares_reproduce_their_table_3():
    ms = mean_squares(SHROUT_FLEISS)
    assert [ms.between, ms.within, ms.raters, ms.residual] == pytest.approx([11.24, 6.26, 32.49, 1.02], abs=5e-3)


def test_incomplete_units_are_left_out_and_counted():
    rows = [*SHROUT_FLEISS.tolist(), [3, 4, 5, None], [3, None, None, None]]
    found = intraclass_correlations(table_of_rows(rows))["ICC(2,1)"]
    assert found.estimate == pytest.approx(icc_of_matrix(SHROUT_FLEISS)["ICC(2,1)"].estimate, abs=1e-12)
    assert found.cautions == ("units_left_out:2",)


def test_a_complete_table_has_no_caution():
    assert intraclass_correlations(table_of_rows(SHROUT_FLEISS.tolist()))["ICC(1,1)"].cautions == ()


def test_identical_raters_correlate_fully():
    found = icc_of_matrix(np.array([[1.0, 1], [2, 2], [4, 4]]))
    assert all(found[form].estimate == 1 for form in FORMS)
    assert (found["ICC(3,1)"].low, found["ICC(3,1)"].cautions) == (None, ("no_width",))
    assert found["ICC(2,1)"].cautions == ("not_finite:low", "not_finite:high", "not_finite:se")


def test_raters_who_differ_by_a_constant_are_consistent_but_not_absolute():
    found = icc_of_matrix(np.array([[1.0, 2], [2, 3], [4, 5]]))
    assert found["ICC(3,1)"].estimate == 1
    assert 0 < found["ICC(2,1)"].low < found["ICC(2,1)"].estimate < 1


def test_units_that_do_not_differ_give_no_consistency():
    found = icc_of_matrix(np.array([[1.0, 2], [1, 2], [1, 2]]))
    assert found["ICC(2,1)"].estimate == 0
    assert found["ICC(3,1)"].estimate is None
    assert found["ICC(1,k)"].estimate is None


def test_a_total_variance_of_nothing_gives_no_absolute_agreement():
    found = icc_of_matrix(np.array([[1.0, 2], [2, 1]]))
    assert found["ICC(2,1)"].estimate is None
    assert found["ICC(1,1)"].estimate == -1


def test_se_is_the_half_width_over_z_at_any_confidence():
    wide, narrow = icc_of_matrix(SHROUT_FLEISS, confidence=0.99), icc_of_matrix(SHROUT_FLEISS, confidence=0.5)
    assert wide["ICC(1,1)"].se == pytest.approx((wide["ICC(1,1)"].high - wide["ICC(1,1)"].low) / 2 / 2.5758, abs=1e-4)
    assert narrow["ICC(1,1)"].low > wide["ICC(1,1)"].low


@pytest.mark.parametrize(
    ("scores", "refusal"),
    [
        (np.array([[1.0], [2.0]]), TooLittleData),
        (np.array([[1.0, 2.0]]), TooLittleData),
        (np.array([1.0]), TooLittleData),
        (np.array([[3.0, 3], [3, 3]]), NothingVaries),
        (np.array([[3.0, np.nan], [3, 3]]), NotANumber),
    ],
)
def test_what_has_no_icc_is_refused(scores, refusal):
    with pytest.raises(refusal):
        icc_of_matrix(scores)


@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        ([[1], [2]], TooLittleData),
        ([[1, None], [2, 3]], TooLittleData),
    ],
)
def test_tables_without_complete_units_are_refused(rows, refusal):
    with pytest.raises(refusal):
        intraclass_correlations(table_of_rows(rows))
    with pytest.raises(NotANumber):
        intraclass_correlations(table_of_rows([["a", "b"], ["b", "b"]], nominal=True))


def test_ten_thousand_units_take_a_hundredth_of_a_second():
    scores = np.random.default_rng(1).normal(size=(10_000, 5))
    icc_of_matrix(scores)
    started = time.perf_counter()
    icc_of_matrix(scores)
    assert time.perf_counter() - started < 0.05  # the goal is .01; a busy machine gets five times that


def test_limits_that_pass_by_their_own_coefficient_are_not_told():
    """Two units, two raters who differ more than the units do: Satterthwaite's limits end on one side of ICC(2,1)."""
    found = icc_of_matrix(np.array([[2.9, -1.3], [-0.2, 3.0]]))["ICC(2,1)"]
    assert found.low is None or found.low <= found.estimate <= found.high
    for seed in range(200):
        told = icc_of_matrix(np.random.default_rng(seed).integers(1, 6, (2, 3)) + np.eye(2, 3))
        kept = [one for one in told.values() if None not in (one.estimate, one.low, one.high)]
        assert all(one.low <= one.estimate <= one.high for one in kept)


def test_a_mean_of_raters_who_cancel_one_another_has_no_coefficient_but_for_rounding():
    """Units whose means are equal: the correlation is -1/(k-1) and the mean of k raters does not vary."""
    for unit in (1.0, 0.1, 1 / 3, 7.3):
        told = icc_of_matrix(unit * np.array([[1.0, 2, 3], [3, 1, 2], [2, 3, 1], [1, 3, 2]]))
        assert told["ICC(3,k)"].estimate is None
        assert all(one.estimate is None or abs(one.estimate) < 1e3 for one in told.values())
