from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.far import chance_of_far, spread

LEVELS = st.lists(st.integers(1, 5), min_size=3, max_size=8)


def test_the_table_of_t_comes_out_again() -> None:
    """Five contacts 1…5 around 3: s² = 2.5, error √½; a level 2.776445 errors away has a chance of 5 % (Fisher & Yates)."""
    around = spread([[1, 2, 3, 4, 5]])
    assert (around.squares, around.free) == (10, 4)
    level = 3 + Fraction("2.776445") * Fraction(0.5**0.5)
    assert chance_of_far(level, Fraction(3), 5, around) == pytest.approx(0.05, abs=1e-6)


def test_where_nothing_scatters_chance_cannot_be_told() -> None:
    assert chance_of_far(2, Fraction(5), 3, spread([[5, 5, 5], [4]])) is None


@given(LEVELS, LEVELS, st.integers(1, 3))
def test_farther_off_is_less_likely_and_the_side_does_not_matter(one, other, step) -> None:
    around = spread([one, other])
    mean = Fraction(sum(one), len(one))
    chances = [chance_of_far(mean + way, mean, len(one), around) for way in (step, -step, step + 1)]
    if around.squares:
        assert chances[0] == chances[1] > chances[2] >= 0
    else:
        assert chances == [None] * 3
