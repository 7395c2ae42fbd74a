"""The ratio of two shares with its interval."""

import math
from dataclasses import dataclass

from scipy import optimize

from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate, unknown

KATZ = "ratio of selection rates, log interval (Katz 1978), se of the logarithm"
SCORE = "ratio of selection rates, score interval (Koopman 1984)"
FAR = 40.0


@dataclass(frozen=True)
class Share:
    """So many of n."""

    count: int
    n: int

    @property
    def value(self) -> float:
        return self.count / self.n

    @property
    def has_empty_cell(self) -> bool:
        return self.count in (0, self.n)


def share_ratio(top: Share, bottom: Share, *, confidence: float = 0.95) -> Estimate:
    """Ratio of two shares with exp(ln ratio +- z se), se2 = 1/a - 1/n + 1/b - 1/m (Katz, Baptista, Azen & Pike 1978).

    With an empty cell that interval has no width or no end: there Koopman's score interval stands, with a caution. A
    ratio over a share of 0 is not known. Reproduces Koopman 1984: 36 of 40 over 16 of 80 gives 2.94 to 7.15 by scores.
    """
    n = top.n + bottom.n
    if bottom.count == 0:
        return unknown(KATZ, n, "reference_without_selected")
    ratio = top.value / bottom.value
    if top.has_empty_cell or bottom.has_empty_cell:
        low, high = score_limits(top, bottom, confidence=confidence)
        return Estimate(ratio, low, high, None, n, SCORE, ("empty_cell:score_interval",))
    se = math.sqrt(1 / top.count - 1 / top.n + 1 / bottom.count - 1 / bottom.n)
    factor = math.exp(two_sided_z(confidence) * se)
    return Estimate(ratio, ratio / factor, ratio * factor, se, n, KATZ)


def score_limits(top: Share, bottom: Share, *, confidence: float = 0.95) -> tuple[float, float]:
    """Ratios at which the score statistic is z2 (Koopman 1984; constrained shares after Miettinen & Nurminen 1985)."""
    z = two_sided_z(confidence)

    def apart(log_ratio: float) -> float:
        return _score(math.exp(log_ratio), top, bottom) - z * z

    middle = math.log((top.count or 1e-9) / top.n / bottom.value)
    low = 0.0 if top.count == 0 else math.exp(optimize.brentq(apart, middle - FAR, middle, xtol=1e-12))
    return low, math.exp(optimize.brentq(apart, middle, middle + FAR, xtol=1e-12))


def _score(ratio: float, top: Share, bottom: Share) -> float:
    """(p1 - ratio p2)2 over its variance at the shares likeliest under the ratio."""
    a = (top.n + bottom.n) * ratio
    b = top.n * ratio + top.count + bottom.n + bottom.count * ratio
    c = top.count + bottom.count
    under = min(2 * c / (b + math.sqrt(max(b * b - 4 * a * c, 0.0))), 1.0)
    over = min(ratio * under, 1.0)
    variance = over * (1 - over) / top.n + ratio * ratio * under * (1 - under) / bottom.n
    gap = top.value - ratio * bottom.value
    return gap * gap / variance if variance > 0 else 0.0
