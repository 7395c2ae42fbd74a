"""Figures of random subsets: every way counted by hand, drawn ways near the counted ones."""

from itertools import combinations
from math import comb
from statistics import mean, variance

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.measurement.chance.draws import null_of_means, null_of_variances
from hengcai.measurement.errors import OutOfRange, TooLittleData

LEVELS = st.lists(st.integers(1, 5), min_size=3, max_size=9)


@given(LEVELS, st.integers(2, 3), st.floats(1, 5))
@settings(max_examples=40)
def test_every_way_is_counted_as_a_loop_over_all_of_them_does(pool, n, observed):
    ways = [mean(one) for one in combinations(pool, n)]
    found = null_of_means(np.array(pool, float), n, seed=1)
    assert found.is_exact
    assert found.at_most(observed) == sum(one <= observed + 1e-8 for one in ways) / len(ways)
    assert found.at_least(observed) == sum(one >= observed - 1e-8 for one in ways) / len(ways)
    centre = mean(pool)
    apart = sum(abs(one - centre) >= abs(observed - centre) - 1e-8 for one in ways) / len(ways)
    assert found.beyond(observed, centre=centre) == apart


@given(LEVELS, st.floats(0, 3))
@settings(max_examples=30)
def test_variances_are_those_of_every_way(pool, observed):
    ways = [variance(one) for one in combinations(pool, 3)]
    found = null_of_variances(np.array(pool, float), 3, seed=1)
    assert found.at_most(observed) == sum(one <= observed + 1e-8 for one in ways) / len(ways)


def test_fishers_lady_tasting_tea_tells_all_four_cups_by_chance_once_in_seventy():
    cups = np.array([1.0] * 4 + [0.0] * 4)  # Fisher 1935, ch. 2
    assert null_of_means(cups, 4, seed=1).at_least(1.0) == 1 / comb(8, 4) == 1 / 70


def test_drawn_ways_come_near_the_counted_ones_and_are_never_nought():
    pool = np.arange(24.0)
    assert comb(24, 12) > 20_000
    drawn = null_of_means(pool, 12, seed=7)
    assert not drawn.is_exact
    counted = np.array([sum(one) for one in combinations(range(24), 12)]) / 12
    for observed in (8.0, 10.0, 11.5, 14.0):
        assert drawn.at_most(observed) == pytest.approx(float((counted <= observed).mean()), abs=0.015)
    assert drawn.at_most(0.0) == 1 / 20_001
    assert (null_of_means(pool, 12, seed=7).values == drawn.values).all()


def test_a_subset_larger_than_its_pool_and_a_variance_of_one_are_refused():
    with pytest.raises(OutOfRange):
        null_of_means(np.array([1.0]), 2, seed=1)
    with pytest.raises(TooLittleData):
        null_of_variances(np.array([1.0, 2.0]), 1, seed=1)
