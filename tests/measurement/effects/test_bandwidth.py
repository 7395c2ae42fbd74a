import numpy as np
import pytest

from hengcai.measurement.effects.bandwidth import inference_bandwidth, optimal_bandwidth
from hengcai.measurement.effects.density import bunching
from tests.measurement.effects.made import near_a_cut

BENT = 0.21604322842023663


def bent():
    made = near_a_cut()
    return made["x"], made["y"] + np.where(made["x"] < 0, 8 * made["x"] ** 2, -8 * made["x"] ** 2)


def test_the_optimal_bandwidth_is_that_of_an_independent_calculation():
    assert optimal_bandwidth(*bent()) == pytest.approx(BENT)  # the paper's steps by statsmodels' OLS


@pytest.mark.parametrize("scale", [0.01, 100.0])
def test_it_is_measured_in_the_scores_own_unit(scale):
    wanted = scale * optimal_bandwidth(*bent())
    assert optimal_bandwidth(scale * bent()[0], 7 * bent()[1]) == pytest.approx(wanted)


def test_a_strong_bend_narrows_it_and_more_people_do():
    made, (x, y) = near_a_cut(), bent()
    assert optimal_bandwidth(x, y) < 0.5 * optimal_bandwidth(made["x"], made["y"])
    assert inference_bandwidth(x, y) == pytest.approx(400**-0.05 * optimal_bandwidth(x, y))


def test_where_a_pilot_fit_fails_it_is_the_rule_of_thumb():
    x = np.concatenate([np.linspace(-1, -0.9, 50), np.linspace(0.0, 1, 50)])
    thumb = 1.84 * x.std(ddof=1) * 100**-0.2
    assert optimal_bandwidth(x, np.sin(9 * x)) == pytest.approx(thumb)  # nobody below near the cut
    made = near_a_cut()
    flat = np.where(made["x"] < 0, 1.0, made["y"])
    assert optimal_bandwidth(made["x"], flat) == pytest.approx(1.84 * made["x"].std(ddof=1) * 400**-0.2)


def test_a_straight_line_takes_in_all():
    x = np.tile(np.linspace(-1, 0.9, 20), 10)
    y = np.repeat([-1.0, 1.0], 100)
    assert optimal_bandwidth(x, y) == pytest.approx(1.0)


def test_fifteen_of_twenty_on_one_side_has_the_binomials_p():
    found = bunching(np.concatenate([np.linspace(-1, -0.1, 5), np.linspace(0.01, 0.9, 15)]))
    assert (found.below, found.above) == (5, 15)
    assert found.p == pytest.approx(0.0414, abs=5e-5)
    assert found.is_doubtful


def test_whole_scores_have_as_many_steps_on_both_sides():
    found = bunching(np.repeat(np.arange(-30, 30), 5).astype(float))
    assert found.below == found.above
    assert found.p == pytest.approx(1.0)


@pytest.mark.parametrize("distance", [np.linspace(-1, 1, 19), np.linspace(0, 1, 40), np.linspace(-1, -0.1, 40)])
def test_too_few_or_one_sided_people_are_not_asked(distance):
    assert bunching(distance) is None
