"""How a score moved, team by team: intervals for reading, and which changes outlive that many were looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hengcai.measurement.clusters import Moved, clustered_change, clustered_mean
from hengcai.measurement.multiplicity import holm

LEAST_PEOPLE = 3  # fewer would be their own figures, not a team's
LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Point:
    """One period: mean and interval where enough people have one, else how few they are. `n` counts scorings."""

    period: object
    mean: float | None
    low: float | None
    high: float | None
    people: int
    n: int


@dataclass(frozen=True, slots=True)
class Move:
    """The newest period against what it is held against; `adjusted_p` holds over all that were compared at once."""

    estimate: float
    low: float
    high: float
    p: float
    adjusted_p: float = 1.0

    @property
    def is_beyond_chance(self) -> bool:
        return self.adjusted_p <= LEVEL


@dataclass(frozen=True, slots=True)
class Series:
    """One team's points, oldest first; a site's where `team` is None."""

    site: str
    name: str
    team: int | None
    points: Sequence[Point]
    move: Move | None

    @property
    def newest(self) -> Point:
        return self.points[-1]


def point(period: object, moments: Sequence[float], *, ends: tuple[float, float]) -> Point:
    """No interval reaches beyond the scale's own ends."""
    found = Moved.of_numbers(moments).now
    people, n = round(found.units), round(found.n)
    if people < LEAST_PEOPLE:
        return Point(period, None, None, None, people, n)
    told = clustered_mean(found)
    low = None if told.low is None else max(told.low, ends[0])
    high = None if told.high is None else min(told.high, ends[1])
    return Point(period, told.estimate, low, high, people, n)


def absent(period: object) -> Point:
    return Point(period, None, None, None, 0, 0)


def move(moments: Sequence[float]) -> Move | None:
    """None where either side is too few people, or nothing varies."""
    found = Moved.of_numbers(moments)
    if min(found.before.units, found.now.units) < LEAST_PEOPLE:
        return None
    told = clustered_change(found)
    return Move(told.estimate, told.low, told.high, told.p) if told else None


def corrected(moves: Sequence[Move | None]) -> list[Move | None]:
    """With Holm's p over all of them: in any family as many as that, a false alarm is rarer than `LEVEL`."""
    known = [one for one in moves if one is not None]
    adjusted = iter(holm([one.p for one in known]))
    return [one and replace(one, adjusted_p=next(adjusted)) for one in moves]
