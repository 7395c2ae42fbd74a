"""Contacts: checked and sorted into new, same and other; words go to the lake first, rows to the database after."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.conf import settings

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.reading import Row
from hengcai.base.tables.rejects import ADDED
from hengcai.interactions import lake, permissions
from hengcai.interactions.actions.contacts import take_in_contacts
from hengcai.interactions.batches import Arrival, ContactBatch, PartToAdd
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register
from hengcai.interactions.lookups import Zones, agents_by_number, known_contacts, zone_of
from hengcai.interactions.rules import contact as rules
from hengcai.interactions.rules.turns import split_long

SPLIT = "long_turns"
REJECTS_SAY = frozenset(ADDED)


class Sorting:
    """Sorts one chunk; nothing is written to the database here."""

    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self.outcome = Outcome()
        self.arrivals: list[Arrival] = []
        self.parts: list[PartToAdd] = []
        self._by_key: dict[str, Arrival] = {}
        self._first_row: dict[str, int] = {}
        checked = self._checked()
        numbers = {arrival.facts.agent for arrival in checked}
        self.agents = agents_by_number(numbers)
        self._known = known_contacts({arrival.facts.key for arrival in checked})
        self._may_update = bool(chunk.options.get("update"))
        self._may_create = chunk.options.get("people") == "create"
        self.zones = Zones(numbers)
        for arrival in checked:
            self._sort(arrival)

    def _checked(self) -> list[Arrival]:
        zone, found = zone_of(settings.TIME_ZONE), []
        for row in self._chunk.rows:
            try:
                facts = rules.contact_of(row.values, zone=zone, extra=self._extra(row))
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
        first: dict[str, date] = {}
        for arrival in self.arrivals:
            number = arrival.facts.agent
            if number not in self.agents:
                day = self.zones.day_of(number, arrival.facts.started_at)
                first[number] = min(day, first.get(number, day))
        return first


def prepare(chunk: Chunk) -> Sorting:
    """Before the transaction: checks, looks up, writes parts."""
    sorting = Sorting(chunk)
    if not chunk.is_dry:
        _write_parts(chunk, sorting)
    return sorting


def _write_parts(chunk: Chunk, sorting: Sorting) -> None:
    by_day: dict[date, list[Arrival]] = defaultdict(list)
    for arrival in sorting.arrivals:
        if arrival.facts.turns or arrival.facts.aside:
            by_day[sorting.zones.day_of(arrival.facts.agent, arrival.facts.started_at)].append(arrival)
    for day, arrivals in sorted(by_day.items()):
        sorting.parts.append(_write_part(f"{chunk.run_id}-{chunk.number}", day, arrivals))


def _write_part(name: str, day: date, arrivals: Sequence[Arrival]) -> PartToAdd:
    path = lake.write_part(day, name, [_conversation(arrival.facts) for arrival in arrivals])
    for place, arrival in enumerate(arrivals):
        arrival.part, arrival.place = path, place
    return PartToAdd(path, day, len(arrivals))


def _conversation(facts: rules.ContactFacts) -> lake.Conversation:
    return lake.Conversation(
        facts.key, facts.agent, facts.started_at, facts.channel, facts.language, facts.turns, facts.aside
    )


def apply(chunk: Chunk) -> Outcome:
    sorting: Sorting = chunk.prepared
    batch = ContactBatch(sorting.arrivals, sorting.agents, sorting.parts, sorting.unknown_agents(), chunk.run_id)
    take_in_contacts(batch, by=chunk.by)
    if batch.unknown_agents:
        sorting.outcome.made["people"] = sorted(batch.unknown_agents)
    if split := [arrival.facts.key for arrival in sorting.arrivals if arrival.is_split]:
        sorting.outcome.made[SPLIT] = split
    return sorting.outcome


HANDLER = Handler(
    permission=permissions.IMPORT,
    required=rules.REQUIRED,
    optional=rules.OPTIONAL,
    apply=apply,
    prepare=prepare,
    chunk_rows=20_000,
    heavy=("turns", "text"),
    ids=("id", "agent"),
    options=frozenset({"update", "people"}),
)
register("contacts", HANDLER)
