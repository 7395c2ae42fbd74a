"""A practical examination by check-list: what each item's tick is worth, what fails the whole, what two examiners make of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

OPERATION, SIMULATION = "operation", "simulation"
KINDS = (OPERATION, SIMULATION)
TICK, LEVEL = "tick", "level"
ITEM_KINDS = (TICK, LEVEL)
DONE, NOT_DONE, NOT_APPLICABLE = "done", "not_done", "na"
LEVELS = ("1", "2", "3", "4", "5")
ANCHORED = {TICK: (DONE, NOT_DONE), LEVEL: LEVELS}
PASS_PERCENT = Fraction(60)
BELOW, CRITICAL, OVER_TIME = "below", "critical", "over_time"


@dataclass(frozen=True)
class Text:
    zh: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    @property
    def is_whole(self) -> bool:
        return bool(self.zh and self.en)


@dataclass(frozen=True)
class Item:
    """`anchors`: what one sees where the value is right. A critical item that is not done fails the whole."""

    id: str
    text: Text
    kind: str = TICK
    weight: Fraction = Fraction(1)
    is_critical: bool = False
    may_skip: bool = False
    competency: str = ""
    anchors: Mapping[str, Text] = field(default_factory=dict)

    @property
    def values(self) -> tuple[str, ...]:
        """What an examiner may tick."""
        own = LEVELS if self.kind == LEVEL else (DONE, NOT_DONE)
        return (*own, NOT_APPLICABLE) if self.may_skip else own


@dataclass(frozen=True)
class Checklist:
    """`task` is what the person is told, `setup` what the examiner gets ready. Where time binds, going over it fails the whole."""

    code: str
    title: Text
    kind: str
    minutes: int
    pass_percent: Fraction
    is_time_binding: bool
    task: Text
    setup: Text
    items: tuple[Item, ...]

    def item(self, code: str) -> Item | None:
        return next((one for one in self.items if one.id == code), None)


Values = Mapping[str, str]
"""Item → what was ticked."""
Shares = Mapping[str, Fraction | None]
"""Item → what it is worth, from 0 to 1; None where it was not applicable."""


def share(value: str) -> Fraction | None:
    """Done is 1, not done 0, the levels stand between at equal steps."""
    if value == NOT_APPLICABLE:
        return None
    if value in LEVELS:
        return Fraction(int(value) - 1, 4)
    return Fraction(1 if value == DONE else 0)


def missing(checklist: Checklist, values: Values) -> list[str]:
    """Items nobody has ticked yet."""
    return [one.id for one in checklist.items if values.get(one.id) not in one.values]


def joined(checklist: Checklist, sheets: Sequence[Values], settled: Values | None = None) -> dict[str, Fraction | None]:
    """Of one examiner what they ticked; of two the mean, or the one who could see it. `settled` stands above both."""
    found: dict[str, Fraction | None] = {}
    for item in checklist.items:
        chosen = (settled or {}).get(item.id)
        seen = [share(chosen)] if chosen else [share(one[item.id]) for one in sheets]
        given = [one for one in seen if one is not None]
        found[item.id] = sum(given, Fraction(0)) / len(given) if given else None
    return found


def to_settle(checklist: Checklist, sheets: Sequence[Values], settled: Values) -> list[str]:
    """Critical items on which two examiners differ: a mean would half fail somebody."""
    return [
        one.id
        for one in checklist.items
        if one.is_critical and one.id not in settled and len({sheet[one.id] for sheet in sheets}) > 1
    ]


@dataclass(frozen=True)
class Outcome:
    """`percent` is exact, of the items that applied; None where none did. `failed_for`: in which way it is not passed."""

    percent: Fraction | None
    is_passed: bool
    failed_for: tuple[str, ...]
    critical: tuple[str, ...]
    shares: Mapping[str, Fraction]


def outcome(checklist: Checklist, shares: Shares, *, seconds: int | None = None) -> Outcome:
    """`seconds`: how long it took, where a clock ran."""
    percent = _percent(checklist.items, shares)
    critical = tuple(one.id for one in checklist.items if one.is_critical and shares.get(one.id) == 0)
    reasons = {
        BELOW: percent is None or percent < checklist.pass_percent, CRITICAL: bool(critical),
        OVER_TIME: checklist.is_time_binding and seconds is not None and seconds > checklist.minutes * 60,
    }  # fmt: skip
    failed = tuple(name for name, holds in reasons.items() if holds)
    return Outcome(percent, not failed, failed, critical, by_competency(checklist.items, shares))


def by_competency(items: Iterable[Item], shares: Shares) -> dict[str, Fraction]:
    """What was earned of each competency's weight, over the items that applied."""
    groups: dict[str, list[Item]] = {}
    for one in items:
        if one.competency:
            groups.setdefault(one.competency, []).append(one)
    found = {code: _percent(some, shares) for code, some in groups.items()}
    return {code: value / 100 for code, value in found.items() if value is not None}


def _percent(items: Iterable[Item], shares: Shares) -> Fraction | None:
    given = [(one.weight, value) for one in items if (value := shares.get(one.id)) is not None]
    weight = sum((weight for weight, _value in given), Fraction(0))
    return sum((part * value for part, value in given), Fraction(0)) / weight * 100 if weight else None


def alike(checklist: Checklist, first: Values, second: Values) -> tuple[int, int]:
    """How many items two examiners ticked alike, of how many."""
    return sum(first.get(one.id) == second.get(one.id) for one in checklist.items), len(checklist.items)
