"""Tables as frames of text, many rows at a time, whichever kind of file they stand in.

What reads fast is read in columns: plain CSV, and Parquet of usual types. Everything else goes through the row reader,
which takes or refuses it as it does everywhere.
"""

import gzip
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from hengcai.base.errors import NotValid
from hengcai.base.tables.by_place import Limits
from hengcai.base.tables.cell_values import text_of
from hengcai.base.tables.kinds import Kind, check_beginning, is_packed, kind_of
from hengcai.base.tables.lines import GZIP_ERRORS
from hengcai.base.tables.parquet_file import ParquetFile
from hengcai.base.tables.plain_parquet import as_text, is_readable
from hengcai.base.tables.quoted_rows import quoted_rows
from hengcai.base.tables.reading import Columns, Table, open_table

ROWS, WEIGHT = 300_000, 16_000_000
MOST_UNPACKED = 8 << 30
SOMETHING = "1"


@dataclass(frozen=True, slots=True)
class Chunk:
    """`numbers` are those of the rows as an editor shows them, `place` what a refusal says of the file."""

    frame: pl.DataFrame
    numbers: Sequence[int]
    place: dict[str, object]


def frames(path: Path, columns: Columns, *, heavy: Collection[str] = ()) -> Iterator[Chunk]:
    """Our columns in their order, all of them text; one the file lacks is empty.

    Of a `heavy` column only whether anything stands there need be read: a list in it may come as `SOMETHING`.
    """
    if kind_of(path) == Kind.PARQUET and (slices := _parquet(path, columns, heavy)) is not None:
        yield from slices
        return
    with _plain(path) as plain, _named(path), open_table(plain, columns) as table:
        for chunk in _blocks(table, columns, heavy):
            yield replace(chunk, place={**chunk.place, "file": path.name})


