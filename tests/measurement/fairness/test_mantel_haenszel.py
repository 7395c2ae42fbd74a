import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from hengcai.measurement.fairness.mantel_haenszel import ets_class, mantel_haenszel
from tests.measurement.fairness.tables import BERKELEY, MIGRAINE, swapped

TABLES = arrays.arrays(np.float64, (4, 2, 2), elements=st.integers(1, 60).map(float))


def test_berkeley_as_r_prints_it():
    """R 4, mantelhaen.test(UCBAdmissions)."""
    found = mantel_haenszel(BERKELEY)
    told = found.odds_ratio
    assert (told.estimate, told.low, told.high) == pytest.approx((0.9046968, 0.7719074, 1.0603298), abs=5e-8)
    assert (found.chi_square, found.p) == pytest.approx((1.4269, 0.2323), abs=5e-5)
    assert (told.n, told.se) == (4526, pytest.approx(0.08098890965622091))
    assert found.delta.estimate == pytest.approx(-2.35 * np.log(0.9046968), abs=1e-6)
    assert found.ets_class == "A"


def test_the_migraine_trial_as_sas_prints_it():
    told = mantel_haenszel(MIGRAINE).odds_ratio
    assert (told.estimate, told.low, told.high) == pytest.approx((3.3132, 1.4456, 7.5934), abs=5e-5)


@given(TABLES)
def test_swapping_groups_inverts_the_odds_and_turns_the_delta(counts):
    there, back = mantel_haenszel(counts), mantel_haenszel(swapped(counts))
    assert there.odds_ratio.estimate * back.odds_ratio.estimate == pytest.approx(1)
    assert there.delta.estimate == pytest.approx(-back.delta.estimate, abs=1e-9)
    assert there.delta.low == pytest.approx(-back.delta.high)
    assert (there.chi_square, there.p) == pytest.approx((back.chi_square, back.p))
    assert there.ets_class == back.ets_class


@given(TABLES)
def test_one_group_alone_in_a_stratum_changes_nothing(counts):
    lonely = np.concatenate([counts, [[[5.0, 3.0], [0.0, 0.0]]]])
    assert mantel_haenszel(lonely) == mantel_haenszel(counts)


@pytest.mark.parametrize(
    ("delta", "se", "p", "wanted"),
    [
        (0.9, 0.1, 1e-9, "A"),
        (2.5, 2.0, 0.2, "A"),
        (2.5, 1.0, None, "A"),
        (1.2, 0.1, 1e-9, "B"),
        (-1.6, 0.4, 1e-4, "B"),
        (-1.6, 0.3, 1e-4, "C"),
        (1.4, 0.01, 1e-9, "B"),
        (2.0, 0.3, 1e-9, "C"),
    ],
)
def test_classes_need_size_and_significance(delta, se, p, wanted):
    """C: 1.5 or more, and |delta| - 1.645 se over 1; B: significantly not 0 and 1 or more."""
    assert ets_class(delta, se, p) == wanted


def test_nobody_matched_gives_a_reason_and_no_number():
    found = mantel_haenszel(np.array([[[3.0, 2.0], [0.0, 0.0]], [[0.0, 0.0], [4.0, 1.0]]]))
    assert (found.chi_square, found.p, found.ets_class, found.odds_ratio.n) == (None, None, None, 0)
    assert found.odds_ratio.cautions == found.delta.cautions == ("nobody_matched",)


def test_odds_without_limits_are_said_and_the_test_stands():
    found = mantel_haenszel(np.array([[[0.0, 30.0], [30.0, 0.0]]]))
    assert found.odds_ratio.estimate is None
    assert found.odds_ratio.cautions == ("odds_ratio_without_limits",)
    assert found.p < 1e-6


def test_one_person_a_group_is_no_fault():
    found = mantel_haenszel(np.array([[[0.0, 1.0], [1.0, 0.0]]]))
    assert (found.chi_square, found.ets_class) == (0.0, None)
