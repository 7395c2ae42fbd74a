"""Tickets to be inspected, and those that were."""

from datetime import date, datetime

from ninja import Query, Router, Schema

from hengcai.api.fields import Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.quality import permissions
from hengcai.quality.queries.tickets import TICKET_ORDERS, Inspected, inspected, tickets_seen_by

router = Router()


class TicketsWanted(Sorted):
    """`state` open or done; `agent` by number or name."""

    state: Text = ""
    agent: Text = ""


class InspectedTicketOut(Schema):
    """`hours`: service hours in the agent's hands, null while the ticket is open. `evaluation`: once it is published."""

    assignment: int
    key: str
    agent: str
    queue: str
    opened_at: datetime
    closed_at: datetime | None
    hours: float | None
    analyst: str
    due_on: date
    state: str
    evaluation: int | None


@router.get("/tickets", response=Page[InspectedTicketOut])
def tickets(request, wanted: Query[TicketsWanted]):
    """Those to be scored first, the soonest due of them; an analyst's own."""
    let_in(permissions.SEE_TICKETS, request.user)
    rows = tickets_seen_by(request.user, **wanted.dict(exclude=PLACE))
    found = sorted_page(rows, lambda row: row, wanted, TICKET_ORDERS)
    return {**found, "items": [_told(one) for one in inspected(found["items"])]}


def _told(one: Inspected) -> dict:
    work, contact = one.assignment, one.contact
    return {
        "assignment": work.pk, "key": contact.key, "agent": contact.agent.number, "queue": contact.queue,
        "opened_at": contact.started_at, "closed_at": contact.ended_at, "hours": one.hours, "analyst": work.analyst.name,
        "due_on": work.due_on, "state": work.state, "evaluation": one.evaluation,
    }  # fmt: skip
