"""Contacts: checked and sorted into new, same and other; words go to the lake first, rows to the database after."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.conf import settings

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.ids import folded
from hengcai.base.tables.reading import Row
from hengcai.base.tables.rejects import ADDED
from hengcai.interactions import lake, permissions
from hengcai.interactions.actions.contacts import take_in_contacts
from hengcai.interactions.batches import Arrival, ContactBatch
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register
from hengcai.interactions.lookups import Zones, agents_by_number, known_contacts, matter_secret, zone_of
from hengcai.interactions.rules import contact as rules
from hengcai.interactions.rules.faults import contact_faults
from hengcai.interactions.rules.turns import split_long

if TYPE_CHECKING:
    import polars as pl

SPLIT = "long_turns"
REJECTS_SAY = frozenset(ADDED)


class Sorting:
    """Sorts one chunk; nothing is written to the database here.

    Rows that are plain, new and alone with their id stay columns (`plain`, with the `day` of each); all others are
    sorted one by one.
    """

    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self.outcome = Outcome()
        self.arrivals: list[Arrival] = []
        self.parts: list[lake.Slice] = []
        self._by_key: dict[str, Arrival] = {}
        self._first_row: dict[str, int] = {}
        self._may_update = bool(chunk.options.get("update"))
        self._may_create = chunk.options.get("people") == "create"
        from hengcai.interactions.columns import plain_rows, with_days

        plain = plain_rows(chunk, zone=zone_of(settings.TIME_ZONE))
        checked = self._checked(self._odd_rows(plain))
        odd_keys = {arrival.facts.key for arrival in checked}
        numbers = {*_different(plain, "agent"), *(arrival.facts.agent for arrival in checked)}
        self.agents = agents_by_number(numbers)
        self._known = known_contacts({*_different(plain, "id"), *odd_keys})
        self.zones = Zones(numbers)
        others: list[Row] = []
        self.plain = plain
        if plain is not None:
            new, others = self._shared_out(plain, odd_keys)
            self.plain = with_days(new, self.zones, zone=zone_of(settings.TIME_ZONE))
        for arrival in sorted(checked + self._checked(others), key=lambda one: one.row.number):
            self._sort(arrival)
        for arrival in self.arrivals:
            arrival.day = self.zones.day_of(arrival.facts.agent, arrival.facts.started_at)

    def _odd_rows(self, plain: "pl.DataFrame | None") -> Sequence[Row]:
        block = self._chunk.block
        if block is None or plain is None:
            return self._chunk.rows
        if len(plain) == block.row_count:
            return ()
        taken = set(plain["n"])
        return [block.row_of(place) for place in range(block.row_count) if place not in taken]

    def _shared_out(self, plain: "pl.DataFrame", others: Collection[str]) -> "tuple[pl.DataFrame, list[Row]]":
        """What comes in as it is; rows there already are counted; the rest is looked at one by one."""
        from hengcai.interactions.columns import lots

        agents = None if self._may_create else self.agents
        new, there, odd = lots(plain, self._digests_before(plain), others=others, agents=agents)
        self.outcome.added += len(new)
        self.outcome.passed_over += there
        if self._chunk.is_dry:
            self._chunk.seen.update(new.select("id", "digest").iter_rows())
        block = self._chunk.block
        return new, [block.row_of(place) for place in odd["n"]] if block else []

    def _digests_before(self, plain: "pl.DataFrame") -> list[str | None]:
        """Of the contacts with these ids in the database, or earlier in this dry run; empty where nobody has any."""
        if not self._known and not self._chunk.seen:
            return []
        return [self._known[key][1] if key in self._known else self._chunk.seen.get(key) for key in plain["id"]]

    def _checked(self, rows: Iterable[Row]) -> list[Arrival]:
        zone, found = zone_of(settings.TIME_ZONE), []
        for row in rows:
            try:
                facts = rules.contact_of(row.values, zone=zone, extra=self._extra(row), secret=matter_secret())
                found.append(self._arrival(row, facts))
            except Refusal as refusal:
                self.outcome.reject(row, refusal)
        return found

    def _arrival(self, row: Row, facts: rules.ContactFacts) -> Arrival:
        """The digest is of what the file says, however it is cut to be kept."""
        turns = split_long(facts.turns)
        return Arrival(row, facts._replace(turns=turns), facts.digest(), is_split=len(turns) > len(facts.turns))

    def _extra(self, row: Row) -> dict[str, object]:
        """What the file says besides our columns; kept aside in the lake. A corrected rejects file says three things more."""
        used = self._chunk.columns_used
        if row.original.keys() >= REJECTS_SAY:
            used |= REJECTS_SAY
        return {name: value for name, value in row.original.items() if name not in used}

    def _sort(self, arrival: Arrival) -> None:
        facts = arrival.facts
        if facts.agent not in self.agents and not self._may_create:
            self._reject(arrival, NotValid("contact.agent_unknown", column="agent", value=facts.agent))
            return
        before = self._digest_before(arrival)
        if before is None:
            self._add(arrival)
        elif before == arrival.digest:
            self.outcome.passed_over += 1
        elif self._may_update:
            self._update(arrival)
        else:
            self._reject(arrival, self._taken(facts.key))

    def _digest_before(self, arrival: Arrival) -> str | None:
        """Of the contact with this id: earlier in this chunk, in the database, or earlier in this dry run."""
        key = arrival.facts.key
        if key in self._by_key:
            return self._by_key[key].digest
        if key in self._known:
            return self._known[key][1]
        return self._chunk.seen.get(key)

    def _taken(self, key: str) -> NotValid:
        if key in self._first_row:
            return NotValid("contact.id_twice", column="id", value=key, first=self._first_row[key])
        return NotValid("contact.id_taken", column="id", value=key)

    def _add(self, arrival: Arrival) -> None:
        self._remember(arrival)
        self.arrivals.append(arrival)
        self.outcome.added += 1

    def _update(self, arrival: Arrival) -> None:
        """A second row of the same new contact takes the first one's place; it is not counted twice as added."""
        key = arrival.facts.key
        earlier = self._by_key.get(key)
        self.outcome.updated += 1
        self._remember(arrival)
        if earlier is not None:
            arrival.pk = earlier.pk
            self.arrivals[self.arrivals.index(earlier)] = arrival
            return
        arrival.pk = self._known[key][0] if key in self._known else None
        self.arrivals.append(arrival)

    def _remember(self, arrival: Arrival) -> None:
        key = arrival.facts.key
        self._by_key[key] = arrival
        self._first_row[key] = arrival.row.number
        if self._chunk.is_dry:
            self._chunk.seen[key] = arrival.digest

    def _reject(self, arrival: Arrival, refusal: Refusal) -> None:
        self.outcome.reject(arrival.row, refusal)

    def unknown_agents(self) -> dict[str, date]:
        """Number → the first day this chunk sees them on."""
        from hengcai.interactions.columns import first_days

        first: dict[str, date] = {}
        seen = [(arrival.facts.agent, arrival.day) for arrival in self.arrivals]
        for number, day in chain(seen, () if self.plain is None else first_days(self.plain)):
            if day and number not in self.agents:
                first[number] = min(day, first.get(number, day))
        return first

    def batch(self) -> ContactBatch:
        unknown = self.unknown_agents()
        return ContactBatch(self.arrivals, self.agents, self.parts, self.plain, unknown, self._chunk.run_id)


