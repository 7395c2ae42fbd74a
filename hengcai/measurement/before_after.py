"""Whether the few values there are after a day differ from those before it: an interval of the difference, the answer
that is all it allows, and how many more values would allow another. No NumPy, no SciPy: pages ask it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.quantiles import two_sided_t, two_sided_z
from hengcai.measurement.results import Estimate, unknown

HIGHER, LOWER, CANNOT_TELL = "higher", "lower", "cannot_tell"
FEWEST = 3  # on each side; below it no interval is worth reading
FARTHEST = 60  # more than so many further values nobody waits for
MEANS, SHARES = "difference of means, Welch's t interval", "difference of shares, Newcombe's hybrid score interval"


@dataclass(frozen=True, slots=True)
class Change:
    """Both sides and what lies between. `further`: how many more values after would tell the two apart if they went on
    alike; None where it is told already, or where no number up to `FARTHEST` would do."""

    before: float | None
    after: float | None
    n_before: int
    n_after: int
    difference: Estimate
    further: int | None

    @property
    def verdict(self) -> str:
        low, high = self.difference.low, self.difference.high
        if low is None or high is None or low <= 0 <= high:
            return CANNOT_TELL
        return HIGHER if low > 0 else LOWER


def change_of_means(before: Sequence[float], after: Sequence[float], *, confidence: float = 0.95) -> Change:
    """Mean after minus mean before, by `mean_difference`."""
    n = (len(before), len(after))
    sides = (_mean(before), _mean(after))
    if min(n) < FEWEST:
        return _too_few(sides, n, MEANS)
    spreads = (_variance(before), _variance(after))
    found = mean_difference(before, after, confidence=confidence)
    apart = abs(found.estimate or 0.0)

    def is_told(n_after: int) -> bool:
        """By the normal multiplier first: it is the smallest there is, and costs nothing."""
        se = math.sqrt(spreads[0] / n[0] + spreads[1] / n_after)
        return two_sided_z(confidence) * se < apart and _half(spreads, (n[0], n_after), confidence) < apart

    varies = found.low is not None
    return Change(*sides, *n, found, _further(found, n[1], is_told) if varies else None)


def change_of_shares(before: tuple[int, int], after: tuple[int, int], *, confidence: float = 0.95) -> Change:
    """Share after minus share before, each as (how many, of how many), by `share_difference`."""
    n = (before[1], after[1])
    sides = (_share(before), _share(after))
    if min(n) < FEWEST:
        return _too_few(sides, n, SHARES)
    found = share_difference(before, after, confidence=confidence)

    def is_told(n_after: int) -> bool:
        low, high = _newcombe((sides[0] or 0.0, n[0]), (sides[1] or 0.0, n_after), confidence)
        return low > 0 or high < 0

    return Change(*sides, *n, found, _further(found, n[1], is_told))


def mean_difference(before: Sequence[float], after: Sequence[float], *, confidence: float = 0.95) -> Estimate:
    """m2 - m1 +- t(v) sqrt(s1^2/n1 + s2^2/n2), v by Satterthwaite; Welch 1938, 1947. It does not ask that both sides
    spread alike, and holds its level on five-point marks (de Winter & Dodou 2010).

    Reproduces Student's sleep data as two groups (R, t.test(extra ~ group)): v 17.776, drug 2 minus drug 1 1.58,
    95 % interval -0.2054832 to 3.3654832.
    """
    n = (len(before), len(after))
    if min(n) < 2:
        raise TooLittleData("change.too_few", before=n[0], after=n[1], needed=2)
    apart = math.fsum(after) / n[1] - math.fsum(before) / n[0]
    spreads = (_variance(before), _variance(after))
    se = math.sqrt(spreads[0] / n[0] + spreads[1] / n[1])
    half = _half(spreads, n, confidence) if se > 0 else 0.0
    cautions = () if se > 0 else ("nothing_varies",)
    return Estimate(apart, apart - half, apart + half, se, sum(n), MEANS, cautions)


def share_difference(before: tuple[int, int], after: tuple[int, int], *, confidence: float = 0.95) -> Estimate:
    """p2 - p1 with the limits made of both shares' Wilson limits; Newcombe 1998 (Statistics in Medicine 17:873-890),
    method 10. `se` is the half-width over z.

    Reproduces his table II: 56/70 against 48/80 gives .0524 to .3339, 9/10 against 3/10 .1705 to .8090, 10/10 against
    0/10 .6075 to 1.
    """
    for count, of in (before, after):
        if of < 1:
            raise TooLittleData("change.too_few", before=before[1], after=after[1], needed=1)
        if not 0 <= count <= of:
            raise OutOfRange("share.more_than_all", successes=count, n=of)
    first, second = before[0] / before[1], after[0] / after[1]
    low, high = _newcombe((first, before[1]), (second, after[1]), confidence)
    se = (high - low) / 2 / two_sided_z(confidence)
    return Estimate(second - first, low, high, se, before[1] + after[1], SHARES)


def _newcombe(before: tuple[float, int], after: tuple[float, int], confidence: float) -> tuple[float, float]:
    (p1, n1), (p2, n2) = before, after
    l1, u1 = wilson_bounds(p1, n1, confidence=confidence)
    l2, u2 = wilson_bounds(p2, n2, confidence=confidence)
    return p2 - p1 - math.hypot(p2 - l2, u1 - p1), p2 - p1 + math.hypot(u2 - p2, p1 - l1)


def _half(spreads: tuple[float, float], n: tuple[int, int], confidence: float) -> float:
    one, other = spreads[0] / n[0], spreads[1] / n[1]
    df = (one + other) ** 2 / (one**2 / (n[0] - 1) + other**2 / (n[1] - 1))
    return two_sided_t(confidence, df) * math.sqrt(one + other)


def _further(found: Estimate, n_after: int, is_told: Callable[[int], bool]) -> int | None:
    if found.low is None or found.high is None or not found.low <= 0 <= found.high:
        return None
    return next((more for more in range(1, FARTHEST + 1) if is_told(n_after + more)), None)


def _too_few(sides: tuple[float | None, float | None], n: tuple[int, int], method: str) -> Change:
    """What lacks before the day never comes; what lacks after it is at least so many."""
    caution = "too_few_before" if n[0] < FEWEST else "too_few_after"
    further = FEWEST - n[1] if n[0] >= FEWEST else None
    return Change(*sides, *n, unknown(method, sum(n), caution), further)


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def _share(counted: tuple[int, int]) -> float | None:
    return counted[0] / counted[1] if counted[1] else None


def _variance(values: Sequence[float]) -> float:
    mean = math.fsum(values) / len(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
