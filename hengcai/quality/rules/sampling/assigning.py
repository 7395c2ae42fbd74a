"""Who hears each pick: loads by capacity, nobody whom they may not hear, some picks twice so that all can be compared."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import ceil

from hengcai.base.decimals import over_one
from hengcai.quality.rules.sampling.draw import Pick
from hengcai.quality.rules.sampling.links import Links, NamedLinks
from hengcai.quality.rules.sampling.loads import Allowed, Counts, Loads, due, levelled, lots
from hengcai.quality.rules.sampling.plan import Analyst, Plan


@dataclass(frozen=True, slots=True)
class Assigned:
    """`pairs` go with the picks: who hears it, and who hears it a second time. `uneven` names those whose load is
    further from their share than the plan allows, with both."""

    pairs: tuple[tuple[str | None, str | None], ...]
    links: NamedLinks
    uneven: tuple[tuple[str, int, Fraction], ...] = ()


def assign(picks: Sequence[Pick], analysts: Iterable[Analyst], plan: Plan, *, seed: int) -> Assigned:
    """Chance decides which picks are heard twice and who hears which; the same seed decides the same."""
    able = sorted((one for one in analysts if one.capacity), key=lambda one: one.name)
    doubles = ceil(plan.double_share * len(picks))
    work = _Work(picks, able, seed, given=len(picks) + doubles)
    work.double(doubles)
    work.connect()
    work.share_out(plan.load_within)
    names = [one.name for one in able]
    pairs = tuple(
        tuple(None if at is None else names[at] for at in (*work.heard[place], None, None)[:2])
        for place in range(len(picks))
    )
    return Assigned(pairs, work.links.named(names), work.uneven(names, plan.load_within))  # type: ignore[arg-type]


class _Work:
    """Analysts are places in a list; `heard` tells for each pick who hears it."""

    def __init__(self, picks: Sequence[Pick], analysts: Sequence[Analyst], seed: int, *, given: int) -> None:
        """`given`: how much will be heard in all, as far as it is known."""
        self.heard: list[tuple[int, ...]] = [()] * len(picks)
        self.links = Links(len(analysts))
        self._capacities, self._held = [one.capacity for one in analysts], [one.held for one in analysts]
        held = levelled(given, self._capacities, self._held)
        self._loads = Loads(over_one(self._capacities)[0], held)
        allowed = _allowed({pick.stratum.agent for pick in picks}, analysts)
        self._allowed = [allowed[pick.stratum.agent] for pick in picks]
        self._seed, self._contacts = seed, [pick.contact for pick in picks]
        self._names = [one.name for one in analysts]
        by_chance = [sha256(f"{seed}|analyst|{pick.contact}".encode()).digest() for pick in picks]
        self._order = sorted(range(len(picks)), key=by_chance.__getitem__)

    def double(self, count: int) -> None:
        able = [place for place in self._order if len(self._allowed[place]) > 1]
        for place in able[:count]:
            first = self._loads.most_behind(self._allowed[place], given=2)
            self._hear_twice(place, first, self._second(place, first))

    def connect(self) -> None:
        """One pick more is heard twice for every two groups of analysts that nothing joins."""
        for place in self._order:
            if self.links.is_connected:
                return
            allowed = self._allowed[place]
            if not self.heard[place] and self.links.spans(allowed):
                first = self._loads.most_behind(allowed, given=2)
                self._hear_twice(place, first, self._second(place, first))

    def share_out(self, within: int) -> None:
        """All that are heard once; those whom few may hear first."""
        waiting: dict[Allowed, list[int]] = {}
        for place in self._order:
            if not self.heard[place] and self._allowed[place]:
                waiting.setdefault(self._allowed[place], []).append(place)
        sizes = {allowed: len(places) for allowed, places in waiting.items()}
        counts = self._loads.shared_out(sizes, within=within)
        self._even_out(counts, within)
        for allowed, shares in counts.items():
            places = iter(waiting[allowed])
            for analyst, count in shares.items():
                for _ in range(count):
                    self.heard[next(places)] = (analyst,)

    def _even_out(self, once: Mapping[Allowed, Counts], within: int) -> None:
        """Where it takes that, what is heard twice changes hands too, as long as it takes no link away."""
        while chain := self._loads.chain({**once, **self._seats()}, within):
            for giver, taker in chain:
                if not (self._hand_on_once(once, giver, taker) or self._hand_on_twice(giver, taker)):
                    return
                self._loads.hand_on(giver, taker)

    def _seats(self) -> Mapping[tuple[Allowed, int], Counts]:
        """Of what is heard twice: who may hear it beside the one who stays, and how much of it they do."""
        found: dict[tuple[Allowed, int], Counts] = {}
        for place in self._order:
            heard = self.heard[place]
            if len(heard) < 2 or self.links.is_needed(*heard):
                continue
            for one, other in (heard, heard[::-1]):
                lot = (self._allowed[place], other)
                counts = found.setdefault(lot, {able: 0 for able in lot[0] if able != other})
                counts[one] += 1
        return found

    def _hand_on_once(self, once: Mapping[Allowed, Counts], giver: int, taker: int) -> bool:
        there = lots(once, giver, taker)
        if there:
            counts = once[max(there, key=lambda lot: once[lot][giver])]
            counts[giver] -= 1
            counts[taker] += 1
        return bool(there)

    def _hand_on_twice(self, giver: int, taker: int) -> bool:
        for place in self._order:
            heard = self.heard[place]
            if len(heard) == 2 and giver in heard and taker not in heard and taker in self._allowed[place]:
                (other,) = (one for one in heard if one != giver)
                if not self.links.is_needed(giver, other):
                    self.heard[place] = (taker, other) if heard[0] == giver else (other, taker)
                    self.links.hand_on(other, giver, taker)
                    return True
        return False

    def uneven(self, names: Sequence[str], within: int) -> tuple[tuple[str, int, Fraction], ...]:
        heard = Counter(one for pair in self.heard for one in pair)
        loads = [heard[one] for one in range(len(names))]
        told = zip(names, loads, due(sum(loads), self._capacities, self._held), strict=True)
        return tuple((name, load, share) for name, load, share in told if abs(load - share) > within)

    def _second(self, place: int, first: int) -> int:
        """Who joins two groups before all others; then among those who are not ahead and were met least so far, chance."""
        others = tuple(one for one in self._allowed[place] if one != first)
        apart = tuple(one for one in others if not self.links.are_joined(first, one))
        behind = self._loads.behind(apart or others, given=2)
        shared, turn = self.links.shared[first], self._loads.turn
        least = min(shared[one] * turn[one] for one in behind)
        alike = [one for one in behind if shared[one] * turn[one] == least]
        return alike[0] if len(alike) == 1 else min(alike, key=lambda one: self._chance(place, one))

    def _chance(self, place: int, analyst: int) -> bytes:
        return sha256(f"{self._seed}|second|{self._contacts[place]}|{self._names[analyst]}".encode()).digest()

    def _hear_twice(self, place: int, first: int, second: int) -> None:
        self.heard[place] = (first, second)
        self.links.join(first, second)
        self._loads.give(first)
        self._loads.give(second)


def _allowed(agents: Iterable[str], analysts: Sequence[Analyst]) -> Mapping[str, Allowed]:
    everybody = tuple(range(len(analysts)))
    barred = frozenset().union(*(one.excluded for one in analysts))
    return {
        agent: tuple(at for at in everybody if agent not in analysts[at].excluded) if agent in barred else everybody
        for agent in agents
    }
