"""Fit of marginal fits, held against the package mirt and against its definition, object by object and node by node."""

import numpy as np
import pytest

from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.scale import curves
from tests.measurement.facets.simulated import ratings
from tests.measurement.shared_ratings import read_ratings

# mirt 1.2.0, fit_mfrm(tol=1e-9, n_quadpts=301): infit and outfit of each rater and item
SIRT_RATINGS1 = {
    "rater": {
        "db03": (0.858261, 0.870314), "db54": (1.050387, 1.075682), "db08": (1.626444, 1.541586),
        "db31": (0.934623, 0.899534), "db02": (0.925024, 0.954280), "db01": (0.962941, 1.057628),
        "db07": (0.663874, 0.655176),
    },
    "item": {
        "k1": (1.020407, 1.002508), "k2": (0.858620, 0.831003), "k3": (0.730831, 0.730542),
        "k4": (0.813134, 0.810087), "k5": (1.562132, 1.646803),
    },
}  # fmt: skip


def test_mean_squares_are_those_of_mirt():
    columns = read_ratings("sirt_ratings1")
    cells = cells_of({name: columns[name] for name in ("person", "rater", "item")}, columns["score"])
    found = fit_facets(cells, options=Options(method="mml"))
    for place, (name, known) in enumerate(SIRT_RATINGS1.items(), start=1):
        assert found.cells.names[place] == name
        told = zip(found.cells.ids[place], found.fits[place].infit, found.fits[place].outfit, strict=True)
        for one, infit, outfit in told:
            assert (infit, outfit) == pytest.approx(known[one], abs=2e-6)


def test_an_objects_fit_is_averaged_over_where_it_may_stand():
    made = ratings(3, agents=30)
    found = fit_facets(cells_of(made.facets, made.score), options=Options(method="mml"))
    nodes = found.population.mean + found.population.sd * np.linspace(-6, 6, 401)
    for agent in range(5):
        rows = made.agent == agent
        eta = nodes - (found.measures[1][made.rater[rows]] + found.measures[2][made.item[rows]])[:, None]
        at = curves(eta.ravel(), scale=found.scale, group=np.zeros(eta.size, int))
        step = made.score[rows].astype(int) - 1
        share = at.share.reshape(5, *eta.shape)
        likely = share[step, np.arange(step.size)].prod(axis=0) * np.exp(-(np.linspace(-6, 6, 401) ** 2) / 2)
        likely /= likely.sum()
        expected, variance = at.expected.reshape(eta.shape), at.variance.reshape(eta.shape)
        squares = (step[:, None] - expected) ** 2
        assert found.fits[0].infit[agent] == pytest.approx(
            (squares @ likely).sum() / (variance @ likely).sum(), rel=1e-5
        )
        assert found.fits[0].outfit[agent] == pytest.approx((squares / variance @ likely).mean(), rel=1e-5)


def test_ratings_drawn_from_the_model_fit_it_on_average():
    made = ratings(4, agents=400, calls=2, items=2)
    cells = cells_of(made.facets, made.score)
    found = fit_facets(cells, options=Options(method="mml"))
    assert np.mean(found.fits[0].outfit) == pytest.approx(1, abs=0.03)
    assert [fit.infit.mean() for fit in found.fits[1:]] == pytest.approx([1, 1], abs=0.05)
