"""Comma-separated files, also with tabs or semicolons between the cells."""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from hengcai.base.errors import NotValid
from hengcai.base.tables.cell_values import FORMULA, why_no_id
from hengcai.base.tables.lines import LONGEST_LINE, Lines, Position
from hengcai.base.tables.rows import NO_REASONS, Record, header_of, is_blank, paired
from hengcai.base.tables.safe_cells import as_meant, is_formula

BYTEWISE = ("utf-8", "gb18030")
"""No byte of a longer character is a separator, a quote or a line end in either."""
_SEPARATORS = ",\t;"
_QUOTED = re.compile(r'"[^"]*"?')
_SEPARATOR_LINE = re.compile(r'\s*"?sep=([^"\r\n])"?[,;\s]*', re.IGNORECASE)

RawRow = tuple[int, list[str], Mapping[str, str]]


class CsvFile:
    sheet = ""

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._lines = Lines(path)
        self._delimiter = ","
        try:
            header = [as_meant(name) for name in self._first_row()]
            self.columns = header_of(header, file=path.name, row=max(1, self._lines.number))
        except BaseException:
            self.close()
            raise
        self.width = -1 if "" in self.columns else len(self.columns)
        """How many cells a row has that can be read by their places alone; -1 where none can."""

    @property
    def encoding(self) -> str:
        return self._lines.encoding

    @property
    def delimiter(self) -> str:
        return self._delimiter

    @property
    def next(self) -> Position:
        return self._lines.next

    @property
    def is_over(self) -> bool:
        return self._lines.is_over

    @property
    def has_bytes(self) -> bool:
        """Lines can be taken by the thousand, and given back."""
        return self._lines.offset is not None and self.encoding in BYTEWISE

    def next_lines(self, most: int, most_bytes: int) -> tuple[bytes, int]:
        return self._lines.together(most, most_bytes)

    def give_back(self) -> None:
        self._lines.give_back()

    def go_to(self, position: Position) -> None:
        self._lines.go_to(position)

    def close(self) -> None:
        self._lines.close()

    def records(self) -> Iterator[Record]:
        for row in self.rows():
            if record := self.record_of(*row):
                yield record

    def rows(self) -> Iterator[RawRow]:
        """Each row's number, cells, and columns that hold no id; blank rows and uneven ones too.

        A row with a broken quote ends the reading: nobody can say where the next row begins.
        """
        lines = self._lines
        number = lines.number + 1
        try:
            for cells in self._reader(lines):
                not_ids: Mapping[str, str] = NO_REASONS
                if lines.has_signs:
                    lines.has_signs, not_ids = False, self._not_ids(cells)
                    cells = [as_meant(cell) for cell in cells]
                yield number, cells, not_ids
                number = lines.number + 1
        except csv.Error as error:
            raise NotValid("table.quotes_broken", file=self._file, row=number) from error

    def _not_ids(self, cells: list[str]) -> Mapping[str, str]:
        """A spreadsheet shows what a formula comes to, and nobody here can tell what that is."""
        named = zip(self.columns, cells, strict=False)
        found = {name: FORMULA if is_formula(cell) else why_no_id(as_meant(cell)) for name, cell in named}
        return {name: code for name, code in found.items() if code}

    def below(self) -> Iterator[tuple[int, list[str]]]:
        """Rows under the header as they stand; nothing can be read afterwards."""
        with suppress(csv.Error):
            for cells in self._reader(self._lines):
                yield self._lines.number, [as_meant(cell) for cell in cells]

    def record_of(self, number: int, cells: list[str], not_ids: Mapping[str, str] = NO_REASONS) -> Record | None:
        """None for a blank row."""
        if len(cells) == self.width and cells[0].strip():
            return Record(number, dict(zip(self.columns, cells, strict=True)), None, not_ids)
        if is_blank(cells):
            return None
        return self._uneven(number, cells)

    def _first_row(self) -> list[str]:
        """Excel's own line `sep=;` may stand before it; otherwise the sign that most often parts the names."""
        first = next(self._lines, "")
        if named := _SEPARATOR_LINE.fullmatch(first):
            self._delimiter, first = named[1], next(self._lines, "")
        else:
            bare = _QUOTED.sub("", first)
            self._delimiter = max(_SEPARATORS, key=bare.count)
        row = self._lines.number
        rest = (line for line in self._lines)
        try:
            return next(self._reader(_Chained(first, rest)), [])
        except csv.Error as error:
            raise NotValid("table.quotes_broken", file=self._file, row=row) from error

    def _reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        csv.field_size_limit(LONGEST_LINE)
        return csv.reader(lines, delimiter=self._delimiter, strict=True)

    def _uneven(self, number: int, cells: list[str]) -> Record:
        width = len(self.columns)
        code = None
        if any(cell.strip() for cell in cells[width:]):
            code = "table.too_many_fields"
        elif len(cells) < width:
            code = "table.too_few_fields"
        problem = NotValid(code, found=len(cells), expected=width) if code else None
        return Record(number, paired(self.columns, cells), problem)


class _Chained(Iterator[str]):
    """The line already read, then the others, taken one at a time."""

    def __init__(self, first: str, rest: Iterator[str]) -> None:
        self._first: str | None = first
        self._rest = rest

    def __next__(self) -> str:
        first, self._first = self._first, None
        return next(self._rest) if first is None else first
