"""Where good agents part from weak ones: at each node, who chose what among the best and the weakest third."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.simulation.rules.scenario import Node

FEWEST = 5  # of either third, before anything of a node is told


@dataclass(frozen=True)
class Attempt:
    """Somebody's first finished run: its score, and what was chosen at each node when they first came to it."""

    share: Fraction
    picks: Mapping[str, str]


@dataclass(frozen=True)
class Split:
    """One choice: which share of either third took it."""

    choice: str
    upper: Fraction
    lower: Fraction


@dataclass(frozen=True)
class Fork:
    """One node; without `splits` where too few of either third came to it."""

    node: str
    n_upper: int
    n_lower: int
    splits: tuple[Split, ...] = ()

    @property
    def gap(self) -> Fraction:
        """How far apart the thirds choose: half the sum of differences, 0 alike, 1 altogether otherwise."""
        return sum((abs(one.upper - one.lower) for one in self.splits), Fraction(0)) / 2


@dataclass(frozen=True)
class Parting:
    """`forks` from the widest gap down; those that stay hidden come last, in the order of the story."""

    n: int
    n_upper: int
    n_lower: int
    forks: tuple[Fork, ...]


def parting(nodes: Iterable[Node], attempts: Sequence[Attempt]) -> Parting:
    upper, lower = thirds(attempts)
    forks = [_fork(node, upper, lower) for node in nodes]
    told = sorted((one for one in forks if one.splits), key=lambda one: -one.gap)
    return Parting(len(attempts), len(upper), len(lower), (*told, *(one for one in forks if not one.splits)))


def thirds(attempts: Sequence[Attempt]) -> tuple[list[Attempt], list[Attempt]]:
    """The best and the weakest third; whoever scored the same as the last of a third is of it too. Nobody where one score
    would stand in both: then there are no thirds to tell apart."""
    ranked = sorted(attempts, key=lambda one: one.share)
    size = len(ranked) // 3
    if size == 0:
        return [], []
    low, high = ranked[size - 1].share, ranked[-size].share
    if low >= high:
        return [], []
    return [one for one in ranked if one.share >= high], [one for one in ranked if one.share <= low]


def _fork(node: Node, upper: Sequence[Attempt], lower: Sequence[Attempt]) -> Fork:
    above, below = (Counter(one.picks[node.id] for one in some if node.id in one.picks) for some in (upper, lower))
    n_upper, n_lower = above.total(), below.total()
    if min(n_upper, n_lower) < FEWEST:
        return Fork(node.id, n_upper, n_lower)
    splits = [Split(one.id, Fraction(above[one.id], n_upper), Fraction(below[one.id], n_lower)) for one in node.choices]
    return Fork(node.id, n_upper, n_lower, tuple(splits))
