"""What the contacts kind hands to its action: rows already checked, parts of the lake already written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hengcai.base.tables.reading import Row
from hengcai.interactions.rules.contact import ContactFacts


@dataclass(frozen=True)
class PartToAdd:
    path: str
    day: date
    row_count: int


@dataclass(eq=False)
class Arrival:
    """One contact about to come in. `pk` is the contact it updates; `part` and `place` say where its words lie."""

    row: Row
    facts: ContactFacts
    digest: str
    pk: int | None = None
    part: str | None = None
    place: int = 0
    is_split: bool = False


@dataclass(frozen=True)
class ContactBatch:
    """`unknown_agents`: number → first day seen, to be made on the way."""

    arrivals: Sequence[Arrival]
    agents: dict[str, int]
    parts: Sequence[PartToAdd] = ()
    unknown_agents: dict[str, date] = field(default_factory=dict)
    run_id: int | None = None
