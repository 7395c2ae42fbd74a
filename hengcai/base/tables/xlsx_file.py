"""The first sheet of a workbook: values only, one header row, no merged cells, no formulas."""

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.kinds import check_beginning, check_zip
from hengcai.base.tables.lines import Position
from hengcai.base.tables.rows import Record, header_of, paired

MOST_ROWS = 200_000
_LAST_ROW_OF_A_SHEET = 1_048_576
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:$]+)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CHUNK = 1 << 20


class XlsxFile:
    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._number = 1
        self._start = 2
        self._stream = path.open("rb")
        try:
            check_beginning(self._stream.read(64), expected="zip", file=path.name)
            check_zip(path)
            self._sheet = _first_sheet(self._stream, file=path.name)
            self._check_shape(path)
            self.columns = self._header()
        except BaseException:
            self.close()
            raise

    @property
    def next(self) -> Position:
        return Position(self._number + 1)

    def go_to(self, position: Position) -> None:
        self._start = max(2, position.row)
        self._number = self._start - 1

    def close(self) -> None:
        self._stream.close()

    def records(self) -> Iterator[Record]:
        for number, row in self._numbered():
            if number < self._start:
                continue
            self._number = number
            if any(cell.value is not None and cell.value != "" for cell in row):
                yield self._record(number, row)

    def _numbered(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """Whatever is broken inside the file shows itself only while reading, as any of a dozen exceptions."""
        rows = enumerate(self._sheet.iter_rows(), start=1)
        while True:
            try:
                numbered = next(rows, None)
            except Exception as error:
                raise NotValid("table.damaged", file=self._file) from error
            if numbered is None:
                return
            if numbered[0] > _LAST_ROW_OF_A_SHEET:
                raise NotValid("table.damaged", file=self._file)
            yield numbered

    def _header(self) -> tuple[str, ...]:
        for _, row in self._numbered():
            if formula := next((cell for cell in row if cell.data_type == "f"), None):
                raise NotValid("table.formula", file=self._file, row=1, cell=formula.coordinate)
            return header_of([text_of(cell.value) for cell in row], file=self._file)
        raise NotValid("table.header_missing", file=self._file, row=1)

    def _record(self, number: int, row: Sequence[Any]) -> Record:
        width = len(self.columns)
        problem: Refusal | None = None
        for place, cell in enumerate(row):
            if cell.data_type in ("f", "e"):
                code = "table.formula" if cell.data_type == "f" else "table.error_value"
                named = self.columns[place] if place < width else ""
                problem = problem or NotValid(code, cell=cell.coordinate, column=named, value=str(cell.value))
        cells = [text_of(cell.value) for cell in row]
        if problem is None and any(cell.strip() for cell in cells[width:]):
            problem = NotValid("table.too_many_fields", found=len(cells), expected=width)
        return Record(number, paired(self.columns, cells), problem)

    def _check_shape(self, path: Path) -> None:
        merged, rows = _scanned(path, self._sheet)
        if merged:
            raise NotValid("table.merged_cells", file=self._file, ranges=merged[:5])
        if rows > MOST_ROWS + 1 and self._filled_rows() > MOST_ROWS:
            raise NotValid("table.too_many_rows", file=self._file, most=MOST_ROWS)

    def _filled_rows(self) -> int:
        """Formatted but empty rows do not count against the limit; counting stops once it is passed."""
        filled = -1
        for _, row in self._numbered():
            filled += any(cell.value is not None for cell in row)
            if filled > MOST_ROWS:
                break
        return filled


def text_of(value: object) -> str:
    """A cell as people see it: plain digits, days as YYYY-MM-DD, moments as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(format(value, ".15g")), "f")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return text_of(value.total_seconds())
    return str(value)


def _first_sheet(stream: BinaryIO, *, file: str) -> Any:
    import openpyxl

    try:
        sheet = openpyxl.load_workbook(stream, read_only=True).worksheets[0]
        sheet.reset_dimensions()
    except Exception as error:  # openpyxl lets whatever a damaged part provokes pass through
        raise NotValid("table.damaged", file=file) from error
    return sheet


def _scanned(path: Path, sheet: Any) -> tuple[list[str], int]:
    """Merged ranges and the number of rows, from the sheet's own bytes: the streaming reader knows neither."""
    merged: list[str] = []
    rows, rest = 0, b""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(sheet._worksheet_path) as stream:
            while chunk := stream.read(_CHUNK):
                text = rest + chunk
                last_tag = max(text.rfind(b"<"), 0) or len(text)
                merged += [found.decode() for found in _MERGED.findall(text, 0, last_tag)]
                rows += len(_ROW.findall(text, 0, last_tag))
                rest = text[last_tag:]
    except (zipfile.BadZipFile, zlib.error, OSError, KeyError, EOFError, NotImplementedError) as error:
        raise NotValid("table.damaged", file=path.name) from error
    return merged, rows
