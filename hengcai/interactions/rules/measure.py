"""A row of a measures file: one figure of one agent over a period, with what it was made of."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from hengcai.base.decimals import rounded
from hengcai.base.errors import NotValid
from hengcai.base.quantities import Unit, clock_seconds, is_percent, quantity
from hengcai.interactions.rules import said
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.said import meant
from hengcai.interactions.rules.units import unit_of

REQUIRED = ("agent", "period_start", "period_end", "measure", "value")
OPTIONAL = ("numerator", "denominator")
PLACES = {"value": 6, "numerator": 4, "denominator": 4}
DIGITS = 14
LAST_PLACE = 15
"""Where binary fractions end: programs write 5/6 as 0.8333333333333334 too."""
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class MeasureFacts(NamedTuple):
    agent: str
    code: str
    period_start: date
    period_end: date
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    is_rounded: bool = False
    """Written with more places than are kept, as a workbook has 5/6."""

    @property
    def figures(self) -> tuple[Decimal, Decimal | None, Decimal | None]:
        return self.value, self.numerator, self.denominator


def measure_of(row: Mapping[str, Any]) -> MeasureFacts:
    start = cells.day(cells.required(row, "period_start", most=20), "period_start")
    end = cells.day(cells.required(row, "period_end", most=20), "period_end")
    if end < start:
        raise NotValid("measure.ends_before_start", column="period_end", value=end.isoformat())
    code = _code(row)
    value, is_rounded = _value(cells.required(row, "value", most=40), unit_of(code))
    numerator, denominator = _figure(row, "numerator"), _figure(row, "denominator")
    if numerator is not None and denominator is not None:
        _check_made_of(row, code, numerator, denominator)
    return MeasureFacts(
        cells.identity(row, "agent", most=40), code, start, end, value, numerator, denominator, is_rounded
    )


def _code(row: Mapping[str, Any]) -> str:
    code = meant(cells.identity(row, "measure", most=40), said.MEASURES)
    if not _CODE.fullmatch(code):
        raise NotValid("measure.code_malformed", column="measure", value=code)
    return code


def _value(written: str, unit: Unit) -> tuple[Decimal, bool]:
    """Kept to the nearest millionth, and whether that is to be told: not of hours and minutes, which nobody wrote so."""
    value = cells.in_column("value", lambda: quantity(written, unit))
    kept = rounded(value, places=PLACES["value"])
    return _stored(kept, "value", written), kept != value and clock_seconds(written) is None


def _figure(row: Mapping[str, Any], name: str) -> Decimal | None:
    written = cells.text(row, name, most=40)
    return _stored(Fraction(cells.number(written, name, signed=True)), name, written) if written else None


def _stored(value: Fraction, name: str, written: str) -> Decimal:
    if abs(value) >= 10 ** (DIGITS - PLACES[name]):
        raise NotValid("measure.too_large", column=name, value=written)
    if (value * 10 ** PLACES[name]).denominator != 1:
        raise NotValid("import.too_many_places", column=name, value=written, most=PLACES[name])
    return Decimal(value.numerator) / Decimal(value.denominator)


def _check_made_of(row: Mapping[str, Any], code: str, numerator: Decimal, denominator: Decimal) -> None:
    """A share is its numerator by its denominator, as exactly as it is written: .67 and 66.7% are 2/3, .66 is not."""
    unit = unit_of(code)
    if denominator <= 0 and unit is not Unit.COUNT:
        raise NotValid("measure.denominator_zero", column="denominator", value=denominator)
    if unit is not Unit.SHARE:
        return
    written = cells.text(row, "value", most=40)
    made_of = Fraction(numerator) / Fraction(denominator)
    places = len(written.strip("%％ ").partition(".")[2]) + (2 if is_percent(written) else 0)
    if 2 * abs(quantity(written, unit) - made_of) * 10 ** min(places, LAST_PLACE) > 1:
        facts = {"value": written, "numerator": numerator, "denominator": denominator}
        raise NotValid("measure.not_its_parts", column="value", **facts, made_of=_told(made_of))


def _told(share: Fraction) -> str:
    return f"{float(share):.4f}"
