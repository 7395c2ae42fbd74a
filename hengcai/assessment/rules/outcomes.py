"""What a sitting comes to: exact points, the percentage, whether it is passed, and what a resit counts for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

PLACES = Decimal("0.0001")


@dataclass(frozen=True)
class Outcome:
    """`points` and `out_of` exact; `percent` to four decimals, half up, never below 0."""

    points: Fraction
    out_of: Fraction
    percent: Decimal


def outcome(points: Iterable[Fraction], out_of: Iterable[Fraction]) -> Outcome:
    total, most = sum(points, Fraction(0)), sum(out_of, Fraction(0))
    share = max(total, Fraction(0)) / most if most else Fraction(0)
    return Outcome(total, most, rounded(share * 100))


def rounded(value: Fraction) -> Decimal:
    scaled = Decimal(value.numerator) / Decimal(value.denominator)
    return scaled.quantize(PLACES, rounding=ROUND_HALF_UP)


def is_passed(found: Outcome, pass_percent: Decimal) -> bool:
    """By the exact share, not by the rounded one: 59.99996 % is no 60."""
    return max(found.points, Fraction(0)) * 100 >= Fraction(pass_percent) * found.out_of


def counted(percent: Decimal, *, attempt: int, cap: Decimal) -> Decimal:
    """What the appraisal takes: a resit at most the cap."""
    return percent if attempt == 1 else min(percent, cap)
