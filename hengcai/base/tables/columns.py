"""Tables read in columns: each column as the different texts it holds, and which of them every row has.

A plain file is read in blocks of many rows. Whatever is unusual about a file, a row or a cell goes to the row reader,
which takes or refuses it: so both roads give the same columns, and only one of them knows what is wrong with a table.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hengcai.base.errors import NotValid
from hengcai.base.ids import Spellings, folded
from hengcai.base.tables.blocks import Blocks, Texts
from hengcai.base.tables.kinds import Kind, kind_of
from hengcai.base.tables.plain_csv import csv_blocks
from hengcai.base.tables.plain_parquet import parquet_blocks
from hengcai.base.tables.reading import Columns, open_table

if TYPE_CHECKING:
    from hengcai.base.tables.blocks import Codes


@dataclass(frozen=True, slots=True)
class Coded:
    """`labels` stand in the order of their first rows; `codes` are places among them."""

    codes: "Codes"
    labels: Sequence[str]

    @property
    def first_empty_row(self) -> int | None:
        """The place of the first row in which nothing stands."""
        empty = next((place for place, label in enumerate(self.labels) if not label), None)
        return None if empty is None else int(np.argmax(self.codes == empty))

    def renamed(self, labels: Iterable[str]) -> "Coded":
        """The same rows under other names; labels that get one name become one."""
        seen: dict[str, int] = {}
        place = np.fromiter((seen.setdefault(name, len(seen)) for name in labels), np.int32, len(self.labels))
        return Coded(place[self.codes], list(seen))

    def spelled(self, spellings: Spellings) -> "Coded":
        """Ids that are the same but for spaces, width and what nobody sees become one, as the first was spelled."""
        if not spellings and are_folded(self.labels):
            return self
        return self.renamed(spellings[label] for label in self.labels)


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """`numbers` holds the number of each row as an editor shows it, `place` what a refusal says of the file."""

    columns: dict[str, Coded]
    numbers: Sequence[int]
    place: dict[str, object]


def read_columns(path: Path, *, ids: Sequence[str], values: Sequence[str] = ()) -> ColumnTable:
    """The columns named; those of `ids` are still to be spelled, which this leaves to who knows what goes together."""
    wanted = tuple(dict.fromkeys([*ids, *values]))
    return plain_columns(path, ids=ids, values=values) or _by_rows(path, Columns(wanted, flat=True, ids=tuple(ids)))


def plain_columns(path: Path, *, ids: Sequence[str], values: Sequence[str] = ()) -> ColumnTable | None:
    """The same, or None where the table is left to the row reader."""
    wanted = tuple(dict.fromkeys([*ids, *values]))
    found = _blocks(path, wanted, ids)
    if found is not None and all(_is_plain(labels, is_id=name in ids) for name, labels in found.labels.items()):
        columns = {name: Coded(found.codes[name], labels) for name, labels in found.labels.items()}
        if not _has_blank_rows(columns):
            return ColumnTable(columns, range(found.first, found.first + found.rows), {"file": path.name})
    return None


def are_folded(labels: Sequence[str]) -> bool:
    """Whether folding would change none of them; asked of all at once, which costs a hundredth of asking each."""
    together = _together(labels)
    if together.isascii() and together.isprintable():
        return "  " not in together and together == together.strip(" ")
    return folded(together) == together


def check_filled(table: ColumnTable, names: Iterable[str]) -> None:
    """Refuses the first row in which one of the columns is empty."""
    for name in names:
        place = table.columns[name].first_empty_row
        if place is not None:
            raise NotValid("table.value_missing", **table.place, row=table.numbers[place], column=name)


def _blocks(path: Path, wanted: tuple[str, ...], ids: Sequence[str]) -> Blocks | None:
    match kind_of(path):
        case Kind.CSV:
            return csv_blocks(path, wanted)
        case Kind.PARQUET:
            return parquet_blocks(path, wanted, ids=ids)
        case _:
            return None


def _together(labels: Sequence[str]) -> str:
    """All that are not empty with a space between."""
    if isinstance(labels, Texts):
        return labels.joined.replace("\n\n", "\n").strip("\n").replace("\n", " ")
    return " ".join(filter(None, labels))


def _is_plain(labels: Sequence[str], *, is_id: bool) -> bool:
    """No sign in front that keeps a text from being run as a formula; in a value nothing that needs interpreting."""
    together = f" {_together(labels)}"
    if " '" in together or " =" in together:
        return False
    return "E+" not in together and "e+" not in together if is_id else are_folded(labels)


def _has_blank_rows(columns: dict[str, Coded]) -> bool:
    """Rows in which none of the columns holds anything may be blank rows, which are passed over."""
    blank = None
    for column in sorted(columns.values(), key=lambda column: len(column.labels)):
        empty = [place for place, label in enumerate(column.labels) if not label or not folded(label)]
        if not empty:
            return False
        here = np.isin(column.codes, empty)
        blank = here if blank is None else blank & here
    return blank is not None and bool(blank.any())


def _by_rows(path: Path, columns: Columns) -> ColumnTable:
    wanted = columns.required
    seen: list[dict[str, int]] = [{} for _ in wanted]
    codes, numbers = [array("i") for _ in wanted], array("q")
    with open_table(path, columns) as table:
        place = table.place
        for row in table:
            for name, known, coded in zip(wanted, seen, codes, strict=True):
                coded.append(known.setdefault(row.values[name], len(known)))
            numbers.append(row.number)
    found = {
        name: Coded(np.frombuffer(coded, np.int32) if coded else np.empty(0, np.int32), list(known))
        for name, known, coded in zip(wanted, seen, codes, strict=True)
    }
    return ColumnTable(found, numbers, place)
