import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from hengcai.measurement.fairness.mantel import mantel, polytomous_class
from tests.measurement.fairness.tables import ARTHRITIS, MIGRAINE, swapped

SCORES = np.array([1.0, 2.0, 3.0])
TABLES = arrays.arrays(np.float64, (3, 2, 3), elements=st.integers(1, 40).map(float))


def test_the_arthritis_trial_as_sas_prints_it():
    """Stokes, Davis & Koch 2012, chapter 4: row mean scores differ, 14.6319 on one degree of freedom."""
    found = mantel(ARTHRITIS, np.array([0.0, 1.0, 2.0]))
    assert (found.chi_square, found.p) == pytest.approx((14.6319, 0.0001), abs=5e-5)
    assert found.ets_class == "CC"


def test_two_scores_are_the_uncorrected_test_as_sas_prints_it():
    found = mantel(MIGRAINE, np.array([0.0, 1.0]))
    assert (found.chi_square, found.p) == pytest.approx((8.3052, 0.0040), abs=5e-5)


def test_the_difference_weights_strata_by_the_focal_group():
    counts = np.array([[[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]], [[1.0, 2.0, 3.0], [4.0, 0.0, 4.0]], [[0.0] * 3, [1.0] * 3]])
    by_hand = (4 * (9 / 4 - 7 / 4) + 8 * (16 / 8 - 14 / 6)) / 12
    found = mantel(counts, SCORES)
    assert found.difference.estimate == pytest.approx(by_hand)
    every = np.repeat(SCORES, counts.sum(axis=(0, 1)).astype(int))
    assert found.standardised == pytest.approx(by_hand / every.std(ddof=1))
    assert found.difference.n == 22


def test_the_error_is_that_of_all_ways_to_deal_the_scores_out():
    """Zwick & Thayer 1996: given the scores of a stratum, every choice of its focal members is as likely."""
    strata = [([1, 1, 2, 3, 3], 2), ([2, 2, 3, 1], 2)]
    weight = np.array([2, 2]) / 4
    spread = 0.0
    for w, (scores, n) in zip(weight, strata, strict=True):
        values = np.array(scores, float)
        gaps = []
        for chosen in itertools.combinations(range(values.size), n):
            focal = np.isin(np.arange(values.size), chosen)
            gaps.append(values[focal].mean() - values[~focal].mean())
        spread += w**2 * np.var(gaps)
    counts = np.zeros((2, 2, 3))
    for stratum, (scores, n) in enumerate(strata):
        for place, score in enumerate(scores):
            counts[stratum, int(place < n), score - 1] += 1
    assert mantel(counts, SCORES).difference.se == pytest.approx(np.sqrt(spread))


@given(TABLES)
def test_swapping_groups_keeps_the_test(counts):
    there, back = mantel(counts, SCORES), mantel(swapped(counts), SCORES)
    assert there.chi_square == pytest.approx(back.chi_square, rel=1e-6, abs=1e-9)


@given(TABLES)
def test_a_linear_change_of_scores_changes_only_the_unit(counts):
    plain, scaled = mantel(counts, SCORES), mantel(counts, 10 + 5 * SCORES)
    assert scaled.chi_square == pytest.approx(plain.chi_square, rel=1e-6, abs=1e-9)
    assert scaled.difference.estimate == pytest.approx(5 * plain.difference.estimate, abs=1e-9)
    assert scaled.standardised == pytest.approx(plain.standardised, abs=1e-9)


def test_equal_groups_of_one_stratum_turn_the_sign_when_swapped():
    counts = np.array([[[5.0, 3.0, 2.0], [1.0, 3.0, 6.0]]])
    assert mantel(counts, SCORES).standardised == pytest.approx(-mantel(swapped(counts), SCORES).standardised)


@pytest.mark.parametrize(
    ("size", "p", "wanted"),
    [(0.5, 0.06, "AA"), (0.17, 1e-9, "AA"), (-0.2, 0.01, "BB"), (0.25, 0.01, "BB"), (-0.26, 0.01, "CC")],
)
def test_classes_need_size_and_significance(size, p, wanted):
    assert polytomous_class(size, p) == wanted


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([[[3.0, 2.0], [0.0, 0.0]], [[0.0, 0.0], [4.0, 1.0]]], "nobody_matched"),
        ([[[3.0, 0.0], [2.0, 0.0]], [[0.0, 1.0], [0.0, 4.0]]], "nothing_varies"),
    ],
)
def test_what_cannot_be_told_has_its_reason(counts, why):
    found = mantel(np.array(counts), np.array([0.0, 1.0]))
    assert (found.chi_square, found.p, found.standardised, found.ets_class) == (None, None, None, None)
    assert found.difference.cautions == (why,)
