"""How much of a lesson somebody can have met: never more than the server's clock lets."""

from dataclasses import dataclass, replace

LONGEST_SIT = 3600  # seconds one report may add: a forgotten tab is no learning
LAST_PLACE = 10_000_000
FASTEST = 2  # players offer no more than twice the speed
ENOUGH = 0.9  # of a recording: what follows is its closing titles
READ_SHARE = 0.5  # of its length, spent in a lesson whose text can be read instead


@dataclass(frozen=True)
class Met:
    """Seconds spent, where one stopped, and how far of a recording one can have come."""

    seconds: int = 0
    place: int = 0
    furthest: int = 0


def met(so_far: Met, *, told: int, place: int, elapsed: float, length: int = 0) -> Met:
    """`told` and `place` are what the page reports; `elapsed` is what the clock says since the last report of the same
    person. `length` of a recording in seconds; without one there is no furthest."""
    spent = min(max(told, 0), max(int(elapsed), 0), LONGEST_SIT)
    now = replace(so_far, seconds=so_far.seconds + spent, place=min(max(place, 0), length or LAST_PLACE))
    if not length:
        return now
    return replace(now, furthest=max(so_far.furthest, min(now.place, so_far.furthest + FASTEST * spent)))


def is_through(so_far: Met, *, length: int, has_text: bool) -> bool:
    """Nine tenths seen or heard; or, where what is said can be read, half its length spent in the lesson."""
    if so_far.furthest >= ENOUGH * length:
        return True
    return has_text and so_far.seconds >= READ_SHARE * length


def clocked(seconds: int) -> str:
    """75 → 1:15."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
