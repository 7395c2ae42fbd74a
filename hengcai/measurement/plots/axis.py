"""A scale from figures to places: round ends, few ticks, numbers with no more decimals than the ticks carry."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from hengcai.measurement.errors import OutOfRange

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
FEW, MOST_TICKS = 5, 12
MOST_DECIMALS, LARGE = 6, 1e7
MINUS = "\N{MINUS SIGN}"
LEAST_SPAN, TINY = 1e-9, 1e-300  # of the largest figure, and at all: below it two places cannot be told apart


@dataclass(frozen=True, slots=True)
class Axis:
    """`low` and `high` in figures, `start` and `end` in places; a figure outside is shown at the edge."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Halves keep the differences of very large figures finite."""
        share = (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return self.start + (self.end - self.start) * min(max(share, 0.0), 1.0)

    @property
    def step(self) -> float:
        return nice_step(self.high / FEW - self.low / FEW)

    @property
    def ticks(self) -> list[float]:
        """Multiples of the step within the ends."""
        step = self.step
        first = math.ceil(self.low / step - 1e-6)
        made = (min(max((first + number) * step, self.low), self.high) for number in range(MOST_TICKS))
        last = self.high + step * 1e-6
        return sorted({tick for number, tick in enumerate(made) if (first + number) * step <= last})

    def shown(self, value: float, *, signed: bool = False) -> str:
        return shown(value, decimals_of(self.step), signed=signed)


def axis(
    values: Iterable[float | None], start: float, end: float, *, within: tuple[float, float] | None = None
) -> Axis:
    """Round ends round all figures that are known; `within` is what the axis holds at least."""
    found = [value for value in values if value is not None and math.isfinite(value)]
    found += list(within or ())
    low, high = (min(found), max(found)) if found else (0.0, 1.0)
    if high / 2 - low / 2 <= max(LEAST_SPAN * max(abs(low), abs(high)), TINY):
        low, high = _widened(low)
    step = nice_step(high / FEW - low / FEW)
    lower, upper = math.floor(low / step + 1e-6) * step, math.ceil(high / step - 1e-6) * step
    return Axis(lower if math.isfinite(lower) else low, upper if math.isfinite(upper) else high, start, end)


def _widened(value: float) -> tuple[float, float]:
    """One figure only: it stands in the middle."""
    half = max(abs(value) / 4, 0.5)
    low, high = (end if math.isfinite(end) else value for end in (value - half, value + half))
    return low, high


def nice_step(rough: float) -> float:
    """1, 2, 2.5 or 5 times a power of ten, the first not below `rough`."""
    if not (math.isfinite(rough) and rough > 0):
        raise OutOfRange("axis.no_span", rough=rough)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in STEPS if factor * power >= rough * (1 - 1e-9))


def decimals_of(step: float) -> int:
    """So many that neighbouring ticks read differently."""
    for decimals in range(MOST_DECIMALS):
        scaled = step * 10**decimals
        if abs(scaled - round(scaled)) < 1e-6 * max(scaled, 1e-300):
            return decimals
    return MOST_DECIMALS


def shown(value: float, decimals: int, *, signed: bool = False) -> str:
    """With a true minus sign; very large and very small figures by power of ten."""
    is_usual = value == 0 or 10.0**-MOST_DECIMALS <= abs(value) < LARGE
    told = f"{value:.{decimals}f}" if is_usual else f"{value:.3g}"
    if not told.strip("-0."):
        return told.lstrip("-")
    if told.startswith("-"):
        return MINUS + told[1:]
    return f"+{told}" if signed else told
