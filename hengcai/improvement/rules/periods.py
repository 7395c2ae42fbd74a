"""日报/周报/月报/季报: which days a standing report covers, and the moment it is due, by the calendar of the centre."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from hengcai.base.days import months_after

DAY, WEEK, MONTH, QUARTER = "day", "week", "month", "quarter"
SPANS = (DAY, WEEK, MONTH, QUARTER)
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
MONTHS = {MONTH: 1, QUARTER: 3}
CAUGHT_UP = {DAY: 7, WEEK: 2, MONTH: 1, QUARTER: 1}  # of how many periods what was missed is still made
IsWorking = Callable[[date], bool]


@dataclass(frozen=True, order=True)
class Period:
    """`first` to `last`, both included."""

    first: date
    last: date
    span: str

    @property
    def before(self) -> "Period":
        """What it is held against: the same weekday a week ago, else the period before."""
        return previous(self) if self.span != DAY else Period(self.first - A_WEEK, self.last - A_WEEK, DAY)


def period_of(day: date, span: str) -> Period:
    """The one this day lies in; weeks begin on Monday."""
    if span == DAY:
        return Period(day, day, span)
    if span == WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + 6 * A_DAY, span)
    months = MONTHS[span]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, months_after(first, months) - A_DAY, span)


def previous(period: Period) -> Period:
    return period_of(period.first - A_DAY, period.span)


def newest_over(today: date, span: str) -> Period:
    """The last one that ended before today."""
    return previous(period_of(today, span))


@dataclass(frozen=True)
class Due:
    """When the report of a period goes out; the hour is that of the clock on the wall where it is read."""

    period: Period
    at: datetime


@dataclass(frozen=True)
class Rhythm:
    """`weekday` (0 is Monday) is the day of the weekly one; all go out on a working day, at `hour` in `zone`."""

    span: str
    hour: int
    zone: tzinfo
    weekday: int = 0


def due_of(period: Period, rhythm: Rhythm, is_working: IsWorking) -> Due:
    """The first working day from the day after the period on; of a week, from its weekday on."""
    day = period.last + A_DAY
    if period.span == WEEK:
        day += timedelta(days=rhythm.weekday)
    while not is_working(day):
        day += A_DAY
    return Due(period, datetime.combine(day, time(rhythm.hour), tzinfo=rhythm.zone))


def dues(rhythm: Rhythm, now: datetime, is_working: IsWorking) -> Iterator[Due]:
    """What is due by now, the oldest first, back to as many as are still caught up; twice is once to whoever keeps it."""
    period = newest_over(now.astimezone(rhythm.zone).date(), rhythm.span)
    found: list[Due] = []
    while len(found) < CAUGHT_UP[rhythm.span]:
        due = due_of(period, rhythm, is_working)
        if due.at <= now:
            found.append(due)
        period = previous(period)
    return reversed(found)
