"""Single cells of a table put right where they stand; everything else in the file stays as it is."""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.tables.csv_file import CsvFile
from hengcai.base.tables.csv_out import MARK, csv_cell
from hengcai.base.tables.kinds import Kind, kind_of

Edits = Mapping[int, Mapping[str, str]]
"""Row as an editor shows it → column → what is to stand there."""
ENDINGS = (".csv", ".xlsx")
_NO_FILE_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def is_correctable(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def correct(path: Path, edits: Edits) -> None:
    """The file is replaced as a whole, or not at all."""
    growing = path.with_name(f".{path.name}.part")
    try:
        _WRITERS[kind_of(path)](path, growing, edits)
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)


def _correct_csv(path: Path, to: Path, edits: Edits) -> None:
    """As UTF-8 with a mark; the numbers of the rows stay, since a cell keeps its line breaks."""
    source = CsvFile(path)
    try:
        columns, delimiter, encoding, header = source.columns, source.delimiter, source.encoding, source.next.row - 1
    finally:
        source.close()
    places = {name: place for place, name in enumerate(columns)}
    out = io.StringIO(newline="")
    with path.open(encoding=encoding, newline="") as stream:
        text = stream.read()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if "\n" in text else "\r")
    reader, number = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1
    for cells in reader:
        if number > header and number in edits:
            cells += [""] * (len(columns) - len(cells))
            for name, written in edits[number].items():
                cells[places[name]] = csv_cell(_storable(written))
        writer.writerow(cells)
        number = reader.line_num + 1
    to.write_text(MARK + out.getvalue().removeprefix(MARK), "utf-8", newline="")


def _correct_xlsx(path: Path, to: Path, edits: Edits) -> None:
    """Cells given anew are text, whatever they look like; days, formulas and formats of others are left alone."""
    import openpyxl

    from hengcai.base.tables.cell_values import CellReader
    from hengcai.base.tables.rows import header_of

    book: Any = openpyxl.load_workbook(path, keep_links=False)
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), book.worksheets[0])
    reader = CellReader()
    names = header_of([reader.read(cell)[0] for cell in next(sheet.iter_rows(min_row=1, max_row=1))], file=path.name)
    places = {name: place for place, name in enumerate(names, start=1)}
    for row, cells in edits.items():
        for name, text in cells.items():
            cell = sheet.cell(row, places[name])
            cell.number_format = "@"
            cell.value = _storable(text) or None
            cell.data_type = "s" if cell.value else "n"
    book.save(to)


def _storable(text: str) -> str:
    return _NO_FILE_HOLDS.sub("", text)


def _refuse(path: Path, _to: Path, _edits: Edits) -> None:
    raise NotValid("table.not_correctable", file=path.name, endings=ENDINGS)


_WRITERS = {Kind.CSV: _correct_csv, Kind.XLSX: _correct_xlsx, Kind.JSONL: _refuse, Kind.PARQUET: _refuse}
