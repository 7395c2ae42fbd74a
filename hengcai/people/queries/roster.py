"""Who works when: a week's shifts and absences, as they were imported."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from hengcai.base.days import bounds, day_of, within_reach
from hengcai.base.permissions import Doer
from hengcai.people import permissions
from hengcai.people.models import Absence, Employment, Person, Shift
from hengcai.people.queries.pages import Filters, Staying, people_listed

WEEK = 7
A_DAY, HOUR, MOMENT = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)


@dataclass(frozen=True)
class DayOn:
    """What one person has on one day. A shift stands on the day it begins."""

    shifts: Sequence[Shift]
    absences: Sequence[Absence]

    @property
    def is_away(self) -> bool:
        return bool(self.absences)


def week_of(day: date) -> list[date]:
    """Monday to Sunday; of days beyond all calendars, those of the nearest week there is."""
    day = within_reach(day)
    monday = day - A_DAY * day.weekday()
    return [monday + A_DAY * n for n in range(WEEK)]


def roster(user: Doer, day: date, *, word: str = "", team: int | None = None) -> QuerySet[Person]:
    """Whoever is employed on a day of this week and within the reader's reach, by name; each with `stands`, and with
    `week_shifts` and `week_absences`."""
    first, *_, last = week_of(day)
    there = Employment.objects.filter(
        Q(left_on=None) | Q(left_on__gte=first), hired_on__lte=last, person=OuterRef("pk")
    )
    rows = people_listed(user, Filters(day=last, word=word, team=team, staying=Staying.ALL))
    rows = rows.filter(Exists(there), permissions.SEE_ROSTER.condition(user))
    return rows.prefetch_related(*_of_week(first, last))


def _of_week(first: date, last: date) -> Iterable[Prefetch]:
    since, until = bounds(first, last, settings.TIME_ZONE)
    shifts = Shift.objects.filter(starts_at__gte=since, starts_at__lt=until).order_by("starts_at", "kind")
    absences = Absence.objects.filter(first_on__lte=last, last_on__gte=first).order_by("first_on", "kind")
    return Prefetch("shifts", shifts, to_attr="week_shifts"), Prefetch("absences", absences, to_attr="week_absences")


def on_days(person: Person, days: Iterable[date]) -> Mapping[date, DayOn]:
    """Of one of `roster`."""
    shifts, absences = person.week_shifts, person.week_absences  # type: ignore[attr-defined]
    return {
        day: DayOn(
            [one for one in shifts if day_of(one.starts_at, settings.TIME_ZONE) == day],
            [one for one in absences if one.first_on <= day <= one.last_on],
        )
        for day in days
    }


def work_hours(days: Mapping[date, DayOn]) -> Fraction:
    """Of shifts at work, on days without absence."""
    work = [one for day in days.values() if not day.is_away for one in day.shifts if one.kind == Shift.Kind.WORK]
    return Fraction(sum((one.ends_at - one.starts_at for one in work), timedelta()) // MOMENT, HOUR // MOMENT)
