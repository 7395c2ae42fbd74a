"""t intervals from squared influences, with Satterthwaite's degrees of freedom over the groups they come from."""

import numpy as np

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.results import Estimate


def degrees_over_groups(squares: Floats, group: Codes) -> float:
    """df = (sum V_k)^2 / sum V_k^2 / (m_k - 1) (Satterthwaite 1946); two groups of people give Welch's df.

    A group with one member has no spread of its own: it counts as if it had one degree of freedom.
    """
    parts = np.bincount(group, weights=squares)
    free = np.maximum(np.bincount(group) - 1, 1)
    divisor = float((parts**2 / free).sum())
    return float(parts.sum() ** 2 / divisor) if divisor > 0 else 0.0


def t_estimate(value: float, variance: float, df: float, *, n: int, method: str, confidence: float) -> Estimate:
    """The value with its t interval, or without any where nothing varies."""
    if variance <= 0 or df <= 0:
        return Estimate(value, None, None, None, n, method, ("no_spread_left",))
    se = float(np.sqrt(variance))
    half = two_sided_t(confidence, df) * se
    return Estimate(value, value - half, value + half, se, n, method)


def home_of(cluster: Codes, group: Codes) -> Codes | None:
    """The group each cluster belongs to; None when a cluster has people of several groups."""
    home = np.full(int(cluster.max()) + 1, -1, np.int64)
    home[cluster] = group
    return home if bool((home[cluster] == group).all()) else None
