"""The calendar deadlines are counted by: the notices, and before them the centre's own days."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from hengcai.base.workdays import HOLIDAY, MADE_UP, Calendar, Day
from hengcai.people.models import OwnDay


def the_calendar(language: str = "zh") -> Calendar:
    """One query, however many days are asked of it."""
    rows = OwnDay.objects.values_list("date", "kind", "name")
    return Calendar({day: (kind, name or None) for day, kind, name in rows}, language)


def own_days() -> QuerySet[OwnDay]:
    return OwnDay.objects.order_by("date")


@dataclass(frozen=True)
class Unusual:
    """A day that is not what its weekday says, or that the centre has settled itself: then with its row."""

    day: Day
    own: OwnDay | None


def unusual_days(year: int, *, language: str) -> list[Unusual]:
    calendar = the_calendar(language)
    own = {one.date: one for one in OwnDay.objects.filter(date__year=year)}
    first = date(year, 1, 1)
    days = (first + timedelta(n) for n in range((date(year, 12, 31) - first).days + 1))
    return [
        Unusual(calendar.day(day), own.get(day))
        for day in days
        if day in own or calendar.day(day).kind in (HOLIDAY, MADE_UP)
    ]
