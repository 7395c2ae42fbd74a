"""Do these two differ? Differences of agents or raters with the false discovery rate held."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.quantiles import two_sided_z


@dataclass(frozen=True)
class Difference:
    """First minus second, before shrinkage; `adjusted_p` holds over all pairs asked for at once."""

    first: object
    second: object
    difference: float
    low: float
    high: float
    se: float
    p: float
    adjusted_p: float


def benjamini_hochberg(p: Sequence[float]) -> list[float]:
    """Adjusted p values: running minimum from the largest of p m / rank (Benjamini & Hochberg 1995).

    Their section 3.2: of fifteen p values exactly the four smallest stay at .05.
    """
    values = np.asarray(p, dtype=np.float64)
    if np.isnan(values).any() or (values < 0).any() or (values > 1).any():
        raise OutOfRange("p.out_of_range")
    order = np.argsort(-values, kind="stable")
    ranks = np.arange(values.size, 0, -1)
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum.accumulate(np.minimum(1.0, values[order] * values.size / ranks))
    return [float(value) for value in adjusted]


def differences(
    ids: Sequence[object], score: Floats, covariance: Floats, *, pairs: Sequence[tuple[int, int]], confidence: float
) -> list[Difference]:
    """z tests with the covariance of the two scores, so that a rater shared by both does not count twice."""
    z = two_sided_z(confidence)
    first, second = (np.array([pair[place] for pair in pairs], np.int64) for place in (0, 1))
    gap = score[first] - score[second]
    variance = covariance[first, first] + covariance[second, second] - 2 * covariance[first, second]
    se = np.sqrt(np.maximum(variance, 0))
    if (se == 0).any():
        raise OutOfRange("difference.without_error", pair=int(np.flatnonzero(se == 0)[0]))
    p = special.erfc(np.abs(gap / se) / np.sqrt(2))
    adjusted = benjamini_hochberg([float(value) for value in p])
    return [
        Difference(ids[a], ids[b], float(d), float(d - z * s), float(d + z * s), float(s), float(q), r)
        for a, b, d, s, q, r in zip(first, second, gap, se, p, adjusted, strict=True)
    ]
