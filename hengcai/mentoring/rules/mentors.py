"""What a mentor's newcomers came to: never said of fewer than five."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

LEAST = 5


@dataclass(frozen=True)
class Way:
    """One newcomer's first try: whether they have their permit by it, and after how many days with the mentor."""

    is_first_try: bool
    days: int | None = None


@dataclass(frozen=True)
class MentorResult:
    """`first_share`, `days`: None where too few were decided on to tell."""

    n: int
    first_share: Fraction | None
    days: float | None


def result_of(ways: Sequence[Way], *, least: int = LEAST) -> MentorResult:
    if len(ways) < least:
        return MentorResult(len(ways), None, None)
    days = [one.days for one in ways if one.days is not None]
    share = Fraction(sum(one.is_first_try for one in ways), len(ways))
    return MentorResult(len(ways), share, float(median(days)) if len(days) >= least else None)
