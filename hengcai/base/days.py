"""Days and months where a site is: moments are stored in UTC, days belong to the site's zone."""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)  # beyond them calendars and zones cannot be reckoned with


def within_reach(day: date) -> date:
    """The nearest day that can be reckoned with: whoever asks for all up to 9999 means all."""
    return min(max(day, EARLIEST), LATEST)


def bounds(start: date, end: date, zone: str) -> tuple[datetime, datetime]:
    """First moment of `start` and first moment after `end` (both days included) in UTC."""
    tz = ZoneInfo(zone)
    first = datetime.combine(start, time.min, tzinfo=tz)
    after = datetime.combine(end + timedelta(days=1), time.min, tzinfo=tz)
    return first.astimezone(UTC), after.astimezone(UTC)


def day_of(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def readings(local: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The moments (UTC) at which clocks of the zone showed this: none where they were put forward over it, two where
    they were put back."""
    both = [local.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    moments = [one.astimezone(UTC) for one in both]
    if both[0].utcoffset() == both[1].utcoffset():
        return (moments[0],)
    return tuple(one for one in moments if one.astimezone(zone).replace(tzinfo=None, fold=0) == local)


def months_back(last: date, count: int) -> date:
    """First day of the `count` calendar months that end with the month of `last`."""
    number = last.year * 12 + last.month - count
    return date(number // 12, number % 12 + 1, 1)


def months_after(day: date, count: int) -> date:
    """The same day so many months later (earlier, below 0); the month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months(start: date, end: date) -> Iterator[tuple[date, date]]:
    """(first, last) day of each calendar month from that of `start` to that of `end`."""
    first = start.replace(day=1)
    while first <= end:
        following = (first + timedelta(days=32)).replace(day=1)
        yield first, following - timedelta(days=1)
        first = following
