"""Which heading is which of our columns: chosen by a person, and remembered for the next file with the same headings."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.tables.mapping import Origin
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.models import ColumnChoice
from hengcai.interactions.rules.headings import headings_of
from hengcai.interactions.rules.headings.guess import Guess

Kept = Mapping[str, Mapping[str, Any]]


def headings_key(columns: Sequence[str]) -> str:
    """The same whatever their order and spelling."""
    return hashlib.sha256(json.dumps(sorted(folded(one) for one in columns if one)).encode()).hexdigest()


def remembered(kind: str, columns: Sequence[str]) -> Guess | None:
    found = ColumnChoice.objects.filter(kind=kind, key=headings_key(columns)).first()
    if found is None:
        return None
    names = {folded(one): one for one in columns}
    meant = {ours: names[folded(heading)] for ours, heading in found.mapping.items() if folded(heading) in names}
    return Guess(meant, left=tuple(one for one in columns if one and one not in meant.values()))


def open_columns(kind: str) -> tuple[str, ...]:
    """What a heading may be said to mean, the needed ones first."""
    handler, known = handler_of(kind), headings_of(kind)
    ours = (*handler.required, *handler.optional)
    return (*ours, *(name for name in known if name not in ours))


def chosen(kind: str, columns: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """`said`: heading → our column, or nothing; turned round, and refused where it cannot be meant."""
    found: dict[str, str] = {}
    for heading, ours in said.items():
        if heading not in columns or (ours and ours not in open_columns(kind)):
            raise NotValid("import.choice_of_column", heading=heading, value=ours)
        if ours and ours in found:
            raise NotValid("import.column_chosen_twice", value=ours, headings=[found[ours], heading])
        if ours:
            found[ours] = heading
    return found


def origins_kept(kept: Kept) -> dict[str, Origin]:
    """A mapping as it is stored, as `look_at` takes it."""
    return {name: Origin(**{**one, "add_seconds_to": _moment(one.get("add_seconds_to"))}) for name, one in kept.items()}


def origins_to_keep(mapping: Mapping[str, Origin | str]) -> dict[str, dict[str, Any]]:
    whole = {name: Origin(path=to) if isinstance(to, str) else to for name, to in mapping.items()}
    return {
        name: {"path": one.path, "constant": one.constant, "default": one.default, "seconds_after": one.seconds_after,
               "add_seconds_to": one.add_seconds_to.isoformat() if one.add_seconds_to else None}
        for name, one in whole.items()
    }  # fmt: skip


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
