"""Bias compared pair by pair: is this agent, item or rater placed otherwise by one element than by another?"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets.fitting import FacetsFit
from hengcai.measurement.facets.interactions import Interaction
from hengcai.measurement.fair_scores.comparisons import benjamini_hochberg

MOST_PAIRS = 2_000_000


@dataclass(frozen=True)
class Contrast:
    """The target's measure with `first` less that with `second`; each place is its own measure moved by the bias."""

    target: object
    first: object
    second: object
    first_measure: float
    second_measure: float
    contrast: float
    se: float
    t: float
    df: float
    p: float
    adjusted_p: float


def contrasts(fit: FacetsFit, found: list[Interaction], facet: str, *, most: int = 200) -> list[Contrast]:
    """Every two elements that met the same target, of what `interactions(fit, facet, other)` found; largest |t| first.

    Contrast over sqrt(SE1^2 + SE2^2), degrees of freedom of Welch 1947 with n - 1 each (FACETS' table 14). Linacre's
    manual: David 1.30 logits (SE .45, t 2.86, p .02) higher with Brahe than with Cavendish; the test has it.
    """
    place = fit.cells.names.index(facet)
    own = dict(zip(fit.cells.ids[place], fit.measures[place].tolist(), strict=True))
    left, right = _pairs(found)
    if not left.size:
        return []
    measure = np.array([own[one.first] + fit.model.signs[place] * one.bias for one in found])
    variance, n = np.array([one.se**2 for one in found]), np.array([one.n for one in found])
    gap, joint = measure[left] - measure[right], np.sqrt(variance[left] + variance[right])
    df = _welch(variance[left], variance[right], n[left], n[right])
    t = gap / joint
    p = np.where(df > 0, 2 * special.stdtr(np.maximum(df, 1e-9), -np.abs(t)), 1.0)
    adjusted = benjamini_hochberg(p.tolist())
    return [
        Contrast(
            target=found[left[k]].first,
            first=found[left[k]].second,
            second=found[right[k]].second,
            first_measure=float(measure[left[k]]),
            second_measure=float(measure[right[k]]),
            contrast=float(gap[k]),
            se=float(joint[k]),
            t=float(t[k]),
            df=float(df[k]),
            p=float(p[k]),
            adjusted_p=adjusted[k],
        )
        for k in np.argsort(-np.abs(t), kind="stable")[:most].tolist()
    ]


def _welch(one: Floats, other: Floats, n_one: Floats, n_other: Floats) -> Floats:
    """0 where one of the two is a single rating."""
    enough = (n_one > 1) & (n_other > 1)
    below = one**2 / np.maximum(n_one - 1, 1e-9) + other**2 / np.maximum(n_other - 1, 1e-9)
    return np.where(enough, (one + other) ** 2 / below, 0.0)


def _pairs(found: list[Interaction]) -> tuple[Codes, Codes]:
    places: dict[object, list[int]] = {}
    for place, one in enumerate(found):
        places.setdefault(one.first, []).append(place)
    n = sum(len(own) * (len(own) - 1) // 2 for own in places.values())
    if n > MOST_PAIRS:
        raise OutOfRange("contrasts.too_many", n=n, most=MOST_PAIRS)
    both = [np.array(np.triu_indices(len(own), 1)) for own in places.values()]
    pairs = [np.array(own, np.int64)[upper] for own, upper in zip(places.values(), both, strict=True)]
    whole = np.concatenate(pairs, axis=1) if pairs else np.zeros((2, 0), np.int64)
    return whole[0], whole[1]
