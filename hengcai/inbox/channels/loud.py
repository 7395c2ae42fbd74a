"""When people may be disturbed: by the clock of their own site."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.base import clock
from hengcai.inbox.channels.quiet import loud_from
from hengcai.inbox.channels.terms import quiet_of, the_terms
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day
from hengcai.people.queries.calendar import the_calendar


class Loud:
    """Read once for a batch."""

    def __init__(self, users: Collection[int], now: datetime) -> None:
        placed = Placement.objects.filter(on_day(clock.today()), person__user__in=users, team__isnull=False)
        self._zones = dict(placed.values_list("person__user", "team__site__time_zone"))
        self._quiet, self._calendar, self._now = quiet_of(the_terms()), the_calendar(), now
        self._moments: dict[str, datetime] = {}

    def moment_for(self, user: int) -> datetime:
        """Now, or the first moment after it at which nothing is quiet for them."""
        zone = self._zones.get(user, settings.TIME_ZONE)
        if zone not in self._moments:
            local = loud_from(self._now.astimezone(ZoneInfo(zone)), self._quiet, self._is_working)
            self._moments[zone] = local.astimezone(UTC)
        return self._moments[zone]

    def _is_working(self, day: date) -> bool:
        return self._calendar.day(day).is_working
