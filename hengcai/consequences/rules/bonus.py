"""Year-end bonus: a pool shared out by points × base, to the cent, so that the parts add up to the pool exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from hengcai.base.errors import NotValid

CENTS = 100


@dataclass(frozen=True, slots=True)
class Part:
    """`key` settles who gets the last cent where two are alike."""

    key: str
    points: Fraction
    base: Fraction

    @property
    def weight(self) -> Fraction:
        return self.points * self.base


def shared_out(pool: Fraction, parts: Sequence[Part]) -> dict[str, Fraction]:
    """Everybody the whole cents of their share; the cents left over go to the largest remainders."""
    if pool < 0 or (pool * CENTS).denominator != 1:
        raise NotValid("consequences.amount_places", column="budget")
    whole = sum((one.weight for one in parts), Fraction(0))
    if not whole:
        return {one.key: Fraction(0) for one in parts}
    exact = {one.key: pool * CENTS * one.weight / whole for one in parts}
    cents = {key: floor(value) for key, value in exact.items()}
    left = int(pool * CENTS) - sum(cents.values())
    for key in sorted(exact, key=lambda one: (cents[one] - exact[one], one))[:left]:
        cents[key] += 1
    return {key: Fraction(count, CENTS) for key, count in cents.items()}


def mean_of_months(totals: Mapping[str, Fraction]) -> Fraction | None:
    """Month → total out of 100; what there is of a year before its own cycle is out."""
    return sum(totals.values(), Fraction(0)) / len(totals) if totals else None
