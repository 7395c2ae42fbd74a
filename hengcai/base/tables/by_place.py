"""Some rows of a table by their places, for whoever judges whole columns at once and asks for single rows if in doubt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class Cells(Protocol):
    """A column's texts by their place: a tuple of them or a Polars series."""

    def __getitem__(self, place: int, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...


@dataclass(frozen=True)
class Layout:
    """`places`: our column → which cell of a row it is. One the file lacks has no place and reads as ""."""

    columns: tuple[str, ...]
    places: Mapping[str, int]


@dataclass(frozen=True)
class Limits:
    """A block ends after so many rows, or when so many characters stand in its heavy columns."""

    rows: int
    heavy: Sequence[str]
    weight: int


@dataclass(frozen=True)
class Block:
    """`columns` holds the cells of the file's columns, each from the first row to the last; `row_of(n)` is the nth row
    as the careful reading gives it."""

    layout: Layout
    numbers: Sequence[int]
    columns: Sequence[Cells]
    row_of: Callable[[int], Any]
    is_last: bool

    @property
    def row_count(self) -> int:
        return len(self.numbers)
