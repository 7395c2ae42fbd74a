"""What a round has to do today, a chunk at a time. Nothing here writes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.base.days import bounds
from hengcai.base.workdays import Calendar
from hengcai.inbox.kinds import lapsing
from hengcai.inbox.models import Duty
from hengcai.inbox.rules import horizon, is_to_escalate, notice_day

CHUNK = 500


def open_ones() -> QuerySet[Duty]:
    """In the order of their numbers, so that two rounds at once wait for each other and never lock crosswise."""
    return Duty.objects.filter(done_at=None).order_by("pk")


def to_remind(today: date, calendar: Calendar) -> Sequence[Duty]:
    soon = open_ones().filter(due_on__range=(today, horizon(today, calendar)))
    wanted = Q(pk__in=[])
    for due_on in soon.order_by().values_list("due_on", flat=True).distinct():
        notice = notice_day(due_on, today=today, calendar=calendar) if due_on else None
        if notice is not None:
            start = start_of(notice)
            is_unsaid = Q(reminded_at=None) | Q(reminded_at__lt=start)
            wanted |= Q(is_unsaid, due_on=due_on, opened_at__lt=start)
    return list(soon.filter(wanted)[:CHUNK])


def to_lapse(today: date) -> Sequence[Duty]:
    return list(open_ones().filter(due_on__lt=today, kind__in=lapsing())[:CHUNK])


def to_escalate(today: date, calendar: Calendar) -> Sequence[Duty]:
    late = open_ones().filter(due_on__lt=today, escalated_at=None).exclude(kind__in=lapsing())
    days = late.order_by().values_list("due_on", flat=True).distinct()
    due = [day for day in days if day and is_to_escalate(day, is_escalated=False, today=today, calendar=calendar)]
    return list(late.filter(due_on__in=due)[:CHUNK]) if due else []


def start_of(day: date) -> datetime:
    return bounds(day, day, settings.TIME_ZONE)[0]


def hour_of(now: datetime) -> int:
    """Hours since 1970: the number of the round."""
    return int(now.timestamp() // timedelta(hours=1).total_seconds())
