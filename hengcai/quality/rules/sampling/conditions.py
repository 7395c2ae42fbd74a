"""What a rule asks of a contact: one column each, read as the contacts import reads it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hengcai.base.ids import folded
from hengcai.interactions.rules import said, values
from hengcai.interactions.rules.contact import CHANNELS, COMPLAINTS, OPTIONAL, REQUIRED, SOURCES
from hengcai.interactions.rules.flags import flags_of

FLAGS, SOURCE = "flags", "csat_source"
KNOWN = (*REQUIRED, *OPTIONAL)
"""Columns of a contacts file that have a meaning; a plan may ask about others that the file has."""


class Kind(StrEnum):
    NUMBER, CHOICE, YES_NO, FLAGS, MOMENT, HEAVY, TEXT = (
        "number",
        "choice",
        "yes_no",
        "flags",
        "moment",
        "heavy",
        "text",
    )


SCORES = {"csat": (1, 5), "recommend": (0, 10)}
CHOICES = {
    "channel": (CHANNELS, said.CHANNELS),
    "complaint": (COMPLAINTS, said.COMPLAINTS),
    SOURCE: (SOURCES, said.SOURCES),
}
KINDS = {
    **dict.fromkeys(SCORES, Kind.NUMBER),
    **dict.fromkeys(CHOICES, Kind.CHOICE),
    "resolved_first_contact": Kind.YES_NO,
    FLAGS: Kind.FLAGS,
    **dict.fromkeys(("started_at", "ended_at"), Kind.MOMENT),
    **dict.fromkeys(("turns", "text"), Kind.HEAVY),
}
Cell = Decimal | str | bool | frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """All that is given must hold; an empty cell meets nothing."""

    column: str
    at_most: Decimal | None = None
    at_least: Decimal | None = None
    among: frozenset[Cell] | None = None
    yes: bool | None = None

    def holds(self, written: str) -> bool:
        """Refuses a cell that cannot be read as what is asked for, naming the column."""
        text = written.strip()
        if not text:
            return False
        if self.yes is not None:
            return values.yes_no(text, self.column) is self.yes
        if self.among is not None:
            found = cell_of(self.column, text)
            return not found.isdisjoint(self.among) if isinstance(found, frozenset) else found in self.among
        number = number_of(self.column, text)
        return (self.at_most is None or number <= self.at_most) and (self.at_least is None or number >= self.at_least)


def kind_of(column: str) -> Kind:
    return KINDS.get(column, Kind.TEXT)


def cell_of(column: str, text: str) -> Cell:
    """As a list of a plan is compared with it: by meaning where the column has one, else by its text."""
    match kind_of(column):
        case Kind.NUMBER:
            return number_of(column, text)
        case Kind.CHOICE:
            known, words = CHOICES[column]
            return values.choice(text, column, known=known, words=words)
        case Kind.YES_NO:
            return bool(values.yes_no(text, column))
        case Kind.FLAGS:
            return flags_of(text)
        case _:
            return folded(text)


def number_of(column: str, text: str) -> Decimal:
    """Of a text that is not empty."""
    if column in SCORES:
        low, high = SCORES[column]
        return values.score(text, column, low=low, high=high) or Decimal(0)
    return values.number(text, column, signed=True)
