"""Exact chances against going through every way, and against what Fisher printed."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.measurement.chance.lattice import as_many, labels_dealt, sign_flip
from hengcai.measurement.errors import OutOfRange

DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]  # Fisher 1935, table 3, eighths of an inch
WHOLE = st.lists(st.integers(-9, 9), min_size=1, max_size=8)


def test_darwins_maize_as_fisher_counted_it():
    assert sign_flip(DARWIN) == pytest.approx(1726 / 32768)


@given(WHOLE)
def test_signs_are_those_of_every_way(differences):
    ways = [
        abs(sum(s * d for s, d in zip(signs, differences, strict=True)))
        for signs in product((1, -1), repeat=len(differences))
    ]
    assert sign_flip(differences) == pytest.approx(sum(one >= abs(sum(differences)) for one in ways) / len(ways))


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=4), st.lists(st.integers(-5, 5), min_size=1, max_size=5))
@settings(max_examples=60)
def test_labels_are_those_of_every_way(one, other):
    values, n = [*one, *other], len(one)

    def apart(chosen):
        first = [values[at] for at in chosen]
        rest = [value for at, value in enumerate(values) if at not in chosen]
        return abs(sum(first) / n - sum(rest) / len(rest))

    ways = [apart(chosen) for chosen in combinations(range(len(values)), n)]
    seen = apart(range(n))
    assert labels_dealt(one, other) == pytest.approx(sum(way >= seen - 1e-9 for way in ways) / len(ways))


def test_a_hundred_marks_a_side_are_no_more_work_than_they_should_be():
    assert labels_dealt([40] * 50 + [50] * 50, [40] * 50 + [50] * 50) == 1
    assert 0 < labels_dealt([50] * 60, [10] * 60) < 1e-30


@given(st.integers(1, 6), st.integers(0, 6), st.integers(0, 6))
def test_the_tail_is_counted_over_all_draws(drawn, marked, found):
    size = 7
    found = min(found, drawn)
    ways = [sum(one < marked for one in chosen) for chosen in combinations(range(size), drawn)]
    assert as_many(found, drawn, marked=marked, size=size) == sum(one >= found for one in ways) / len(ways)


def test_all_four_cups_and_impossible_counts():
    assert as_many(4, 4, marked=4, size=8) == 1 / 70
    with pytest.raises(OutOfRange):
        as_many(5, 4, marked=4, size=8)
    with pytest.raises(OutOfRange):
        labels_dealt([], [1])
