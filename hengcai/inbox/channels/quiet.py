"""When a message may go out, and when one that failed is tried again. Moments are local to whoever is to get it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

A_DAY = timedelta(days=1)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
GIVEN_UP_AFTER = 80  # failures: about three days of them
IsWorkingDay = Callable[[date], bool]


@dataclass(frozen=True)
class Quiet:
    """From the first to the second time of day nothing goes out; the same twice: never quiet."""

    starts: time = time(20)
    ends: time = time(8)
    only_working_days: bool = True


def loud_from(moment: datetime, quiet: Quiet, is_working_day: IsWorkingDay) -> datetime:
    """The moment itself where it is not quiet, else the first after it that is not."""
    while True:
        if quiet.only_working_days and not is_working_day(moment.date()):
            moment = _at(moment + A_DAY, time(0))
        elif _is_quiet(moment.time(), quiet):
            ahead = moment if moment.time() < quiet.ends else moment + A_DAY
            moment = _at(ahead, quiet.ends)
        else:
            return moment


def _is_quiet(now: time, quiet: Quiet) -> bool:
    if quiet.starts == quiet.ends:
        return False
    if quiet.starts < quiet.ends:
        return quiet.starts <= now < quiet.ends
    return now >= quiet.starts or now < quiet.ends


def _at(moment: datetime, when: time) -> datetime:
    return moment.replace(hour=when.hour, minute=when.minute, second=0, microsecond=0)


def wait_after(failures: int) -> timedelta:
    """One minute, two, four, up to an hour."""
    doublings = min(max(failures - 1, 0), 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
