"""Mantel-Haenszel for items answered right or wrong: common odds ratio, chi-square, ETS delta and class."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Floats
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate, unknown

ODDS = "Mantel-Haenszel common odds ratio, log interval, se of the logarithm (Robins, Breslow & Greenland 1986)"
DELTA = "MH D-DIF, -2.35 ln(odds ratio) (Holland & Thayer 1988)"
DELTA_FACTOR = -2.35
SIGNIFICANCE, ONE_SIDED_Z = 0.05, 1.6448536269514722
SMALL, LARGE = 1.0, 1.5


@dataclass(frozen=True)
class MantelHaenszel:
    """Odds of a right answer, reference over focal group; delta is negative when the item is harder for the focal."""

    odds_ratio: Estimate
    chi_square: float | None
    p: float | None
    delta: Estimate
    ets_class: str | None


def mantel_haenszel(counts: Floats, *, confidence: float = 0.95) -> MantelHaenszel:
    """`counts` by stratum, group (reference, focal) and answer (wrong, right).

    OR = sum(A D / T) / sum(B C / T); chi2 = (|sum A - sum E A| - .5)2 / sum Var A (Mantel & Haenszel 1959). Reproduces
    Berkeley's admissions of 1973 by department (Bickel, Hammel & O'Connell 1975) as R's mantelhaen.test prints them:
    OR .9047, interval .7719 to 1.0603, chi2 1.4269.
    """
    both = counts[(counts.sum(axis=2) > 0).all(axis=1)]
    n = int(both.sum())
    chi_square, p = _chi_square(both)
    ratio, variance = _log_odds(both)
    if ratio is None or variance is None:
        why = "nobody_matched" if n == 0 else "odds_ratio_without_limits"
        return MantelHaenszel(unknown(ODDS, n, why), chi_square, p, unknown(DELTA, n, why), None)
    se, z = math.sqrt(variance), two_sided_z(confidence)
    limits = [math.exp(ratio - z * se), math.exp(ratio + z * se)]
    delta, wide = DELTA_FACTOR * ratio, abs(DELTA_FACTOR) * se
    return MantelHaenszel(
        odds_ratio=Estimate(math.exp(ratio), limits[0], limits[1], se, n, ODDS),
        chi_square=chi_square,
        p=p,
        delta=Estimate(delta, delta - z * wide, delta + z * wide, wide, n, DELTA),
        ets_class=ets_class(delta, wide, p),
    )


def ets_class(delta: float, se: float, p: float | None) -> str:
    """A: not significantly different from 0, or under 1; C: at least 1.5 and significantly above 1; B: between.

    Tests at .05, that against 1 one-sided: |delta| - 1.645 se > 1 (Zieky 1993; Dorans & Holland 1993, p. 42).
    """
    if p is None or p >= SIGNIFICANCE or abs(delta) < SMALL:
        return "A"
    return "C" if abs(delta) >= LARGE and abs(delta) - ONE_SIDED_Z * se > SMALL else "B"


def _chi_square(counts: Floats) -> tuple[float | None, float | None]:
    total, group, answer = counts.sum(axis=(1, 2)), counts.sum(axis=2), counts.sum(axis=1)
    variance = float((group.prod(axis=1) * answer.prod(axis=1) / (total**2 * np.maximum(total - 1, 1))).sum())
    if variance <= 0:
        return None, None
    gap = abs(float((counts[:, 0, 1] - group[:, 0] * answer[:, 1] / total).sum()))
    found = max(gap - 0.5, 0.0) ** 2 / variance
    return found, float(special.chdtrc(1, found))


def _log_odds(counts: Floats) -> tuple[float | None, float | None]:
    """ln OR and its variance: sum PR / 2 R+2 + sum(PS + QR) / 2 R+ S+ + sum QS / 2 S+2."""
    total = counts.sum(axis=(1, 2))
    r, s = counts[:, 0, 1] * counts[:, 1, 0] / total, counts[:, 0, 0] * counts[:, 1, 1] / total
    if not (r.sum() > 0 and s.sum() > 0):
        return None, None
    p, q = (counts[:, 0, 1] + counts[:, 1, 0]) / total, (counts[:, 0, 0] + counts[:, 1, 1]) / total
    sums = p @ r / (2 * r.sum() ** 2), (p @ s + q @ r) / (2 * r.sum() * s.sum()), q @ s / (2 * s.sum() ** 2)
    return math.log(r.sum() / s.sum()), float(sum(sums))
