"""The calendar of cycles: what comes up, what is settled of each kind, which days are off and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, CycleTemplate, Deadline, Lengthening
from hengcai.appraisal.rules.calendar import shipped
from hengcai.base import clock
from hengcai.base.permissions import Doer
from hengcai.base.workdays import HOLIDAY, MADE_UP, Day
from hengcai.people.models import Site
from hengcai.people.queries.calendar import the_calendar

SHOWN, DAYS_AHEAD = 60, 92
SINCE = timedelta(days=31)
KINDS = (Cycle.Kind.MONTH, Cycle.Kind.QUARTER, Cycle.Kind.PROBATION, Cycle.Kind.YEAR)
BEFORE_OUT = (Cycle.State.DRAFT, Cycle.State.COLLECTING, Cycle.State.PRELIMINARY, Cycle.State.PROPOSED)


@dataclass(frozen=True)
class Coming:
    """`on`: the last day, or the day of an opening, where the cycle is; `time` is empty where the whole day is meant."""

    what: str
    on: date
    time: str
    zone: str
    cycle: Cycle
    is_over: bool


def coming(user: Doer) -> list[Coming]:
    """Moments of cycles that are not out, the nearest first; one a day, whatever sites have other clocks."""
    seen = permissions.SEE_CYCLE.rows(Cycle.objects.filter(state__in=BEFORE_OUT), user)
    rows = (
        Deadline.objects.filter(cycle__in=seen, at__gte=clock.now() - SINCE)
        .select_related("cycle")
        .order_by("at", "pk")
    )
    found: dict[tuple[int, str, date], Coming] = {}
    for one in rows[:SHOWN]:
        told = _told(one)
        found.setdefault((one.cycle_id, one.what, told.on), told)
    return list(found.values())


def _told(one: Deadline) -> Coming:
    local = one.at.astimezone(ZoneInfo(one.zone))
    if one.what == Deadline.What.OPEN:
        return Coming(one.what, local.date(), f"{local:%H:%M}", one.zone, one.cycle, one.fired_at is not None)
    last = (local - timedelta(seconds=1)).date()
    return Coming(one.what, last, "", one.zone, one.cycle, one.fired_at is not None)


@dataclass(frozen=True)
class DayOff:
    """`kind`: statutory (triple pay), moved (off in exchange), made_up (worked in exchange), own (the centre's)."""

    day: Day
    kind: str


def special_days(*, today: date, language: str) -> list[DayOff]:
    """Days of the coming months that are not what their weekday says."""
    calendar = the_calendar(language)
    days = (calendar.day(today + timedelta(days=n)) for n in range(DAYS_AHEAD))
    return [DayOff(day, _kind(day)) for day in days if day.kind in (HOLIDAY, MADE_UP) or day.statutory]


def _kind(day: Day) -> str:
    if day.kind == MADE_UP:
        return "made_up"
    return "statutory" if day.statutory else "moved"


def templates() -> list[CycleTemplate]:
    """One of each kind, the centre's own or as shipped, in the order of the year."""
    held = {one.kind: one for one in CycleTemplate.objects.all()}
    return [held.get(kind) or template_of(kind) for kind in KINDS]


def template_of(kind: str) -> CycleTemplate:
    found = CycleTemplate.objects.filter(kind=kind).first()
    if found is not None:
        return found
    days = shipped(kind)
    return CycleTemplate(
        kind=kind, self_after=days.own, others_after=days.others, superior_after=days.superior,
        publish_after=days.publish,
    )  # fmt: skip


def may_settle(user: Doer) -> bool:
    return permissions.SETTLE_TEMPLATE.is_held_by(user)


def zones() -> list[str]:
    return sorted(set(Site.objects.values_list("time_zone", flat=True)))


def lengthenings_of(cycle: Cycle) -> Sequence[Lengthening]:
    """The newest first."""
    return list(cycle.lengthenings.select_related("by").order_by("-at", "-pk"))


def lengthenings_for(user: Doer) -> list[Lengthening]:
    """Of the cycles in which this user still has a form to send, or is rated: why there is more time now."""
    rows = Lengthening.objects.filter(cycle__state=Cycle.State.COLLECTING).select_related("cycle")
    own = rows.filter(cycle__participants__person__user=user.pk) | rows.filter(
        cycle__participants__tasks__rater__user=user.pk
    )
    return list(own.distinct().order_by("-at")[:3])
