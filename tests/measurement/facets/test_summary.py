import numpy as np
import pytest

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.interactions import interactions
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.residuals import surprises
from hengcai.measurement.facets.scale import curves
from hengcai.measurement.facets.summary import categories_of, fair_averages, separation_of, thurstone_thresholds
from tests.measurement.facets.simulated import ratings

MADE = ratings(10)
FIT = fit_facets(cells_of(MADE.facets, MADE.score))


def by_rating():
    """Curves of each rating, with nothing collapsed."""
    eta = FIT.measures[0][MADE.agent] - FIT.measures[1][MADE.rater] - FIT.measures[2][MADE.item]
    return eta, curves(eta, scale=FIT.scale, group=np.zeros(eta.size, int))


def test_fit_statistics_are_those_of_their_definition_rating_by_rating():
    _, found = by_rating()
    left = MADE.score - 1 - found.expected
    for rater in range(5):
        rows = MADE.rater == rater
        v, c = found.variance[rows], found.fourth[rows]
        infit, outfit = (left[rows] ** 2).sum() / v.sum(), np.mean(left[rows] ** 2 / v)
        q_in, q_out = np.sqrt((c - v**2).sum()) / v.sum(), np.sqrt((c / v**2 - 1).sum()) / rows.sum()
        assert FIT.fits[1].infit[rater] == pytest.approx(infit)
        assert FIT.fits[1].outfit[rater] == pytest.approx(outfit)
        assert FIT.fits[1].infit_z[rater] == pytest.approx((np.cbrt(infit) - 1) * 3 / q_in + q_in / 3)
        assert FIT.fits[1].outfit_z[rater] == pytest.approx((np.cbrt(outfit) - 1) * 3 / q_out + q_out / 3)
        assert FIT.errors[1][rater] == pytest.approx(1 / np.sqrt(v.sum()))


def test_ratings_drawn_from_the_model_fit_it():
    every = np.concatenate([fit.infit for fit in FIT.fits])
    assert np.mean(every) == pytest.approx(1, abs=0.1)


def test_separation_follows_from_spread_and_error():
    told = separation_of(FIT, 1)
    variance, noise = FIT.measures[1].var(ddof=1), np.mean(FIT.errors[1] ** 2)
    g = np.sqrt((variance - noise) / noise)
    assert (told.separation, told.strata, told.reliability) == pytest.approx((g, (4 * g + 1) / 3, 1 - noise / variance))
    assert (told.n, told.df) == (5, 4)
    assert told.p < 1e-6
    one = fit_facets(cells_of({"agent": MADE.agent, "rater": np.zeros(MADE.agent.size, int)}, MADE.score))
    assert separation_of(one, 1).reliability is None


def test_fair_average_is_the_expected_rating_under_the_others_means():
    fair = fair_averages(FIT, 0)
    assert (np.diff(fair[np.argsort(FIT.measures[0])]) > -1e-9).all()
    at = curves(FIT.measures[0][:1], scale=FIT.scale, group=np.zeros(1, int))
    assert fair[0] == pytest.approx(1 + at.expected[0])
    raters = fair_averages(FIT, 1)
    assert (np.diff(raters[np.argsort(FIT.measures[1])]) < 0).all()


def test_fair_averages_in_partial_credit_average_over_items():
    options = Options(model="partial-credit")
    fit = fit_facets(cells_of(MADE.facets, MADE.score, steps_by="item"), options=options)
    at = [
        1 + curves(fit.measures[0][:1] - fit.measures[2][item], scale=fit.scale, group=np.array([item])).expected[0]
        for item in range(4)
    ]
    assert fair_averages(fit, 0)[0] == pytest.approx(np.mean(at))
    assert fair_averages(fit, 2).shape == (4,)
    assert [line.group for line in categories_of(fit)] == [0] * 5 + [1] * 5 + [2] * 5 + [3] * 5


