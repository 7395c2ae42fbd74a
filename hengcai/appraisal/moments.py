"""The moments of a cycle: what actions set when notice is given and when days are put off, and what is due by now."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.appraisal.inputs import zone as sites_zone
from hengcai.appraisal.models import Cycle, Deadline, RatingTask
from hengcai.base import clock
from hengcai.base.days import bounds
from hengcai.people.models import Placement, Site
from hengcai.people.permissions import on_day

WHAT, SOURCE = Deadline.What, RatingTask.Source
DUE = {WHAT.SELF: "self_due_on", WHAT.OTHERS: "others_due_on", WHAT.SUPERIOR: "superior_due_on"}
SOURCES: dict[str, tuple[str, ...]] = {
    WHAT.SELF: (SOURCE.SELF,), WHAT.OTHERS: (SOURCE.PEER, SOURCE.PRACTICAL), WHAT.SUPERIOR: (SOURCE.SUPERIOR,)
}  # fmt: skip


def zone_of(cycle: Cycle) -> str:
    return cycle.zone or sites_zone()


def moment_in(zone: str, day: date, at: time) -> datetime:
    """That time of day there."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone))


def set_opening(cycle: Cycle) -> None:
    if cycle.opens_at is not None:
        _set(cycle, [(WHAT.OPEN, zone_of(cycle), cycle.opens_at)])


def set_deadlines(cycle: Cycle) -> None:
    """When notice is given, and again when days are put off: one that has fired waits anew if its moment moved."""
    _set(cycle, _moments(cycle))


def _moments(cycle: Cycle) -> Iterator[tuple[str, str, datetime]]:
    """A last day ends for each rater with the day of their own site; nothing is closed before it is over everywhere."""
    own, zones = zone_of(cycle), _zones()
    for what, name in DUE.items():
        day = getattr(cycle, name)
        if day is not None and cycle.has_forms:
            yield from ((what, zone, _end(day, zone)) for zone in zones)
    if cycle.closes_on is not None:
        yield WHAT.CLOSE, own, max(_end(cycle.closes_on, zone) for zone in {*zones, own})
    if cycle.publish_due_on is not None:
        yield WHAT.PUBLISH, own, _end(cycle.publish_due_on, own)


def _zones() -> list[str]:
    return sorted(set(Site.objects.values_list("time_zone", flat=True))) or [str(settings.TIME_ZONE)]


def _end(day: date, zone: str) -> datetime:
    return bounds(day, day, zone)[1]


def _set(cycle: Cycle, wanted: Iterable[tuple[str, str, datetime]]) -> None:
    held = {(one.what, one.zone): one for one in Deadline.objects.select_for_update().filter(cycle=cycle)}
    for what, zone, at in wanted:
        one = held.get((what, zone)) or Deadline(cycle=cycle, what=what, zone=zone)
        if one.pk is None or one.at != at:
            one.at, one.fired_at = at, None
            one.save()


def due_now() -> QuerySet[Deadline]:
    """In the order of their moments."""
    return Deadline.objects.filter(fired_at=None, at__lte=clock.now()).order_by("at", "pk")


def late_forms(cycle: Cycle) -> QuerySet[RatingTask]:
    """Forms not sent whose last day is over, by the centre's day."""
    rows = RatingTask.objects.filter(participant__cycle=cycle, state=RatingTask.State.OPEN)
    return rows.filter(due_on__lt=clock.today())


def open_forms(deadline: Deadline) -> QuerySet[RatingTask]:
    """Those the deadline is about, of raters whose day ended with it; who stands in no team is where the centre is."""
    rows = RatingTask.objects.filter(participant__cycle=deadline.cycle_id, state=RatingTask.State.OPEN)
    rows = rows.filter(source__in=SOURCES[deadline.what])
    placed = Placement.objects.filter(on_day(clock.today()), team__isnull=False)
    here = Q(rater__in=placed.filter(team__site__time_zone=deadline.zone).values("person"))
    if deadline.zone == zone_of(deadline.cycle):
        here |= ~Q(rater__in=placed.values("person"))
    return rows.filter(here)
