"""Shares of pairs of raters who agree; the figure everybody understands, not corrected for chance."""

import math

import numpy as np

from hengcai.measurement.agreement.patterns import Patterns, patterns
from hengcai.measurement.agreement.weights import Weights, agreement_weights
from hengcai.measurement.columns import Floats
from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate
from hengcai.measurement.tables import RatingTable


def percent_agreement(table: RatingTable | Patterns, *, confidence: float = 0.95) -> Estimate:
    """Share of pairs of ratings of one unit that are equal, over all such pairs.

    Source: Fleiss, Levin & Paik 2003, ch. 18. The interval is Wilson's at the effective number of units
    p(1-p)/se^2 (Dean & Pagano 2015), se linearised over units, or half the width over z
    where all units agree alike. Fleiss 1971, 30 patients by six psychiatrists: .5556.
    """
    return _share(patterns(table), "identity", confidence)


def agreement_within_one(table: RatingTable | Patterns, *, confidence: float = 0.95) -> Estimate:
    """Share of pairs of ratings of one unit that are at most one point apart.

    Same source and interval as `percent_agreement`; numeric scores only.
    """
    return _share(patterns(table), "within_one", confidence)


def pair_agreement(found: Patterns, weights: Floats) -> Floats:
    """Mean credit over a pattern's pairs of ratings: sum r_k (Wr - 1)_k / (r(r - 1)); 0 with one rating."""
    credit = (found.counts * (found.counts @ weights - 1)).sum(axis=1)
    pairs = found.sizes * (found.sizes - 1)
    return np.asarray(np.divide(credit, pairs, out=np.zeros_like(credit), where=pairs > 0))


def _share(every: Patterns, kind: Weights, confidence: float) -> Estimate:
    found = every.rated_twice()
    weights = agreement_weights(kind, values=found.values, n_labels=found.n_labels)
    pairs = found.sizes * (found.sizes - 1) / 2
    agreeing = pair_agreement(found, weights) * pairs
    share = float(found.units @ agreeing / (found.units @ pairs))
    se = _ratio_se(agreeing - share * pairs, found)
    low, high = wilson_bounds(share, _effective_units(share, se, found.n_units), confidence=confidence)
    if se == 0:
        se = (high - low) / 2 / two_sided_z(confidence)
    return Estimate(share, low, high, se, found.n_units, f"share of rater pairs, {kind}, Wilson interval")


def _ratio_se(leftover: Floats, found: Patterns) -> float | None:
    """Standard error of a ratio of sums over units."""
    n = found.n_units
    if n < 2:
        return None
    mean_pairs = found.units @ (found.sizes * (found.sizes - 1) / 2) / n
    return math.sqrt(found.units @ leftover**2 / (n * (n - 1))) / float(mean_pairs)


def _effective_units(share: float, se: float | None, n: int) -> float:
    """Units of a simple sample with the same standard error; all of them where every pair agrees or none does."""
    return share * (1 - share) / se**2 if se else n
