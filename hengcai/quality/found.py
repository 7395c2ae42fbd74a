"""A round of a sampling plan drawn from what the centre has now: its contacts as a contacts file would tell them, through
the draw of `hengcai sample`. Loads what reckons with tables, so it is imported only where something is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import polars as pl
from django.conf import settings
from django.db.models import QuerySet

from hengcai.base.plain import decimal_text
from hengcai.base.tables.frames import SOMETHING, Chunk
from hengcai.interactions.flag_models import ContactFlag
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import Contact
from hengcai.quality.drawing import COLUMNS, contacts_of, read_text, roster_of
from hengcai.quality.drawn_models import DrawnStratum, SamplingPlan
from hengcai.quality.rules.sampling.conditions import FLAGS
from hengcai.quality.rules.sampling.contacts import Contacts, digest
from hengcai.quality.rules.sampling.draw import Drawn
from hengcai.quality.rules.sampling.round_draw import Sizes, draw_round
from hengcai.quality.rules.sampling.rounds import Round

CHUNK = 50_000


@dataclass(frozen=True)
class Found:
    """A round as the centre's data give it."""

    frame: pl.DataFrame
    drawn: Drawn

    @property
    def n(self) -> int:
        return self.frame.height

    @property
    def digest(self) -> str:
        return digest(self.frame["id"])


def find(row: SamplingPlan, this: Round, *, after: int, up_to: int) -> Found:
    plan = read_text(row.text)
    gathered = Contacts(plan, zone=zone_of(settings.TIME_ZONE), said=("turns",))
    contacts = contacts_of(row, this, after=after, up_to=up_to)
    flags = _flags(contacts) if FLAGS in plan.columns else {}
    cells = contacts.order_by("pk").values_list(*COLUMNS.values()).iterator(chunk_size=CHUNK)
    while some := list(islice(cells, CHUNK)):
        gathered.take(_chunk(some, flags))
    frame = gathered.frame()
    drawn = draw_round(frame, plan, this, roster=roster_of(plan), seed=row.seed, before=_sizes(row, this))
    return Found(frame, drawn)


def _flags(contacts: QuerySet[Contact]) -> dict[str, str]:
    """By contact's key, as a contacts file would tell them; contacts without any are not in it."""
    found: dict[str, list[str]] = {}
    rows = ContactFlag.objects.filter(contact__in=contacts.values("pk")).order_by("pk")
    for key, name in rows.values_list("contact__key", "name").iterator(chunk_size=CHUNK):
        found.setdefault(key, []).append(name)
    return {key: ";".join(names) for key, names in found.items()}


def _chunk(rows: Sequence[tuple[Any, ...]], flags: Mapping[str, str]) -> Chunk:
    columns = zip(*rows, strict=True)
    cells = {name: list(map(_cell, values)) for name, values in zip(COLUMNS, columns, strict=True)}
    cells[FLAGS] = [flags.get(key, "") for key in cells[FLAGS]]
    cells["turns"] = [SOMETHING if count != "0" else "" for count in cells["turns"]]
    return Chunk(pl.DataFrame(cells, dict.fromkeys(COLUMNS, pl.String())), range(1, len(rows) + 1), {})


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str) else decimal_text(value) if not isinstance(value, int) else str(value)


def _sizes(row: SamplingPlan, this: Round) -> Sizes:
    if not this.number:
        return {}
    found = DrawnStratum.objects.filter(draw__plan=row, draw__week=this.week, draw__number=0)
    facts = found.values_list("agent__number", "rule", "n", "k")
    return {(agent, rule or None): (n, k) for agent, rule, n, k in facts}
