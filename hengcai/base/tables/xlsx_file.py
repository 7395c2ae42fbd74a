"""The first visible sheet of a workbook: values only, one header row, no merged cells, no formulas."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.cell_values import CellReader
from hengcai.base.tables.kinds import check_beginning, check_zip
from hengcai.base.tables.lines import Position
from hengcai.base.tables.rows import NO_REASONS, Record, header_of, is_blank, paired
from hengcai.base.tables.xlsx_book import first_sheet, scanned

MOST_ROWS = 200_000
_LAST_ROW_OF_A_SHEET = 1_048_576
_IN_ROW_1 = re.compile(r"\$?[A-Z]+\$?1(:|$)")


class XlsxFile:
    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._number = 1
        self._start = 2
        self._cells = CellReader()
        self.sheet = ""
        self._stream = path.open("rb")
        try:
            check_beginning(self._stream.read(64), expected="zip", file=path.name)
            check_zip(path)
            self._sheet = first_sheet(self._stream, file=path.name)
            self.sheet = self._sheet.title
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
                read = [self._cells.read(cell) for cell in row]
                if not is_blank([text for text, _code in read]):
                    yield self._record(number, row, read)

    def below(self) -> Iterator[tuple[int, list[str]]]:
        for number, row in self._numbered():
            if number > 1:
                yield number, [self._cells.read(cell)[0] for cell in row]

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

    @property
    def _place(self) -> dict[str, Any]:
        return {"file": self._file, "sheet": self.sheet}

    def _header(self) -> tuple[str, ...]:
        """A title above the column names is told for what it is: a lone cell over a row of several."""
        rows = self._numbered()
        _, row = next(rows, (1, ()))
        if formula := next((cell for cell in row if cell.data_type == "f"), None):
            raise NotValid("table.formula", **self._place, row=1, cell=formula.coordinate)
        names = header_of([self._cells.read(cell)[0] for cell in row], **self._place)
        if len([name for name in names if name]) == 1:
            _, below = next(rows, (2, ()))
            if sum(cell.value is not None for cell in below) > 1:
                raise NotValid("table.title_above_header", **self._place, row=1, title=next(filter(None, names)))
        return names

    def _record(self, number: int, row: Sequence[Any], read: Sequence[tuple[str, str]]) -> Record:
        width = len(self.columns)
        problem: Refusal | None = None
        for place, cell in enumerate(row):
            if cell.data_type in ("f", "e"):
                code = "table.formula" if cell.data_type == "f" else "table.error_value"
                named = self.columns[place] if place < width else ""
                problem = problem or NotValid(code, cell=cell.coordinate, column=named, value=str(cell.value))
        cells = [text for text, _code in read]
        if problem is None and not is_blank(cells[width:]):
            problem = NotValid("table.too_many_fields", found=len(cells), expected=width)
        codes = {name: code for name, (_text, code) in zip(self.columns, read, strict=False) if code}
        return Record(number, paired(self.columns, cells), problem, codes or NO_REASONS)

    def _check_shape(self, path: Path) -> None:
        merged, rows = scanned(path, self._sheet)
        if above := [one for one in merged if _IN_ROW_1.match(one)]:
            raise NotValid("table.header_of_two_lines", **self._place, row=1, ranges=above[:5])
        if merged:
            raise NotValid("table.merged_cells", **self._place, ranges=merged[:5])
        if rows > MOST_ROWS + 1 and self._filled_rows() > MOST_ROWS:
            raise NotValid("table.too_many_rows", **self._place, most=MOST_ROWS)

    def _filled_rows(self) -> int:
        """Formatted but empty rows do not count against the limit; counting stops once it is passed."""
        filled = -1
        for _, row in self._numbered():
            filled += any(cell.value is not None for cell in row)
            if filled > MOST_ROWS:
                break
        return filled
