"""Parquet files, a slice at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.tables.cell_values import text_of, why_value_is_no_id
from hengcai.base.tables.kinds import check_beginning
from hengcai.base.tables.lines import Position
from hengcai.base.tables.rows import Record, check_width, twice_among

if TYPE_CHECKING:
    import polars as pl

_SLICE = 50_000


class ParquetFile:
    sheet = ""

    def __init__(self, path: Path) -> None:
        self._file = path.name
        with path.open("rb") as stream:
            check_beginning(stream.read(64), expected="parquet", file=path.name)
        self._frame, self.columns = _opened(path)
        check_width(len(self.columns), file=path.name)
        if (twice := twice_among(self.columns)) is not None:
            raise NotValid("table.column_twice", file=path.name, column=twice)
        self._number = 1

    @property
    def next(self) -> Position:
        return Position(self._number + 1)

    def go_to(self, position: Position) -> None:
        self._number = max(1, position.row - 1)

    def close(self) -> None:
        """Nothing stays open between slices."""

    def below(self) -> Iterator[tuple[int, list[str]]]:
        """Column names stand nowhere else in such a file."""
        return iter(())

    def records(self) -> Iterator[Record]:
        while rows := self._slice(self._number - 1):
            for row in rows:
                self._number += 1
                not_ids = {name: code for name, value in row.items() if (code := why_value_is_no_id(value))}
                yield Record(self._number, {name: _plain(value) for name, value in row.items()}, not_ids=not_ids)

    def _slice(self, start: int) -> list[dict[str, Any]]:
        from polars.exceptions import PanicException, PolarsError

        try:
            return self._frame.slice(start, _SLICE).collect().to_dicts()
        except (PolarsError, PanicException, OSError) as error:
            raise NotValid("table.damaged", file=self._file) from error


def _plain(value: Any) -> Any:
    return value if isinstance(value, list | dict | str) else text_of(value)


def _opened(path: Path) -> "tuple[pl.LazyFrame, tuple[str, ...]]":
    import polars as pl
    from polars.exceptions import PanicException, PolarsError

    try:
        frame = pl.scan_parquet(path, glob=False)
        return frame, tuple(frame.collect_schema().names())
    except (PolarsError, PanicException, OSError) as error:
        raise NotValid("table.damaged", file=path.name) from error
