"""Published results hang on the figures they were computed from, though they refer to none of them by row."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from hengcai.appraisal.inputs import customer_contacts, customer_period, zone
from hengcai.appraisal.models import Cycle, Result
from hengcai.base.days import bounds
from hengcai.interactions.models import Contact, ImportRun, Measure, TicketStep
from hengcai.interactions.undoing import Hanging, guard


@guard
def results_computed_from(run: ImportRun) -> Iterable[Hanging]:
    """One for all: how many results people have been shown would lose what they stand on."""
    if run.kind not in ("contacts", "measures", "ticket-steps"):
        return
    count = 0
    for cycle in Cycle.objects.filter(state=Cycle.State.PUBLISHED).exclude(kind=Cycle.Kind.YEAR):
        results = Result.objects.filter(participant__cycle=cycle, is_current=True)
        count += results.filter(participant__person__in=_agents(run, cycle)).count()
    if count:
        yield Hanging("results", count)


def _agents(run: ImportRun, cycle: Cycle) -> QuerySet[Any, Any]:
    """Whose figures of this run the cycle reads."""
    is_month = cycle.kind == Cycle.Kind.MONTH
    rows: QuerySet[Any] = Measure.objects.none()
    if run.kind == "contacts":
        start, end = bounds(cycle.period_start, cycle.period_end, zone())
        in_month = Contact.objects.filter(started_at__gte=start, started_at__lt=end)
        rows = in_month if is_month else customer_contacts(customer_period(cycle))
    elif run.kind == "ticket-steps":
        return _with_tickets(run, cycle).values("agent") if is_month else rows.values("agent")
    elif is_month:
        rows = Measure.objects.filter(period_start=cycle.period_start, period_end=cycle.period_end)
    return rows.filter(brought_by=run.pk).values("agent")


def _with_tickets(run: ImportRun, cycle: Cycle) -> QuerySet[TicketStep]:
    """All who had a ticket of this run in their hands that ended in the month: any of them may be credited with it."""
    start, end = bounds(cycle.period_start, cycle.period_end, zone())
    tickets = TicketStep.objects.filter(brought_by=run.pk, ends_at__lt=end).values("ticket")
    return TicketStep.objects.filter(ticket__in=tickets, ends_at__gte=start, ends_at__lt=end)
