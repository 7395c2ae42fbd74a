"""How far two shares or two means lie apart, light enough for any page: no NumPy, no SciPy."""

import math

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


def mean_of_sums(sums: Sums, *, confidence: float = 0.95) -> Estimate:
    """The mean with its t interval (Student 1908) from what a database adds up; of one value the interval is unknown.

    The same as `mean_interval` of the values: Student's sleep data (n 10, sum 23.3, squares 90.37) give 0.90 to 3.76.
    """
    n, total, _squares = sums
    if n < 1:
        raise TooLittleData("mean.too_few", n=n, needed=1)
    if n < 2:
        return Estimate(total / n, None, None, None, n, MEAN, ("mean.too_few",))
    se = math.sqrt(_variance(sums) / n)
    half = two_sided_t(confidence, n - 1) * se
    return Estimate(total / n, total / n - half, total / n + half, se, n, MEAN)


def mean_difference(now: Sums, before: Sums, *, confidence: float = 0.95) -> Estimate:
    """now - before with Welch's interval, degrees of freedom by Satterthwaite (Welch 1947).

    Reproduces R's `t.test(extra ~ group, sleep)`: group 1 less group 2 gives -3.3655 to 0.2055 with 17.776 degrees.
    """
    n, m = now[0], before[0]
    if n < 2 or m < 2:
        return unknown(MEANS_APART, n + m, "mean.too_few")
    one, other = _variance(now) / n, _variance(before) / m
    apart = now[1] / n - before[1] / m
    if one + other == 0:
        return unknown(MEANS_APART, n + m, "nothing_varies")
    degrees = (one + other) ** 2 / (one**2 / (n - 1) + other**2 / (m - 1))
    se = math.sqrt(one + other)
    half = two_sided_t(confidence, degrees) * se
    return Estimate(apart, apart - half, apart + half, se, n + m, MEANS_APART)


def _variance(sums: Sums) -> float:
    n, total, squares = sums
    return max(0.0, (squares - total * total / n) / (n - 1))
