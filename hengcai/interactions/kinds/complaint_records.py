"""Complaints with their words: each row finds its agent, by its contact where it names one. A file of contacts and where
their complaints stand is of the kind `complaints`."""

from collections.abc import Iterable, Sequence
from functools import partial

from hengcai.interactions import permissions
from hengcai.interactions.actions.complaints import take_in_complaints, withdraw_complaints
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.kinds.praise import amiss, faults, known_of
from hengcai.interactions.kinds.registry import Handler, Outcome, register
from hengcai.interactions.kinds.rows import Found, Table, apply
from hengcai.interactions.lookups import slices
from hengcai.interactions.rules.praise import PRAISE, praise_of

FIELDS = ("agent_id", "contact_id", "received_at", "text", "matter", "judged", "judged_by", "judged_on", "reason")


def _there(new: Sequence[Complaint]) -> Iterable[Complaint]:
    for some in slices({one.agent_id for one in new}):
        yield from Complaint.objects.filter(agent__in=some)


def _resolved(_table: Table, found: Found, outcome: Outcome) -> Found:
    known = known_of((facts.agent for _row, facts in found), (facts.contact for _row, facts in found))
    agents, contacts = known
    made: Found = []
    for row, facts in found:
        if wrong := amiss(facts.agent, facts.contact, known):
            outcome.reject(row, wrong)
            continue
        values = facts._asdict()
        agent, contact = values.pop("agent"), values.pop("contact")
        pk, whose = contacts[contact][:2] if contact else (None, agents[agent])
        made.append((row, Complaint(agent_id=whose, contact_id=pk, **values)))
    return made


TABLE = Table(
    Complaint, FIELDS, praise_of, lambda one: [(one.agent_id, one.contact_id, one.received_at)], _there,
    take_in_complaints, ("complaint.taken", "received_at"), resolve=_resolved,
)  # fmt: skip
register(
    "complaint-records",
    Handler(
        permissions.IMPORT, *PRAISE, partial(apply, TABLE), flat=True, ids=("contact", "agent"), brings=Complaint,
        faults=faults, withdraw=withdraw_complaints,
    ),
)  # fmt: skip
