"""By when somebody has to have read a notice, and how long it has lain there: time on leave counts for nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hengcai.bulletins.rules.notices import SHIFT

Span = tuple[datetime, datetime]
HOUR = timedelta(hours=1)
WITHOUT_ROSTER = 24  # hours, where "before the next shift" finds none


@dataclass(frozen=True)
class Presence:
    """One person's work shifts and whole days away, each in order of time; days away touch or lie apart."""

    shifts: Sequence[Span] = ()
    away: Sequence[Span] = ()


def due_at(published: datetime, *, kind: str, hours: int, presence: Presence) -> datetime:
    """Before the next shift that is worked begins; or so many hours later, not counting days away."""
    if kind == SHIFT:
        there = (start for start, _end in presence.shifts if start > published and not is_within(start, presence.away))
        found = next(there, None)
        return found or later(published, WITHOUT_ROSTER, presence.away)
    return later(published, hours, presence.away)


def later(start: datetime, hours: int, away: Iterable[Span]) -> datetime:
    """`hours` after `start` on a clock that stands still over the spans."""
    end = start + hours * HOUR
    for first, after in away:
        if after > start and first < end:
            end += after - max(first, start)
    return end


def hours_between(start: datetime, end: datetime, away: Iterable[Span]) -> float:
    return max(end - start - _overlap((start, end), away), timedelta()) / HOUR


def shift_hours(start: datetime, end: datetime, presence: Presence) -> float:
    """Of work since `start`, without shifts one was away from."""
    worked = [(max(first, start), min(after, end)) for first, after in presence.shifts if after > start and first < end]
    total = sum((after - first - _overlap((first, after), presence.away) for first, after in worked), timedelta())
    return total / HOUR


def is_on_shift(now: datetime, presence: Presence) -> bool:
    return is_within(now, presence.shifts) and not is_within(now, presence.away)


def is_within(moment: datetime, spans: Iterable[Span]) -> bool:
    return any(first <= moment < after for first, after in spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """In order of time, none over another."""
    found: list[Span] = []
    for first, after in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(after, found[-1][1]))
        else:
            found.append((first, after))
    return found


def _overlap(span: Span, others: Iterable[Span]) -> timedelta:
    start, end = span
    common = (min(after, end) - max(first, start) for first, after in others)
    return sum((one for one in common if one > timedelta()), timedelta())
