"""What may be decided in place of what was collected, and the value it must lie in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hengcai.appraisal.rules.month import check_value
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.base.errors import NotValid

LEVEL, MARK, FIGURE = "level", "mark", "figure"
RULABLE_SOURCES = ("superior", "peer", "practical")  # nobody rules on what somebody said of themselves
MOST_PLACES = 6
RANGES = {LEVEL: (1, 5), MARK: (0, 100)}


@dataclass(frozen=True, order=True)
class Part:
    """What can be ruled on. `source` of a level only."""

    kind: str
    source: str
    code: str

    @property
    def key(self) -> str:
        return ":".join((self.kind, self.source, self.code))


@dataclass(frozen=True)
class Ruled:
    part: Part
    value: Decimal


def part_of(key: str) -> Part | None:
    kind, _, rest = key.partition(":")
    source, _, code = rest.partition(":")
    return Part(kind, source, code) if code else None


def rulable_parts(inputs: Mapping[str, Any], indicators: Iterable[str]) -> dict[Part, str | None]:
    """Part → what counts today, of a result's own inputs; an indicator without data may be given some."""
    found: dict[Part, str | None] = {}
    for source, _rater, item, level in inputs.get("ratings", []):
        if source in RULABLE_SOURCES:
            part = Part(LEVEL, source, item)
            found[part] = level if part not in found else None if found[part] != level else level
    for test, _attempt, mark in inputs.get("marks", []):
        found[Part(MARK, "", test)] = mark
    figures = {**inputs.get("counted", {}), **inputs.get("rated", {})}
    found.update({Part(FIGURE, "", code): figures.get(code) for code in indicators})
    return found


def check_rulings(ruled: Iterable[Ruled], parts: Iterable[Part], policy: MonthPolicy | None) -> None:
    """Each of a part that is there, once, with a value it can have."""
    known, seen = set(parts), set()
    for one in ruled:
        if one.part not in known or one.part in seen:
            raise NotValid("appraisal.ruling_unknown", part=one.part.key)
        seen.add(one.part)
        _check_value(one, policy)


def _check_value(one: Ruled, policy: MonthPolicy | None) -> None:
    exponent = one.value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > MOST_PLACES or abs(one.value) >= Decimal(10) ** 12:
        raise NotValid("appraisal.ruling_value", part=one.part.code, value=str(one.value))
    if one.part.kind == FIGURE:
        if policy is not None:
            check_value(one.part.code, Fraction(one.value), policy)
        return
    low, high = RANGES[one.part.kind]
    if not low <= one.value <= high:
        raise NotValid("appraisal.ruling_range", low=low, high=high, value=str(one.value))
