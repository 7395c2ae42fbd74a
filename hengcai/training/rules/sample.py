"""The interview sample: some of every performance level, drawn by chance, so that anybody with the seed can repeat it.

People of a stratum stand in the order of SHA-256 of `seed|number`; the first are taken. Places are shared out evenly over the
strata, as far as each has people; whoever cannot come is replaced by the next of the same stratum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

from hengcai.base.errors import NotValid

LEAST, MOST = 10, 15
HIGH, MIDDLE, LOW = "high", "middle", "low"
STRATA = (HIGH, MIDDLE, LOW)
FROM = {HIGH: Fraction(9, 2), MIDDLE: Fraction(7, 2)}  # the bands of the skill appraisal


@dataclass(frozen=True)
class Drawn:
    """`chosen`: stratum → those taken, in the order drawn; `sizes`: how many people each stratum has."""

    chosen: Mapping[str, Sequence[str]]
    sizes: Mapping[str, int]


def stratum_of(level: Fraction) -> str:
    return next((name for name, least in FROM.items() if level >= least), LOW)


def by_thirds(levels: Mapping[str, Fraction]) -> dict[str, str]:
    """Where nearly everybody is of one band, the bands say nothing: then a third each, by level and number."""
    order = sorted(levels, key=lambda number: (-levels[number], number))
    return {number: STRATA[place * 3 // len(order)] for place, number in enumerate(order)}


def strata_of(levels: Mapping[str, Fraction]) -> dict[str, str]:
    """By the bands where at least two of them hold a tenth of the people, else by thirds."""
    found = {number: stratum_of(level) for number, level in levels.items()}
    sizes = [sum(1 for one in found.values() if one == name) for name in STRATA]
    if sum(1 for size in sizes if size * 10 >= len(levels)) >= 2:
        return found
    return by_thirds(levels)


def in_order(numbers: Sequence[str], seed: str) -> list[str]:
    return sorted(numbers, key=lambda number: sha256(f"{seed}|{number}".encode()).hexdigest())


def drawn(strata: Mapping[str, str], *, size: int, seed: str) -> Drawn:
    if not LEAST <= size <= MOST:
        raise NotValid("training.sample_size", least=LEAST, most=MOST)
    if not seed.strip():
        raise NotValid("training.seed_missing")
    people = {name: in_order([one for one, where in strata.items() if where == name], seed) for name in STRATA}
    sizes = {name: len(some) for name, some in people.items()}
    places = shared_out(sizes, size)
    return Drawn({name: people[name][: places[name]] for name in STRATA}, sizes)


def shared_out(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """One place after the other, always to the stratum with the fewest so far that still has people."""
    places = dict.fromkeys(sizes, 0)
    for _one in range(min(size, sum(sizes.values()))):
        name = min(
            (one for one in sizes if places[one] < sizes[one]), key=lambda one: (places[one], list(sizes).index(one))
        )
        places[name] += 1
    return places


def next_of(strata: Mapping[str, str], *, stratum: str, seed: str, taken: Sequence[str]) -> str | None:
    """Who comes next in a stratum; nobody where all were drawn."""
    order = in_order([one for one, where in strata.items() if where == stratum], seed)
    return next((one for one in order if one not in taken), None)
