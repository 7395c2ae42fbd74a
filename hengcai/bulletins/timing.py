"""When people are at work and when they are away, for many of them at once: two queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from django.conf import settings

from hengcai.base.days import bounds, day_of
from hengcai.bulletins.rules.deadlines import Presence, Span, joined
from hengcai.people.models import Absence, Shift

AHEAD = timedelta(days=60)


def presences(persons: Collection[int], since: datetime, until: datetime) -> dict[int, Presence]:
    """Of everybody asked for, from `since` on; shifts to come belong to it."""
    shifts, away = _shifts(persons, since, until + AHEAD), _away(persons, since, until + AHEAD)
    return {one: Presence(shifts.get(one, ()), joined(away.get(one, ()))) for one in persons}


def _shifts(persons: Collection[int], since: datetime, until: datetime) -> dict[int, list[Span]]:
    rows = Shift.objects.filter(kind=Shift.Kind.WORK, ends_at__gt=since, starts_at__lt=until)
    rows = rows.filter(agent__in=persons) if len(persons) <= 500 else rows
    return _collected(rows.order_by("starts_at").values_list("agent", "starts_at", "ends_at"))


def _away(persons: Collection[int], since: datetime, until: datetime) -> dict[int, list[Span]]:
    first, last = (day_of(one, settings.TIME_ZONE) for one in (since, until))
    rows = Absence.objects.filter(last_on__gte=first, first_on__lte=last)
    rows = rows.filter(agent__in=persons) if len(persons) <= 500 else rows
    told = rows.values_list("agent", "first_on", "last_on")
    return _collected((agent, *_days(first_on, last_on)) for agent, first_on, last_on in told)


def _days(first: date, last: date) -> Span:
    return bounds(first, last, settings.TIME_ZONE)


def _collected(rows: Iterable[tuple[int, datetime, datetime]]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for agent, start, end in rows:
        found[agent].append((start, end))
    return found
