"""Contacts on their way in, by the ten thousand."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, connection

from hengcai.accounts.models import User
from hengcai.interactions import permissions
from hengcai.interactions.actions.bulk import insert_rows, update_rows
from hengcai.interactions.actions.flags import note_flags
from hengcai.interactions.actions.recordings import note_recordings
from hengcai.interactions.batches import Arrival, ContactBatch
from hengcai.interactions.kinds.registry import MovedOnError
from hengcai.interactions.lookups import agents_by_number
from hengcai.interactions.models import Contact, LakePart
from hengcai.interactions.unlogged import unlogged_action
from hengcai.people.models import Employment, Person, Placement

if TYPE_CHECKING:
    import polars as pl

ROWS_AS_OBJECTS = 5_000
FIELDS = (
    "agent", "started_at", "ended_at", "channel", "language", "csat", "recommend", "complaint", "is_resolved_first",
    "matter_key", "turn_count", "queue", "csat_source", "digest", "part", "part_row", "brought_by",
)  # fmt: skip

PLAIN_NAMES = ("complaint", "is_resolved_first", "matter_key", "turn_count", "queue", "csat_source", "digest")


@unlogged_action(permissions.IMPORT, is_part=True)
def take_in_contacts(batch: ContactBatch, *, by: User) -> list[int]:
    """New contacts and updated ones, the parts their words lie in, and the agents nobody knew, whose keys it answers."""
    unknown, made = _add_agents(batch.unknown_agents)
    agents = {**batch.agents, **unknown}
    parts = _add_parts(batch)
    new = [arrival for arrival in batch.arrivals if arrival.pk is None]
    changed = [arrival for arrival in batch.arrivals if arrival.pk is not None]
    run = batch.run_id
    _insert_new((one.facts.key, *_values(one, agents, parts), run) for one in new)
    _insert_new(_plain_values(batch, agents, parts))
    update_rows(Contact, FIELDS, ((*_values(one, agents, parts), run, one.pk) for one in changed))
    if places := _told_aside(batch, "recording"):
        note_recordings(places, by=by)
    flags, again = _told_aside(batch, "flags"), [one.pk for one in changed if one.pk is not None]
    if flags or again:
        note_flags(flags, by=by, changed=again)
    return made


def _told_aside(batch: ContactBatch, name: str) -> dict[str, str]:
    """What a file says of these contacts under that name, by the contact's own key."""
    told = {one.facts.key: str(one.facts.aside[name]) for one in batch.arrivals if one.facts.aside.get(name)}
    if batch.plain is None:
        return told
    rows = batch.plain.select("id", "aside")
    rows = rows.filter(rows["aside"].str.contains(f'"{name}":', literal=True))
    for key, aside in rows.iter_rows():
        if said := json.loads(aside).get(name):
            told[key] = said
    return told


def _insert_new(rows: Iterable[Sequence[Any]]) -> None:
    """Another file may have brought one of them since they were sorted."""
    try:
        insert_rows(Contact, ("key", *FIELDS), rows)
    except IntegrityError as error:
        raise MovedOnError from error


def _add_agents(first_days: dict[str, date]) -> tuple[dict[str, int], list[int]]:
    """An agent without a team, employed from the first day seen: known by number until the roster comes in."""
    there = agents_by_number(set(first_days))
    new = {number: day for number, day in first_days.items() if number not in there}
    people = Person.objects.bulk_create([Person(number=number, name=number) for number in new])
    pairs = list(zip(people, new.values(), strict=True))
    Employment.objects.bulk_create([Employment(person=person, hired_on=day) for person, day in pairs])
    Placement.objects.bulk_create([Placement(person=person, since=day) for person, day in pairs])
    return there | {person.number: person.pk for person in people}, [person.pk for person in people]


def _add_parts(batch: ContactBatch) -> dict[date, int]:
    """By day: of each there is one in a chunk."""
    new = [LakePart(**one._asdict(), run_id=batch.run_id) for one in batch.parts]
    return {part.day: part.pk for part in LakePart.objects.bulk_create(new)}


def _values(one: Arrival, agents: dict[str, int], parts: dict[date, int]) -> Iterable[Any]:
    facts = one.facts
    return (
        agents[facts.agent],
        _moment(facts.started_at),
        facts.ended_at and _moment(facts.ended_at),
        facts.channel,
        facts.language,
        facts.csat and _decimal(facts.csat, "csat"),
        facts.recommend if facts.recommend is None else _decimal(facts.recommend, "recommend"),
        facts.complaint,
        facts.is_resolved_first,
        facts.matter_key,
        facts.turn_count if facts.turns else 0,
        facts.queue,
        facts.csat_source,
        one.digest,
        None if one.place is None or one.day is None else parts[one.day],
        one.place or 0,
    )


def _plain_values(batch: ContactBatch, agents: dict[str, int], parts: dict[date, int]) -> Iterator[Sequence[Any]]:
    """As `_values`, of columns, a slice at a time: as objects they are many times as large.

    In the order of the widest index: a million rows spread over all of it otherwise, and each commit writes most of it.
    """
    if batch.plain is not None:
        for some in batch.plain.sort("agent", "started_at").iter_slices(ROWS_AS_OBJECTS):
            yield from zip(*_sliced_values(some, agents, parts), repeat(batch.run_id, len(some)), strict=True)


def _sliced_values(some: "pl.DataFrame", agents: dict[str, int], parts: dict[date, int]) -> Sequence[Iterable[Any]]:
    """Both databases take a moment as the text they would make of it."""
    rows = {column.name: column for column in some}
    started_at, ended_at = (
        rows[name].dt.strftime("%Y-%m-%d %H:%M:%S").to_list() for name in ("started_at", "ended_at")
    )
    csat, recommend = (_stored(rows[name].to_list(), name) for name in ("csat", "recommend"))
    place = rows["place"].to_list()
    part = [None if at is None else parts[day] for day, at in zip(rows["day"].to_list(), place, strict=True)]
    return (
        rows["id"].to_list(), map(agents.__getitem__, rows["agent"].to_list()), started_at, ended_at,
        *(rows[name].to_list() for name in ("channel", "language")), csat, recommend,
        *(rows[name].to_list() for name in PLAIN_NAMES),
        part, rows["place"].fill_null(0).to_list(),
    )  # fmt: skip


def _stored(written: list[str], name: str) -> list[Any]:
    known = {text: _decimal(Decimal(text), name) if text else None for text in set(written)}
    return [known[text] for text in written]


def _moment(moment: datetime) -> datetime:
    """Both databases keep UTC, and take it without a zone: SQLite as text, PostgreSQL in a session that is in UTC."""
    return moment.replace(tzinfo=None)


@lru_cache(maxsize=2048)
def _decimal(value: Decimal, name: str) -> Any:
    field: Any = Contact._meta.get_field(name)
    return connection.ops.adapt_decimalfield_value(value, field.max_digits, field.decimal_places)
