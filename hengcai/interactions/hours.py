"""The centre's service hours as they are settled."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings

from hengcai.base.workdays import FIRST_YEAR, HOLIDAY, LAST_YEAR
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import ServiceWeek
from hengcai.interactions.rules.service_hours import MINUTES_A_DAY, Opening, ServiceHours
from hengcai.people.queries import the_calendar

WEEKDAYS = range(7)


def service_week() -> tuple[Mapping[int, Sequence[Opening]], bool]:
    """Weekday → openings, and whether holidays are closed; round the clock where nothing is settled."""
    kept = ServiceWeek.objects.first()
    if kept is None:
        return {day: [(0, MINUTES_A_DAY)] for day in WEEKDAYS}, False
    week = {day: [(opens, closes) for opens, closes in kept.week.get(str(day), ())] for day in WEEKDAYS}
    return week, kept.is_closed_on_holidays


def service_hours() -> ServiceHours:
    """On the centre's clock, with the holidays of its calendar where they are closed."""
    week, is_closed_on_holidays = service_week()
    zone = zone_of(settings.TIME_ZONE)
    if not is_closed_on_holidays:
        return ServiceHours(week, zone)
    calendar = the_calendar()

    def is_holiday(day: date) -> bool:
        return FIRST_YEAR <= day.year <= LAST_YEAR and calendar.day(day).kind == HOLIDAY

    return ServiceHours(week, zone, is_holiday)
