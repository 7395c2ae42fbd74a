"""A level far from what the period's contacts show: how likely the draw of contacts alone puts their mean so far off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from hengcai.measurement.quantiles import t_upper_tail

Level = Fraction | int


@dataclass(frozen=True, slots=True)
class Spread:
    """How one person's contacts scatter around the means of their items: summed squares, and how many are free."""

    squares: Fraction
    free: int


def spread(by_item: Iterable[Sequence[Level]]) -> Spread:
    squares, free = Fraction(0), 0
    for values in by_item:
        mean = Fraction(sum(values)) / len(values)
        squares += sum(((one - mean) ** 2 for one in values), Fraction(0))
        free += len(values) - 1
    return Spread(squares, free)


def chance_of_far(level: Level, mean: Fraction, n: int, around: Spread) -> float | None:
    """Of a mean of n contacts at least so far from the level, on either side, were the level what the person does: Student's
    t with the scatter pooled over their items (Student 1908; Cochran 1977, 2.14). None where nothing scatters."""
    if not around.squares:
        return None
    error = sqrt(around.squares / around.free / n)
    return 2 * t_upper_tail(abs(float(level - mean)) / error, df=around.free)
