"""What a mentor's newcomers came to: never said of fewer than five."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from hengcai.measurement.intervals import share_interval

LEAST = 5


@dataclass(frozen=True)
class Way:
    """One newcomer's first try: whether they have their permit by it, and after how many days with the mentor."""

    is_first_try: bool
    days: int | None = None


@dataclass(frozen=True)
class MentorResult:
    """`first_share`, its 95 % interval, `days`: None where too few were decided on to tell."""

    n: int
    first_share: Fraction | None
    days: float | None
    passed: int = 0
    low: float | None = None
    high: float | None = None


def result_of(ways: Sequence[Way], *, least: int = LEAST) -> MentorResult:
    passed = sum(one.is_first_try for one in ways)
    if len(ways) < least:
        return MentorResult(len(ways), None, None, passed)
    days = [one.days for one in ways if one.days is not None]
    told = share_interval(passed, len(ways))
    middle = float(median(days)) if len(days) >= least else None
    return MentorResult(len(ways), Fraction(passed, len(ways)), middle, passed, told.low, told.high)


def is_apart(one: MentorResult, others: MentorResult) -> bool | None:
    """Whether the two shares differ beyond what chance does: their intervals do not meet. None where either cannot be told."""
    if one.low is None or one.high is None or others.low is None or others.high is None:
        return None
    return one.high < others.low or others.high < one.low
