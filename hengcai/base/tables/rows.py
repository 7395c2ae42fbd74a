"""What every kind of table file is read into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.lines import Position


@dataclass(slots=True)
class Record:
    """One row as the file has it; `problem` when it could not be read as a row of this table."""

    number: int
    cells: Mapping[str, Any]
    problem: Refusal | None = None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was passed over, with all the file says in it, for the file of rejects."""

    number: int
    original: Mapping[str, Any]
    refusal: Refusal


class Source(Protocol):
    """A file open for reading. `columns` is empty where the file has no header, as in JSONL."""

    columns: tuple[str, ...]

    @property
    def next(self) -> Position: ...

    def records(self) -> Iterator[Record]: ...

    def go_to(self, position: Position) -> None: ...

    def close(self) -> None: ...


def header_of(cells: list[str], *, file: str) -> tuple[str, ...]:
    """Names without the spaces around them; empty ones at the end are dropped."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise NotValid("table.header_missing", file=file, row=1)
    for name in names:
        if name and names.count(name) > 1:
            raise NotValid("table.column_twice", file=file, row=1, column=name)
    return tuple(names)


def paired(columns: tuple[str, ...], cells: list[str]) -> Mapping[str, str]:
    """Short rows are filled up, so that what there is can still be shown."""
    filled = cells + [""] * (len(columns) - len(cells))
    return {name: cell for name, cell in zip(columns, filled, strict=False) if name}
