"""Places of a session: who gets one, who moves up, who is twice at once, when a code is good."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

BOOKED, WAITING = "booked", "waiting"
EARLY, LATE = timedelta(minutes=30), timedelta(minutes=30)  # round the start, in which a code is taken


@dataclass(frozen=True)
class Span:
    """From `starts_at` up to `ends_at`, that moment excluded."""

    starts_at: datetime
    ends_at: datetime

    def meets(self, other: "Span") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def clash(wanted: Span, taken: Iterable[Span]) -> Span | None:
    """The first of these that lies across what is wanted."""
    return next((one for one in taken if wanted.meets(one)), None)


def standing(*, booked: int, places: int) -> str:
    """What somebody gets who asks for a place now."""
    return BOOKED if booked < places else WAITING


def moving_up(waiting: Sequence[int], *, booked: int, places: int) -> list[int]:
    """Those of the waiting list, longest waiting first, who get the places that are free."""
    return list(waiting[: max(places - booked, 0)])


def takes_code(session: Span, now: datetime) -> bool:
    """From half an hour before the start to half an hour after it, never beyond the end."""
    return session.starts_at - EARLY <= now <= min(session.starts_at + LATE, session.ends_at)
