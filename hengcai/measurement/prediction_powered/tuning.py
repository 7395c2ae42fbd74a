"""The slope of people's scores on automated ones, and how much is left over, within groups of contacts."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes
from hengcai.measurement.prediction_powered.scores import Scores
from hengcai.measurement.prediction_powered.spreads import Spread, centred, is_nothing, spread_within


@dataclass(frozen=True)
class Tuning:
    """The slope within groups, its variance per unit of residual, and its own df.

    `human` and `leftover` tell how much people's scores vary within groups, before and after the slope.
    """

    slope: float
    spread: float
    df: int
    cautions: tuple[str, ...]
    human: Spread
    leftover: Spread


def tunings(scores: Scores, group: Codes, *, size: int, step: float) -> list[Tuning]:
    """A slope of its own for each stratum."""
    rows = [np.flatnonzero(scores.stratum == place) for place in range(len(scores.strata))]
    return [tuning(scores.of(own), group[own], size=size, step=step) for own in rows]


def tuning(scores: Scores, group: Codes, *, size: int, step: float) -> Tuning:
    """Cov(Y, f) / Var(f) within groups, over contacts scored by both, weighted by 1 / inclusion."""
    slope, spread, df, cautions = _slope(scores, group)
    rows = scores.both
    part, owner = scores.of(rows), group[rows]
    human = spread_within(scores.human, group, scores.weight, size=size, step=step)
    left = spread_within(part.human - slope * part.automated, owner, part.weight, size=size, step=step)
    return Tuning(slope, spread, df, cautions, human, left)


def _slope(scores: Scores, group: Codes) -> tuple[float, float, int, tuple[str, ...]]:
    rows = scores.both
    owner, part = group[rows], scores.of(rows)
    f, y = (centred(values, owner, part.weight) for values in (part.automated, part.human))
    df = rows.size - np.unique(owner).size
    spread = float(part.weight @ f**2)
    if df < 1 or is_nothing(spread, float(np.abs(part.automated).max())):
        return 0.0, 0.0, 0, ("automated_not_used",)
    slope = float(part.weight @ (f * y)) / spread
    if slope <= 0:
        return 0.0, 0.0, 0, ("automated_not_helpful",)
    return slope, float(part.weight**2 @ f**2) / spread**2, df, ()
