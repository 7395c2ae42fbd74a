"""Writes a workbook from a plain description, row by row, so that its length does not count in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from hengcai.base.apart import apart

LONGEST_CELL = 32_767
MANY_ROWS = 500
DAY, MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
_NOT_IN_A_TITLE = str.maketrans("[]:*?/\\'", "        ")
Cell = str | int | float | Decimal | Fraction | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table under its header in row 1; `notes` go to a sheet of their own, so the table can be read back."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[float] = ()
    notes: Sequence[str] = ()
    notes_title: str = "Notes"


def write_workbook(target: str | Path | BinaryIO, sheets: Sequence[Sheet]) -> None:
    """Text stays text, whatever sign it begins with; nothing becomes a formula or a link."""
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": DAY,
    }
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, options) as book:
        heading = book.add_format({"bold": True, "bottom": 1})
        for sheet in sheets:
            _write_table(book, sheet, heading)
        for sheet in sheets:
            if sheet.notes:
                _write_notes(book, sheet)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file itself, to be sent to somebody; a long one is not made in the memory of the web server."""
    rows = [list(sheet.rows) for sheet in sheets]
    whole = [replace(sheet, rows=some) for sheet, some in zip(sheets, rows, strict=True)]
    return apart(_made, whole) if sum(map(len, rows)) > MANY_ROWS else _made(whole)


def _made(sheets: Sequence[Sheet]) -> bytes:
    out = BytesIO()
    write_workbook(out, sheets)
    return out.getvalue()


def write_sheet(target: str | Path | BinaryIO, sheet: Sheet) -> None:
    write_workbook(target, [sheet])


def _write_table(book: Any, sheet: Sheet, heading: Any) -> None:
    page = book.add_worksheet(_title(sheet.title, book))
    page.freeze_panes(1, 0)
    for place, name in enumerate(sheet.columns):
        wished = sheet.widths[place] if place < len(sheet.widths) else _width(name)
        page.set_column(place, place, wished)
    for place, name in enumerate(sheet.columns):
        page.write_string(0, place, name[:LONGEST_CELL], heading)
    minutes = book.add_format({"num_format": MOMENT})
    for number, row in enumerate(sheet.rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                page.write_datetime(number, place, cell, minutes if isinstance(cell, datetime) else None)
            else:
                _write_cell(page, number, place, cell)


def _write_notes(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(_title(sheet.notes_title, book))
    page.set_column(0, 0, 100, book.add_format({"text_wrap": True}))
    for number, note in enumerate(sheet.notes):
        page.write_string(number, 0, note[:LONGEST_CELL])


def _write_cell(page: Any, number: int, place: int, cell: str | float | Decimal | Fraction | None) -> None:
    if isinstance(cell, str):
        if cell:
            page.write_string(number, place, cell[:LONGEST_CELL])
    elif cell is not None:
        page.write_number(number, place, float(cell))


def _title(text: str, book: Any) -> str:
    """At most 31 signs, none that a sheet's name may not hold, and no name twice."""
    clean = " ".join(text.translate(_NOT_IN_A_TITLE).split())[:28] or "Sheet"
    taken = {page.get_name().lower() for page in book.worksheets()}
    names = [clean, *(f"{clean} {number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name.lower() not in taken)


def _width(name: str) -> float:
    """Chinese signs are twice as wide."""
    return min(60, max(10, 2 + sum(2 if ord(sign) > 0x2E7F else 1 for sign in name)))
