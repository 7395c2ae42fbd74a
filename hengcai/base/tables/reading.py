"""`open_table`: the one way in to any table people bring."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.csv_file import CsvFile
from hengcai.base.tables.jsonl_file import JsonlFile
from hengcai.base.tables.kinds import Kind, kind_of
from hengcai.base.tables.lines import Position
from hengcai.base.tables.mapping import Origin, finder, origins
from hengcai.base.tables.parquet_file import ParquetFile
from hengcai.base.tables.rejects import is_rejects_header, restored, unquoted
from hengcai.base.tables.rows import BadRow, Record, Source
from hengcai.base.tables.xlsx_file import XlsxFile

Values = dict[str, Any]


@dataclass(slots=True)
class Row:
    """`number` as an editor shows it, our columns in `values`, everything the file says in `original`."""

    number: int
    values: Mapping[str, Any]
    original: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Columns:
    """What is wanted of a table. A required column must be there; an optional one reads as "" where it is not."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    mapping: Mapping[str, Origin | str] | None = None
    flat: bool = False
    """Every value is text; otherwise JSONL and Parquet may hold lists, objects, numbers."""


def open_table(
    path: str | Path,
    columns: Columns,
    *,
    start: Position | None = None,
    bad_row: Callable[[BadRow], None] | None = None,
) -> "Table":
    """Refuses what is wrong with the file at once; a bad row goes to `bad_row`, and is refused without one."""
    return Table(Path(path), columns, start=start, bad_row=bad_row)


class Table:
    """Use in a `with`; iterate for the rows; `position` is where to start again after the row read last."""

    def __init__(
        self, path: Path, columns: Columns, *, start: Position | None, bad_row: Callable[[BadRow], None] | None
    ) -> None:
        self.file = path.name
        self._wanted = columns
        self._bad_row = bad_row
        self._origins = origins(columns.mapping, required=columns.required, optional=columns.optional)
        self._source = _source(path, flat=columns.flat)
        self._dotted = isinstance(self._source, JsonlFile | ParquetFile)
        self._finders = {name: finder(origin, dotted=self._dotted) for name, origin in self._origins.items()}
        try:
            self._check_columns()
            if start is not None:
                self._source.go_to(start)
        except BaseException:
            self.close()
            raise

    @property
    def columns(self) -> tuple[str, ...]:
        """The file's own column names; empty for JSONL, which has no header."""
        names = self._source.columns
        return tuple(unquoted(name) for name in names) if is_rejects_header(names) else names

    @property
    def position(self) -> Position:
        return self._source.next

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._source.close()

    def __iter__(self) -> Iterator[Row]:
        pick = self._picker()
        for record in self._records():
            if record.problem is not None:
                self._refuse(record, record.problem)
                continue
            try:
                values = pick(record.cells)
            except NotValid as refusal:
                self._refuse(record, refusal)
                continue
            yield Row(record.number, values, record.cells)

    def _records(self) -> Iterator[Record]:
        if not is_rejects_header(self.columns):
            return self._source.records()
        return (Record(one.number, restored(one.cells), one.problem) for one in self._source.records())

    def _refuse(self, record: Record, refusal: Refusal) -> None:
        if self._bad_row is None:
            raise NotValid(refusal.code, **{**refusal.facts, "file": self.file, "row": record.number})
        self._bad_row(BadRow(record.number, record.cells, refusal))

    def _check_columns(self) -> None:
        if not self.columns:
            return
        needed = [name for name in self._origins if name in self._wanted.required or self._is_mapped(name)]
        absent = [self._origins[name].path for name in needed if not self._is_there(self._origins[name])]
        if absent:
            raise NotValid("table.columns_missing", file=self.file, missing=absent, found=self.columns)

    def _is_mapped(self, name: str) -> bool:
        return name in (self._wanted.mapping or {})

    def _is_there(self, origin: Origin) -> bool:
        path, there = origin.path, self.columns
        by_itself = path is None or origin.default is not None
        return by_itself or path in there or (self._dotted and str(path).split(".")[0] in there)

    def _picker(self) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
        """The usual case, text under its own header, is worth a faster way than one call a cell."""
        plain = {name: origin.path for name, origin in self._origins.items() if _is_plain(origin)}
        names = tuple(name for name, path in plain.items() if path in self.columns)
        if self._dotted or len(plain) < len(self._origins) or len(names) < 2:
            return self._one_by_one(plain)
        if names == tuple(self._origins) == tuple(plain.values()) and len(names) == len(self.columns):
            return lambda cells: cells
        pick = itemgetter(*(plain[name] for name in names))
        absent = {name: "" for name in self._origins if name not in names}
        return lambda cells: {**dict(zip(names, pick(cells), strict=True)), **absent}

    def _one_by_one(self, plain: Mapping[str, str | None]) -> Callable[[Mapping[str, Any]], Values]:
        """Text found at once is taken as it is; all else goes the long way."""

        def pick(cells: Mapping[str, Any]) -> Values:
            values = {}
            for name in self._origins:
                value = cells.get(plain.get(name) or "")
                values[name] = value if type(value) is str else self._found(name, cells)
            return values

        return pick

    def _found(self, name: str, cells: Mapping[str, Any]) -> Any:
        try:
            value = self._finders[name](cells)
        except NotValid as refusal:
            raise NotValid(refusal.code, **{**refusal.facts, "column": name}) from None
        if value is None:
            if name in self._wanted.required and not self.columns:
                raise NotValid("table.value_missing", column=name)
            return ""
        if self._wanted.flat and not isinstance(value, str):
            raise NotValid("table.not_text", column=name)
        return value


def _is_plain(origin: Origin) -> bool:
    return origin == Origin(path=origin.path) and bool(origin.path)


def _source(path: Path, *, flat: bool) -> Source:
    match kind_of(path):
        case Kind.CSV:
            return CsvFile(path)
        case Kind.JSONL:
            return JsonlFile(path, flat=flat)
        case Kind.XLSX:
            return XlsxFile(path)
        case Kind.PARQUET:
            return ParquetFile(path)
