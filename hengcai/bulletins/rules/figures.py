"""Shares and waiting times of few people: never said of fewer than five, never surer than the people allow."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.waiting import Wait, median_wait

FEWEST_PEOPLE = 5


@dataclass(frozen=True)
class Share:
    """`people`: how many stand behind `n`. Where they are too few, nothing is said."""

    right: int
    n: int
    people: int
    share: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Median:
    n: int
    people: int
    hours: float | None = None
    low: float | None = None
    high: float | None = None


def share_of(right: int, n: int, people: int) -> Share:
    """Wilson's interval for as many answers as there are people: those of one person are not independent."""
    if people < FEWEST_PEOPLE or n == 0:
        return Share(right, n, people)
    low, high = wilson_bounds(right / n, min(n, people))
    return Share(right, n, people, right / n, low, high)


def median_of(waits: Sequence[Wait], people: int) -> Median:
    """Whoever still waits counts as longer than they have waited so far."""
    if people < FEWEST_PEOPLE or not waits:
        return Median(len(waits), people)
    found = median_wait(waits, spread=max(len(waits) / people, 1.0))
    return Median(len(waits), people, found.estimate, found.low, found.high)
