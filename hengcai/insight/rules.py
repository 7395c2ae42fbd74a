"""Findings: which sentences the levels of a person or a team bear out, and how surely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

LINE = Fraction(3)  # below it a level does not meet the standard
LEAST_NEWCOMERS = 2
NEWCOMER_DAYS = 180


@dataclass(frozen=True)
class Seen:
    """One level of one person with its interval where it is known."""

    value: Fraction
    low: float | None = None
    high: float | None = None
    n: int = 0

    def is_surely_below(self, line: Fraction) -> bool:
        return self.high is not None and self.high < line

    def is_maybe_below(self, line: Fraction) -> bool:
        return self.value < line or (self.low is not None and self.low < line)


@dataclass(frozen=True)
class Shortfall:
    """How many of a team stand below a line on one competency.

    `surely` and `maybe` bracket the count: those whose whole interval lies below, and those whose
    interval reaches below. None where no interval is known.
    """

    code: str
    below: int
    total: int
    line: Fraction
    surely: int | None
    maybe: int | None

    @property
    def share(self) -> Fraction:
        return Fraction(self.below, self.total) if self.total else Fraction(0)


def shortfall(code: str, levels: Sequence[Seen], *, line: Fraction) -> Shortfall:
    below = sum(one.value < line for one in levels)
    known = [one for one in levels if one.low is not None and one.high is not None]
    if not known:
        return Shortfall(code, below, len(levels), line, None, None)
    unknown = [one for one in levels if one.low is None or one.high is None]
    surely = sum(one.is_surely_below(line) for one in known)
    maybe = sum(one.is_maybe_below(line) for one in known) + len(unknown)
    return Shortfall(code, below, len(levels), line, surely, maybe)


def shortfalls(
    by_code: Mapping[str, Sequence[Seen]], required: Mapping[str, Fraction], *, most: int = 4
) -> list[Shortfall]:
    """The worst first: those below 3 before those merely below what the post asks for."""
    below_line = [shortfall(code, levels, line=LINE) for code, levels in by_code.items() if levels]
    below_post = [
        shortfall(code, levels, line=required[code]) for code, levels in by_code.items() if levels and code in required
    ]
    named = {one.code for one in below_line if one.below * 3 >= one.total}
    chosen = [one for one in below_line if one.code in named]
    chosen += [one for one in below_post if one.code not in named and one.below]
    return sorted(chosen, key=lambda one: (one.line != LINE, -one.share, one.code))[:most]


def met_by_all(by_code: Mapping[str, Sequence[Seen]], required: Mapping[str, Fraction]) -> list[str]:
    """Competencies on which everybody with a level reaches what the post asks for."""
    return [
        code
        for code, levels in by_code.items()
        if levels and code in required and all(one.value >= required[code] for one in levels)
    ]


def mean_of(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


@dataclass(frozen=True)
class Gap:
    """One person's level on one competency against what the post requires."""

    code: str
    level: Fraction
    required: Fraction

    @property
    def size(self) -> Fraction:
        return self.level - self.required


def gaps(levels: Mapping[str, Fraction], required: Mapping[str, Fraction]) -> tuple[list[Gap], list[Gap]]:
    """(reached or above, strongest first; below, widest first)."""
    found = [Gap(code, level, required[code]) for code, level in levels.items() if code in required]
    above = sorted((gap for gap in found if gap.size >= 0), key=lambda gap: (-gap.size, gap.code))
    below = sorted((gap for gap in found if gap.size < 0), key=lambda gap: (gap.size, gap.code))
    return above, below


def change(final: Fraction | None, before: Fraction | None) -> Fraction | None:
    return None if final is None or before is None else final - before
