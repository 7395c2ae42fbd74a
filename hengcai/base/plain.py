"""Values as files and other programs take them: numbers that decide as decimal text, days and moments in ISO 8601."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.timezone import localtime

from hengcai.base.bilingual import Bilingual, encode


def decimal_text(value: Decimal) -> str:
    """As few places as it takes, never an exponent."""
    return format(value.normalize(), "f")


def plain(value: Any) -> Any:
    """Ready for JSON; a moment is told in the centre's zone."""
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, datetime):
        return localtime(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    return encode(value) if isinstance(value, Bilingual) else value


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}


def as_text(value: Any) -> str:
    """A cell of a table: nothing is empty."""
    return "" if value is None else str(plain(value))
