"""How well ratings fit: infit and outfit with their z, single surprising ratings."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.facets.cells import Cells
from hengcai.measurement.facets.extremes import Kept
from hengcai.measurement.facets.scale import Curves, Scale


@dataclass(frozen=True)
class Moments:
    """Of each cell: weight, expected step, variance, fourth moment, squared residuals summed over ratings."""

    weight: Floats
    expected: Floats
    variance: Floats
    fourth: Floats
    squares: Floats


WIDEST = 2**0.5  # standard deviation of the square of a standard normal residual


@dataclass(frozen=True)
class Fit:
    """One facet's statistics, NaN for an element without ratings in the fit."""

    infit: Floats
    outfit: Floats
    infit_z: Floats
    outfit_z: Floats


@dataclass(frozen=True)
class Surprise:
    """A rating far from what was expected of it; `ids` by facet, `n` its weight."""

    ids: dict[str, object]
    observed: float
    expected: float
    z: float
    n: float


def moments_of(cells: Cells, counts: Floats, found: Curves) -> Moments:
    expected = found.expected
    squares = sum(weights * (step - expected) ** 2 for step, weights in enumerate(counts))
    return Moments(cells.weight, expected, np.maximum(found.variance, 1e-12), found.fourth, np.asarray(squares))


def fit_of(cells: Cells, moments: Moments, facet: int, *, squares: tuple[Floats, Floats] | None = None) -> Fit:
    """Outfit = mean z^2, infit = sum of squared residuals / sum of variances (Wright & Masters 1982, p. 100).

    z = (MnSq^(1/3) - 1) 3/q + q/3 with q2 from fourth moments: sum(C/V^2 - 1)/N^2 for outfit, sum(C - V^2)/(sum V)^2
    for infit (Wilson & Hilferty 1931). `squares` are infit and outfit where they are known already, from a marginal
    fit. The tests compute both by their definition, rating by rating.
    """
    w, v = moments.weight, moments.variance
    n = cells.totals(facet, w)
    total = cells.totals(facet, w * v)
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = cells.totals(facet, moments.squares) / total, cells.totals(facet, moments.squares / v) / n
        infit, outfit = squares or plain
        q_out = np.sqrt(cells.totals(facet, w * (moments.fourth / v**2 - 1))) / n
        q_in = np.sqrt(cells.totals(facet, w * (moments.fourth - v**2))) / total
        return Fit(infit, outfit, _wilson_hilferty(infit, q_in), _wilson_hilferty(outfit, q_out))


def surprises(kept: Kept, moments: Moments, scale: Scale, *, least: float = 2.0, most: int = 100) -> list[Surprise]:
    """Ratings whose standardised residual is at least so large, largest first (FACETS' table 4)."""
    cells, counts = kept.cells, kept.counts
    z = (np.arange(len(counts))[:, None] - moments.expected) / np.sqrt(moments.variance)
    steps, places = np.nonzero((np.abs(z) >= least) & (counts > 0))
    order = np.argsort(-np.abs(z[steps, places]), kind="stable")[:most]
    told = []
    for step, place in zip(steps[order].tolist(), places[order].tolist(), strict=True):
        ids = {name: ids[code[place]] for name, ids, code in zip(cells.names, cells.ids, cells.codes, strict=True)}
        values = scale.values[cells.group[place]]
        expected = float(np.interp(moments.expected[place], np.arange(values.size), values))
        told.append(Surprise(ids, float(values[step]), expected, float(z[step, place]), float(counts[step, place])))
    return told


def _wilson_hilferty(mean_square: Floats, q: Floats) -> Floats:
    """NaN where the mean square varies more than that of one normal residual: the cube root is not normal there."""
    z = (np.cbrt(mean_square) - 1) * 3 / q + q / 3
    return np.where(q <= WIDEST, z, np.nan)
