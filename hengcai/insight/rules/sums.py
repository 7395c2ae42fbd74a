"""How one source's score came about, so that a reader can add it up again by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.rules.policy import Points, along
from hengcai.appraisal.rules.skill import counting_mark

RESIT = 2
Given = Sequence[Sequence[str | int | None]]  # [source, rater, item, level] of every rating


@dataclass(frozen=True, slots=True)
class Sum:
    """`total ÷ count` is the source's score when `is_plain`; else items were averaged first."""

    total: Fraction
    count: int
    ratings: int
    is_plain: bool


def of_source(given: Given, source: str, *, is_weighted: bool = False) -> Sum | None:
    """None where the source said nothing."""
    by_item = _by_item(given, source)
    if not by_item:
        return None
    ratings = sum(len(levels) for levels in by_item.values())
    total = sum((level for levels in by_item.values() for level in levels), Fraction(0))
    if len({len(levels) for levels in by_item.values()}) == 1 and not is_weighted:
        return Sum(total, ratings, ratings, is_plain=True)
    return Sum(total, len(by_item), ratings, is_plain=False)


def _by_item(given: Given, source: str) -> dict[str, list[Fraction]]:
    found: dict[str, list[Fraction]] = {}
    for name, _rater, item, level in given:
        if name == source and level is not None:
            found.setdefault(str(item), []).append(Fraction(str(level)))
    return found


def of_customers(given: Iterable[Sequence[str | int]]) -> Sum | None:
    """`given` holds each score with how often it was given."""
    pairs = [(Fraction(str(score)), int(count)) for score, count in given]
    count = sum(times for _score, times in pairs)
    if not count:
        return None
    return Sum(sum((score * times for score, times in pairs), Fraction(0)), count, count, is_plain=True)


@dataclass(frozen=True, slots=True)
class Practical:
    """A scenario's level, a written mark and the level it maps to; each None where there was none."""

    scenario: Fraction | None
    mark: Fraction | None
    level: Fraction | None
    has_resit: bool


def practical(given: Given, marks: Iterable[Sequence[str | int]], written_mark: Points) -> Practical:
    attempts: dict[str, dict[int, Fraction]] = {}
    for test, attempt, mark in marks:
        attempts.setdefault(str(test), {})[int(attempt)] = Fraction(str(mark))
    counting = [counting_mark(one) for one in attempts.values()]
    mean = sum(counting, Fraction(0)) / len(counting) if counting else None
    return Practical(
        scenario=_mean_of_items(given, "practical"),
        mark=mean,
        level=None if mean is None else along(written_mark, mean),
        has_resit=any(RESIT in one for one in attempts.values()),
    )


def _mean_of_items(given: Given, source: str) -> Fraction | None:
    """Mean over items of each item's mean, as the arithmetic takes it."""
    means = [sum(levels, Fraction(0)) / len(levels) for levels in _by_item(given, source).values()]
    return sum(means, Fraction(0)) / len(means) if means else None
