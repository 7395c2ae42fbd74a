"""When two blind marks of an essay stand, and what they come to."""

from collections.abc import Sequence
from fractions import Fraction

BOUND = Fraction(1, 4)
"""Two marks that differ by more than this share of the question's points go to a third marker, or are agreed with a reason."""


def are_apart(first: Fraction, second: Fraction, out_of: Fraction) -> bool:
    return abs(first - second) > BOUND * out_of


def final(marks: Sequence[Fraction]) -> Fraction:
    """The exact mean of two; where there is a third, that one."""
    return marks[2] if len(marks) > 2 else sum(marks, Fraction(0)) / len(marks)