def test_categories_are_counted_and_their_measures_rise():
    lines = categories_of(FIT)
    eta, found = by_rating()
    assert [line.value for line in lines] == [1, 2, 3, 4, 5]
    assert [line.count for line in lines] == np.bincount(MADE.score)[1:].tolist()
    assert sum(line.share for line in lines) == pytest.approx(1)
    assert lines[2].average_measure == pytest.approx(eta[MADE.score == 3].mean())
    assert lines[2].expected_measure == pytest.approx(found.share[2] @ eta / found.share[2].sum())
    assert [line.threshold for line in lines[1:]] == FIT.scale.thresholds[0].tolist()
    assert not any(line.disordered for line in lines)
    assert (lines[0].threshold, lines[0].thurstone) == (None, None)


def test_a_thurstone_threshold_is_where_half_are_at_or_above():
    middle = thurstone_thresholds(FIT.scale, 0)
    found = curves(middle, scale=FIT.scale, group=np.zeros(4, int))
    np.testing.assert_allclose([found.at_least[k][k] for k in range(4)], 0.5, atol=1e-9)


def test_surprises_come_largest_first():
    told = surprises(FIT.kept, FIT.moments, FIT.scale, least=2.0, most=5)
    sizes = [abs(one.z) for one in told]
    assert len(told) == 5
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 2
    assert set(told[0].ids) == {"agent", "rater", "item"}
    assert (told[0].observed > told[0].expected) == (told[0].z > 0)


def test_a_rater_who_turns_on_one_item_is_found():
    score = np.where((MADE.rater == 2) & (MADE.item == 1), np.minimum(MADE.score + 2, 5), MADE.score)
    fit = fit_facets(cells_of(MADE.facets, score))
    told = interactions(fit, "rater", "item")
    assert (told[0].first, told[0].second) == (2, 1)
    assert told[0].bias > 0.8
    assert told[0].adjusted_p < 0.001
    assert told[0].observed > told[0].expected
    assert len(told) == 20
    with pytest.raises(OutOfRange):
        interactions(fit, "rater", "rater")


def test_pairs_of_single_ratings_say_nothing():
    told = interactions(FIT, "agent", "rater")
    assert all(np.isfinite([one.bias, one.se, one.t]).all() and 0 <= one.p <= 1 for one in told)


def test_clustered_errors_are_those_of_their_definition():
    fit = fit_facets(cells_of(MADE.facets, MADE.score, contacts=MADE.contact))
    _, found = by_rating()
    left = MADE.score - 1 - found.expected
    rows = MADE.rater == 3
    sums = np.bincount(MADE.contact[rows], left[rows])[np.unique(MADE.contact[rows])]
    expected = np.sqrt((sums**2).sum() * sums.size / (sums.size - 1)) / found.variance[rows].sum()
    assert fit.errors[1][3] == pytest.approx(expected)
    np.testing.assert_allclose(fit.measures[1], FIT.measures[1])


def test_one_contact_gives_no_error():
    made = ratings(10, calls=1)
    fit = fit_facets(cells_of(made.facets, made.score, contacts=made.contact))
    assert np.isnan(fit.errors[0][fit.kept.inside[0]]).all()
    assert separation_of(fit, 0).reliability is None
    marginal = fit_facets(cells_of(made.facets, made.score, contacts=made.contact), options=Options(method="mml"))
    assert np.isfinite(marginal.errors[1]).all()


@pytest.mark.slow
def test_contacts_as_clusters_bring_agents_coverage_back():
    plain, clustered = [], []
    for seed in range(20):
        made = ratings(seed, agents=120, raters=6, items=6, calls=8, contact_sd=0.8)
        for contacts, times, told in ((None, 1.96, plain), (made.contact, 2.365, clustered)):
            fit = fit_facets(cells_of(made.facets, made.score, contacts=contacts))
            inside, truth = fit.inside(0), made.ability[fit.inside(0)]
            line = np.polyval(np.polyfit(truth, fit.measures[0][inside], 1), truth)
            told.append(np.mean(np.abs(fit.measures[0][inside] - line) < times * fit.errors[0][inside]))
    assert np.mean(plain) < 0.8
    assert 0.93 < np.mean(clustered) < 0.97
