"""Ticket steps: through whose hands a ticket went."""

from collections.abc import Iterable, Sequence

from hengcai.interactions import permissions
from hengcai.interactions.actions.rows import take_in_records
from hengcai.interactions.kinds.registry import register
from hengcai.interactions.kinds.rows import Table, handler
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import TicketStep
from hengcai.interactions.rules.ticket import STEP, step_of


def _there(new: Sequence[TicketStep]) -> Iterable[TicketStep]:
    for some in slices({one.ticket for one in new}):
        yield from TicketStep.objects.filter(ticket__in=some)


STEPS = Table(
    TicketStep,
    ("agent_id", "ticket", "starts_at", "ends_at", "queue"),
    step_of,
    lambda one: [(one.ticket, one.agent_id, one.starts_at)],
    _there,
    take_in_records,
    ("step.taken", "from"),
)
GOOD = {"ticket": "1", "agent": "1", "from": "2026-01-05T09:00:00"}
register("ticket-steps", handler(STEPS, permissions.IMPORT, STEP, good=GOOD, ids=("ticket", "agent")))
