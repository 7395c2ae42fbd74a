"""Rows given out as a table or as one JSON object a line, whichever the file's name says."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from hengcai.base.tables.rejects import quoted

TABLES = (".csv", ".csv.gz", ".jsonl", ".jsonl.gz")
LINES = (".jsonl", ".jsonl.gz")


def is_lines(to: Path | None) -> bool:
    return to is not None and to.name.lower().endswith(LINES)


def write_rows(
    stream: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, to: Path | None, is_safe: bool = False
) -> int:
    """How many there were. `is_safe`: a table to be opened, not to be brought in again: no text runs as a formula."""
    if is_lines(to):
        return write_lines(stream, rows)
    writer, count = csv.writer(stream, lineterminator="\n"), 0
    writer.writerow(columns)
    for row in rows:
        cells = [cell(row.get(name)) for name in columns]
        writer.writerow([quoted(text) for text in cells] if is_safe else cells)
        count += 1
    return count


def write_lines(stream: TextIO, rows: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def cell(value: Any) -> str:
    """Nothing is empty; lists and objects are written as JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def noted(name: str, thing: Any, **facts: object) -> None:
    """What is given out on the machine itself stands in the audit log like what a page gives out."""
    from hengcai.accounts.models import system_user
    from hengcai.audit.action import note

    note(name, thing, by=system_user(), form="command line", **facts)
