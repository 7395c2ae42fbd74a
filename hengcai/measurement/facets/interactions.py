"""Bias: where two elements together are rated otherwise than each alone would have it."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets.cells import added
from hengcai.measurement.facets.extremes import EXTREME_SHARE
from hengcai.measurement.facets.fitting import FacetsFit
from hengcai.measurement.facets.scale import curves, in_points
from hengcai.measurement.fair_scores.comparisons import benjamini_hochberg


@dataclass(frozen=True)
class Interaction:
    """Average ratings, seen and expected; `bias` in logits, positive where the pair is scored higher than expected.

    t = bias / SE with n - 1 degrees of freedom.
    """

    first: object
    second: object
    n: float
    observed: float
    expected: float
    bias: float
    se: float
    t: float
    p: float
    adjusted_p: float


def interactions(fit: FacetsFit, first: str, second: str) -> list[Interaction]:
    """FACETS' table 13: for each pair of elements the shift that makes its expected score the observed one.

    Solved by Newton with all measures held; a pair with only lowest or highest scores is taken .3 of a point inside.
    `adjusted_p` keeps the false discovery rate over all pairs (Benjamini & Hochberg 1995). Largest |t| first.
    """
    names = fit.cells.names
    if first == second or first not in names or second not in names:
        raise OutOfRange("facets.unknown_pair", first=first, second=second)
    codes = [fit.kept.cells.codes[names.index(name)] for name in (first, second)]
    pair, n_pairs = joint_codes(*codes)
    bias, information = _solved(fit, pair, n_pairs)
    n = added(pair, fit.kept.cells.weight, n_pairs)
    group, share = fit.kept.cells.group, fit.kept.cells.weight * fit.curves.share
    observed = added(pair, in_points(fit.kept.counts, scale=fit.scale, group=group), n_pairs)
    expected = added(pair, in_points(share, scale=fit.scale, group=group), n_pairs)
    se = 1 / np.sqrt(np.maximum(information, 1e-300))
    t = bias / se
    p = np.where(n > 1, 2 * special.stdtr(np.maximum(n - 1, 1e-9), -np.abs(t)), 1.0)
    adjusted = benjamini_hochberg(p.tolist())
    at = np.zeros(n_pairs, np.int64)
    at[pair] = np.arange(pair.size)
    ids = [fit.cells.ids[names.index(name)] for name in (first, second)]
    return [
        Interaction(
            first=ids[0][codes[0][at[k]]],
            second=ids[1][codes[1][at[k]]],
            n=float(n[k]),
            observed=float(observed[k] / n[k]),
            expected=float(expected[k] / n[k]),
            bias=float(bias[k]),
            se=float(se[k]),
            t=float(t[k]),
            p=float(p[k]),
            adjusted_p=adjusted[k],
        )
        for k in np.argsort(-np.abs(t), kind="stable").tolist()
    ]


def _solved(fit: FacetsFit, pair: Codes, n_pairs: int) -> tuple[Floats, Floats]:
    """Bias, and information at the bias."""
    cells, scale = fit.kept.cells, fit.scale

    def summed(per_cell: Floats) -> Floats:
        return added(pair, per_cell, n_pairs)

    parts = [sign * found[code] for sign, found, code in zip(fit.model.signs, fit.measures, cells.codes, strict=True)]
    eta = np.sum(parts, axis=0)
    observed, most = summed(fit.model.score), summed(cells.weight * scale.top[cells.group])
    off = np.minimum(EXTREME_SHARE, most / 2)
    target, bias = np.clip(observed, off, most - off), np.zeros(n_pairs)
    step, turns = np.ones(n_pairs), 0
    while turns < 100 and np.abs(step).max() > 1e-8:
        found = curves(eta + bias[pair], scale=scale, group=cells.group)
        information = summed(cells.weight * found.variance)
        step = np.clip((target - summed(cells.weight * found.expected)) / np.maximum(information, 1e-12), -1, 1)
        bias, turns = bias + step, turns + 1
    return bias, information
