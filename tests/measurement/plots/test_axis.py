"""Scales: round ends, figures at their places, nothing lost on very large or very small ones."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.plots.axis import Axis, axis, decimals_of, nice_step, shown
from tests.measurement.plots.drawn import MANY


@MANY
@given(st.lists(st.none() | st.floats(), max_size=6))
def test_every_known_figure_has_its_place_between_the_ends(values):
    made = axis(values, 40, 640)
    for value in values:
        if value is not None and math.isfinite(value):
            assert 40 <= made.at(value) <= 640
    assert 1 <= len(made.ticks) <= 12
    assert made.ticks == sorted(set(made.ticks))
    assert all(made.shown(tick) for tick in made.ticks)


def test_ends_are_round_and_hold_what_they_must():
    made = axis([0.13, 0.87], 0, 100)
    assert (made.low, made.high, made.step) == (0.0, 1.0, 0.2)
    assert [made.shown(tick) for tick in made.ticks] == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    assert axis([3.0], 0, 100, within=(0, 5)).high == 5
    assert axis([], 0, 100) == Axis(0.0, 1.0, 0, 100)


def test_one_figure_stands_in_the_middle():
    assert axis([4.0, 4.0], 0, 100).at(4.0) == pytest.approx(50)
    assert axis([1.7e308], 0, 100).at(1.7e308) <= 100
    assert axis([-1.7e308], 0, 100).at(-1.7e308) >= 0


def test_an_axis_may_run_upwards():
    made = axis([0, 10], 300, 20)
    assert (made.at(0), made.at(10), made.at(99)) == (300, 20, 20)


def test_steps_are_round_and_never_too_small():
    assert [nice_step(rough) for rough in (0.03, 0.2, 0.23, 3, 6)] == pytest.approx([0.05, 0.2, 0.25, 5, 10])
    with pytest.raises(OutOfRange):
        nice_step(0.0)


def test_decimals_are_those_of_the_step():
    assert [decimals_of(step) for step in (10, 0.5, 0.25, 1e-9)] == [0, 1, 2, 6]


def test_numbers_read_as_in_a_table():
    assert shown(-0.12, 2) == "−0.12"
    assert shown(0.3, 1, signed=True) == "+0.3"
    assert shown(-0.001, 1, signed=True) == "0.0"
    assert shown(3.2e9, 0) == "3.2e+09"
    assert shown(-3.2e-9, 0) == "−3.2e-09"
