"""A file looked through without anything coming in: what would become of each row, with all that is wrong with it."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from hengcai.accounts.models import User
from hengcai.base.errors import Refusal
from hengcai.base.tables.reading import Row
from hengcai.interactions import files
from hengcai.interactions.actions.importing import plain_facts
from hengcai.interactions.files import Batch
from hengcai.interactions.kinds.registry import Chunk, Outcome, handler_of
from hengcai.interactions.models import ImportRun

FIRST_ROWS = 20
LONGEST_CELL = 200
COUNTED = ("added", "updated", "passed_over")


@dataclass(frozen=True)
class CheckedRow:
    """A row as the file has it, with all that is wrong; `column` of a fault is ours."""

    number: int
    original: Mapping[str, Any]
    faults: tuple[Refusal, ...] = ()


@dataclass
class Checked:
    """A chunk of the file: how many rows, those at fault, and its first rows whatever they are."""

    count: int
    outcome: Outcome
    at_fault: list[CheckedRow]
    first: list[CheckedRow]
    end: dict[str, Any] = field(default_factory=dict)
    is_last: bool = True


def check(run: ImportRun, *, by: User) -> Generator[Checked, None, None]:
    """`run` is not stored: a kind, a path, a mapping, options, and where to begin."""
    handler_of(run.kind).permission.enter([], by)
    reader, seen = files.Reader(run), dict[str, str]()
    used = files.columns_used(run.kind, run.mapping)
    try:
        is_last = False
        while not is_last:
            batch = reader.batch()
            is_last = batch.is_last
            chunk = Chunk(batch.rows, by, run.options, is_dry=True, columns_used=used, seen=seen, block=batch.block)
            yield _checked(batch, chunk, run.kind)
    finally:
        reader.close()


def _checked(batch: Batch, chunk: Chunk, kind: str) -> Checked:
    handler = handler_of(kind)
    with transaction.atomic():
        prepared = handler.prepare(chunk) if handler.prepare else None
        outcome = handler.apply(Chunk(**{**vars(chunk), "prepared": prepared}))
        transaction.set_rollback(True)
    refused = {row.number: (row, refusal) for row, refusal in outcome.rejects}
    more = handler.faults(chunk, [row for row, _refusal in refused.values()]) if handler.faults else {}
    at_fault = [CheckedRow(bad.number, bad.original, (bad.refusal,)) for bad in batch.bad]
    at_fault += [
        CheckedRow(row.number, row.original, _all(one, more.get(row.number, ()))) for row, one in refused.values()
    ]
    at_fault.sort(key=lambda row: row.number)
    return Checked(batch.count, outcome, at_fault, _first(batch, at_fault), batch.end, batch.is_last)


def _all(first: Refusal, others: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """What `apply` refused, unless the closer look found something in that very column."""
    found = tuple(others)
    column = first.facts.get("column")
    return found if any(one.facts.get("column") == column for one in found) else (first, *found)


def _first(batch: Batch, at_fault: Iterable[CheckedRow]) -> list[CheckedRow]:
    wrong = {row.number: row for row in at_fault}
    good = [wrong.get(row.number) or CheckedRow(row.number, row.original) for row in _rows(batch)]
    numbers = {row.number for row in good}
    rest = [row for row in wrong.values() if row.number not in numbers]
    return sorted([*good, *rest], key=lambda row: row.number)[:FIRST_ROWS]


def _rows(batch: Batch) -> list[Row]:
    if batch.block is None:
        return batch.rows[:FIRST_ROWS]
    return [batch.block.row_of(place) for place in range(min(FIRST_ROWS, batch.block.row_count))]


def kept_row(row: CheckedRow, mapping: Mapping[str, Any], shown: Iterable[str]) -> dict[str, Any]:
    """As a draft keeps it, columns under the file's own names."""
    cells = {name: short(row.original[name]) for name in shown if name in row.original}
    faults = [_kept_fault(one, mapping) for one in row.faults]
    return {"row": row.number, "cells": cells, "faults": faults}


def short(value: Any) -> str:
    text = value if isinstance(value, str) else "" if value is None else str(value)
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"


def _kept_fault(refusal: Refusal, mapping: Mapping[str, Any]) -> dict[str, Any]:
    column = str(refusal.facts.get("column", ""))
    named = files.column_in_file(dict(mapping), column) if column else ""
    return {"column": named, "ours": column, "code": refusal.code, "facts": plain_facts(refusal)}


def counted(outcome: Outcome) -> dict[str, int]:
    return {name: getattr(outcome, name) for name in COUNTED}
