"""The clock of a sitting. It is the server's alone: what a device shows or claims changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

GRACE = timedelta(seconds=5)
"""How long after the end an answer may still arrive that was on its way."""


@dataclass(frozen=True)
class Window:
    """When one can begin; whoever has begun has all their minutes."""

    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now <= self.closes_at


def end_of(started_at: datetime, minutes: int, extra: int = 0) -> datetime:
    return started_at + timedelta(minutes=minutes + extra)


def takes_answers(ends_at: datetime, now: datetime) -> bool:
    return now <= ends_at + GRACE


def seconds_left(ends_at: datetime, now: datetime) -> int:
    """Whole seconds, never below 0."""
    return max(0, int((ends_at - now).total_seconds()))
