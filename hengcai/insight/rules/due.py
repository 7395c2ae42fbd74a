"""What is due when: grouped by day, counted in a headline, with one thing to do next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

LATE, TODAY, WEEK, LATER = "late", "today", "week", "later"
GROUPS = (LATE, TODAY, WEEK, LATER)
SUNDAY = 6


class Dated(Protocol):
    """Something to do: until when, and whether somebody has started on it."""

    @property
    def due_on(self) -> date | None: ...

    @property
    def is_begun(self) -> bool: ...


Thing = TypeVar("Thing", bound=Dated)


def when(due_on: date | None, today: date) -> str:
    """The week ends on Sunday; what has no day comes last."""
    if due_on is None:
        return LATER
    if due_on < today:
        return LATE
    if due_on == today:
        return TODAY
    return WEEK if due_on <= today + timedelta(days=SUNDAY - today.weekday()) else LATER


def in_order(things: Iterable[Thing]) -> list[Thing]:
    """By day, undated last; what came first stays first."""
    return sorted(things, key=lambda one: (one.due_on is None, one.due_on or date.max))


def grouped(things: Iterable[Thing], *, today: date) -> list[tuple[str, list[Thing]]]:
    """The four groups in their order; an empty one is left out."""
    found: dict[str, list[Thing]] = {group: [] for group in GROUPS}
    for one in in_order(things):
        found[when(one.due_on, today)].append(one)
    return [(group, ones) for group, ones in found.items() if ones]


def first(things: Sequence[Thing]) -> Thing | None:
    """What was left half done, else what is due first."""
    ordered = in_order(things)
    return next((one for one in ordered if one.is_begun), ordered[0] if ordered else None)


@dataclass(frozen=True, slots=True)
class Workload:
    late: int
    today: int
    week: int
    later: int

    @property
    def headline(self) -> str:
        """Which sentence counts the work: code of the fullest one that is true."""
        if self.today:
            return "today_and_late" if self.late else "today"
        if self.late:
            return "late"
        if self.week:
            return "week"
        return "later" if self.later else "nothing"


def workload(things: Iterable[Thing], *, today: date) -> Workload:
    counts = dict.fromkeys(GROUPS, 0)
    for one in things:
        counts[when(one.due_on, today)] += 1
    return Workload(**counts)
