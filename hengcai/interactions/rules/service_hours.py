"""Time to resolution: hours in which the centre was open and the ticket lay with the agent, exact."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from fractions import Fraction
from itertools import pairwise

from hengcai.base.days import readings
from hengcai.base.errors import NotValid

MINUTES_A_DAY = 1_440
_A_DAY, _A_MINUTE, _AN_HOUR = timedelta(days=1), timedelta(minutes=1), timedelta(hours=1)
Span = tuple[datetime, datetime]
Opening = tuple[int, int]
"""Minutes after midnight, up to but without the second; a night shift is one until 1440 and one of the next day from 0."""


def _never(_day: date) -> bool:
    return False


@dataclass(frozen=True)
class ServiceHours:
    """Openings by weekday (Monday is 0) on the clocks of `zone`; none on a day that `is_closed`."""

    week: Mapping[int, Sequence[Opening]]
    zone: tzinfo
    is_closed: Callable[[date], bool] = _never

    def __post_init__(self) -> None:
        for weekday, openings in self.week.items():
            edges = [minute for opening in openings for minute in opening]
            in_order = all(before <= after for before, after in pairwise(edges))
            if not (0 <= weekday <= 6 and in_order and all(0 <= edge <= MINUTES_A_DAY for edge in edges)):
                raise NotValid("service_hours.not_in_order", weekday=weekday)

    def openings(self, day: date) -> Iterator[Span]:
        """As moments. An edge that clocks show twice begins at the first and ends at the second; one they skip is where
        it would be had they not been put forward."""
        for first, last in () if self.is_closed(day) else self.week.get(day.weekday(), ()):
            yield self._moments(day, first)[0], self._moments(day, last)[-1]

    def _moments(self, day: date, minute: int) -> Sequence[datetime]:
        local = datetime.combine(day, time()) + minute * _A_MINUTE
        return readings(local, self.zone) or (local.replace(tzinfo=self.zone).astimezone(UTC),)


def hours_in_hand(spans: Iterable[Span], service: ServiceHours) -> Fraction:
    """Of the spans a ticket lay with somebody, what fell into opening hours; spans that overlap count once."""
    found = timedelta()
    for start, end in _apart(spans):
        for opens, closes in _openings_around(start, end, service):
            found += max(min(end, closes) - max(start, opens), timedelta())
    return Fraction(found // timedelta(microseconds=1), _AN_HOUR // timedelta(microseconds=1))


def time_to_resolution(tickets: Iterable[Iterable[Span]], service: ServiceHours) -> Fraction | None:
    """The mean over an agent's closed tickets; none where there are none."""
    hours = [hours_in_hand(spans, service) for spans in tickets]
    return sum(hours, Fraction(0)) / len(hours) if hours else None


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """In order, and none over another."""
    until: datetime | None = None
    for start, end in sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in spans):
        begins = start if until is None else max(start, until)
        if begins < end:
            yield begins, end
            until = end


def _openings_around(start: datetime, end: datetime, service: ServiceHours) -> Iterator[Span]:
    """Where clocks are put back, one opening's end may lie after the next one's begin."""
    first, last = start.astimezone(service.zone).date() - _A_DAY, end.astimezone(service.zone).date()
    days = (first + n * _A_DAY for n in range((last - first).days + 1))
    return _apart(opening for day in days for opening in service.openings(day))
