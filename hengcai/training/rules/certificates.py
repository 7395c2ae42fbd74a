"""Until when a certificate holds."""

import calendar
from datetime import date


def expiry(finished_on: date, months: int | None) -> date | None:
    """The same day so many months on, or the last of a shorter month; none where nothing is to be repeated."""
    if not months:
        return None
    year, month = divmod(finished_on.month - 1 + months, 12)
    year, month = finished_on.year + year, month + 1
    return date(year, month, min(finished_on.day, calendar.monthrange(year, month)[1]))
