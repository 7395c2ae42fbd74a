"""Standard errors of measures and thresholds: by the model, or with contacts as clusters."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.facets.cells import Cells, added
from hengcai.measurement.facets.extremes import Flags, Kept
from hengcai.measurement.facets.joint import Model, State, eta_of, thresholds_centred
from hengcai.measurement.facets.marginal import Normal
from hengcai.measurement.facets.scale import curves


@dataclass(frozen=True)
class Seen:
    """The whole table, the part that was fitted, and where the fit ended."""

    cells: Cells
    kept: Kept
    model: Model
    state: State


@dataclass(frozen=True)
class _Clusters:
    """Rows of the fit: their cell, contact (within its object), step and weight."""

    cell: Codes
    contact: Codes
    step: Codes
    weight: Floats


def errors_of(seen: Seen, threshold_variance: Floats, population: Normal | None) -> tuple[list[Floats], Floats]:
    """Errors by facet, NaN for elements outside the fit or in a single contact, and of thresholds.

    Model: 1 / sqrt(sum V) (Wright & Masters 1982, p. 98); a marginal fit has the observed information's errors and
    posterior deviations. With contacts: each is multiplied by the square root of its design effect,
    m/(m-1) sum over contacts of (summed residuals)^2 / sum V, the sandwich of Huber 1967 and White 1982 for its score
    equation. In the tests contacts with a variance of their own leave agents a coverage of .77 by the model's errors and
    .95 by these with t on m - 1 degrees of freedom.
    """
    cells, facets = seen.kept.cells, range(len(seen.cells.names))
    spread = cells.weight * seen.state.curves.variance
    information = [np.maximum(cells.totals(facet, spread), 1e-300) for facet in facets]
    errors = [1 / np.sqrt(total) for total in information]
    if population is not None:
        errors = [population.object_deviations, *population.facet_errors]
    thresholds = np.where(_alone(seen.model), np.nan, np.sqrt(np.maximum(threshold_variance, 0)))
    clusters = _clusters(seen)
    if clusters is not None:
        left = clusters.weight * (clusters.step - seen.state.curves.expected[clusters.cell])
        for facet in facets:
            owner = cells.codes[facet][clusters.cell]
            errors[facet] = errors[facet] * _effect(clusters.contact, owner, left, information=information[facet])
        thresholds = thresholds * _threshold_effects(seen, clusters)
    inside = [np.where(there, error, np.nan) for there, error in zip(seen.kept.inside, errors, strict=True)]
    return inside, thresholds


def add_placed_errors(seen: Seen, measures: list[Floats], errors: list[Floats]) -> None:
    """1 / sqrt(sum V) at the place given, for elements outside the fit."""
    cells, scale = seen.cells, seen.kept.scale
    eta = eta_of(cells, measures, seen.model.signs)
    usable = ~np.isnan(eta) & (scale.top[cells.group] > 0)
    part = cells.part(usable)
    spread = part.weight * curves(eta[usable], scale=scale, group=part.group).variance
    for facet, inside in enumerate(seen.kept.inside):
        total = part.totals(facet, spread)
        placed = ~inside & ~np.isnan(measures[facet]) & (total > 0)
        errors[facet][placed] = 1 / np.sqrt(total[placed])


def _clusters(seen: Seen) -> _Clusters | None:
    rows, whole = seen.cells.rows, seen.cells
    if rows.contact is None:
        return None
    inside = seen.kept.cell_kept[rows.cell]
    cell = rows.cell[inside]
    contact, _ = joint_codes(whole.codes[0][cell], rows.contact[inside])
    step = seen.kept.scale.rank[whole.group[cell], rows.category[inside]]
    return _Clusters((np.cumsum(seen.kept.cell_kept) - 1)[cell], contact, step, rows.weight[inside])


def _effect(contact: Codes, owner: Codes, score: Floats, *, information: Floats) -> Floats:
    """Square root of the design effect of each owner; NaN with fewer than two contacts."""
    pair, n_pairs = joint_codes(owner, contact)
    of_pair = np.zeros(n_pairs, np.int64)
    of_pair[pair] = owner
    sums = added(pair, score, n_pairs)
    m = np.bincount(of_pair, minlength=information.size)
    meat = added(of_pair, sums**2, information.size)
    factor = np.divide(m, m - 1.0, out=np.full(m.size, np.nan), where=m > 1)
    return np.asarray(np.sqrt(factor * meat / information))


def _alone(model: Model) -> Flags:
    """A threshold that is the only one of its group is 0 because thresholds centre on 0, not by estimation."""
    only = [thresholds_centred(model, group) and free.sum() == 1 for group, free in enumerate(model.free_steps)]
    return np.asarray(model.free_steps & np.array(only)[:, None])


def _threshold_effects(seen: Seen, clusters: _Clusters) -> Floats:
    """The same for each threshold, whose score is (x >= k) - P(x >= k)."""
    cells, groups = seen.kept.cells, seen.kept.scale.n_groups
    group = cells.group[clusters.cell]
    effects = np.ones(seen.model.free_steps.shape)
    for k, above in enumerate(seen.state.curves.at_least):
        spread = added(cells.group, cells.weight * above * (1 - above), groups)
        score = clusters.weight * ((clusters.step > k) - above[clusters.cell])
        effects[:, k] = _effect(clusters.contact, group, score, information=np.maximum(spread, 1e-300))
    return effects
