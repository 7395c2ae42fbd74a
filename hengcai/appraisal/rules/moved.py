"""Points that had to move because nothing was counted, as a reader needs them told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

Points = Mapping[str, Mapping[str, Fraction]]  # group → indicator → points


@dataclass(frozen=True, slots=True)
class Moved:
    """`code` is an indicator whose points went to the rest of its group, or a group whose points left it."""

    code: str
    points: Fraction
    is_group: bool


def moved(points: Points, known: Collection[str]) -> list[Moved]:
    """In the policy's order; nothing where nothing at all is known, since nothing was scored."""
    if not any(indicator in known for group in points.values() for indicator in group):
        return []
    return [one for group, indicators in points.items() for one in _of_group(group, indicators, known)]


def _of_group(group: str, indicators: Mapping[str, Fraction], known: Collection[str]) -> list[Moved]:
    missing = [Moved(code, points, is_group=False) for code, points in indicators.items() if code not in known]
    if len(missing) < len(indicators):
        return missing
    return [Moved(group, sum(indicators.values(), Fraction(0)), is_group=True)]
