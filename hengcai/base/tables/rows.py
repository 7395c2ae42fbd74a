"""What every kind of table file is read into."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.ids import folded, visible
from hengcai.base.tables.lines import Position

MOST_COLUMNS = 2_000
NO_REASONS: Mapping[str, str] = {}


@dataclass(slots=True)
class Record:
    """One row as the file has it; `problem` when it could not be read as a row of this table.

    `not_ids`: cells from which no id may be read, such as a day, each with the code of the refusal.
    """

    number: int
    cells: Mapping[str, Any]
    problem: Refusal | None = None
    not_ids: Mapping[str, str] = field(default_factory=lambda: NO_REASONS)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was passed over, with all the file says in it, for the file of rejects."""

    number: int
    original: Mapping[str, Any]
    refusal: Refusal


class Source(Protocol):
    """A file open for reading. `columns` is empty where the file has no header, as in JSONL; `sheet` where it is no book."""

    columns: tuple[str, ...]
    sheet: str

    @property
    def next(self) -> Position: ...

    def records(self) -> Iterator[Record]: ...

    def below(self) -> Iterator[tuple[int, list[str]]]: ...

    def go_to(self, position: Position) -> None: ...

    def close(self) -> None: ...


def header_of(cells: list[str], *, row: int = 1, **place: object) -> tuple[str, ...]:
    """Names without what is not seen and without the spaces around them; empty ones at the end are dropped."""
    check_width(len(cells), **place, row=row)
    names = [visible(cell).strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise NotValid("table.header_missing", **place, row=row)
    if (twice := twice_among(tuple(names))) is not None:
        raise NotValid("table.column_twice", **place, row=row, column=twice)
    return tuple(names)


@lru_cache(maxsize=256)
def twice_among(names: tuple[str, ...]) -> str | None:
    """The first that stands there again in whatever spelling: nobody can say which of the two is meant."""
    counted = Counter(map(folded, names))
    return next((name for name in names if name and counted[folded(name)] > 1), None)


def check_width(found: int, **place: object) -> None:
    """Before anything is done that takes longer than the columns are many."""
    if found > MOST_COLUMNS:
        raise NotValid("table.too_many_columns", **place, found=found, most=MOST_COLUMNS)


def is_blank(cells: list[str]) -> bool:
    """A row of nothing but spaces is no row."""
    return not any(cell.strip() for cell in cells)


def paired(columns: tuple[str, ...], cells: list[str]) -> Mapping[str, str]:
    """Short rows are filled up, so that what there is can still be shown."""
    filled = cells + [""] * (len(columns) - len(cells))
    return {name: cell for name, cell in zip(columns, filled, strict=False) if name}
