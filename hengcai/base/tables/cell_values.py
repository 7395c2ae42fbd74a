"""One value of a workbook or a Parquet file as text, and whether an id may be read from it."""

import datetime
import re
from decimal import Decimal
from typing import Any

from hengcai.base.tables.number_formats import cell_text

MOST_DIGITS = 15
"""A workbook keeps no more of a number; the rest of a longer one is zeros that nobody wrote."""
FIRST_YEAR, NO_DAY = 1900, "#####"
"""A workbook has no day before it and shows these signs instead."""
UNTELLABLE = "[?]"
_ROUNDED = re.compile(r"\s*[0-9](\.[0-9]+)?[Ee]\+[0-9]{2,3}\s*")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
LOGICAL, DAY, LONG, HIDDEN, ROUNDED, FORMULA = (
    f"table.id_is_{what}" for what in ("logical", "day", "long", "hidden", "rounded", "formula")
)


class CellReader:
    """Of one workbook: number formats are looked up once a style."""

    def __init__(self) -> None:
        self._formats: dict[int, str] = {}

    def read(self, cell: Any) -> tuple[str, str]:
        """As a reader of the sheet sees it, and the code of the refusal where an id cannot be read from it."""
        value = cell.value
        if value is None:
            return "", ""
        if isinstance(value, str):
            return (unescaped(value) if "_x" in value else value), why_no_id(value)
        if isinstance(value, bool):
            return text_of(value), LOGICAL
        if isinstance(value, int | float):
            return self._number(value, cell)
        if isinstance(value, datetime.date) and value.year < FIRST_YEAR:
            return NO_DAY, DAY
        return (_clock(value) if isinstance(value, datetime.timedelta) else text_of(value)), DAY

    def _number(self, value: float, cell: Any) -> tuple[str, str]:
        style = cell._style_id
        code = self._formats.get(style)
        if code is None:
            code = self._formats[style] = _format_of(cell)
        if code in ("General", ""):
            text, is_told = text_of(value), True
        else:
            text, is_told = cell_text(Decimal(text_of(value)), code)
        if sum(sign.isdigit() for sign in text.partition(".")[0]) > MOST_DIGITS:
            return text, LONG
        return text, "" if is_told else HIDDEN


def _format_of(cell: Any) -> str:
    """A format that the workbook names and does not hold cannot be told."""
    try:
        return cell.number_format or ""
    except LookupError:
        return UNTELLABLE


def text_of(value: object) -> str:
    """A cell as people see it: plain digits, days as YYYY-MM-DD, moments as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(format(value, ".15g")), "f")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return text_of(value.total_seconds())
    return str(value)


def why_no_id(text: str) -> str:
    """The code of the refusal: `1.38E+11` is what a spreadsheet left of a longer number when it saved the file."""
    return ROUNDED if "+" in text and _ROUNDED.fullmatch(text) else ""


def why_value_is_no_id(value: object) -> str:
    """The same of a value that is more than text, as JSON and Parquet have them."""
    if isinstance(value, str):
        return why_no_id(value)
    if isinstance(value, bool):
        return LOGICAL
    if isinstance(value, float):
        return LONG if abs(value) >= 10**MOST_DIGITS else ""
    return DAY if isinstance(value, datetime.date | datetime.time | datetime.timedelta) else ""


def unescaped(text: str) -> str:
    """`_x000D_` is a return and `_x005F_` the underscore that keeps such text from being one; no zeros, no halves."""

    def sign(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)

    return _ESCAPE.sub(sign, text)


def _clock(length: datetime.timedelta) -> str:
    """Hours, minutes and seconds, as `[h]:mm` shows them: never a bare number whose unit nobody sees."""
    sign, length = ("-", -length) if length < datetime.timedelta() else ("", length)
    minutes, seconds = divmod(length, datetime.timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    whole = f"{sign}{hours}:{minutes:02}:{int(seconds.total_seconds()):02}"
    return f"{whole}.{seconds.microseconds:06}".rstrip("0") if seconds.microseconds else whole
