"""Profiles that come together are worked out once; what comes out is the same."""

import numpy as np
import pytest

from hengcai.measurement.columns import joint_codes
from hengcai.measurement.facets import bundles, scale
from hengcai.measurement.facets.bundles import bundles_of
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.options import Options
from tests.measurement.facets.simulated import ratings


def split(made, **options):
    """Weights by object and profile, multiplied out of bundles, and as they are."""
    cells = cells_of(made, np.arange(len(next(iter(made.values())))) % 4, **options)
    of_cell, n = joint_codes(*cells.codes[1:])
    found = bundles_of(cells, of_cell, n)
    plain = np.zeros((cells.sizes[0], n))
    plain[cells.codes[0], of_cell] = cells.weight
    return found, plain, found.at(np.identity(n))


def test_raters_who_score_every_item_make_one_bundle_each():
    found, plain, multiplied = split(ratings(1).facets)
    assert (found.varying, found.profiles.shape) == (2, (5, 20))
    np.testing.assert_allclose(multiplied, plain, atol=1e-12)
    np.testing.assert_allclose(found.back(np.identity(80)), plain.T, atol=1e-12)


def test_items_left_out_and_weights_that_differ_make_bundles_of_their_own():
    made = ratings(2).facets
    asked = (made["rater"] != 2) | (made["item"] != 3)
    found, plain, multiplied = split({name: column[asked] for name, column in made.items()})
    assert found.profiles.nnz == 19
    np.testing.assert_allclose(multiplied, plain, atol=1e-12)
    found, plain, multiplied = split(made, weights=1.0 + (made["item"] == 1) * (made["agent"] % 2))
    assert found.profiles.shape == (10, 20)
    np.testing.assert_allclose(multiplied, plain, atol=1e-12)


@pytest.mark.parametrize("weights", [np.random.default_rng(1).random(1280) + 0.1, None])
def test_weights_without_a_pattern_stay_as_they_are(weights):
    made = ratings(3).facets
    if weights is None:
        made = {"agent": made["agent"], "rater": np.arange(1280) * 7 % 5}
    found, plain, multiplied = split(made, weights=weights)
    assert found.varying is None
    np.testing.assert_allclose(multiplied, plain, atol=1e-12)


def test_patterns_that_only_look_alike_are_not_taken(monkeypatch):
    monkeypatch.setattr(bundles.np, "sqrt", np.zeros_like)
    made = ratings(4).facets
    uneven = made["item"] < 2 + made["agent"] % 2
    assert split({name: column[uneven] for name, column in made.items()})[0].varying is None


@pytest.mark.parametrize("model", ["rating-scale", "partial-credit"])
def test_a_marginal_fit_by_bundles_is_that_by_profiles(monkeypatch, model):
    made, options = ratings(5), Options(method="mml", model=model)
    cells = cells_of(made.facets, made.score, steps_by=options.steps_facet(tuple(made.facets)))
    found = fit_facets(cells, options=options)
    monkeypatch.setattr(bundles, "WORTH_IT", 1e9)
    plain = fit_facets(cells, options=options)
    for name in ("measures", "errors"):
        for one, other in zip(getattr(found, name), getattr(plain, name), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-9)
    np.testing.assert_allclose(found.threshold_errors, plain.threshold_errors, atol=1e-9)
    np.testing.assert_allclose(found.fits[0].outfit, plain.fits[0].outfit, atol=1e-9)


def test_curves_by_products_are_those_by_exponentials(monkeypatch):
    steps = scale.Scale(
        np.arange(8.0).reshape(2, 4), np.array([[-1, 0, 2.0], [0.5, 1, 0]]), np.zeros((2, 4), int), np.array([3, 2])
    )
    eta, group = np.linspace(-30, 30, 61), np.arange(61) % 2
    found = scale.curves(eta, scale=steps, group=group)
    monkeypatch.setattr(scale, "FARTHEST", 0.0)
    plain = scale.curves(eta, scale=steps, group=group)
    np.testing.assert_allclose(found.share, plain.share, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(found.log_total, plain.log_total, atol=1e-12)


def test_curves_far_out_do_not_overflow():
    steps = scale.Scale(np.arange(4.0)[None], np.zeros((1, 3)), np.zeros((1, 4), int), np.array([3]))
    found = scale.curves(np.array([-1e5, 1e5]), scale=steps, group=np.zeros(2, int))
    assert found.share.T.tolist() == [[1, 0, 0, 0], [0, 0, 0, 1]]
    assert found.log_total.tolist() == [0, 3e5]


@pytest.mark.parametrize("score", [[2, 5, 3, 3], [2.5, 5, 3, 3], [2, 5000, 3, 3], [-7, 5, 0, 0]])
def test_categories_are_the_values_in_order(score):
    cells = cells_of({"agent": list("aabb"), "rater": list("xyxy")}, score)
    assert cells.values.tolist() == sorted(set(score))
    assert cells.values[cells.rows.category].tolist() == score
