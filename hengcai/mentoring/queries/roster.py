"""Whom the roster counts: people on shift with the permit their role asks for, or of whom none is asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from hengcai.base.days import bounds, day_of
from hengcai.mentoring.models import Demand, Limit
from hengcai.mentoring.reading import held_by, required
from hengcai.mentoring.rules.permits import demand_for, may_take
from hengcai.people.models import Absence, Employment, Person, Placement, Shift

OFF, WARN, GATE = Limit.Roster.OFF, Limit.Roster.WARN, Limit.Roster.GATE


def roster_rule() -> str:
    row = Limit.objects.first()
    return row.roster if row else WARN


@dataclass(frozen=True)
class OnShift:
    """One shift at work as the count sees it."""

    person: int
    starts_at: datetime
    skill_group: str


class Counting:
    """Who may stand alone in these days; a handful of queries whatever the number of people, none where no role asks."""

    def __init__(self, persons: Collection[int], first: date, last: date) -> None:
        self.asked = required()
        self.posts: dict[int, list[tuple[date, date | None, int]]] = defaultdict(list)
        self.hired: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
        if not self.asked or not persons:
            return
        keys = list(persons)
        placed = Placement.objects.filter(person__in=keys, since__lte=last, post__isnull=False).exclude(until__lt=first)
        for person, since, until, post in placed.values_list("person", "since", "until", "post"):
            self.posts[person].append((since, until, post))
        employed = Employment.objects.filter(person__in=keys, hired_on__lte=last).exclude(left_on__lt=first)
        for person, since, until in employed.values_list("person", "hired_on", "left_on"):
            self.hired[person].append((since, until))
        self.held = held_by(keys)

    def counts(self, shift: OnShift) -> bool:
        """As things stand today: a permit suspended now does not count for days to come either."""
        day = day_of(shift.starts_at, settings.TIME_ZONE)
        post = next((post for since, until, post in self.posts[shift.person] if _holds(since, until, day)), None)
        if not self.asked or post is None:
            return True
        demand = demand_for(self.asked, post=post, skill_group=shift.skill_group)
        hired = next((since for since, until in self.hired[shift.person] if _holds(since, until, day)), None)
        return may_take(demand, self.held[shift.person], hired_on=hired, day=day)


def _holds(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day <= until)


def not_counted(shifts: Iterable[Shift]) -> list[Shift]:
    """Of these, the work shifts of people without the permit; none where the centre does not ask."""
    work = [one for one in shifts if one.kind == Shift.Kind.WORK]
    if not work or roster_rule() == OFF:
        return []
    days = [day_of(one.starts_at, settings.TIME_ZONE) for one in work]
    counting = Counting({one.agent_id for one in work}, min(days), max(days))
    return [one for one in work if not counting.counts(OnShift(one.agent_id, one.starts_at, one.skill_group))]


def not_counted_of_run(run: int) -> list[Person]:
    """People an import brought onto the roster who have no permit for it, by name."""
    rows = not_counted(Shift.objects.filter(brought_by=run, kind=Shift.Kind.WORK))
    return list(Person.objects.filter(pk__in={one.agent_id for one in rows}).order_by("name", "number"))


@dataclass(frozen=True)
class Staffing:
    """People at work on a day, absences left out, and how many of them have no permit for it."""

    day: date
    on_shift: int
    without: int

    @property
    def counted(self) -> int:
        return self.on_shift - self.without


def staffing(people: QuerySet[Person], days: Sequence[date]) -> list[Staffing]:
    """Of these people; without demands or with the rule off nobody is without. Three or four queries more than none."""
    on_shift = _at_work(people, days)
    without = _without(people, days) if roster_rule() != OFF else {}
    return [Staffing(day, on_shift[day], len(without.get(day, ()))) for day in days]


def _at_work(people: QuerySet[Person], days: Sequence[date]) -> dict[date, int]:
    names = {f"d{at}": day for at, day in enumerate(days)}
    counts = {name: Count("agent", distinct=True, filter=_there(day)) for name, day in names.items()}
    found: dict[str, Any] = _shifts(people, days).aggregate(**counts)
    return {day: found[name] for name, day in names.items()}


def _there(day: date) -> Q:
    start, end = bounds(day, day, settings.TIME_ZONE)
    away = Absence.objects.filter(agent=OuterRef("agent"), first_on__lte=day, last_on__gte=day)
    return Q(~Exists(away), starts_at__gte=start, starts_at__lt=end)


def _shifts(people: QuerySet[Person], days: Sequence[date]) -> QuerySet[Shift]:
    start, end = bounds(days[0], days[-1], settings.TIME_ZONE)
    rows = Shift.objects.filter(starts_at__gte=start, starts_at__lt=end, kind=Shift.Kind.WORK)
    return rows.filter(agent__in=people.order_by().values("pk"))


def _without(people: QuerySet[Person], days: Sequence[date]) -> dict[date, set[int]]:
    """Only whoever was hired since a permit is asked can be without one: few of many."""
    since = Demand.objects.aggregate(first=Min("since"))["first"]
    found: dict[date, set[int]] = defaultdict(set)
    if since is None:
        return found
    late = people.filter(Exists(Employment.objects.filter(person=OuterRef("pk"), hired_on__gte=since)))
    rows = list(_shifts(late, days))
    away = set(
        Absence.objects.filter(agent__in={one.agent_id for one in rows}).values_list("agent", "first_on", "last_on")
    )
    for one in not_counted(rows):
        day = day_of(one.starts_at, settings.TIME_ZONE)
        if not any(who == one.agent_id and first <= day <= last for who, first, last in away):
            found[day].add(one.agent_id)
    return found
