"""`open_table`: the one way in to any table people bring."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.ids import visible
from hengcai.base.tables.by_place import Block, Cells, Layout, Limits
from hengcai.base.tables.calm_rows import calm_rows
from hengcai.base.tables.cell_values import FORMULA
from hengcai.base.tables.csv_file import CsvFile, RawRow
from hengcai.base.tables.jsonl_file import JsonlFile
from hengcai.base.tables.kinds import Kind, kind_of
from hengcai.base.tables.lines import Position
from hengcai.base.tables.mapping import Origin, finder, origins
from hengcai.base.tables.parquet_file import ParquetFile
from hengcai.base.tables.rejects import is_rejects_header, restored
from hengcai.base.tables.rows import BadRow, Record, Source, is_blank
from hengcai.base.tables.safe_cells import unquoted
from hengcai.base.tables.xlsx_file import XlsxFile

Values = dict[str, Any]
Picker = Callable[[Mapping[str, Any]], Mapping[str, Any]]
MOST_NAMED = 40
ROWS_OF_TITLES = 5


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
    ids: tuple[str, ...] = ()
    """Columns that name somebody or something: no day, no true or false, no number of which digits are lost."""
    names: tuple[str, ...] = ()
    """Those among `ids` that hold a name in people's own words, so that in CSV a = in front is part of it."""


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
        self._raw: Iterator[RawRow] | None = None
        self._source = _source(path, flat=columns.flat)
        self._dotted = isinstance(self._source, JsonlFile | ParquetFile)
        self._finders = {name: finder(origin, dotted=self._dotted) for name, origin in self._origins.items()}
        self.columns = self._named()
        self._ids = {str(self._origins[name].path): name for name in columns.ids if name in self._origins}
        try:
            self._check_columns()
            if start is not None:
                self._source.go_to(start)
        except BaseException:
            self.close()
            raise

    @property
    def sheet(self) -> str:
        """The one that is read, of a workbook."""
        return self._source.sheet

    @property
    def place(self) -> dict[str, object]:
        """What a refusal says of where in the world it is."""
        return {"file": self.file, "sheet": self.sheet} if self.sheet else {"file": self.file}

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
            if row := self._row(record, pick):
                yield row

    def _row(self, record: Record, pick: Picker) -> Row | None:
        """None for one that was refused."""
        try:
            if record.problem is not None:
                raise record.problem
            if record.not_ids:
                self._check_ids(record)
            return Row(record.number, pick(record.cells), record.cells)
        except Refusal as refusal:
            self._refuse(record, refusal)
            return None

    def layout(self) -> Layout | None:
        """Where our columns stand, if every row can be read by its places alone: a CSV file under a plain header."""
        source, columns = self._source, self.columns
        is_plain = all(map(_is_plain, self._origins.values()))
        if not isinstance(source, CsvFile) or source.width < 0 or not is_plain:
            return None
        paths = {name: str(origin.path) for name, origin in self._origins.items()}
        return Layout(columns, {name: columns.index(path) for name, path in paths.items() if path in columns})

    def block(self, layout: Layout, limits: Limits) -> Block:
        """The next rows; those that are no rows of this table go the way of bad rows and count as rows."""
        first = self.csv.next.row
        calm = calm_rows(self.csv, limits)
        if calm is None:
            return self._careful_block(layout, limits)
        numbers, columns = range(first, first + len(calm)), calm.get_columns()
        return Block(layout, numbers, columns, self._row_by_place(numbers, columns), is_last=self.csv.is_over)

    def _careful_block(self, layout: Layout, limits: Limits) -> Block:
        source = self.csv
        heavy = [layout.places[name] for name in limits.heavy if name in layout.places]
        pick, numbers = self._picker(), []
        rows: list[list[str]] = []
        left, weight = limits.rows, limits.weight
        self._raw = self._raw or source.rows()
        for number, cells, not_ids in self._raw:
            even = self._evened((number, cells, not_ids), pick) if not_ids or len(cells) != source.width else cells
            if even is None:
                left -= 1
            elif even and (even[0].strip() or not is_blank(even)):
                numbers.append(number)
                rows.append(even)
                left -= 1
                weight -= sum(len(even[place]) for place in heavy)
            if left <= 0 or weight <= 0:
                break
        columns = tuple(zip(*rows, strict=True)) or ((),) * source.width
        row_of = self._row_by_place(numbers, columns)
        return Block(layout, numbers, columns, row_of, is_last=left > 0 and weight > 0)

    def _row_by_place(self, numbers: Sequence[int], columns: Sequence[Cells]) -> Callable[[int], Row]:
        pick = self._picker()

        def row_of(place: int) -> Row:
            cells = [column[place] for column in columns]
            record = cast(Record, self.csv.record_of(numbers[place], cells))
            return Row(record.number, pick(record.cells), record.cells)

        return row_of

    def _evened(self, raw: RawRow, pick: Picker) -> list[str] | None:
        """Without blank cells too many; empty for a blank row; None for one that was refused."""
        record = self.csv.record_of(*raw)
        if record is None:
            return []
        return raw[1][: len(self.columns)] if self._row(record, pick) else None

    @property
    def csv(self) -> CsvFile:
        return cast(CsvFile, self._source)

    def _named(self) -> tuple[str, ...]:
        """The file's own column names; empty for JSONL, which has no header."""
        names = self._source.columns
        return tuple(unquoted(name) for name in names) if self._was_quoted else names

    @property
    def _was_quoted(self) -> bool:
        """Rejects that were opened in a spreadsheet and saved as a workbook; of CSV it is taken off in any case."""
        return is_rejects_header(self._source.columns) and not isinstance(self._source, CsvFile)

    def _records(self) -> Iterator[Record]:
        if not self._was_quoted:
            return self._source.records()
        return (replace(one, cells=restored(one.cells)) for one in self._source.records())

    def _check_ids(self, record: Record) -> None:
        for path, code in record.not_ids.items():
            name = self._ids.get(path)
            if name and not (code == FORMULA and name in self._wanted.names):
                raise NotValid(code, column=name, value=record.cells[path])

    def _refuse(self, record: Record, refusal: Refusal) -> None:
        if self._bad_row is None:
            raise NotValid(refusal.code, **{**refusal.facts, **self.place, "row": record.number})
        self._bad_row(BadRow(record.number, record.cells, refusal))

    def _check_columns(self) -> None:
        if not self.columns:
            return
        needed = [name for name in self._origins if name in self._wanted.required or self._is_mapped(name)]
        absent = [self._origins[name].path for name in needed if not self._is_there(self._origins[name])]
        if absent:
            self._check_below(absent)
            found = [*self.columns[:MOST_NAMED], *(["…"] if len(self.columns) > MOST_NAMED else [])]
            raise NotValid("table.columns_missing", **self.place, missing=absent, found=found)

    def _check_below(self, absent: Sequence[str | None]) -> None:
        """Titles, or groups of columns, above the names: then these stand a few rows further down."""
        for number, cells in islice(self._source.below(), ROWS_OF_TITLES):
            if set(absent) <= {visible(cell).strip() for cell in cells}:
                raise NotValid("table.names_further_down", **self.place, row=number, names=absent[:MOST_NAMED])

    def _is_mapped(self, name: str) -> bool:
        return name in (self._wanted.mapping or {})

    def _is_there(self, origin: Origin) -> bool:
        path, there = origin.path, self.columns
        by_itself = path is None or origin.default is not None
        return by_itself or path in there or (self._dotted and str(path).split(".")[0] in there)

    def _picker(self) -> Picker:
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


def rows_below(path: Path, most: int) -> list[tuple[int, list[str]]]:
    """The first rows under the header as they stand, whatever the header holds."""
    source = _source(path, flat=True)
    try:
        return list(islice(source.below(), most))
    finally:
        source.close()
