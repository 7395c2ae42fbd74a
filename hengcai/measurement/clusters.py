"""Means over people who were each seen several times, and how far such a mean moved: from sums that add up over teams.

Light enough for any page: no NumPy, no SciPy.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.quantiles import t_upper_tail, two_sided_t
from hengcai.measurement.results import ROUNDING, Estimate

Unit = tuple[float, float]  # what one person's scorings sum up to, and how many they are
NOTHING: Unit = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Moments:
    """Of the units of one period: how many, the sums of n and s and of their products."""

    units: float = 0
    n: float = 0
    s: float = 0
    nn: float = 0
    ns: float = 0
    ss: float = 0

    @property
    def mean(self) -> float:
        return self.s / self.n


@dataclass(frozen=True, slots=True)
class Moved:
    """Two periods of the same units: each one's moments and the products across; `n_s` is n before times s now."""

    before: Moments = Moments()
    now: Moments = Moments()
    nn: float = 0
    n_s: float = 0
    s_n: float = 0
    ss: float = 0

    def numbers(self) -> list[float]:
        """Sixteen plain numbers, to be kept and added up."""
        return [*astuple(self.before), *astuple(self.now), self.nn, self.n_s, self.s_n, self.ss]

    @classmethod
    def of_numbers(cls, numbers: Sequence[float]) -> "Moved":
        return cls(Moments(*numbers[:6]), Moments(*numbers[6:12]), *numbers[12:16])


@dataclass(frozen=True, slots=True)
class Change:
    """Now minus before with its interval; `p` is two-sided, for no change at all."""

    estimate: float
    low: float
    high: float
    p: float


def moved(before: Mapping[Any, Unit], now: Mapping[Any, Unit]) -> Moved:
    """The moments of units called alike in both periods; who is missing in one counts for the other alone."""
    pairs = [(*before.get(one, NOTHING), *now.get(one, NOTHING)) for one in {**before, **now}]
    return Moved(
        _moments(before), _moments(now),
        nn=math.fsum(n0 * n1 for _s0, n0, _s1, n1 in pairs), n_s=math.fsum(n0 * s1 for _s0, n0, s1, _n1 in pairs),
        s_n=math.fsum(s0 * n1 for s0, _n0, _s1, n1 in pairs), ss=math.fsum(s0 * s1 for s0, _n0, s1, _n1 in pairs),
    )  # fmt: skip


def _moments(units: Mapping[Any, Unit]) -> Moments:
    some = [unit for unit in units.values() if unit[1]]
    return Moments(
        len(some), math.fsum(n for _s, n in some), math.fsum(s for s, _n in some), math.fsum(n * n for _s, n in some),
        math.fsum(n * s for s, n in some), math.fsum(s * s for s, _n in some),
    )  # fmt: skip


def summed(parts: Sequence[Moved]) -> Moved:
    """Of several teams together: sums of sums. Whoever stood in two teams counts as two."""
    return Moved.of_numbers([math.fsum(values) for values in zip(*(part.numbers() for part in parts), strict=True)])


def clustered_mean(found: Moments, *, confidence: float = 0.95) -> Estimate:
    """Mean over all scorings with people as clusters: s2 = m/(m-1) sum (s_i - R n_i)^2 / N^2, t with m - 1 degrees.

    The ratio estimator of Cochran 1977 (9A.1 and 6.4) without the finite correction. One scoring each gives Student's
    interval; Lohr's five suites of four grades (totals 12.16, 11.36, 8.96, 12.96, 11.08) give 2.826 with .168.
    """
    m = round(found.units)
    if m < 2:
        raise TooLittleData("mean.too_few", n=m, needed=2)
    mean = found.mean
    se = math.sqrt(_variance(found, mean) * m / (m - 1))
    half = two_sided_t(confidence, m - 1) * se
    return Estimate(mean, mean - half, mean + half, se, m, "mean over scorings, people as clusters, t interval")


def clustered_change(found: Moved, *, confidence: float = 0.95) -> Change | None:
    """How far the mean moved: the variance of each, less twice the covariance of who was there both times.

    One scoring each before and after is Student's paired test. Degrees of freedom are those of the smaller period.
    None where either has fewer than two people, or nothing varies.
    """
    m = round(min(found.before.units, found.now.units))
    if m < 2:
        return None
    was, now = found.before, found.now
    across = found.ss - was.mean * found.n_s - now.mean * found.s_n + was.mean * now.mean * found.nn
    apart = _variance(was, was.mean) + _variance(now, now.mean)
    variance = apart - 2 * across / (was.n * now.n)
    if variance <= ROUNDING * apart:
        return None
    se, gap = math.sqrt(variance * m / (m - 1)), now.mean - was.mean
    half = two_sided_t(confidence, m - 1) * se
    return Change(gap, gap - half, gap + half, 2 * t_upper_tail(abs(gap) / se, df=m - 1))


def _variance(found: Moments, mean: float) -> float:
    """Sum of squared residuals over the square of how many scorings there are; what rounding left over is nothing."""
    residuals = found.ss - 2 * mean * found.ns + mean * mean * found.nn
    return residuals / found.n**2 if residuals > ROUNDING * found.ss else 0.0
