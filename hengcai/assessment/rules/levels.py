"""A mark out of 100 as a level of ability, as the appraisal reads written marks: 0 is 1, the pass mark 60 is 3, 100 is 5."""

from fractions import Fraction
from itertools import pairwise

POINTS = ((Fraction(0), Fraction(1)), (Fraction(60), Fraction(3)), (Fraction(100), Fraction(5)))


def level_of(percent: Fraction) -> Fraction:
    """Straight between the points, exact."""
    for (left, low), (right, high) in pairwise(POINTS):
        if percent <= right:
            return low + (percent - left) / (right - left) * (high - low)
    return POINTS[-1][1]
