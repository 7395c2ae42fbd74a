"""How long something takes at the median while part of it is still waited for, light enough for any page: no NumPy, no SciPy."""

import math
from collections.abc import Iterator, Sequence

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate

Wait = tuple[float, bool]  # how long so far, and whether it has come
METHOD = "median wait, Kaplan-Meier"


def median_wait(waits: Sequence[Wait], *, confidence: float = 0.95, spread: float = 1.0) -> Estimate:
    """inf{t: S(t) <= 1/2} of Kaplan & Meier 1958; limits where those of the curve, log-log with Greenwood's error, first
    come to a half (Brookmeyer & Crowley 1982). `spread` multiplies that error's square: waits of one person go together.

    An end that is not reached is None. Reproduces R's survival 3.5 on its lung data (conf.type log-log): 310 days, 284 to 361.
    """
    if not waits:
        raise TooLittleData("wait.too_few", n=0, needed=1)
    for length, _came in waits:
        if not (math.isfinite(length) and length >= 0):
            raise OutOfRange("wait.negative", length=length)
    z = two_sided_z(confidence) * math.sqrt(spread)
    estimate = low = high = None
    for time, stay, greenwood in _curve(waits):
        lower, upper = _limits(stay, greenwood, z)
        estimate = time if estimate is None and stay <= 0.5 + 1e-12 else estimate
        low = time if low is None and lower <= 0.5 else low
        high = time if high is None and upper <= 0.5 else high
    cautions = ("median_not_reached",) if estimate is None else ()
    return Estimate(estimate, low, high, None, len(waits), METHOD, cautions)


def _curve(waits: Sequence[Wait]) -> Iterator[tuple[float, float, float]]:
    """Times at which something came, the share that still waits after each, and Greenwood's sum."""
    there, place, stay, greenwood = len(waits), 0, 1.0, 0.0
    ordered = sorted(waits)
    while place < len(ordered):
        time, come, passed = ordered[place][0], 0, 0
        while place < len(ordered) and ordered[place][0] == time:
            come += ordered[place][1]
            passed += 1
            place += 1
        if come:
            stay *= 1 - come / there
            greenwood += come / (there * (there - come)) if there > come else math.inf
            yield time, stay, greenwood
        there -= passed


def _limits(stay: float, greenwood: float, z: float) -> tuple[float, float]:
    if stay <= 0:
        return 0.0, 0.0
    half = z * math.sqrt(greenwood) / abs(math.log(stay))
    return stay ** math.exp(half), stay ** math.exp(-half)
