"""Sorting rows that are read whole: scorecards, forms, policies."""

from collections.abc import Sequence
from typing import Any

from hengcai.base.sorting import Orders
from hengcai.base.spelling import name_key
from hengcai.web.shell.lists.columns import Column


def by_columns(*codes: str) -> Orders:
    """Headings that sort by what stands under them."""
    return Orders(dict.fromkeys(codes, ()))


def sorted_at_hand(rows: Sequence[Any], column: Column, *, is_down: bool) -> list[Any]:
    """Stable: equal ones stay as they came; what is empty comes last, whichever way."""
    found = [(row, column.value(row)) for row in rows]
    there = [(row, _key(value)) for row, value in found if value not in (None, "")]
    empty = [row for row, value in found if value in (None, "")]
    return [row for row, _value in sorted(there, key=lambda one: one[1], reverse=is_down)] + empty


def _key(value: Any) -> Any:
    is_plain = isinstance(value, int | float) or hasattr(value, "isoformat") or hasattr(value, "as_integer_ratio")
    return value if is_plain else name_key(str(value))
