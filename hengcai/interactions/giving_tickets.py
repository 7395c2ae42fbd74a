"""Ticket steps given out in the form they came in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.audit.action import note
from hengcai.base.plain import plain_row
from hengcai.interactions import permissions
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import TicketStep
from hengcai.people.models import Person

Row = dict[str, Any]
CHUNK = 5_000


def step_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    """Those that begin on these days."""
    permissions.EXPORT.enter([], by)
    note("export_ticket_steps", TicketStep(), by=by, first_day=first_day, last_day=last_day)
    begun = permissions.midnights("starts_at", first_day, last_day, zone=settings.TIME_ZONE)
    rows = TicketStep.objects.filter(begun).order_by("ticket", "starts_at", "agent__number")
    zone = zone_of(settings.TIME_ZONE)
    cells = rows.values_list("ticket", "agent__number", "starts_at", "ends_at", "queue")
    return (
        {
            "ticket": ticket,
            "agent": agent,
            "from": starts.astimezone(zone).isoformat(),
            "to": ends.astimezone(zone).isoformat() if ends else "",
            "queue": queue,
        }
        for ticket, agent, starts, ends, queue in cells.iterator(chunk_size=CHUNK)
    )


def steps_held(person: Person) -> Iterator[Row]:
    rows = person.ticket_steps.order_by("starts_at", "pk").values("ticket", "starts_at", "ends_at", "queue")
    return map(plain_row, rows.iterator(chunk_size=CHUNK))
