"""What the quick roads give: for each column the codes of all rows and the different texts, in the order of first rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]


class Texts(Sequence[str]):
    """Many texts in one, cut out when asked for: half a million ids that are only compared need no object each."""

    def __init__(self, joined: str) -> None:
        """`joined` has a line end between any two; none has one of its own."""
        self.joined = joined
        signs = np.frombuffer(joined.encode() if joined.isascii() else joined.encode("utf-32-le"), np.uint8)
        signs = signs if joined.isascii() else signs.view(np.uint32)
        self._ends = np.append(np.flatnonzero(signs == ord("\n")), len(joined))

    def __len__(self) -> int:
        return int(self._ends.size)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        place = range(len(self))[place]
        return self.joined[int(self._ends[place - 1]) + 1 if place else 0 : int(self._ends[place])]

    def __iter__(self) -> Iterator[str]:
        return iter(self.joined.split("\n"))


@dataclass(frozen=True, slots=True)
class Blocks:
    """`first` is the number of the first row as an editor shows it; `rows` follow one another without a gap."""

    codes: dict[str, Codes]
    labels: dict[str, Sequence[str]]
    first: int
    rows: int
