import numpy as np
import pytest

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.fair_scores.comparisons import benjamini_hochberg, differences
from hengcai.measurement.fair_scores.shrinkage import shrink

# Efron & Morris 1975, table 1: 18 batters' averages after 45 at bats and over the rest of the season.
EARLY = [.400, .378, .356, .333, .311, .311, .289, .267, .244, .244, .222, .222, .222, .222, .222, .200, .178, .156]  # fmt: skip
LATE = [.346, .298, .276, .222, .273, .270, .263, .210, .269, .230, .264, .256, .303, .264, .226, .285, .316, .200]  # fmt: skip
# Benjamini & Hochberg 1995, section 3.2: fifteen end points of a trial of thrombolysis.
TRIAL = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0]  # fmt: skip


def test_batters_shrink_towards_their_common_mean():
    early, late = np.array(EARLY), np.array(LATE)
    found = shrink(early, np.full(18, early.mean() * (1 - early.mean()) / 45))
    assert found.mean[0] == pytest.approx(0.30, abs=0.02)
    assert np.sum((found.mean - late) ** 2) < 0.5 * np.sum((early - late) ** 2)
    assert np.mean(np.abs(found.mean - late) < 1.96 * np.hypot(found.sd, 0.022)) >= 0.94


def test_agents_who_differ_clearly_are_hardly_shrunk():
    random = np.random.default_rng(0)
    truth = random.normal(4, 1, 200)
    found = shrink(truth + random.normal(0, 0.1, 200), np.full(200, 0.01))
    assert found.between.estimate == pytest.approx(1.0, abs=0.25)
    assert found.between.low < 1 < found.between.high
    assert np.mean(np.abs(found.mean - truth) < 1.96 * found.sd) > 0.92


def test_agents_who_hardly_differ_are_said_to_and_keep_an_interval():
    found = shrink(np.array([3.0, 3.01, 3.02, 2.99]), np.full(4, 0.5))
    assert found.between.cautions == ("agents_hardly_differ",)
    assert (found.sd > 0.2).all()


def test_two_agents_are_not_shrunk():
    found = shrink(np.array([1.0, 2.0]), np.array([0.04, 0.09]))
    assert (found.mean.tolist(), found.sd.tolist()) == ([1.0, 2.0], [0.2, pytest.approx(0.3)])
    assert found.between.estimate is None


def test_band_probabilities_sum_to_one_and_follow_the_normal_distribution():
    found = shrink(np.array([3.5, 4.5]), np.array([0.25, 0.25]))
    bands = found.bands((3.5, 4.5))
    np.testing.assert_allclose(bands.sum(axis=1), 1)
    np.testing.assert_allclose(bands[0], [0.5, 0.4772499, 0.0227501], atol=1e-7)
    assert found.bands(()).tolist() == [[1.0], [1.0]]


def test_benjamini_and_hochberg_keep_four_of_their_fifteen():
    adjusted = benjamini_hochberg(TRIAL)
    assert [value <= 0.05 for value in adjusted] == [True] * 4 + [False] * 11
    assert adjusted[3] == pytest.approx(0.0095 * 15 / 4)
    assert benjamini_hochberg(TRIAL[::-1]) == adjusted[::-1]
    assert benjamini_hochberg([]) == []
    for wrong in (float("nan"), -0.1, 1.1):
        with pytest.raises(OutOfRange):
            benjamini_hochberg([wrong])


def test_a_difference_counts_what_two_scores_share():
    covariance = np.array([[0.05, 0.04], [0.04, 0.05]])
    (told,) = differences(["li", "wang"], np.array([4.0, 3.5]), covariance, pairs=[(0, 1)], confidence=0.95)
    assert told.se == pytest.approx(np.sqrt(0.02))
    assert told.p == told.adjusted_p == pytest.approx(0.000407, abs=1e-6)
    assert told.low == pytest.approx(0.5 - 1.959964 * told.se)
    with pytest.raises(OutOfRange):
        differences(["li"], np.array([4.0]), covariance[:1, :1], pairs=[(0, 0)], confidence=0.95)


def test_three_agents_are_not_shrunk_and_four_have_a_spread_one_can_believe():
    score, variance = np.array([4.0, 2.75, 5.0]), np.full(3, 0.02)
    assert shrink(score, variance).between.estimate is None
    found = shrink(np.append(score, 3.6), np.full(4, 0.02)).between
    assert 0.2 < found.estimate < 20