def _different(plain: "pl.DataFrame | None", column: str) -> list[Any]:
    return [] if plain is None else plain[column].unique().to_list()


def prepare(chunk: Chunk) -> Sorting:
    """Before the transaction: checks, looks up, writes what was said to the lake."""
    sorting = Sorting(chunk)
    if not chunk.is_dry:
        _write_parts(chunk, sorting)
    return sorting


def _write_parts(chunk: Chunk, sorting: Sorting) -> None:
    from hengcai.interactions.columns import write_words

    name = f"{chunk.run_id}-{chunk.number}"
    sorting.parts, sorting.plain = write_words(name, sorting.plain, sorting.arrivals)


def apply(chunk: Chunk) -> Outcome:
    sorting: Sorting = chunk.prepared
    batch = sorting.batch()
    if made := take_in_contacts(batch, by=chunk.by):
        sorting.outcome.brought["people.person"] = made
    if batch.unknown_agents:
        sorting.outcome.made["people"] = sorted(batch.unknown_agents)
    if split := [arrival.facts.key for arrival in sorting.arrivals if arrival.is_split]:
        sorting.outcome.made[SPLIT] = split
    return sorting.outcome


def faults(chunk: Chunk, rows: Sequence[Row]) -> dict[int, list[NotValid]]:
    zone, numbers = zone_of(settings.TIME_ZONE), [folded(str(row.values["agent"])) for row in rows]
    there = None if chunk.options.get("people") == "create" else set(agents_by_number(set(numbers)))
    return {row.number: contact_faults(row.values, zone=zone, agents=there) for row in rows}


HANDLER = Handler(
    permission=permissions.IMPORT,
    required=rules.REQUIRED,
    optional=rules.OPTIONAL,
    apply=apply,
    prepare=prepare,
    chunk_rows=60_000,
    heavy=("turns", "text"),
    ids=("id", "agent"),
    by_columns=True,
    options=frozenset({"update", "people"}),
    faults=faults,
)
register("contacts", HANDLER)
