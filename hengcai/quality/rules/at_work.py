"""How much of the days to score somebody is at work: by the hours of their shifts, or by days where no shift is known."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

ONE = Fraction(1)
FULL_DAY_HOURS = 8
HOUR, MOMENT = timedelta(hours=1), timedelta(microseconds=1)
Span = tuple[datetime, datetime]
"""From, and up to but not with."""
DaySpan = tuple[date, date]
"""Both ends included."""


@dataclass(frozen=True)
class Presence:
    """`share` of full working days, above 1 with overtime. `hours` None: no shift is known, days were counted."""

    share: Fraction = ONE
    shifts: int = 0
    hours: Fraction | None = None


def by_days(days: Collection[date], absences: Iterable[DaySpan]) -> Presence:
    """Of these days, those outside all absences. Without days nobody is away."""
    away = list(absences)
    there = sum(not any(first <= day <= last for first, last in away) for day in days)
    return Presence(Fraction(there, len(days)) if days else ONE)


def together(rostered: Presence, *, days: int, others: Presence, other_days: int) -> Presence:
    """A roster that covers some of the days only, and the days it says nothing about: counted by days, never as time off."""
    if not other_days:
        return rostered
    share = (rostered.share * days + others.share * other_days) / (days + other_days)
    beyond = others.share * other_days * FULL_DAY_HOURS
    return Presence(share, rostered.shifts, (rostered.hours or Fraction(0)) + beyond)


def by_shifts(work: Sequence[Span], apart: Iterable[Span], *, window: Span, days: int) -> Presence:
    """The hours of work inside the window without those apart from it (absence, training, meetings), over full days.
    `shifts` are those of which anything is left. No days: nothing."""
    if not days:
        return Presence(Fraction(0), 0, Fraction(0))
    off = _joined(apart)
    left = [_left(_cut(one, window), off) for one in work]
    hours = Fraction(sum(left, timedelta()) // MOMENT, HOUR // MOMENT)
    return Presence(hours / (FULL_DAY_HOURS * days), sum(map(bool, left)), hours)


def _left(span: Span, off: Sequence[Span]) -> timedelta:
    return _length(span) - sum((_length(_cut(one, span)) for one in off), timedelta())


def _cut(span: Span, window: Span) -> Span:
    return max(span[0], window[0]), min(span[1], window[1])


def _length(span: Span) -> timedelta:
    return max(span[1] - span[0], timedelta())


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same time, each moment once."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span[0] <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], span[1])
        else:
            found.append(span)
    return found
