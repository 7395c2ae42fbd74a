"""Numbers with the sign that people put behind them: 85% for a share, 8:30 for a time that takes so long."""

import re
from fractions import Fraction

from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid

PERCENT_SIGNS = ("%", "％")
HUNDRED = 100
_CLOCK = re.compile(r" *([0-9]{1,7}):([0-5][0-9])(?::([0-5][0-9](?:\.[0-9]+)?))? *")
_HOURS = re.compile(r"(.*[0-9]) *(?:小时|h)", re.DOTALL)


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
    seconds = clock_seconds(text)
    if seconds is not None:
        return seconds / 3600
    match = _HOURS.fullmatch(text.rstrip())
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
