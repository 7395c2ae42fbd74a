"""What the contacts kind hands to its action: rows already checked, their words already in the lake."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hengcai.base.tables.reading import Row
from hengcai.interactions.lake import Slice
from hengcai.interactions.rules.contact import ContactFacts

if TYPE_CHECKING:
    import polars as pl


@dataclass(eq=False)
class Arrival:
    """One contact about to come in. `pk` is the contact it updates; its words, if any, are row `place` of the part of
    its local `day`."""

    row: Row
    facts: ContactFacts
    digest: str
    pk: int | None = None
    day: date | None = None
    place: int | None = None
    is_split: bool = False


@dataclass(frozen=True)
class ContactBatch:
    """`unknown_agents`: number → first day seen, to be made on the way. `plain`: further new contacts, as columns of
    `plain_contacts` with `day` and `place`."""

    arrivals: Sequence[Arrival]
    agents: dict[str, int]
    parts: Sequence[Slice] = ()
    plain: "pl.DataFrame | None" = None
    unknown_agents: dict[str, date] = field(default_factory=dict)
    run_id: int | None = None
