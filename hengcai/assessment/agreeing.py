"""How far two examiners of the same people agree, one figure an examination: items of one examination hang together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hengcai.measurement.intervals import mean_interval
from hengcai.measurement.results import Estimate

FEWEST = 5


@dataclass(frozen=True)
class Agreed:
    """`share`: of the items of an examination, ticked alike by both; None where too few were examined by two."""

    n: int
    share: Estimate | None
    apart: tuple[tuple[str, int, int], ...]  # item, how often they differed, of how many; most often first


def agreed(pairs: Iterable[tuple[int, str, str, str]]) -> Agreed:
    """From (examination, item, first, second)."""
    by_exam: dict[int, list[bool]] = {}
    by_item: dict[str, list[bool]] = {}
    for exam, item, first, second in pairs:
        by_exam.setdefault(exam, []).append(first == second)
        by_item.setdefault(item, []).append(first == second)
    shares = [sum(one) / len(one) for one in by_exam.values()]
    apart = [(item, some.count(False), len(some)) for item, some in by_item.items() if not all(some)]
    apart.sort(key=lambda one: (-one[1] / one[2], one[0]))
    return Agreed(len(shares), _within(mean_interval(shares)) if len(shares) >= FEWEST else None, tuple(apart))


def _within(found: Estimate) -> Estimate:
    """No share lies outside 0 and 1."""
    low, high = (None if one is None else min(1.0, max(0.0, one)) for one in (found.low, found.high))
    return replace(found, low=low, high=high)
