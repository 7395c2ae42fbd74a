"""A ticket's way from hand to hand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.interactions.hours import service_hours
from hengcai.interactions.models import Contact, TicketStep
from hengcai.interactions.rules.service_hours import ServiceHours, hours_in_hand
from hengcai.quality import permissions
from hengcai.quality.models import Assignment, Evaluation


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


BY_DUE = ("due_on", "pk")
TICKET_ORDERS = Orders({
    "key": ("contact__key", "pk"), "agent": ("contact__agent__name_key", "contact__agent__number", *BY_DUE),
    "opened": ("contact__started_at", "pk"), "closed": ("contact__ended_at?", "pk"), "due": BY_DUE,
    "analyst": ("analyst__name", *BY_DUE), "state": ("state", *BY_DUE), "queue": ("contact__queue", *BY_DUE),
})  # fmt: skip


def tickets_seen_by(user: Doer, *, state: str = "", agent: str = "") -> QuerySet[Assignment]:
    """Assignments of tickets: those to be scored first, the soonest due of them; then the newest."""
    rows = Assignment.objects.filter(contact__channel=Contact.Channel.TICKET).exclude(state=Assignment.State.WITHDRAWN)
    if state:
        rows = rows.filter(state=state)
    if agent:
        rows = rows.filter(Q(contact__agent__number=folded(agent)) | Q(contact__agent__name__icontains=agent))
    seen = permissions.SEE_TICKETS.rows(rows.select_related("contact__agent", "analyst"), user)
    return seen.order_by("-state", *BY_DUE)


@dataclass(frozen=True)
class Inspected:
    """`hours`: service hours in the agent's hands, None while the ticket is open; `evaluation`: once it is published."""

    assignment: Assignment
    hours: float | None
    evaluation: int | None

    @property
    def contact(self) -> Contact:
        return self.assignment.contact


def inspected(page: Iterable[Assignment]) -> list[Inspected]:
    """Of one page, in a few queries."""
    rows = list(page)
    keys = [one.contact.key for one in rows]
    spans: dict[tuple[str, int], list[tuple[datetime, datetime]]] = defaultdict(list)
    for step in TicketStep.objects.filter(ticket__in=keys, ends_at__isnull=False):
        if step.ends_at:
            spans[step.ticket, step.agent_id].append((step.starts_at, step.ends_at))
    published = Evaluation.objects.filter(assignment__in=rows, is_current=True, state=Evaluation.State.PUBLISHED)
    evaluations = dict(published.values_list("assignment", "pk"))
    service = service_hours()
    return [Inspected(one, _hours(one.contact, spans, service), evaluations.get(one.pk)) for one in rows]


def _hours(
    contact: Contact, spans: Mapping[tuple[str, int], list[tuple[datetime, datetime]]], service: ServiceHours
) -> float | None:
    """By the steps that came in; without any, from opening to closing."""
    if contact.ended_at is None:
        return None
    held = spans.get((contact.key, contact.agent_id)) or [(contact.started_at, contact.ended_at)]
    return float(hours_in_hand(held, service))
