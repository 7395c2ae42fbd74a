"""How each element's ratings go with the measures: point-measure correlation, its expectation, discrimination."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.facets.fitting import FacetsFit
from hengcai.measurement.facets.joint import eta_of

NOTHING = 1e-9
"""Of the information of a slope, against the squares of the measures: ratings that all but certain say nothing of it."""


@dataclass(frozen=True)
class Association:
    """By element, NaN where nothing varies or the element is outside the fit."""

    point_measure: Floats
    expected: Floats
    discrimination: Floats


@dataclass(frozen=True)
class _Sums:
    """Over the ratings of each element: n, score, score squared, place, place squared, score times place."""

    n: Floats
    x: Floats
    xx: Floats
    m: Floats
    mm: Floats
    xm: Floats

    @property
    def correlation(self) -> Floats:
        """NaN where one of the two hardly varies."""
        both = self.xm - self.x * self.m / self.n
        spread_x, spread_m = self.xx - self.x**2 / self.n, self.mm - self.m**2 / self.n
        varies = (spread_x > 1e-9 * self.xx) & (spread_m > 1e-9 * np.maximum(self.mm, 1e-9 * self.n))
        return np.where(varies, both / np.sqrt(spread_x * spread_m), np.nan)


def association_of(fit: FacetsFit, facet: int) -> Association:
    """Ratings against the sum of all measures behind them; an element's own measure is the same in all of its ratings.

    Correlation sum (x - xbar)(m - mbar) / sqrt(sum (x - xbar)^2 sum (m - mbar)^2); expected: E for x above, and
    sum (E - Ebar)^2 + V below (Linacre, Winsteps and FACETS manuals, `point-measure correlation`). Discrimination: one
    Newton step from 1 for the slope a of ln(Pk/Pk-1) = a (m - tau_k) (Muraki 1992), which for two categories is
    1 + sum (x - E) m / sum V m^2 (Winsteps manual, `estimated discrimination`). The tests compute all three rating by
    rating, and the slope by its likelihood.
    """
    cells, counts = fit.kept.cells, fit.kept.counts
    eta = eta_of(cells, fit.measures, fit.model.signs)
    eta, w = eta - eta.mean(), cells.weight
    steps, moments = np.arange(len(counts), dtype=np.float64), fit.moments

    def summed(per_cell: Floats) -> Floats:
        return cells.totals(facet, per_cell)

    with np.errstate(divide="ignore", invalid="ignore"):
        score, squares = steps @ counts, steps**2 @ counts
        places = (summed(w * eta), summed(w * eta**2))
        seen = _Sums(summed(w), summed(score), summed(squares), *places, summed(score * eta)).correlation
        e = w * moments.expected
        expected = w * (moments.expected**2 + moments.variance)
        likely = _Sums(summed(w), summed(e), summed(expected), *places, summed(e * eta)).correlation
        slope, information = _slopes(fit)
        known = summed(information)
        discrimination = 1 + summed(slope) / np.where(known > NOTHING * places[1].sum(), known, np.nan)
    inside = fit.inside(facet)
    return Association(*(np.where(inside, found, np.nan) for found in (seen, likely, discrimination)))


def _slopes(fit: FacetsFit) -> tuple[Floats, Floats]:
    """For each cell the slope of the log likelihood in a at 1, and its information: variance of k m - tau_1 - .. - tau_k."""
    cells, counts, share = fit.kept.cells, fit.kept.counts, fit.curves.share
    eta = eta_of(cells, fit.measures, fit.model.signs)
    steps = np.where(np.isfinite(fit.scale.steps), fit.scale.steps, 0.0)
    height = np.arange(len(counts))[:, None] * eta - (steps.T if len(steps) == 1 else steps.T[:, cells.group])
    mean = (share * height).sum(axis=0)
    left = height - mean
    return (counts * left).sum(axis=0), cells.weight * (share * left**2).sum(axis=0)
