"""Which analysts heard contacts in common, and whether that joins them all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedLinks:
    connected: bool
    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[tuple[str, str, int], ...]


class Links:
    def __init__(self, count: int) -> None:
        self.shared = [[0] * count for _ in range(count)]
        self._group = list(range(count))

    @property
    def is_connected(self) -> bool:
        return len(set(self._group)) <= 1

    def are_joined(self, one: int, other: int) -> bool:
        return self._group[one] == self._group[other]

    def spans(self, some: Iterable[int]) -> bool:
        return len({self._group[one] for one in some}) > 1

    def join(self, one: int, other: int) -> None:
        self.shared[one][other] += 1
        self.shared[other][one] += 1
        kept, gone = self._group[one], self._group[other]
        if kept != gone:
            self._group = [kept if group == gone else group for group in self._group]

    def is_needed(self, one: int, other: int) -> bool:
        """Whether these two might fall apart with one contact in common less."""
        mine, theirs = self.shared[one], self.shared[other]
        return mine[other] == 1 and not any(a and b for a, b in zip(mine, theirs, strict=True))

    def hand_on(self, other: int, giver: int, taker: int) -> None:
        """One contact that two have in common is now heard by a third instead of the first."""
        self.shared[giver][other] -= 1
        self.shared[other][giver] -= 1
        self.join(taker, other)

    def named(self, names: Sequence[str]) -> NamedLinks:
        """Pairs that share something; groups in the order of their first names."""
        groups: dict[int, list[str]] = {}
        for name, group in zip(names, self._group, strict=True):
            groups.setdefault(group, []).append(name)
        pairs = tuple(
            (names[one], names[other], self.shared[one][other])
            for one in range(len(names))
            for other in range(one + 1, len(names))
            if self.shared[one][other]
        )
        return NamedLinks(self.is_connected, tuple(map(tuple, groups.values())), pairs)
