"""The one way out for CSV: a mark so that spreadsheets read Chinese, no text that runs as a formula, numbers bare."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TextIO

from hengcai.base.tables.safe_cells import quoted

MARK = "\ufeff"


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """How many rows there were. What `open_table` reads from it is what was written."""
    stream.write(MARK + csv_line(columns))
    count = 0
    for row in rows:
        stream.write(csv_line(row))
        count += 1
    return count


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO(newline="")
    write_csv(text, columns, rows)
    return text.getvalue().encode()


def csv_line(cells: Iterable[Any]) -> str:
    """A return within a cell is quoted only where returns end lines, so the line's own is taken off afterwards."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow([csv_cell(cell) for cell in cells])
    return line.getvalue().removesuffix("\r\n") + "\n"


def csv_cell(value: Any) -> str:
    """Nothing is empty; lists and objects are written as JSON."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal | Fraction):
        return str(value)
    if isinstance(value, list | dict):
        return quoted(json.dumps(value, ensure_ascii=False))
    return "" if value is None else quoted(str(value))
