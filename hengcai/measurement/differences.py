"""How far two shares or two means lie apart, light enough for any page: no NumPy, no SciPy."""

import math
from collections.abc import Sequence

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.quantiles import two_sided_t, two_sided_z
from hengcai.measurement.results import Estimate, unknown

APART = "difference of two shares, square-and-add interval of Wilson's limits"
MEANS_APART = "difference of two means, Welch t interval"
MEAN = "mean, t interval"
Share = tuple[float, float]  # a share and the number it was seen in, which need not be whole


def share_difference(now: Share, before: Share, *, confidence: float = 0.95) -> Estimate:
    """now - before with limits d -+ sqrt(u^2 + w^2), u and w how far Wilson's limits lie from either share.

    Newcombe 1998, Statistics in Medicine 17:873, method 10. Reproduces its table II: 56/70 - 48/80 gives .0524 to
    .3339, 9/10 - 3/10 gives .1705 to .8090, 0/10 - 0/20 gives -.1611 to .2775.
    """
    (p, n), (q, m) = _checked(now), _checked(before)
    low, high = wilson_bounds(p, n, confidence=confidence)
    other_low, other_high = wilson_bounds(q, m, confidence=confidence)
    down = math.hypot(p - low, other_high - q)
    up = math.hypot(high - p, q - other_low)
    se = (down + up) / 2 / two_sided_z(confidence)
    return Estimate(p - q, p - q - down, p - q + up, se, int(n + m), APART)


def _checked(share: Share) -> Share:
    if share[1] <= 0:
        raise TooLittleData("share.too_few", n=0, needed=1)
    if not 0 <= share[0] <= 1:
        raise OutOfRange("share.more_than_all", successes=share[0], n=share[1])
    return share


Sums = tuple[int, float, float]  # how many, their sum, the sum of their squares
Moments = tuple[int, float, float]  # how many, their mean, their variance


def moments_of(values: Sequence[float]) -> Moments:
    """Of two values or more."""
    n = len(values)
    mean = math.fsum(values) / n
    return n, mean, math.fsum((value - mean) ** 2 for value in values) / (n - 1)


def mean_of_sums(sums: Sums, *, confidence: float = 0.95) -> Estimate:
    """The mean with its t interval (Student 1908) from what a database adds up; of one value the interval is unknown.

    The same as `mean_interval` of the values: Student's sleep data (n 10, sum 23.3, squares 90.37) give 0.90 to 3.76.
    """
    n, total, _squares = sums
    if n < 1:
        raise TooLittleData("mean.too_few", n=n, needed=1)
    if n < 2:
        return Estimate(total / n, None, None, None, n, MEAN, ("mean.too_few",))
    _n, mean, variance = _moments(sums)
    se = math.sqrt(variance / n)
    half = two_sided_t(confidence, n - 1) * se
    return Estimate(mean, mean - half, mean + half, se, n, MEAN)


def mean_difference(now: Sums, before: Sums, *, confidence: float = 0.95) -> Estimate:
    """now - before by `welch`; of one value on a side it is unknown."""
    if now[0] < 2 or before[0] < 2:
        return unknown(MEANS_APART, now[0] + before[0], "mean.too_few")
    return welch(_moments(now), _moments(before), confidence=confidence)


def welch(now: Moments, before: Moments, *, confidence: float = 0.95) -> Estimate:
    """now - before -+ t(v) sqrt(s1^2/n1 + s2^2/n2), v by Satterthwaite; Welch 1938, 1947. It does not ask that both
    sides spread alike, and holds its level on five-point marks (de Winter & Dodou 2010).

    Reproduces R's `t.test(extra ~ group, sleep)`: group 1 less group 2 gives -3.3654832 to 0.2054832 with 17.776
    degrees. Where nothing varies the interval is unknown.
    """
    n, apart = now[0] + before[0], now[1] - before[1]
    se, half = welch_width(now, before, confidence=confidence)
    if se == 0:
        return Estimate(apart, None, None, None, n, MEANS_APART, ("nothing_varies",))
    return Estimate(apart, apart - half, apart + half, se, n, MEANS_APART)


def welch_width(now: Moments, before: Moments, *, confidence: float = 0.95) -> tuple[float, float]:
    """The standard error of the difference of two means, and half its interval's width."""
    (n, _mean, spread), (m, _other, other_spread) = now, before
    one, other = spread / n, other_spread / m
    if one + other == 0:
        return 0.0, 0.0
    degrees = (one + other) ** 2 / (one**2 / (n - 1) + other**2 / (m - 1))
    se = math.sqrt(one + other)
    return se, two_sided_t(confidence, degrees) * se


def _moments(sums: Sums) -> Moments:
    n, total, squares = sums
    return n, total / n, max(0.0, (squares - total * total / n) / (n - 1))
