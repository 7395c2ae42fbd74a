"""What a scorecard is made of. All numbers are exact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

WEIGHTED, DEDUCTION_CARD = "weighted", "deduction"
CARD_KINDS = (WEIGHTED, DEDUCTION_CARD)

ANCHORED, YES_NO, CHOICE, DEDUCTION, BONUS, NOTE = "anchored", "yes_no", "choice", "deduction", "bonus", "note"
RATED = (ANCHORED, YES_NO, CHOICE)  # kinds that earn a share of their weight
ITEM_KINDS = (*RATED, DEDUCTION, BONUS, NOTE)

BY_SECTION, BY_WHOLE = "section", "whole"
CRITICAL_SCOPES = (BY_SECTION, BY_WHOLE)
CRITICAL_CLASSES = ("customer", "business", "compliance")

NA, YES, NO, HIT, CLEAR, NOTED = "na", "yes", "no", "hit", "clear", "noted"
LEVELS = ("1", "2", "3", "4", "5")
MEETS = 3  # at this level what is required is met in part; below it is an error
DEFAULT_SHARES = tuple(Fraction(percent, 100) for percent in (0, 30, 60, 80, 100))

PERSON = "person"
OUTSIDE_CAUSES = ("process", "system", "knowledge", "policy")
CAUSES = (PERSON, *OUTSIDE_CAUSES)


@dataclass(frozen=True)
class Condition:
    """The item applies only while another one bears one of these marks."""

    item: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """`name` is only shown, never judged: anything that reads as text."""

    code: str
    kind: str
    weight: Fraction = Fraction(0)
    may_be_na: bool = True
    options: Mapping[str, Fraction] = field(default_factory=dict)
    points: Fraction = Fraction(0)
    critical_scope: str = ""
    critical_class: str = ""
    condition: Condition | None = None
    comment_below: int | None = None
    comment_if: str = ""
    competency: str = ""
    indicator: str = ""
    name: object = ""

    @cached_property
    def scale(self) -> tuple[str, ...]:
        """Every mark this item takes, without 'not applicable'."""
        if self.kind == CHOICE:
            return tuple(self.options)
        plain = {ANCHORED: LEVELS, YES_NO: (YES, NO), DEDUCTION: (CLEAR, HIT), BONUS: (CLEAR, HIT), NOTE: (NOTED,)}
        return plain[self.kind]

    @property
    def is_rated(self) -> bool:
        return self.kind in RATED

    @property
    def is_critical(self) -> bool:
        return bool(self.critical_scope)

    @property
    def must_be_marked(self) -> bool:
        """A free note may stay empty; everything else blocks submission until somebody chose."""
        return self.kind != NOTE


@dataclass(frozen=True)
class Section:
    code: str
    weight: Fraction
    items: tuple[Item, ...]
    name: object = ""


@dataclass(frozen=True)
class Card:
    kind: str
    pass_line: Fraction
    excellence_line: Fraction
    bonus_cap: Fraction
    level_shares: tuple[Fraction, ...]
    sections: tuple[Section, ...]

    def items(self) -> Iterator[Item]:
        for section in self.sections:
            yield from section.items

    @cached_property
    def by_code(self) -> Mapping[str, Item]:
        return {item.code: item for item in self.items()}


@dataclass(frozen=True)
class Phrase:
    """Characters of a turn as it is shown, from `start` up to `end`, and what stands there."""

    start: int
    end: int
    quote: str = ""


@dataclass(frozen=True)
class Mark:
    """What somebody chose for one item, why, whose fault it was, the turn it points at (the first is 0) and the phrase
    within that turn, where it points at one."""

    value: str
    comment: str = ""
    cause: str = ""
    turn: int | None = None
    phrase: Phrase | None = None

    @property
    def is_outside(self) -> bool:
        return self.cause in OUTSIDE_CAUSES


Marks = Mapping[str, Mark]
