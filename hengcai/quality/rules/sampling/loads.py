"""How much each analyst hears: shares of the whole by capacity, met as nearly as it can be."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from heapq import heapify, heapreplace
from math import lcm
from typing import Any, TypeVar

Allowed = tuple[int, ...]
Counts = dict[int, int]
Lot = TypeVar("Lot")
Step = tuple[int, int]
"""Who hands on, and to whom."""
Amount = int | Fraction
"""A part of a contact only where somebody holds more than their share: see `levelled`."""


class Loads:
    """Differences are kept in whole numbers: `capacities` stand over one bottom, and so does what is due; `turn` is how
    long it takes until each comes round again."""

    def __init__(self, capacities: Sequence[int], held: Sequence[Amount] = ()) -> None:
        """`held`: what lies with each already."""
        self.capacities = capacities
        self.loads: list[Amount] = list(held) or [0] * len(capacities)
        self._whole = sum(capacities)
        self.turn = [lcm(*capacities) // one for one in capacities]

    def give(self, analyst: int) -> None:
        self.loads[analyst] += 1

    def most_behind(self, some: Collection[int], *, given: int) -> int:
        """When so many more will have been given."""
        total = sum(self.loads) + given
        return min(some, key=lambda one: (self._ahead(one, total), one))

    def behind(self, some: Collection[int], *, given: int) -> Collection[int]:
        """Those who are not ahead; where all are, the one who is least."""
        total = sum(self.loads) + given
        return [one for one in some if self._ahead(one, total) < 0] or [self.most_behind(some, given=given)]

    def shared_out(self, sizes: Mapping[Allowed, int], *, within: int) -> Mapping[Allowed, Counts]:
        """Of each lot, which may be heard by these, how many each of them hears."""
        total = sum(self.loads) + sum(sizes.values())
        fewest_first = sorted(sizes, key=lambda allowed: (len(allowed), allowed))
        counts = {allowed: self._filled(allowed, sizes[allowed]) for allowed in fewest_first}
        while chain := self.chain(counts, within):
            self._move(counts, chain, total)
        return counts

    def _ahead(self, analyst: int, total: Amount) -> Amount:
        return self.loads[analyst] * self._whole - total * self.capacities[analyst]

    def _filled(self, allowed: Allowed, size: int) -> Counts:
        """In the ratio of capacities (Webster), so that nobody hears all of those few may hear."""
        counts = dict.fromkeys(allowed, 0)
        turns = [((2 * self.loads[one] + 1) * self.turn[one], one) for one in allowed]
        heapify(turns)
        for _ in range(size):
            turn, one = turns[0]
            heapreplace(turns, (turn + 2 * self.turn[one], one))
            counts[one] += 1
            self.loads[one] += 1
        return counts

    def chain(self, counts: Mapping[Any, Counts], within: int) -> list[Step]:
        """From one analyst to the next, so that handing one on along it makes loads more even; empty where none is too
        far from its share or nothing helps. `counts`: of each lot, who may hear it and how much of it they do."""
        total = sum(self.loads)
        ahead: list[Any] = [self._ahead(one, total) for one in range(len(self.loads))]  # mypy knows no abs of `Amount`
        too_far = [one for one, much in enumerate(ahead) if abs(much) > within * self._whole]
        for start in sorted(too_far, key=lambda one: (-abs(ahead[one]), one)):
            sign = 1 if ahead[start] > 0 else -1
            steps = _reached(counts, start, gives=sign > 0)
            better = [one for one in steps if sign * (ahead[start] - ahead[one]) > self._whole]
            if better:
                end = min(better, key=lambda one: (sign * ahead[one], one))
                return _back(steps, start, end, gives=sign > 0)
        return []

    def hand_on(self, giver: int, taker: int) -> None:
        self.loads[giver] -= 1
        self.loads[taker] += 1

    def _move(self, counts: Mapping[Allowed, Counts], chain: Sequence[Step], total: Amount) -> None:
        """As many at once as can go the whole way without the two ends changing sides."""
        first, last = chain[0][0], chain[-1][1]
        apart = self._ahead(first, total) - self._ahead(last, total)
        chosen = [max(lots(counts, *step), key=lambda lot: counts[lot][step[0]]) for step in chain]
        most = min(counts[lot][step[0]] for lot, step in zip(chosen, chain, strict=True))
        number = min(most, max(1, int(apart // (2 * self._whole))))
        for lot, (giver, taker) in zip(chosen, chain, strict=True):
            counts[lot][giver] -= number
            counts[lot][taker] += number
        self.loads[first] -= number
        self.loads[last] += number


def lots(counts: Mapping[Lot, Counts], giver: int, taker: int) -> list[Lot]:
    """Of which the one may hand something on to the other."""
    return [lot for lot, has in counts.items() if taker in has and has.get(giver)]


def _reached(counts: Mapping[Any, Counts], start: int, *, gives: bool) -> dict[int, Step]:
    """By which step each is first come to from `start`: handing on, or being handed."""
    steps: dict[int, Step] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for has in counts.values():
            if here not in has or (gives and not has[here]):
                continue
            for there, number in has.items():
                if there != start and there not in steps and (gives or number):
                    steps[there] = (here, there) if gives else (there, here)
                    waiting.append(there)
    return steps


def _back(steps: Mapping[int, Step], start: int, end: int, *, gives: bool) -> list[Step]:
    """Beginning with whoever gives."""
    chain, here = [], end
    while here != start:
        step = steps[here]
        chain.append(step)
        here = step[0] if gives else step[1]
    return chain[::-1] if gives else chain


def level(given: int, capacities: Sequence[Fraction], held: Sequence[int]) -> Fraction:
    """How much lies with each of capacity 1 once so much more is given, and nothing of it to whoever has more already."""
    lowest_first = sorted((Fraction(has) / one, one, has) for one, has in zip(capacities, held, strict=True) if one)
    total, whole = Fraction(given), Fraction(0)
    for height, one, has in lowest_first:
        if whole and height >= total / whole:
            break
        total, whole = total + has, whole + one
    return total / whole if whole else Fraction(0)


def levelled(given: int, capacities: Sequence[Fraction], held: Sequence[int]) -> list[Amount]:
    """What each holds, but nobody more than their share will be: the others share what is given among themselves as if
    nobody held too much."""
    height = level(given, capacities, held)
    return [has if has <= height * one else height * one for one, has in zip(capacities, held, strict=True)]


def due(given: int, capacities: Sequence[Fraction], held: Sequence[int]) -> list[Fraction]:
    """What of it falls to each, beside what they hold."""
    height = level(given, capacities, held)
    return [max(Fraction(0), height * one - has) for one, has in zip(capacities, held, strict=True)]
