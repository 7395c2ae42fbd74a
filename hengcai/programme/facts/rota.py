"""Sessions, shifts and absences of a plan's days, as its timetable takes them."""

from collections import defaultdict
from collections.abc import Callable, Collection

from django.conf import settings

from hengcai.base.days import bounds
from hengcai.mentoring.queries.roster import GATE, Counting, OnShift, roster_rule
from hengcai.people.models import Absence, Placement, Shift
from hengcai.people.permissions import on_day
from hengcai.programme.models import TrainingPlan
from hengcai.programme.rules.timetable import Duty, Meeting, Rota
from hengcai.training.models import Seat, Session


def meetings_of(plan: TrainingPlan, courses: Collection[str]) -> list[Meeting]:
    """Planned sessions of these courses; only places that are still free."""
    start, end = bounds(plan.first_on, plan.last_on, settings.TIME_ZONE)
    rows = Session.objects.filter(
        state=Session.State.PLANNED, course__code__in=courses, starts_at__gte=start, ends_at__lte=end
    ).select_related("course").prefetch_related("seats").order_by("starts_at", "pk")  # fmt: skip
    free = [(one, one.places - sum(seat.state == Seat.State.BOOKED for seat in one.seats.all())) for one in rows]
    return [Meeting(one.pk, one.course.code, one.starts_at, one.ends_at, places) for one, places in free if places > 0]


def rota_of(persons: Collection[int], plan: TrainingPlan) -> Rota:
    """Shifts of everybody in the teams of these people: who stays must be counted as well."""
    start, end = bounds(plan.first_on, plan.last_on, settings.TIME_ZONE)
    placed = Placement.objects.filter(on_day(plan.first_on), team__isnull=False)
    teams = dict(placed.values_list("person_id", "team_id"))
    wanted = {teams[one] for one in persons if one in teams}
    mates = {person for person, team in teams.items() if team in wanted} | set(persons)
    duties: dict[int, list[Duty]] = defaultdict(list)
    shifts = Shift.objects.filter(starts_at__lt=end, ends_at__gt=start, kind=Shift.Kind.WORK)
    counts = _counting(mates, plan)
    for agent, starts_at, ends_at, group in shifts.values_list("agent_id", "starts_at", "ends_at", "skill_group"):
        if agent in mates:
            team = teams.get(agent) if counts(OnShift(agent, starts_at, group)) else None
            duties[agent].append(Duty(starts_at, ends_at, team))
    return Rota(duties=dict(duties), away=_away(persons, plan), away_share=plan.away_percent / 100)


def _counting(persons: Collection[int], plan: TrainingPlan) -> Callable[[OnShift], bool]:
    """Where the centre's roster counts only people with a permit, the others hold no place that must stay staffed."""
    if roster_rule() != GATE:
        return lambda _shift: True
    return Counting(persons, plan.first_on, plan.last_on).counts


def _away(persons: Collection[int], plan: TrainingPlan) -> dict[int, list[Duty]]:
    rows = Absence.objects.filter(first_on__lte=plan.last_on, last_on__gte=plan.first_on)
    found: dict[int, list[Duty]] = defaultdict(list)
    for agent, first, last in rows.values_list("agent_id", "first_on", "last_on"):
        if agent in persons:
            found[agent].append(Duty(*bounds(first, last, settings.TIME_ZONE)))
    seats = Seat.objects.filter(person__in=persons, state=Seat.State.BOOKED, session__state=Session.State.PLANNED)
    for person, starts_at, ends_at in seats.values_list("person_id", "session__starts_at", "session__ends_at"):
        found[person].append(Duty(starts_at, ends_at, is_training=True))
    return dict(found)


def seated_in(persons: Collection[int], plan: TrainingPlan) -> dict[tuple[int, str], int]:
    """(person, course) → session of the plan's days they already have a place in: nothing is left to arrange there."""
    start, end = bounds(plan.first_on, plan.last_on, settings.TIME_ZONE)
    rows = Seat.objects.filter(
        person__in=persons, state=Seat.State.BOOKED, session__state=Session.State.PLANNED, session__starts_at__gte=start,
        session__ends_at__lte=end,
    ).order_by("-session__starts_at", "-session")  # fmt: skip
    return {
        (person, code): session
        for person, code, session in rows.values_list("person_id", "session__course__code", "session_id")
    }
