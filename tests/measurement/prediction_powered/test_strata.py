"""Prediction-powered means from strata drawn at different rates: Fisch et al. 2024."""

import numpy as np
import pytest

from hengcai.measurement.errors import NotATable
from hengcai.measurement.prediction_powered.means import prediction_powered_means
from hengcai.measurement.prediction_powered.scores import joined_scores

NAN = float("nan")


def drawn(generator, *, n=4000, rates=(0.02, 0.1)):
    """Complaints (a fifth of all) score a point lower, the machine reads them well and the rest hardly at all."""
    complaint = generator.random(n) < 0.2
    human = 4 - complaint + generator.normal(0, 0.6, n)
    machine = np.where(complaint, human + generator.normal(0, 0.2, n) - 0.4, 4 + generator.normal(0, 0.6, n))
    heard = generator.random(n) < np.where(complaint, rates[1], rates[0])
    return complaint, machine, human, np.where(heard, human, NAN)


def by_hand(stratum, machine, heard):
    """sum over strata of share (mean human + slope (mean of all machine - mean machine where heard))."""
    total = 0.0
    for one in (False, True):
        own, both = stratum == one, (stratum == one) & ~np.isnan(heard)
        slope = max(0.0, np.cov(heard[both], machine[both])[0, 1] / machine[both].var(ddof=1))
        total += own.mean() * (heard[both].mean() + slope * (machine[own].mean() - machine[both].mean()))
    return total


def test_each_stratum_counts_by_its_share_and_has_its_own_slope():
    complaint, machine, _, heard = drawn(np.random.default_rng(1))
    scores = joined_scores(np.zeros(4000, np.int64), machine, heard, strata=complaint.astype(int))
    found = prediction_powered_means(scores)[1]
    assert found.prediction_powered.estimate == pytest.approx(by_hand(complaint, machine, heard), abs=1e-9)
    shares = [np.mean(complaint == one) * np.nanmean(heard[complaint == one]) for one in (False, True)]
    assert found.human_only.estimate == pytest.approx(sum(shares))
    assert found.automated.estimate == pytest.approx(machine.mean())


def test_intervals_cover_where_plain_means_of_a_risk_based_sample_do_not():
    generator = np.random.default_rng(2)
    covered, plain, narrower = [], [], []
    for _ in range(200):
        complaint, machine, human, heard = drawn(generator)
        agents = np.zeros(4000, np.int64)
        strata = prediction_powered_means(joined_scores(agents, machine, heard, strata=complaint.astype(int)))[1]
        without = prediction_powered_means(joined_scores(agents, machine, heard))[1]
        truth = human.mean()
        covered.append(strata.prediction_powered.low <= truth <= strata.prediction_powered.high)
        plain.append(without.prediction_powered.low <= truth <= without.prediction_powered.high)
        narrower.append(strata.width_ratio)
    assert 0.92 < np.mean(covered) < 0.98
    assert np.mean(plain) < 0.85
    assert np.median(narrower) < 1


def test_one_stratum_changes_nothing():
    _, machine, _, heard = drawn(np.random.default_rng(3))
    agents = np.arange(4000) % 5
    plain = prediction_powered_means(joined_scores(agents, machine, heard))
    same = prediction_powered_means(joined_scores(agents, machine, heard, strata=["all"] * 4000))
    assert plain == same


def test_a_stratum_nobody_listened_to_leaves_the_whole_unknown_and_one_without_contacts_does_not_count():
    scores = joined_scores(
        [1] * 6 + [2] * 3, [1, 2, 3, 4, 5, 6, 1, 2, 4], [1, 2, 4, NAN, NAN, NAN, 2, 3, 5], strata=list("aaabbbaaa")
    )
    agents, overall = prediction_powered_means(scores)
    assert overall.prediction_powered.estimate is None
    assert "too_few_human:0" in overall.prediction_powered.cautions
    assert agents[0].human_only.cautions == ("too_few:0",)
    assert agents[1].prediction_powered.estimate is not None
    with pytest.raises(NotATable):
        joined_scores([1, 1], [1, 2], [1, 2], strata=["a"])
