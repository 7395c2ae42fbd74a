"""What a card beside one's work may hold."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Verdict:
    """A result in one line: its cycle, band and score."""

    cycle: str
    band: str
    tone: str
    score: str
    result_id: int


@dataclass(frozen=True)
class Picture:
    """A small chart of a card with the sentence it bears out and what stands below its ends."""

    svg: str
    caption: str = ""
    ends: Sequence[str] = ()


@dataclass(frozen=True)
class Table:
    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Card:
    title: str
    link: str
    page: str
    key: int | None = None
    query: str = ""
    sentences: Sequence[str] = ()
    facts: Sequence[tuple[str, str]] = ()
    verdicts: Sequence[Verdict] = ()
    parts: Sequence["Card"] = field(default_factory=tuple)
    pictures: Sequence[Picture] = ()
    notes: Sequence[str] = ()
    table: Table | None = None
