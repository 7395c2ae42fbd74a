"""Rows given out as a table or as one JSON object a line, whichever the file's name says."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from hengcai.base.tables.csv_out import write_csv

if TYPE_CHECKING:
    from hengcai.accounts.models import User


@dataclass(frozen=True)
class Counted:
    """How many were written, and how many could not be, or not whole."""

    count: int
    at_fault: int


TABLES = (".csv", ".csv.gz", ".jsonl", ".jsonl.gz")
LINES = (".jsonl", ".jsonl.gz")


def is_lines(to: Path | None) -> bool:
    return to is not None and to.name.lower().endswith(LINES)


def write_rows(stream: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, to: Path | None) -> int:
    """How many there were."""
    if is_lines(to):
        return write_lines(stream, rows)
    return write_csv(stream, columns, ([row.get(name) for name in columns] for row in rows))


def write_lines(stream: TextIO, rows: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def noted(name: str, thing: Any, *, by: "User | None" = None, **facts: object) -> None:
    """What is given out on the machine itself stands in the audit log like what a page gives out."""
    from hengcai.accounts.models import system_user
    from hengcai.audit.action import note

    note(name, thing, by=by or system_user(), form="command line", **facts)
