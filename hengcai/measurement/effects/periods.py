"""Periods in their order: numbers, days, or labels such as 2026-3, 2026Q1, 2026年3月."""

import re

from hengcai.measurement.columns import Column, is_missing, is_number
from hengcai.measurement.errors import NotATable
from hengcai.measurement.limits import LARGEST_NAME, NAMES

DIGITS = re.compile(r"\d+", re.ASCII)
NUMBER = "number"
Key = tuple[float, ...]


def period_keys(values: Column, *, name: str, shape: str | None = None) -> tuple[list[Key | None], str]:
    """What each value sorts by (None where it is missing), and the shape all of them share.

    All are numbers, or all are labels with the same text around their numbers, which then count from the left. A value
    of another shape is refused by its row: its place in time would be a guess.
    """
    keys: list[Key | None] = []
    for row, value in enumerate(list(values)):
        if is_missing(value):
            keys.append(None)
            continue
        found, key = _shape_and_key(value)
        if found == NUMBER and not NAMES.allows(key[0]):
            raise NAMES.refusal(key[0], name=name, position=row)
        shape = shape or found
        if found != shape or not key or max(key) > LARGEST_NAME:
            raise NotATable("panel.period_unreadable", column=name, value=str(value), position=row)
        keys.append(key)
    return keys, shape or ""


def _shape_and_key(value: object) -> tuple[str, Key]:
    if is_number(value):
        return NUMBER, (float(value),)  # type: ignore[arg-type]
    text = str(value).strip()
    return DIGITS.sub("#", text), tuple(float(part) for part in DIGITS.findall(text))
