"""Until when a certificate holds, and when its end is brought to mind."""

import calendar
from datetime import date

STEPS = (60, 30, 7)  # days before the end


def expiry(finished_on: date, months: int | None) -> date | None:
    """The same day so many months on, or the last of a shorter month; none where nothing is to be repeated."""
    if not months:
        return None
    year, month = divmod(finished_on.month - 1 + months, 12)
    year, month = finished_on.year + year, month + 1
    return date(year, month, min(finished_on.day, calendar.monthrange(year, month)[1]))


def step_of(days_left: int) -> int | None:
    """The reminder that is due with so many days left; the last one also of what has run out. None: too early for any."""
    return min((one for one in STEPS if days_left <= one), default=None)


STANDS, ENDING, EXPIRED, REVOKED, REPLACED = STATES = ("stands", "ending", "expired", "revoked", "replaced")


def state_of(*, expires_on: date | None, is_revoked: bool, is_replaced: bool, today: date) -> str:
    """Ending: within the first reminder. Its last day counts."""
    if is_replaced:
        return REPLACED
    if is_revoked:
        return REVOKED
    if expires_on is None or (expires_on - today).days > STEPS[0]:
        return STANDS
    return EXPIRED if expires_on < today else ENDING
