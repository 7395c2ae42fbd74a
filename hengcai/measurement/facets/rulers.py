"""Where the scale lies along the logit axis: likelihood of each category, and the half-points of the expected score."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.facets.scale import Scale, curves, expected_value

FAR, HALVINGS = 60.0, 70


def category_shares(places: Sequence[float], thresholds: Sequence[float]) -> list[list[float]]:
    """For each category its probability at each place: Andrich 1978; with one threshold the logistic curve."""
    eta = np.asarray(places, dtype=np.float64)
    found = curves(eta, scale=_scale(thresholds, range(len(thresholds) + 1)), group=np.zeros(eta.size, np.int64))
    return [[float(value) for value in row] for row in found.share]


def hidden_categories(thresholds: Sequence[float]) -> list[int]:
    """Categories that are nowhere the likeliest: no place lies above all thresholds into them and below all out of them.

    For neighbours it is Andrich's disorder (1978); a category may be hidden by two that are further apart too.
    """
    sums = np.concatenate([[0.0], np.cumsum(np.asarray(thresholds, dtype=np.float64))])
    return [place for place in range(sums.size) if not _is_seen(sums, place)]


def _is_seen(sums: Floats, place: int) -> bool:
    """P(place) > P(other) where (place - other) eta > sums[place] - sums[other]: a lower and an upper end for eta."""
    others = np.delete(np.arange(sums.size), place)
    edges = (sums[place] - sums[others]) / (place - others)
    below, above = edges[others < place], edges[others > place]
    return bool(below.max(initial=-np.inf) < above.min(initial=np.inf))


def half_points(thresholds: Sequence[float], values: Sequence[float]) -> list[tuple[float, float]]:
    """Each half-way score between two categories and the logits at which it is the score expected, by bisection.

    FACETS' half-point thresholds (Linacre, FACETS manual, table 8). With two categories it is the threshold itself;
    with thresholds that mirror each other the middle one is 0, which the tests check.
    """
    if not thresholds:
        raise TooLittleData("plot.nothing_known", n=0)
    scale = _scale(thresholds, values)
    halves = np.array([(one + other) / 2 for one, other in pairwise(values)])
    low, group = np.full(halves.size, -FAR), np.zeros(halves.size, np.int64)
    high = -low
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        above = expected_value(middle, scale=scale, group=group) > halves
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return [(float(half), float(place)) for half, place in zip(halves, (low + high) / 2, strict=True)]


def _scale(thresholds: Sequence[float], values: Sequence[float] | range) -> Scale:
    steps = np.asarray([thresholds], dtype=np.float64)
    n = steps.shape[1]
    return Scale(np.asarray([list(values)], dtype=np.float64), steps, np.arange(n + 1)[None, :], np.array([n]))
