"""What a template says of the next cycle of its kind: whether one is to be laid out by now, and with which days."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F, Max, Q

from hengcai.appraisal.models import Cycle, CycleTemplate
from hengcai.appraisal.rules.calendar import After, IsWorkingDay, Proposal, periods_due, proposal_of, working_days_after
from hengcai.people.models import Employment
from hengcai.people.queries.calendar import the_calendar

Period = tuple[date, date]


def next_period(template: CycleTemplate, *, today: date) -> Period | None:
    """The oldest that is to be there by now and is not; of probations only one in which somebody's ends."""
    return next(_due(template, today), None)


def _due(template: CycleTemplate, today: date) -> Iterator[Period]:
    until = Cycle.objects.filter(kind=template.kind).aggregate(last=Max("period_end"))["last"]
    for period in periods_due(template.kind, today=today, ahead_days=template.ahead_days, until=until):
        if template.kind != Cycle.Kind.PROBATION or ends_of_probation(period):
            yield period


def ends_of_probation(period: Period) -> int:
    """Of how many people probation ends then, who are still here that day."""
    rows = Employment.objects.filter(probation_ends_on__range=period)
    return rows.filter(Q(left_on__isnull=True) | Q(left_on__gte=F("probation_ends_on"))).count()


def after_of(template: CycleTemplate) -> After:
    return After(template.self_after, template.others_after, template.superior_after, template.publish_after)


def proposal_by(template: CycleTemplate, period: Period) -> Proposal:
    codes = frozenset(Cycle.objects.values_list("code", flat=True))
    return proposal_of(template.kind, period, is_working_day=is_working_day(), codes=codes, after=after_of(template))


def opening_day(template: CycleTemplate, period: Period) -> date:
    return working_days_after(period[1], template.opens_after, is_working_day())


def closing_day(template: CycleTemplate, period: Period) -> date | None:
    if template.closes_after is None:
        return None
    return working_days_after(period[1], template.closes_after, is_working_day())


def is_working_day() -> IsWorkingDay:
    """By the centre's calendar, read once."""
    calendar = the_calendar()
    return lambda day: calendar.day(day).is_working
