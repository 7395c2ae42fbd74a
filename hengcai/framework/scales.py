"""Levels of any version of the framework read on the scale of one, so that trends and gaps outlive a revision."""

from collections.abc import Callable
from fractions import Fraction

from hengcai.framework import rules
from hengcai.framework.models import Competency, Framework, Indicator

Maps = list[tuple[int, rules.LevelMap]]
Reader = Callable[[int, str], str]
"""Takes the version (its key) a level was given under and its exact text; gives the exact text on the scale asked for."""


def read_on(framework: Framework) -> Reader:
    """One small query. Where no version moved its levels, texts stay as they are."""
    versions = list(Framework.objects.order_by("number").values_list("pk", "number", "level_map", "state"))
    numbers = {pk: number for pk, number, _written, _state in versions}
    moved = [
        (number, rules.level_map(written))
        for pk, number, written, state in versions
        if written and (state != Framework.State.DRAFT or pk == framework.pk)
    ]
    if not moved:
        return lambda _version, level: level
    return lambda version, level: _read(level, _between(moved, numbers[version], framework.number))


def _between(moved: Maps, start: int, end: int) -> list[rules.LevelMap]:
    """The maps on the way from one version to another, later or earlier."""
    if start <= end:
        return [points for number, points in moved if start < number <= end]
    return [rules.backwards(points) for number, points in reversed(moved) if end < number <= start]


def _read(level: str, maps: list[rules.LevelMap]) -> str:
    value = Fraction(level)
    for points in maps:
        value = rules.carried(value, points)
    return str(value) if maps else level


def is_same_scale(one: Framework, other: Framework) -> bool:
    """Whether a level means the same in both versions."""
    low, high = sorted((one.number, other.number))
    between = Framework.objects.filter(number__gt=low, number__lte=high)
    return low == high or not between.exclude(level_map={}).exists()


def stands_at_three(framework: Framework) -> bool:
    """Whether its anchors are from the time when 3 was the standard: a centre may have written a 4 of its own then, but
    nobody was asked for one, and every anchor since has it."""
    anchors = [
        *Indicator.objects.filter(competency__framework=framework).values_list("anchors", flat=True),
        *Competency.objects.filter(framework=framework).values_list("anchors", flat=True),
    ]
    written = [one for one in anchors if one]
    return not all("4" in one for one in written)
