"""Rows of a file of bases: person, from, base, fixed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from hengcai.base.dates import written_day
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.consequences.rules.pay import check_amount

REQUIRED, OPTIONAL = ("person", "from", "base"), ("fixed",)


@dataclass(frozen=True, slots=True)
class BaseRow:
    line: int
    person: str
    since: date
    base: Fraction
    fixed: Fraction


def base_row(line: int, values: Mapping[str, Any]) -> BaseRow:
    """Each refusal names row and column."""
    person = folded(str(values.get("person") or "").strip())
    if not person:
        raise NotValid("consequences.cell_missing", row=line, column="person")
    since = _day(line, _needed(line, values, "from"))
    base = _amount(line, _needed(line, values, "base"), "base")
    fixed = _amount(line, str(values.get("fixed") or "").strip() or "0", "fixed")
    return BaseRow(line, person, since, base, fixed)


def check_once(rows: Sequence[BaseRow]) -> None:
    seen: set[tuple[str, date]] = set()
    for row in rows:
        if (row.person, row.since) in seen:
            raise NotValid("consequences.base_twice", row=row.line, number=row.person, day=row.since)
        seen.add((row.person, row.since))


def _needed(line: int, values: Mapping[str, Any], column: str) -> str:
    text = str(values.get(column) or "").strip()
    if not text:
        raise NotValid("consequences.cell_missing", row=line, column=column)
    return text


def _amount(line: int, text: str, column: str) -> Fraction:
    try:
        return check_amount(exact(text), column)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "row": line, "column": column}) from None


def _day(line: int, text: str) -> date:
    try:
        return written_day(text)
    except ValueError:
        raise NotValid("consequences.day_unreadable", row=line, column="from", value=text) from None
