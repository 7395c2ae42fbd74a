"""How far an axis reaches when a few intervals are very wide: by the dots and by what most intervals need."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

BULK = 0.75  # of the intervals lie within the axis; the rest end in an arrow
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    low: float
    high: float

    def share(self, value: float) -> float:
        """Where a value lies, 0 to 1; what lies beyond stands at the end."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)

    def is_below(self, value: float) -> bool:
        return value < self.low

    def is_above(self, value: float) -> bool:
        return value > self.high


def axis_of(dots: Sequence[float], intervals: Sequence[Interval], *, step: float, ends: Interval | None = None) -> Axis:
    """Every dot lies on it, and `BULK` of the intervals' ends; whole steps, never past the scale's own ends."""
    lows, highs = sorted(low for low, _high in intervals), sorted(high for _low, high in intervals)
    reach = ceil(len(lows) * BULK)
    low = min([*dots, *lows[len(lows) - reach :]])
    high = max([*dots, *highs[:reach]])
    low, high = floor(low / step) * step, ceil(high / step) * step
    if low == high:
        low, high = low - step, high + step
    return Axis(low, high) if ends is None else Axis(max(low, ends[0]), min(high, ends[1]))
