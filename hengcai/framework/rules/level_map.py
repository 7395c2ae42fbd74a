"""How levels of the version before read in this one: a few points, straight lines between them."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid

LevelMap = tuple[tuple[Fraction, Fraction], ...]
"""(level of before, level here), both rising from 1 to 5."""

STANDARD_MOVED = {"1": "1", "2": "2", "3": "4", "5": "5"}
"""From the time when 3 was what everybody is asked to do: now that is 4."""
_ENDS = (Fraction(1), Fraction(5))


def level_map(written: Mapping[str, str]) -> LevelMap:
    """Nothing written: the levels mean what they meant before."""
    if not written:
        return tuple((end, end) for end in _ENDS)
    return tuple(sorted((Fraction(old), Fraction(new)) for old, new in written.items()))


def check_level_map(written: Any) -> None:
    """Exact decimals as text, 1 stays 1, 5 stays 5, and a higher level stays higher: so it can be read both ways."""
    if written in (None, {}):
        return
    if not isinstance(written, Mapping):
        raise NotValid("framework.level_map", value=str(written))
    for text in (*written.keys(), *written.values()):
        _check_level(text)
    points = level_map(written)
    if [points[0], points[-1]] != [(end, end) for end in _ENDS]:
        raise NotValid("framework.level_map", value=points_said(written))
    if not all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(points)):
        raise NotValid("framework.level_map", value=points_said(written))


def _check_level(text: Any) -> None:
    try:
        exact(text)
    except (NotValid, TypeError, AttributeError) as refusal:
        raise NotValid("framework.level_map", value=str(text)) from refusal


def points_said(written: Mapping[Any, Any]) -> str:
    return ", ".join(f"{old} → {new}" for old, new in written.items())


def carried(level: Fraction, points: LevelMap) -> Fraction:
    """`level` of before on this version's scale; on the straight line between the two points it lies between."""
    for (low, low_here), (high, high_here) in pairwise(points):
        if level <= high:
            return low_here + (level - low) * (high_here - low_here) / (high - low)
    return points[-1][1]


def backwards(points: LevelMap) -> LevelMap:
    """From this version's scale to that of before."""
    return tuple((here, before) for before, here in points)
