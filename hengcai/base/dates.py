"""Days and moments as people write them, the year always first: one reading for every file, form and option."""

import re
from datetime import date, datetime

from hengcai.base.ids import folded

_DAY = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日|([0-9]{2})([0-9]{2}))"
)
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")


class UnknownDayError(ValueError):
    """Well written, and not in the calendar: a 30 February."""


def written_day(text: str) -> date:
    """2024-01-05, 2024/1/5, 2024年1月5日 or 20240105; ValueError for all else, such as 5/1/2024."""
    match = _DAY.fullmatch(folded(text))
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        raise UnknownDayError(text) from None


def written_moment(text: str) -> datetime:
    """ISO 8601, or any day as above with a time behind it (2024/1/5 8:30); a day alone is its first moment."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        day, clock = _halves(folded(text))
    if not clock:
        return datetime.combine(written_day(day), datetime.min.time())
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        raise ValueError(text)
    hour, rest, zone = match.groups()
    return datetime.fromisoformat(f"{written_day(day)}T{hour.zfill(2)}:{rest}{zone or ''}")


def _halves(text: str) -> tuple[str, str]:
    """The day and the time after a space, a T, or the 日 of a Chinese day."""
    for sign in ("日", " ", "T"):
        day, found, clock = text.partition(sign)
        if found:
            return day + ("日" if sign == "日" else ""), clock
    return text, ""
