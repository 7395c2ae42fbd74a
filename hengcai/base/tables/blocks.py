"""What the quick roads give: for each column the codes of all rows and the different texts, in the order of first rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import polars as pl

Codes = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Blocks:
    """`first` is the number of the first row as an editor shows it; `rows` follow one another without a gap."""

    codes: dict[str, Codes]
    labels: dict[str, list[str]]
    first: int
    rows: int


class Gathering:
    """Takes a table's columns of text block by block."""

    def __init__(self, names: tuple[str, ...]) -> None:
        import polars as pl

        self._kinds = {name: pl.Categorical(pl.Categories.random()) for name in names}
        self._parts: dict[str, list[pl.Series]] = {name: [] for name in names}
        self._rows = 0

    def add(self, frame: "pl.DataFrame") -> None:
        for name, kind in self._kinds.items():
            self._parts[name].append(frame[name].cast(kind))
        self._rows += frame.height

    def blocks(self, *, first: int) -> Blocks:
        coded = {name: self._coded(name) for name in self._kinds}
        codes = {name: one for name, (one, _) in coded.items()}
        return Blocks(codes, {name: labels for name, (_, labels) in coded.items()}, first, self._rows)

    def _coded(self, name: str) -> tuple[Codes, list[str]]:
        """The library numbers texts in an order of its own."""
        import polars as pl

        if not self._rows:
            return np.empty(0, np.int32), []
        whole = pl.concat(self._parts.pop(name), rechunk=True)
        own = whole.to_physical().to_numpy()
        first_row = np.full(int(own.max()) + 1, -1, np.int64)
        first_row[own[::-1]] = np.arange(own.size - 1, -1, -1)
        there = np.flatnonzero(first_row >= 0)
        ordered = there[np.argsort(first_row[there])]
        place = np.zeros(first_row.size, np.int32)
        place[ordered] = np.arange(ordered.size, dtype=np.int32)
        return place[own], whole.gather(first_row[ordered]).cast(pl.String).to_list()
