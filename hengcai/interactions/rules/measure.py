"""A row of a measures file: one figure of one agent over a period, with what it was made of."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import values as cells

REQUIRED = ("agent", "period_start", "period_end", "measure", "value")
OPTIONAL = ("numerator", "denominator")
PLACES = {"value": 6, "numerator": 4, "denominator": 4}
DIGITS = 14
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class MeasureFacts(NamedTuple):
    agent: str
    code: str
    period_start: date
    period_end: date
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None

    @property
    def figures(self) -> tuple[Decimal, Decimal | None, Decimal | None]:
        return self.value, self.numerator, self.denominator


def measure_of(row: Mapping[str, Any]) -> MeasureFacts:
    start = cells.day(cells.required(row, "period_start", most=10), "period_start")
    end = cells.day(cells.required(row, "period_end", most=10), "period_end")
    if end < start:
        raise NotValid("measure.ends_before_start", column="period_end", value=end.isoformat())
    cells.required(row, "value", most=40)
    figures = [_figure(row, name) for name in ("value", "numerator", "denominator")]
    return MeasureFacts(cells.required(row, "agent", most=40), _code(row), start, end, *figures)  # type: ignore[arg-type]


def _code(row: Mapping[str, Any]) -> str:
    code = cells.required(row, "measure", most=40)
    if not _CODE.fullmatch(code):
        raise NotValid("measure.code_malformed", column="measure", value=code)
    return code


def _figure(row: Mapping[str, Any], name: str) -> Decimal | None:
    written = cells.text(row, name, most=40)
    if not written:
        return None
    value = cells.number(written, name, signed=True)
    if abs(value) >= Decimal(10) ** (DIGITS - PLACES[name]):
        raise NotValid("measure.too_large", column=name, value=written)
    if value != round(value, PLACES[name]):
        raise NotValid("import.too_many_places", column=name, value=written, most=PLACES[name])
    return value
