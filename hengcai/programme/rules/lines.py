"""Whether a line of the appraisal sent people to a course: who stood just below it went, who stood just above did not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

NEAREST, FEWEST = 30, 10  # rows looked at on either side of a line; with fewer there is nothing to look at
LEAST_JUMP = 0.3  # of the share trained; a line that moves it less did not send people
HANDFUL = 5
BINS = 12  # points drawn on either side


@dataclass(frozen=True)
class Row:
    """One person in one cycle: how far above the line they stood, whether they then went, and the months that show what came
    of it."""

    person: str
    distance: float
    is_trained: bool
    months: tuple[str, ...]


def jump(rows: Sequence[Row]) -> float | None:
    """Share trained just below less just above; None with too few on either side."""
    below = sorted((one for one in rows if one.distance < 0), key=lambda one: -one.distance)[:NEAREST]
    above = sorted((one for one in rows if one.distance >= 0), key=lambda one: one.distance)[:NEAREST]
    if min(len(below), len(above)) < FEWEST:
        return None
    return _share(below) - _share(above)


def sending(lines: Mapping[tuple[str, str], Sequence[Row]]) -> tuple[str, str] | None:
    """Of all lines (kind of cycle, band) the one at which most changes; None where none sent people."""
    jumps = {key: abs(found) for key, rows in lines.items() for found in [jump(rows)] if found is not None}
    best = max(jumps, key=lambda key: (jumps[key], key), default=None)
    return best if best is not None and jumps[best] >= LEAST_JUMP else None


def binned(points: Iterable[tuple[float, float]]) -> list[tuple[float, float, int]]:
    """(distance, outcome, people) by groups of neighbours on either side, none smaller than a handful: nobody stands alone."""
    ordered = sorted(points)
    sides = ([one for one in ordered if one[0] < 0], [one for one in ordered if one[0] >= 0])
    return [_middle(group) for side in sides for group in _groups(side)]


def _groups(side: Sequence[tuple[float, float]]) -> list[Sequence[tuple[float, float]]]:
    size = max(HANDFUL, -(-len(side) // BINS))
    groups = [side[start : start + size] for start in range(0, len(side), size)]
    if len(groups) > 1 and len(groups[-1]) < HANDFUL:
        groups[-2:] = [[*groups[-2], *groups[-1]]]
    return [one for one in groups if len(one) >= HANDFUL]


def _middle(group: Sequence[tuple[float, float]]) -> tuple[float, float, int]:
    n = len(group)
    return sum(x for x, _y in group) / n, sum(y for _x, y in group) / n, n


def _share(rows: Sequence[Row]) -> float:
    return sum(one.is_trained for one in rows) / len(rows)
