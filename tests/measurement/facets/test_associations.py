import numpy as np
import pytest
from scipy import optimize

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets import contrasts as module
from hengcai.measurement.facets.associations import association_of
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.contrasts import contrasts
from hengcai.measurement.facets.exact import exact_agreement
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.interactions import interactions
from hengcai.measurement.facets.scale import curves
from tests.measurement.facets.simulated import ratings

MADE = ratings(10)
FIT = fit_facets(cells_of(MADE.facets, MADE.score))


def by_rating():
    eta = FIT.measures[0][MADE.agent] - FIT.measures[1][MADE.rater] - FIT.measures[2][MADE.item]
    return eta, curves(eta, scale=FIT.scale, group=np.zeros(eta.size, int))


def test_correlations_are_those_of_their_definition_rating_by_rating():
    eta, found = by_rating()
    told = association_of(FIT, 1)
    for rater in range(5):
        rows = MADE.rater == rater
        e, v, m = found.expected[rows], found.variance[rows], eta[rows] - eta[rows].mean()
        expected = ((e - e.mean()) @ m) / np.sqrt((((e - e.mean()) ** 2) + v).sum() * (m @ m))
        assert told.point_measure[rater] == pytest.approx(np.corrcoef(MADE.score[rows], eta[rows])[0, 1])
        assert told.expected[rater] == pytest.approx(expected)


def test_discrimination_is_one_newton_step_of_the_slope():
    eta, _ = by_rating()
    sums = np.concatenate([[0.0], np.cumsum(FIT.scale.thresholds[0])])
    step = MADE.score.astype(int) - 1

    def log_likelihood(slope, rows):
        height = slope * (np.arange(5) * eta[rows, None] - sums)
        return (height[np.arange(rows.sum()), step[rows]] - np.logaddexp.reduce(height, axis=1)).sum()

    told = association_of(FIT, 2).discrimination
    for item in range(4):
        rows, h = MADE.item == item, 1e-4
        up, at, down = (log_likelihood(1 + side * h, rows) for side in (1, 0, -1))
        slope, bend = (up - down) / (2 * h), (up - 2 * at + down) / h**2
        assert told[item] == pytest.approx(1 - slope / bend, abs=1e-3)
        best = optimize.minimize_scalar(
            lambda a, rows=rows: -log_likelihood(a, rows), bounds=(0.2, 3), method="bounded"
        )
        assert told[item] == pytest.approx(best.x, abs=0.05)


def test_what_cannot_be_correlated_is_left_open():
    made = ratings(10, agents=30)
    score = np.where(made.agent == 0, 5, made.score)
    fit = fit_facets(cells_of(made.facets, score))
    assert np.isnan(association_of(fit, 0).point_measure[0])
    alone = fit_facets(cells_of({"agent": made.agent, "rater": np.zeros(made.agent.size, int)}, score))
    assert np.isnan(association_of(alone, 0).point_measure).all()
    assert np.isfinite(association_of(alone, 1).point_measure).all()


def shared():
    """Every contact scored by two raters: circumstances are agent, item and, when told, contact."""
    made = ratings(6, agents=20, calls=3)
    twice = {name: np.concatenate([code, code]) for name, code in made.facets.items()}
    twice["rater"] = np.concatenate([made.rater, (made.rater + 1 + made.contact % 3) % 5])
    score = np.concatenate([made.score, np.clip(made.score + made.contact % 2, 1, 5)])
    return twice, score, np.concatenate([made.contact, made.contact])


def pair_by_pair(fit, table, score, keys):
    eta = fit.measures[0][table["agent"]] - fit.measures[1][table["rater"]] - fit.measures[2][table["item"]]
    share = curves(eta, scale=fit.scale, group=np.zeros(eta.size, int)).share
    counts = np.zeros((5, 3))
    for one in range(score.size):
        same = (keys == keys[one]).all(axis=1) & (table["rater"] != table["rater"][one])
        agree = (score[same] == score[one]).sum()
        counts[table["rater"][one]] += same.sum(), agree, (share[:, same].T @ share[:, one]).sum()
    return counts


@pytest.mark.parametrize("with_contact", [True, False])
def test_exact_agreements_are_counted_pair_by_pair(with_contact):
    table, score, contact = shared()
    fit = fit_facets(cells_of(table, score, contacts=contact if with_contact else None))
    keys = np.stack([table["agent"], table["item"], contact if with_contact else contact * 0], axis=1)
    counts = pair_by_pair(fit, table, score, keys)
    told = exact_agreement(fit, "rater")
    np.testing.assert_allclose(np.stack([told.opportunities, told.observed, told.expected], axis=1), counts, atol=1e-6)
    assert told.totals == pytest.approx(counts.sum(axis=0) / 2)
    assert told.kappa == pytest.approx((counts[:, 1].sum() - counts[:, 2].sum()) / (counts[:, 0] - counts[:, 2]).sum())
    np.testing.assert_allclose(told.shares()[0], counts[:, 1] / counts[:, 0])


def test_raters_who_never_meet_have_no_agreement():
    told = exact_agreement(fit_facets(cells_of(MADE.facets, MADE.score, contacts=MADE.contact)), "rater")
    assert told.totals == (0, 0, 0)
    assert told.kappa is None
    assert np.isnan(told.shares()[0]).all()
    with pytest.raises(OutOfRange, match="unknown_raters"):
        exact_agreement(FIT, "agent")


def test_contrasts_need_two_contexts_and_not_too_many(monkeypatch):
    found = interactions(FIT, "agent", "rater")
    once = [one for one in found if one.second == 0]
    assert contrasts(FIT, once, "agent") == []
    told = contrasts(FIT, found, "agent", most=5)
    assert len(told) == 5
    assert abs(told[0].t) >= abs(told[-1].t)
    monkeypatch.setattr(module, "MOST_PAIRS", 3)
    with pytest.raises(OutOfRange, match="too_many"):
        contrasts(FIT, found, "agent")


def test_single_ratings_say_nothing_about_a_contrast():
    made = ratings(4, agents=12, raters=3, items=1, calls=3)
    fit = fit_facets(cells_of({"agent": made.agent, "rater": made.rater}, made.score))
    told = contrasts(fit, interactions(fit, "agent", "rater"), "agent", most=500)
    assert any(one.df == 0 and one.p == 1 for one in told)


def test_a_harsher_rater_on_one_item_is_told_in_severity():
    score = np.where((MADE.rater == 2) & (MADE.item == 1), np.maximum(MADE.score - 2, 1), MADE.score)
    fit = fit_facets(cells_of(MADE.facets, score))
    told = contrasts(fit, interactions(fit, "rater", "item"), "rater")
    assert told[0].target == 2
    severe = told[0].first_measure if told[0].first == 1 else told[0].second_measure
    mild = told[0].second_measure if told[0].first == 1 else told[0].first_measure
    assert severe > mild + 1
