"""A ticket's way from hand to hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hengcai.interactions.models import Contact, TicketStep


@dataclass(frozen=True)
class Step:
    """In whose hands, in which queue, from when until when; `until` None: there still."""

    name: str
    queue: str
    since: datetime
    until: datetime | None
    is_own: bool  # in the hands of the one who is scored

    @property
    def seconds(self) -> int | None:
        return int((self.until - self.since).total_seconds()) if self.until else None


def steps_of(contact: Contact) -> Sequence[Step]:
    """By the ticket's number; nothing where it is no ticket or no steps have come in."""
    if contact.channel != Contact.Channel.TICKET:
        return ()
    rows = TicketStep.objects.filter(ticket=contact.key).select_related("agent").order_by("starts_at", "pk")
    return [
        Step(row.agent.name, row.queue, row.starts_at, row.ends_at, row.agent_id == contact.agent_id) for row in rows
    ]
