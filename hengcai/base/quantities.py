"""Numbers with the sign that people put behind them: 85% for a share, 8:30 for a time that takes so long."""

import re
from enum import StrEnum
from fractions import Fraction

from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid


class Unit(StrEnum):
    """What a figure is counted in, and so how its text is read: `85%` is 17/20 of a share and 85 of a percentage."""

    SHARE = "share"
    PERCENT = "percent"
    HOURS = "hours"
    SECONDS = "seconds"
    COUNT = "count"
    AMOUNT = "amount"
    NUMBER = "number"


PERCENT_SIGNS = ("%", "％")
HUNDRED = 100
LARGEST = 10**9
"""More than any centre counts in a month: a telephone number is larger."""
_CLOCK = re.compile(r" *([0-9]{1,7}):([0-5][0-9])(?::([0-5][0-9](?:\.[0-9]+)?))? *")
_HOURS = re.compile(r"(.*[0-9]) *(?:小时|h)", re.DOTALL)
_SECONDS = re.compile(r"(.*[0-9]) *(?:秒|s)", re.DOTALL)
_MINUTES = re.compile(r" *([0-9]{1,7}) *(?:分钟?|min)(?: *([0-9]{1,2}) *(?:秒|s))? *")


def quantity(text: str, unit: Unit) -> Fraction:
    """As its unit is written, and within what there can be of it; a number of no known unit may be below nothing."""
    value = _READERS[unit](text, signed=True)
    check_quantity(value, unit, written=text)
    return value


def check_quantity(value: Fraction, unit: Unit, *, written: str) -> None:
    if unit is Unit.SHARE and not 0 <= value <= 1:
        raise NotValid("quantity.share_outside", value=written)
    if unit is Unit.PERCENT and not 0 <= value <= HUNDRED:
        raise NotValid("quantity.percent_outside", value=written)
    if abs(value) > LARGEST:
        raise NotValid("quantity.too_large", value=written, most=LARGEST)
    if unit is not Unit.NUMBER and value < 0:
        raise NotValid("quantity.negative", value=written)


def is_percent(text: str) -> bool:
    return text.rstrip().endswith(PERCENT_SIGNS)


def share(text: str, *, signed: bool = False) -> Fraction:
    """`0.85` or `85%`, both 17/20; what lies outside 0–1 is for the caller to refuse."""
    return percent(text, signed=signed) / HUNDRED if is_percent(text) else exact(text, signed=signed)


def percent(text: str, *, signed: bool = False) -> Fraction:
    """`85` or `85%`, both 85."""
    try:
        return exact(text.rstrip()[:-1] if is_percent(text) else text, signed=signed)
    except NotValid:
        raise NotValid("decimal.malformed", value=text) from None


def hours(text: str, *, signed: bool = False) -> Fraction:
    """`8.5`, `8:30`, `8:30:00`, `8.5小时`: 17/2 all of them."""
    taken = clock_seconds(text)
    return taken / 3600 if taken is not None else _without_unit(text, _HOURS, signed=signed)


def seconds(text: str, *, signed: bool = False) -> Fraction:
    """`185`, `185秒`, `0:03:05`, `3分05秒`; `3:05` might as well be hours and minutes and is refused."""
    taken = clock_seconds(text)
    if taken is not None:
        if text.count(":") == 1:
            raise NotValid("quantity.clock_ambiguous", value=text)
        return taken
    match = _MINUTES.fullmatch(text)
    return Fraction(int(match[1]) * 60 + int(match[2] or 0)) if match else _without_unit(text, _SECONDS, signed=signed)


def _without_unit(text: str, written: re.Pattern[str], *, signed: bool) -> Fraction:
    match = written.fullmatch(text.rstrip())
    try:
        return exact(match[1] if match else text, signed=signed)
    except NotValid:
        raise NotValid("decimal.malformed", value=text) from None


def clock_seconds(text: str) -> Fraction | None:
    """Of hours, minutes and perhaps seconds with colons between; None where it is not written so."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    return int(match[1]) * 3600 + int(match[2]) * 60 + Fraction(match[3] or 0)


def count(text: str, *, signed: bool = False) -> Fraction:
    """A percent sign behind what is counted is a mistake that nothing else would show."""
    if is_percent(text):
        raise NotValid("quantity.no_percentage", value=text)
    return exact(text, signed=signed)


_READERS = {
    Unit.SHARE: share,
    Unit.PERCENT: percent,
    Unit.HOURS: hours,
    Unit.SECONDS: seconds,
    Unit.COUNT: count,
    Unit.AMOUNT: count,
    Unit.NUMBER: share,
}
