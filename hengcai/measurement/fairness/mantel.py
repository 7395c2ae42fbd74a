"""Mantel's test and the standardised mean difference, for items with any scores."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Floats
from hengcai.measurement.fairness.mantel_haenszel import SIGNIFICANCE
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate, unknown

DIFFERENCE = "standardised mean difference (Dorans & Schmitt 1991), hypergeometric se (Zwick & Thayer 1996)"
MODERATE, LARGE = 0.17, 0.25


@dataclass(frozen=True)
class Mantel:
    """Focal less reference, so that a negative difference is an item harder for the focal group."""

    chi_square: float | None
    p: float | None
    difference: Estimate
    standardised: float | None
    ets_class: str | None


def mantel(counts: Floats, scores: Floats, *, confidence: float = 0.95) -> Mantel:
    """`counts` by stratum, group (reference, focal) and score.

    chi2 = (sum F - sum E F)2 / sum Var F, F the focal group's sum of scores in a stratum (Mantel 1963). The difference
    weights each stratum's difference of means by the focal group's numbers there. Reproduces Koch and Edwards' arthritis
    trial by sex (Stokes, Davis & Koch 2012, ch. 4): 14.6319.
    """
    both = counts[(counts.sum(axis=2) > 0).all(axis=1)]
    n, total = int(both.sum()), both.sum(axis=(1, 2))
    reference, focal = both[:, 0, :].sum(axis=1), both[:, 1, :].sum(axis=1)
    first, second = both.sum(axis=1) @ scores, both.sum(axis=1) @ scores**2
    variance = reference * focal * (total * second - first**2) / (total**2 * np.maximum(total - 1, 1))
    if not variance.sum() > 1e-12:
        why = "nobody_matched" if n == 0 else "nothing_varies"
        return Mantel(None, None, unknown(DIFFERENCE, n, why), None, None)
    gap = both[:, 1, :] @ scores - focal * first / total
    chi_square = float(gap.sum() ** 2 / variance.sum())
    weight = focal / focal.sum() * (1 / focal + 1 / reference)
    found, se = float(weight @ gap), math.sqrt(float(weight**2 @ variance))
    half, p = two_sided_z(confidence) * se, float(special.chdtrc(1, chi_square))
    standardised = found / _deviation(counts, scores)
    return Mantel(
        chi_square=chi_square,
        p=p,
        difference=Estimate(found, found - half, found + half, se, n, DIFFERENCE),
        standardised=standardised,
        ets_class=polytomous_class(standardised, p),
    )


def polytomous_class(standardised: float, p: float) -> str:
    """AA: not significant at .05, or at most .17 of the item's standard deviation; CC: above .25; BB: between.

    As in the National Assessment of Educational Progress (Zwick, Thayer & Mazzeo 1997; Allen, Carlson & Zelenak 1999).
    """
    if p >= SIGNIFICANCE or abs(standardised) <= MODERATE:
        return "AA"
    return "CC" if abs(standardised) > LARGE else "BB"


def _deviation(counts: Floats, scores: Floats) -> float:
    """Of the item's scores in both groups together, whether matched or not."""
    times = counts.sum(axis=(0, 1))
    mean = times @ scores / times.sum()
    return math.sqrt(float(times @ (scores - mean) ** 2 / (times.sum() - 1)))
