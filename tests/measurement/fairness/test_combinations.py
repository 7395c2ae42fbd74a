import numpy as np
import pytest

from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.scale import curves
from hengcai.measurement.fairness.combinations import FittedFacet
from tests.measurement.fairness.simulated import ratings

MADE = ratings(3, persons=30, raters=4, items=3)
SIZES = (30, 4, 3, 4)
DEGREES = np.array([9.0, 4.0])


def rated():
    return {"person": MADE.person, "rater": MADE.rater, "item": MADE.item}


def dense(fit):
    """Scores of each rating in all parameters, and their summed covariance: rating by rating, nothing collapsed."""
    codes = (MADE.person, MADE.rater, MADE.item)
    eta = fit.measures[0][codes[0]] - fit.measures[1][codes[1]] - fit.measures[2][codes[2]]
    share = curves(eta, scale=fit.scale, group=np.zeros(eta.size, int)).share
    steps = np.arange(5)
    reached = steps[:, None] >= np.arange(1, 5)
    scores, information = [], np.zeros((sum(SIZES), sum(SIZES)))
    for row, p in enumerate(share.T):
        signs = np.concatenate(
            [sign * np.eye(n)[c[row]] for sign, n, c in zip((1, -1, -1), SIZES, codes, strict=False)]
        )
        each = np.hstack([steps[:, None] * signs, -1.0 * reached])
        scores.append(each[MADE.score[row] - 1] - p @ each)
        information += (each.T * p) @ each - np.outer(p @ each, p @ each)
    return np.array(scores), information


@pytest.mark.parametrize("facet", [0, 1, 2])
def test_variances_are_those_of_the_whole_information_matrix(facet):
    fit = fit_facets(cells_of(rated(), MADE.score))
    assert not any(extreme.any() for extreme in fit.kept.extreme)
    whole = np.zeros((sum(SIZES), 2))
    start = sum(SIZES[:facet])
    whole[[start, start + 1], 0] = 1, -1
    whole[[start, start + 1, start + 2], 1] = 0.5, 0.5, -1
    scores, information = dense(fit)
    solved = np.linalg.pinv(information, rcond=1e-10) @ whole
    by_model = (whole * solved).sum(axis=0)
    by_person = np.stack([scores[MADE.person == person].sum(axis=0) for person in range(30)]) @ solved
    sandwich = (by_person**2).sum(axis=0) * (1 + 2 / DEGREES)
    found = FittedFacet(fit, facet)
    assert found.shrinkage == pytest.approx(5 / 6)
    wanted = np.maximum(found.shrinkage * by_model, found.shrinkage**2 * sandwich)
    np.testing.assert_allclose(found.variances(whole[start : start + SIZES[facet]], DEGREES), wanted, rtol=1e-5)


def test_who_met_whom_is_counted_in_persons():
    fit = fit_facets(cells_of(rated(), MADE.score))
    counted = [np.unique(MADE.person[MADE.rater == rater]).size for rater in range(4)]
    assert FittedFacet(fit, 1).objects_by_element().tolist() == counted
    np.testing.assert_allclose(FittedFacet(fit, 1).own_variances(), fit.errors[1] ** 2)
