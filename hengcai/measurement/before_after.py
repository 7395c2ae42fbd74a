"""Whether the few values there are after a day differ from those before it: an interval of the difference, the answer
that is all it allows, and how many more values would allow another. No NumPy, no SciPy: pages ask it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hengcai.measurement.differences import APART, MEANS_APART, moments_of, share_difference, welch, welch_width
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate, unknown

HIGHER, LOWER, CANNOT_TELL = "higher", "lower", "cannot_tell"
FEWEST = 3  # on each side; below it no interval is worth reading
FARTHEST = 60  # more than so many further values nobody waits for


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
        if not _is_apart(self.difference):
            return CANNOT_TELL
        return HIGHER if (self.difference.low or 0) > 0 else LOWER


def change_of_means(before: Sequence[float], after: Sequence[float], *, confidence: float = 0.95) -> Change:
    """Mean after minus mean before, by `welch`."""
    n = (len(before), len(after))
    if min(n) < FEWEST:
        return _too_few((_mean(before), _mean(after)), n, MEANS_APART)
    earlier, later = moments_of(before), moments_of(after)
    found = welch(later, earlier, confidence=confidence)
    apart, z = abs(later[1] - earlier[1]), two_sided_z(confidence)

    def is_told(n_after: int) -> bool:
        """By the normal multiplier first: it is the smallest there is, and costs nothing."""
        if z * math.sqrt(earlier[2] / n[0] + later[2] / n_after) >= apart:
            return False
        return welch_width((n_after, *later[1:]), earlier, confidence=confidence)[1] < apart

    return Change(earlier[1], later[1], *n, found, _further(found, n[1], is_told))


def change_of_shares(before: tuple[int, int], after: tuple[int, int], *, confidence: float = 0.95) -> Change:
    """Share after minus share before, each as (how many, of how many), by `share_difference`."""
    n = (before[1], after[1])
    if min(n) < FEWEST:
        return _too_few((_share(before), _share(after)), n, APART)
    earlier, later = before[0] / n[0], after[0] / n[1]

    def difference(n_after: int) -> Estimate:
        return share_difference((later, n_after), (earlier, n[0]), confidence=confidence)

    found = difference(n[1])
    return Change(earlier, later, *n, found, _further(found, n[1], lambda more: _is_apart(difference(more))))


def _is_apart(found: Estimate) -> bool:
    return found.low is not None and found.high is not None and not found.low <= 0 <= found.high


def _further(found: Estimate, n_after: int, is_told: Callable[[int], bool]) -> int | None:
    if found.low is None or _is_apart(found):
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