@contextmanager
def _plain(path: Path) -> Iterator[Path]:
    """A packed CSV file unpacked for as long as it is read: of plain bytes a block that must be looked at can be given
    back."""
    if kind_of(path) != Kind.CSV or not is_packed(path):
        yield path
        return
    with path.open("rb") as raw:
        check_beginning(raw.read(64), expected="gzip", file=path.name)
    with TemporaryDirectory(prefix="hengcai-") as folder:
        plain = Path(folder) / path.name[: -len(".gz")]
        try:
            with gzip.open(path, "rb") as packed, plain.open("wb") as out:
                while some := packed.read(1 << 20):
                    if out.tell() > MOST_UNPACKED:
                        raise NotValid("table.too_large_unpacked", file=path.name)
                    out.write(some)
        except GZIP_ERRORS as error:
            raise NotValid("table.damaged", file=path.name) from error
        yield plain


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Refusals name the file that was given."""
    try:
        yield
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "file": path.name}) from None


def _blocks(table: Table, columns: Columns, heavy: Collection[str]) -> Iterator[Chunk]:
    wanted, layout = _wanted(columns), table.layout()
    if layout is None:
        yield from _by_rows(table, wanted, heavy)
        return
    named = {name: layout.columns[place] for name, place in layout.places.items() if name in wanted}
    limits, is_last, may_be_quoted = Limits(ROWS, tuple(heavy), WEIGHT), False, True
    while not is_last:
        if may_be_quoted and (found := quoted_rows(table.csv, named, limits, ids=columns.ids)) is not None:
            is_last = found.is_last
            cells = [_there(name, found.cells, len(found.numbers)) for name in wanted]
            yield Chunk(pl.DataFrame(cells), found.numbers, table.place)
            continue
        block = table.block(layout, limits)
        is_last, may_be_quoted = block.is_last, not any(isinstance(one, pl.Series) for one in block.columns)
        cells = [_cells(name, layout.places.get(name), block.columns, block.row_count) for name in wanted]
        yield Chunk(pl.DataFrame(cells), block.numbers, table.place)


def _there(name: str, cells: pl.DataFrame, count: int) -> pl.Series:
    return cells[name] if name in cells.columns else _empty(name, count)


def _cells(name: str, place: int | None, columns: Sequence[Any], count: int) -> pl.Series:
    if place is None or not count:
        return _empty(name, count)
    return pl.Series(name, columns[place], dtype=pl.String())


def _empty(name: str, count: int) -> pl.Series:
    return pl.repeat("", count, dtype=pl.String(), eager=True).alias(name)


def _by_rows(table: Table, wanted: Sequence[str], heavy: Collection[str]) -> Iterator[Chunk]:
    """What else stands in a row is let go at once."""
    rows, count = iter(table), ROWS
    while count == ROWS:
        told: dict[str, list[str]] = {name: [] for name in wanted}
        numbers = []
        for row in islice(rows, ROWS):
            numbers.append(row.number)
            for name, cells in told.items():
                value = row.values[name]
                cells.append(value if type(value) is str else _text(value, name, heavy, row.number, table))
        count = len(numbers)
        yield Chunk(pl.DataFrame(told, dict.fromkeys(wanted, pl.String())), numbers, table.place)


def _text(value: Any, name: str, heavy: Collection[str], number: int, table: Table) -> str:
    try:
        return _told(value, name, is_heavy=name in heavy)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, **table.place, "row": number}) from None


def _told(value: Any, name: str, *, is_heavy: bool) -> str:
    """A list of texts is written as a cell would hold it."""
    if is_heavy and isinstance(value, list | dict):
        return SOMETHING if value else ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ";".join(value)
    if isinstance(value, list | dict):
        raise NotValid("table.not_text", column=name)
    return text_of(value)


def _parquet(path: Path, columns: Columns, heavy: Collection[str]) -> Iterator[Chunk] | None:
    """None where the row reader must decide."""
    there, wanted = ParquetFile(path).columns, _wanted(columns)
    origins = {name: str((columns.mapping or {}).get(name, name)) for name in wanted}
    if any(not isinstance(one, str) for one in (columns.mapping or {}).values()) or not all(
        origins[name] in there for name in columns.required
    ):
        return None
    whole = pl.scan_parquet(path, glob=False)
    kinds = whole.collect_schema()
    present = {name: pl.col(source).alias(name) for name, source in origins.items() if source in there}
    for name in present:
        kind = kinds[origins[name]]
        if not (is_readable(kind, is_id=name in columns.ids) or _is_list_or_moment(kind, name, columns, heavy)):
            return None
    return _slices(whole.select(*present.values()), wanted, {"file": path.name})


def _is_list_or_moment(kind: pl.DataType, name: str, columns: Columns, heavy: Collection[str]) -> bool:
    return (kind == pl.List and name in heavy) or (kind == pl.Datetime and name not in columns.ids)


def _slices(whole: pl.LazyFrame, wanted: Sequence[str], place: dict[str, object]) -> Iterator[Chunk]:
    from polars.exceptions import PanicException, PolarsError

    start, count = 0, ROWS
    while count == ROWS:
        try:
            part = whole.slice(start, ROWS).collect()
        except (PolarsError, PanicException, OSError) as error:
            raise NotValid("table.damaged", **place) from error
        count = part.height
        cells = [_written(part[name]) if name in part.columns else _empty(name, count) for name in wanted]
        yield Chunk(pl.DataFrame(cells), range(start + 2, start + 2 + count), place)
        start += count


def _written(column: pl.Series) -> pl.Series:
    if column.dtype == pl.List:
        is_there = (column.list.len() > 0).fill_null(value=False)
        return pl.select(pl.when(is_there).then(pl.lit(SOMETHING)).otherwise(pl.lit(""))).to_series().alias(column.name)
    if isinstance(column.dtype, pl.Datetime):
        moments = column.dt.convert_time_zone("UTC") if column.dtype.time_zone else column
        return moments.dt.strftime("%Y-%m-%dT%H:%M:%S%.f" + ("Z" if column.dtype.time_zone else "")).fill_null("")
    return as_text(column)


def _wanted(columns: Columns) -> tuple[str, ...]:
    return (*columns.required, *columns.optional)
