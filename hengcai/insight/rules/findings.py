"""Findings: which sentences the levels of a person or a team bear out, and how surely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

LINE = Fraction(3)  # below it a level does not meet the standard
LEAST_NEWCOMERS = 2
NEWCOMER_DAYS = 180
NAMED_SHARE = Fraction(1, 3)  # a weakness is a team's own from this share of its people on
SPEAKS_SHARE = Fraction(2, 3)  # of its people have to have a level before a report speaks for the team
SPEAKS_FROM = 3  # and so many at least, unless that is everybody
SURE, MAYBE, MEETS, UNKNOWN = "sure", "maybe", "ok", "none"


def speaks_for_all(covered: int, people: int) -> bool:
    """Whether what is known of some may be said of the team."""
    return covered == people or (covered >= SPEAKS_FROM and covered >= SPEAKS_SHARE * people)


@dataclass(frozen=True, slots=True)
class Seen:
    """One level of one person with its interval where it is known; `n` ratings or contacts."""

    value: Fraction
    low: float | None = None
    high: float | None = None
    n: int = 0
    is_rated: bool = False

    @property
    def has_interval(self) -> bool:
        return self.low is not None and self.high is not None

    def is_surely_below(self, line: Fraction) -> bool:
        return self.has_interval and self.high is not None and self.high < line

    def is_maybe_below(self, line: Fraction) -> bool:
        """Also where nothing is known of how far the level may lie off."""
        return not self.has_interval or self.value < line or (self.low is not None and self.low < line)


def mark(seen: Seen | None, required: Fraction | None) -> str:
    """How a cell of the map is marked: surely below, perhaps below, reached, nothing known.

    A level that reaches what is asked stands plain even where its interval reaches below it; one that
    misses it without a known interval may be chance.
    """
    if seen is None:
        return UNKNOWN
    if required is None or seen.value >= required:
        return MEETS
    return SURE if seen.is_surely_below(required) else MAYBE


@dataclass(frozen=True, slots=True)
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
    if not any(one.has_interval for one in levels):
        return Shortfall(code, below, len(levels), line, None, None)
    surely = sum(one.is_surely_below(line) for one in levels)
    maybe = sum(one.is_maybe_below(line) for one in levels)
    return Shortfall(code, below, len(levels), line, surely, maybe)


def shortfalls(
    by_code: Mapping[str, Sequence[Seen]], required: Mapping[str, Fraction], *, most: int = 4
) -> list[Shortfall]:
    """The worst first: what many have below 3 before what some have below what the post asks for."""
    standard = [shortfall(code, levels, line=LINE) for code, levels in by_code.items() if levels]
    chosen = [one for one in standard if one.share >= NAMED_SHARE]
    named = {one.code for one in chosen}
    rest = [code for code, levels in by_code.items() if levels and code in required and code not in named]
    of_post = [shortfall(code, by_code[code], line=required[code]) for code in rest]
    chosen += [one for one in of_post if one.below]
    return sorted(chosen, key=lambda one: (one.code not in named, -one.share, one.code))[:most]


def changed(now: Shortfall, before: Shortfall | None) -> str:
    """`more`, `fewer`, `same`, `within` (brackets overlap), `unknown` (no brackets) or `new` (nothing to compare)."""
    if before is None or before.line != now.line:
        return "new"
    if now.below == before.below:
        return "same"
    if now.surely is None or now.maybe is None or before.surely is None or before.maybe is None:
        return "unknown"
    if now.surely > before.maybe:
        return "more"
    return "fewer" if now.maybe < before.surely else "within"


def met_by_all(by_code: Mapping[str, Sequence[Seen]], required: Mapping[str, Fraction]) -> list[str]:
    """Competencies on which everybody with a level reaches what the post asks for."""
    return [
        code
        for code, levels in by_code.items()
        if levels and code in required and all(one.value >= required[code] for one in levels)
    ]


def mean_of(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


@dataclass(frozen=True, slots=True)
class Weakest:
    """The newcomers' lowest competency: only these people, never newcomers as such."""

    code: str
    mean: Fraction
    n: int


def newcomers_weakest(by_code: Mapping[str, Sequence[Seen]]) -> Weakest | None:
    """None unless at least two newcomers have a level on it and their mean lies below 3."""
    means = [
        Weakest(code, mean, len(levels))
        for code, levels in by_code.items()
        if len(levels) >= LEAST_NEWCOMERS and (mean := mean_of([one.value for one in levels])) is not None
    ]
    low = [one for one in means if one.mean < LINE]
    return min(low, key=lambda one: (one.mean, one.code)) if low else None


@dataclass(frozen=True, slots=True)
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
