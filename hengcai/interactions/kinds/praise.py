"""Praise: each row finds its agent, by its contact where it names one."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from django.conf import settings

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.tables.reading import Row
from hengcai.interactions import permissions
from hengcai.interactions.actions.rows import take_in_records
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register
from hengcai.interactions.kinds.rows import Found, Table, apply
from hengcai.interactions.lookups import agents_by_number, slices, zone_of
from hengcai.interactions.models import Contact, Praise
from hengcai.interactions.rules.faults import row_faults
from hengcai.interactions.rules.praise import PRAISE, PraiseFacts, praise_of

GOOD = {"agent": "1", "received_at": "2026-01-05T09:00:00", "text": "-"}
Known = tuple[dict[str, int], dict[str, tuple[int, int, str]]]
"""Agents by number; contacts by key, each with its agent."""


def _there(new: Sequence[Praise]) -> Iterable[Praise]:
    for some in slices({one.agent_id for one in new}):
        yield from Praise.objects.filter(agent__in=some)


def known_of(agents: Iterable[str], contacts: Iterable[str]) -> Known:
    found: dict[str, tuple[int, int, str]] = {}
    for some in slices({one for one in contacts if one}):
        rows = Contact.objects.filter(key__in=some).values_list("key", "pk", "agent_id", "agent__number")
        found.update({key: (pk, agent, number) for key, pk, agent, number in rows})
    return agents_by_number({one for one in agents if one}), found


def _resolved(table: Table, found: Found, outcome: Outcome) -> Found:
    known = known_of((facts.agent for _row, facts in found), (facts.contact for _row, facts in found))
    made: Found = []
    for row, facts in found:
        if wrong := amiss(facts.agent, facts.contact, known):
            outcome.reject(row, wrong)
        else:
            made.append((row, _praise(facts, known)))
    return made


def amiss(agent: str, contact: str, known: Known) -> NotValid | None:
    agents, contacts = known
    if contact and contact not in contacts:
        return NotValid("complaint.contact_unknown", column="contact", value=contact)
    if agent and agent not in agents:
        return NotValid("contact.agent_unknown", column="agent", value=agent)
    if agent and contact and contacts[contact][1] != agents[agent]:
        return NotValid("praise.other_agent", column="agent", value=agent, found=contacts[contact][2])
    return None


def _praise(facts: PraiseFacts, known: Known) -> Praise:
    agents, contacts = known
    values = facts._asdict()
    agent, contact = values.pop("agent"), values.pop("contact")
    pk, whose, _number = contacts[contact] if contact else (None, agents[agent], agent)
    return Praise(agent_id=whose, contact_id=pk, **values)


def faults(_chunk: Chunk, rows: Sequence[Row]) -> dict[int, list[NotValid]]:
    named = {row.number: (folded(row.values["agent"]), folded(row.values["contact"])) for row in rows}
    known = known_of((agent for agent, _contact in named.values()), (contact for _agent, contact in named.values()))
    zone = zone_of(settings.TIME_ZONE)

    def read(values: Mapping[str, Any]) -> PraiseFacts:
        return praise_of(values, zone)

    found = {row.number: row_faults(row.values, GOOD, (*PRAISE[0], *PRAISE[1]), read, agents=None) for row in rows}
    for number, (agent, contact) in named.items():
        wrong = amiss(agent, contact, known)
        if wrong and wrong.facts["column"] not in {one.facts.get("column") for one in found[number]}:
            found[number].append(wrong)
    return found


TABLE = Table(
    Praise,
    (
        "agent_id", "contact_id", "received_at", "text", "matter", "judged", "judged_by", "judged_on", "reason",
    ),
    praise_of,
    lambda one: [(one.agent_id, one.contact_id, one.received_at)],
    _there,
    take_in_records,
    ("praise.taken", "received_at"),
    resolve=_resolved,
)  # fmt: skip
register(
    "praise",
    Handler(
        permissions.IMPORT,
        *PRAISE,
        partial(apply, TABLE),
        flat=True,
        ids=("contact", "agent"),
        brings=Praise,
        faults=faults,
    ),
)
