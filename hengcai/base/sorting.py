"""The orders a list may stand in: each named once, read by its page, its file and its endpoint alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import OrderBy

from hengcai.base.errors import NotValid

Row = TypeVar("Row", bound=Model)
DOWN = "-"


@dataclass(frozen=True)
class Orders:
    """`keys`: what a heading sorts by → the fields, the last of them unique, so that no two pages hold one row.

    A leading minus runs the other way, a trailing question mark says that the field may be empty: such rows come
    last, whichever way. Asked the other way round, all fields turn, so that one index serves both. `worked_out`:
    fields that no table has, looked up for the order that needs them only.
    """

    keys: Mapping[str, Sequence[str]]
    worked_out: Mapping[str, Any] = field(default_factory=dict)

    def sorted(self, rows: QuerySet[Row], wanted: str) -> QuerySet[Row]:
        """As they are where nothing is asked for that is known here."""
        if not self.knows(wanted):
            return rows
        is_down, fields = wanted.startswith(DOWN), self.keys[wanted.removeprefix(DOWN)]
        needed = {name: self.worked_out[name] for name in map(_name, fields) if name in self.worked_out}
        there: QuerySet[Row] = rows.alias(**needed)
        return there.order_by(*(_term(one, turned=is_down) for one in fields))

    def knows(self, wanted: str) -> bool:
        return wanted.removeprefix(DOWN) in self.keys

    def asked(self, rows: QuerySet[Row], wanted: str) -> QuerySet[Row]:
        """For programs, which are told when they ask for what is not there."""
        if wanted and not self.knows(wanted):
            raise NotValid("base.sort_unknown", value=wanted, known=", ".join(self.keys))
        return self.sorted(rows, wanted)


def _name(term: str) -> str:
    return term.removeprefix(DOWN).removesuffix("?")


def _term(term: str, *, turned: bool) -> OrderBy:
    last: Any = True if term.endswith("?") else None
    by = F(_name(term))
    return by.desc(nulls_last=last) if term.startswith(DOWN) is not turned else by.asc(nulls_last=last)
