"""When a rise is more than chance: shares of one month against those of the months before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.measurement.differences import share_difference
from hengcai.measurement.results import Estimate

BASE_MONTHS = 3  # looked back on; and so many months after one surge the same is not proposed anew
LEAST, LEAST_RATIO = 8, 1.5  # cases in the month; times the share of before
CONFIDENCE = 0.99  # many matters are looked at every month


@dataclass(frozen=True)
class Count:
    """`top` cases of `of` contacts or evaluations."""

    top: int
    of: int

    @property
    def share(self) -> float:
        return self.top / self.of if self.of else 0.0


@dataclass(frozen=True)
class Rise:
    matter: str
    now: Count
    before: Count
    change: Estimate

    @property
    def facts(self) -> dict[str, Any]:
        sides = {name: [one.top, one.of] for name, one in (("now", self.now), ("before", self.before))}
        return {**sides, "change": self.change.as_json()}


def rise(matter: str, now: Count, before: Count) -> Rise | None:
    """None where it may be chance, is small, or there is nothing to compare with."""
    if now.top < LEAST or not before.of or now.share < LEAST_RATIO * before.share:
        return None
    change = share_difference((now.share, now.of), (before.share, before.of), confidence=CONFIDENCE)
    return Rise(matter, now, before, change) if change.low is not None and change.low > 0 else None


def rises(now: Mapping[str, int], of: int, before: Mapping[str, int], of_before: int) -> list[Rise]:
    """Of all matters at once, the greatest rise first."""
    found = [rise(one, Count(n, of), Count(before.get(one, 0), of_before)) for one, n in sorted(now.items())]
    return sorted((one for one in found if one), key=lambda one: (one.before.share - one.now.share, one.matter))
