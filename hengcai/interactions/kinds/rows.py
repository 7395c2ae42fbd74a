"""Kinds whose rows are rows of one table: one comes in once, and another about the same thing only when asked to."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Model

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.ids import folded
from hengcai.base.permissions import Permission
from hengcai.base.tables.reading import Row
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome
from hengcai.interactions.lookups import agents_by_number, zone_of
from hengcai.interactions.rules.faults import row_faults

Read = Callable[[Mapping[str, Any], tzinfo], Any]
Found = list[tuple[Row, Any]]
Write = Callable[..., None]


def always(_one: Any, _other: Any) -> bool:
    return True


@dataclass(frozen=True)
class Table:
    """`fields`: what a row says, by attribute. `places`: the keys under which another row may be about the same thing;
    whether it is, says `is_same`. `there`: rows of the database that may be. `taken`: the refusal of another one."""

    model: type[Model]
    fields: tuple[str, ...]
    read: Read
    places: Callable[[Any], Iterable[Hashable]]
    there: Callable[[Sequence[Any]], Iterable[Any]]
    write: Write
    taken: tuple[str, str]
    is_same: Callable[[Any, Any], bool] = always
    resolve: "Callable[[Table, Found, Outcome], Found] | None" = None


@dataclass
class Known:
    """Rows by the places they may be met at."""

    table: Table
    _at: dict[Hashable, list[Any]] = field(default_factory=dict)

    def add(self, one: Any) -> None:
        for place in self.table.places(one):
            self._at.setdefault(place, []).append(one)

    def remove(self, one: Any) -> None:
        for place in self.table.places(one):
            self._at[place].remove(one)

    def same(self, one: Any) -> list[Any]:
        met = {
            id(o): o for place in self.table.places(one) for o in self._at.get(place, ()) if self.table.is_same(one, o)
        }
        return list(met.values())


def handler(
    table: Table, permission: Permission, columns: tuple[tuple[str, ...], tuple[str, ...]], *, good: Mapping[str, str],
    ids: tuple[str, ...] = ("agent",),
) -> Handler:  # fmt: skip
    """`good`: a row in which nothing is wrong, by which each cell of another is judged alone."""
    return Handler(
        permission, *columns, partial(apply, table), flat=True, ids=ids, brings=table.model,
        faults=partial(faults, table, good, (*columns[0], *columns[1])),
    )  # fmt: skip


def apply(table: Table, chunk: Chunk) -> Outcome:
    intake = Intake(table, chunk)
    rows = (table.resolve or of_agents)(table, _checked(table, chunk, intake.outcome), intake.outcome)
    for one in table.there([one for _row, one in rows]):
        intake.known.add(one)
    for row, one in rows:
        intake.take(row, one)
    fields = (*table.fields, "brought_by")
    table.write(intake.new, by=chunk.by, changed=list(intake.changed.values()), fields=fields)
    return intake.outcome


class Intake:
    """The rows of one chunk, each sorted into new, there already, changed and refused."""

    def __init__(self, table: Table, chunk: Chunk) -> None:
        self.table, self.known, self.outcome = table, Known(table), Outcome()
        self.new: list[Any] = []
        self.changed: dict[int, Any] = {}
        self._run, self._may_update = chunk.run_id, bool(chunk.options.get("update"))

    def take(self, row: Row, one: Any) -> None:
        one.brought_by = self._run
        same = self.known.same(one)
        if not same:
            self.known.add(one)
            self.new.append(one)
            self.outcome.added += 1
        elif len(same) == 1 and said(self.table, same[0]) == said(self.table, one):
            self.outcome.passed_over += 1
        elif len(same) == 1 and self._may_update:
            self._change(same[0], one)
        else:
            code, column = self.table.taken
            self.outcome.reject(row, NotValid(code, column=column, value=row.values[column]))

    def _change(self, before: Any, one: Any) -> None:
        self.known.remove(before)
        for name in (*self.table.fields, "brought_by"):
            setattr(before, name, getattr(one, name))
        self.known.add(before)
        if before.pk:
            self.changed[before.pk] = before
        self.outcome.updated += 1


def said(table: Table, one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in table.fields)


def _checked(table: Table, chunk: Chunk, outcome: Outcome) -> Found:
    zone, found = zone_of(settings.TIME_ZONE), []
    for row in chunk.rows:
        try:
            found.append((row, table.read(row.values, zone)))
        except Refusal as refusal:
            outcome.reject(row, refusal)
    return found


def of_agents(table: Table, found: Found, outcome: Outcome) -> Found:
    """Rows of the table, of agents who are known."""
    agents = agents_by_number({facts.agent for _row, facts in found})
    made = []
    for row, facts in found:
        if facts.agent in agents:
            values = facts._asdict()
            made.append((row, table.model(agent_id=agents[values.pop("agent")], **values)))
        else:
            outcome.reject(row, NotValid("contact.agent_unknown", column="agent", value=facts.agent))
    return made


def as_they_are(table: Table, found: Found, _outcome: Outcome) -> Found:
    """Rows that are about nobody."""
    return [(row, table.model(**facts._asdict())) for row, facts in found]


def faults(
    table: Table, good: Mapping[str, str], columns: Sequence[str], _chunk: Chunk, rows: Sequence[Row]
) -> dict[int, list[NotValid]]:
    numbers = {folded(row.values["agent"]) for row in rows} if "agent" in columns else None
    there = None if numbers is None else set(agents_by_number(numbers))
    zone = zone_of(settings.TIME_ZONE)
    read = partial(_with_zone, table.read, zone)
    return {row.number: row_faults(row.values, good, columns, read, agents=there) for row in rows}


def _with_zone(read: Read, zone: tzinfo, values: Mapping[str, Any]) -> Any:
    return read(values, zone)
