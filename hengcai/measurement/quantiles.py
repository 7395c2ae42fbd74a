"""Quantiles of the normal and of Student's t, with nothing but `math`: the web server shall not load SciPy for them."""

import math
from functools import lru_cache
from statistics import NormalDist

from hengcai.measurement.errors import OutOfRange

STEPS = 500
TINY = 1e-300
NEARLY_NORMAL = 1e5


def check_confidence(confidence: float) -> float:
    """A confidence level strictly between 0 and 1, or a refusal."""
    if isinstance(confidence, bool) or not isinstance(confidence, (int, float)) or not 0 < confidence < 1:
        raise OutOfRange("confidence.out_of_range", confidence=confidence)
    return float(confidence)


def normal_quantile(probability: float) -> float:
    """z with Phi(z) = probability (Wichura 1988, algorithm AS 241); 0.975 gives 1.959964."""
    return NormalDist().inv_cdf(probability)


def two_sided_z(confidence: float) -> float:
    """The normal multiplier of a two-sided interval."""
    return normal_quantile(0.5 + check_confidence(confidence) / 2)


def two_sided_t(confidence: float, df: float) -> float:
    """The multiplier of a two-sided t interval; 95 % with 4 degrees of freedom gives 2.776445."""
    return t_quantile(0.5 + check_confidence(confidence) / 2, df=df)


@lru_cache(maxsize=1024)
def t_quantile(probability: float, *, df: float) -> float:
    """t with F(t; df) = probability, by Newton on the upper tail from the normal quantile.

    The tail is convex and the t tail lies above the normal one, so the steps approach from one side only.
    Source: Abramowitz & Stegun 1964, 26.7; reproduces the table of Fisher & Yates: 12.7062, 4.3027, 2.7764, 2.0860.
    """
    if not 0 < probability < 1 or not df > 0:
        raise OutOfRange("t.out_of_range", probability=probability, df=df)
    if probability < 0.5:
        return -t_quantile(1 - probability, df=df)
    start = normal_quantile(probability)
    if df >= NEARLY_NORMAL:
        return start + (start**3 + start) / (4 * df) + (5 * start**5 + 16 * start**3 + 3 * start) / (96 * df**2)
    return _newton(start, 1 - probability, df)


def t_upper_tail(t: float, *, df: float) -> float:
    """P(T > t) for t >= 0: half of I_x(df/2, 1/2) with x = df / (df + t^2)."""
    return _regularised_beta(df / (df + t * t), df / 2, 0.5) / 2


def _newton(start: float, tail: float, df: float) -> float:
    """Ends at the first step backwards, which only rounding can make."""
    t, step, turn = start, 1.0, 0
    while step > 1e-13 * max(1.0, t) and turn < STEPS:
        step = (t_upper_tail(t, df=df) - tail) / _density(t, df)
        t, turn = t + step, turn + 1
    return t


def _density(t: float, df: float) -> float:
    log_constant = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return math.exp(log_constant - (df + 1) / 2 * math.log1p(t * t / df))


def _regularised_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) by the continued fraction of Abramowitz & Stegun 26.5.8 on the side where it converges fast."""
    if x >= 1:
        return 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    if x < (a + 1) / (a + b + 2):
        return math.exp(log_front) * _beta_fraction(x, a, b) / a
    return 1 - math.exp(log_front) * _beta_fraction(1 - x, b, a) / b


def _beta_fraction(x: float, a: float, b: float) -> float:
    """Lentz's evaluation, two terms of the fraction a turn."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value, m = d, 0
    while m == 0 or (abs(c * d - 1) > 1e-15 and m < STEPS):
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= c * d
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
