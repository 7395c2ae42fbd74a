"""Time to resolution of a month by the ticket log, for all agents asked about: one query, read as it comes."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q

from hengcai.appraisal.inputs import Period, zone
from hengcai.base.days import bounds
from hengcai.interactions.hours import service_hours
from hengcai.interactions.models import TicketStep
from hengcai.interactions.rules.service_hours import ServiceHours, hours_in_hand
from hengcai.interactions.rules.ticket import Step, in_closers_hands

AT_ONCE = 5_000


def resolution_hours(period: Period, agents: Collection[int] | None) -> dict[int, tuple[Fraction, int]]:
    """Agent → service hours with them, over so many tickets they closed in these days. `agents` None: everybody's."""
    service: ServiceHours | None = None
    found: dict[int, tuple[Fraction, int]] = defaultdict(lambda: (Fraction(0), 0))
    for closer, spans in in_closers_hands(_steps(period)):
        if agents is None or closer in agents:
            service = service or service_hours()
            hours, count = found[closer]
            found[closer] = hours + hours_in_hand(spans, service), count + 1
    return dict(found)


def _steps(period: Period) -> Iterator[Step]:
    """Of tickets closed in these days: whose last step ended then, and none is open."""
    start, end = bounds(*period, zone())
    ended = TicketStep.objects.filter(ends_at__gte=start, ends_at__lt=end)
    goes_on = TicketStep.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gte=end), ticket=OuterRef("ticket"))
    closed = ended.filter(~Exists(goes_on)).values("ticket")
    rows = TicketStep.objects.filter(ticket__in=closed).order_by("ticket", "ends_at", "starts_at", "pk")
    told = rows.values_list("ticket", "agent_id", "starts_at", "ends_at")
    return (Step(ticket, agent, starts, ends) for ticket, agent, starts, ends in told.iterator(AT_ONCE) if ends)
