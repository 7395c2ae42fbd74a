"""What is read off a fit: fair averages, separation and reliability, the table of categories."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Floats
from hengcai.measurement.facets.fitting import FacetsFit
from hengcai.measurement.facets.scale import Scale, curves, expected_value


@dataclass(frozen=True)
class Separation:
    """How well elements of a facet are told apart; None with fewer than two of them, or without their errors.

    `sd` has the divisor n - 1, `sd_population` n; the real errors are widened by misfit: SE sqrt(max(1, infit)).
    """

    n: int
    sd: float | None
    rmse: float | None
    separation: float | None
    strata: float | None
    reliability: float | None
    chi_square: float | None
    df: int
    p: float | None
    mean: float | None = None
    sd_population: float | None = None
    rmse_real: float | None = None
    separation_real: float | None = None
    reliability_real: float | None = None


@dataclass(frozen=True)
class Category:
    """One line of the rating-scale table; `thurstone` is where this category or a higher one becomes likelier."""

    group: object
    value: float
    count: float
    share: float
    average_measure: float | None
    expected_measure: float | None
    outfit: float | None
    threshold: float | None
    threshold_se: float | None
    thurstone: float | None
    disordered: bool


def separation_of(fit: FacetsFit, facet: int) -> Separation:
    """G = true SD / RMSE, strata (4G + 1)/3, reliability G^2/(1 + G^2), chi-square sum w (d - dbar)^2, w = 1/SE^2.

    Over elements of the fit without extremes, SD with divisor n - 1 (Wright & Masters 1982, pp. 92, 106; Fisher 1986).
    Posterior means of a marginal fit are shrunk: there SD is that of the population fitted.
    """
    inside = fit.inside(facet) & ~np.isnan(fit.errors[facet])
    measure, error = fit.measures[facet][inside], fit.errors[facet][inside]
    n = int(measure.size)
    if n < 2:
        return Separation(n, None, None, None, None, None, None, max(n - 1, 0), None)
    variance = float(measure.var(ddof=1))
    if facet == 0 and fit.population is not None:
        variance = fit.population.sd**2
    noise, real = float((error**2).mean()), float((real_errors(fit, facet)[inside] ** 2).mean())
    ratio, of_real = (max(variance - part, 0.0) / max(part, 1e-300) for part in (noise, real))
    weight = 1 / np.maximum(error, 1e-150) ** 2
    chi = float(weight @ (measure - weight @ measure / weight.sum()) ** 2)
    g = float(np.sqrt(ratio))
    return Separation(
        n=n,
        sd=float(np.sqrt(variance)),
        rmse=float(np.sqrt(noise)),
        separation=g,
        strata=(4 * g + 1) / 3,
        reliability=ratio / (1 + ratio),
        chi_square=chi,
        df=n - 1,
        p=float(special.chdtrc(n - 1, chi)),
        mean=float(measure.mean()),
        sd_population=float(measure.std()),
        rmse_real=float(np.sqrt(real)),
        separation_real=float(np.sqrt(of_real)),
        reliability_real=of_real / (1 + of_real),
    )


def real_errors(fit: FacetsFit, facet: int) -> Floats:
    """SE sqrt(max(1, infit)): the model's error widened by misfit (Linacre, Winsteps manual, `REALSE=`)."""
    return np.asarray(fit.errors[facet] * np.sqrt(np.fmax(fit.fits[facet].infit, 1.0)))


def fair_averages(fit: FacetsFit, facet: int, *, errors: float = 0.0) -> Floats:
    """Expected rating with all other facets at their means (FACETS' Fair-M): over elements of the fit.

    `errors` moves the measure by so many standard errors upwards: plus and minus z are the ends of an interval. With
    thresholds of the items' own it is the mean over items, each where it stands; an item's own average uses its own
    thresholds.
    """
    means = [_mean(fit, other) for other in range(len(fit.measures))]
    steps = fit.options.steps_facet(fit.cells.names)
    by = None if steps is None else fit.cells.names.index(steps)
    signs = fit.model.signs
    rest = sum(signs[g] * means[g] for g in range(len(means)) if g not in (facet, by))
    eta = signs[facet] * fit.measures[facet] + errors * fit.errors[facet] + rest
    if by is None or by == facet:
        group = np.zeros(eta.size, np.int64) if by is None else np.arange(eta.size)
        return expected_value(eta, scale=fit.scale, group=group)
    items = np.flatnonzero(fit.inside(by))
    each = [
        expected_value(eta - fit.measures[by][item], scale=fit.scale, group=np.full(eta.size, item)) for item in items
    ]
    return np.asarray(np.mean(each, axis=0))


def categories_of(fit: FacetsFit) -> list[Category]:
    """FACETS' table 8: counts, average and expected measures, outfit, thresholds with errors, Thurstone thresholds."""
    eta = _eta(fit)
    told = []
    for group in np.flatnonzero(fit.scale.top > 0).tolist():
        told += _group_categories(fit, eta, group)
    return told


def _group_categories(fit: FacetsFit, eta: Floats, group: int) -> list[Category]:
    there = fit.kept.cells.group == group
    counts, share = fit.kept.counts[:, there], fit.curves.share[:, there]
    weight, moments = fit.kept.cells.weight[there], fit.moments
    expected, variance = moments.expected[there], moments.variance[there]
    thurstone, total = thurstone_thresholds(fit.scale, group), float(weight.sum())
    lines = []
    for step in range(int(fit.scale.top[group]) + 1):
        n, likely = float(counts[step].sum()), weight * share[step]
        threshold = None if step == 0 else float(fit.scale.thresholds[group, step - 1])
        lines.append(
            Category(
                group=fit.cells.group_ids[group],
                value=float(fit.scale.values[group, step]),
                count=n,
                share=n / total,
                average_measure=float(counts[step] @ eta[there]) / n,
                expected_measure=float(likely @ eta[there]) / max(float(likely.sum()), 1e-300),
                outfit=float(counts[step] @ ((step - expected) ** 2 / variance)) / n,
                threshold=threshold,
                threshold_se=None if step == 0 else _known(float(fit.threshold_errors[group, step - 1])),
                thurstone=None if step == 0 else float(thurstone[step - 1]),
                disordered=step > 1 and float(fit.scale.thresholds[group, step - 2]) > (threshold or 0.0),
            )
        )
    return lines


def thurstone_thresholds(scale: Scale, group: int) -> Floats:
    """Where P(x >= k) = 1/2 relative to the item's place, by bisection; for two categories it is the threshold."""
    low = np.full(int(scale.top[group]), -50.0)
    high, steps = -low, np.arange(low.size)
    for _ in range(60):
        middle = (low + high) / 2
        found = curves(middle, scale=scale, group=np.full(low.size, group))
        above = np.stack(found.at_least)[steps, steps] > 0.5
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return np.asarray((low + high) / 2)


def _mean(fit: FacetsFit, facet: int) -> float:
    inside = fit.inside(facet)
    return float(fit.measures[facet][inside].mean()) if inside.any() else 0.0


def _eta(fit: FacetsFit) -> Floats:
    cells = fit.kept.cells
    parts = [sign * found[code] for sign, found, code in zip(fit.model.signs, fit.measures, cells.codes, strict=True)]
    return np.asarray(np.sum(parts, axis=0))


def _known(value: float) -> float | None:
    return value if np.isfinite(value) else None
