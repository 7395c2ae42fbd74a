"""Whether people were moved across the cut: counts on its two sides, close by."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from hengcai.measurement.columns import Floats

FEWEST = 20
GROWTH = 0.6
DOUBTFUL = 0.05


@dataclass(frozen=True)
class Bunching:
    """Rows on either side within `reach` of the cut, and the probability of a split at least as uneven by chance."""

    below: int
    above: int
    reach: float
    p: float

    @property
    def is_doubtful(self) -> bool:
        return self.p < DOUBTFUL

    def as_json(self) -> dict[str, object]:
        return {"below": self.below, "above": self.above, "reach": self.reach, "p": self.p}


def bunching(distance: Floats) -> Bunching | None:
    """Exact binomial test of a half on each side among the max(20, n^0.6) rows nearest to the cut; None with fewer.

    McCrary's (2008) question in its simplest form (Cattaneo, Titiunik & Vazquez-Bare 2017). The neighbourhood shrinks
    fast enough that a density which merely slopes is not taken for a jump. Values that come in steps are measured from
    the middle between the last below and the first at or above the cut, so that both sides have as many steps.
    Reproduces the binomial's table: 15 of 20 on one side has p .0414.
    """
    if distance.size < FEWEST or not (distance < 0).any() or not (distance >= 0).any():
        return None
    stepped = np.unique(distance).size < distance.size / 2
    middle = (distance[distance < 0].max() + distance[distance >= 0].min()) / 2 if stepped else 0.0
    away = np.abs(distance - middle)
    wanted = max(FEWEST, round(distance.size**GROWTH))
    reach = float(np.partition(away, wanted - 1)[wanted - 1])
    near = away <= reach * (1 + 1e-9)
    below, above = int((near & (distance < 0)).sum()), int((near & (distance >= 0)).sum())
    p = float(stats.binomtest(below, below + above, 0.5).pvalue)
    return Bunching(below, above, reach, p)
