"""What analysts can take on: how much they are at work on the days to score, by the shifts and absences that were
imported, and what lies with them already."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Count, Max, Min

from hengcai.base.days import bounds, day_of
from hengcai.people.models import Absence, Shift
from hengcai.quality.drawn_models import Pick, SamplingPlan
from hengcai.quality.models import Assignment
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.at_work import DaySpan, Presence, Span, by_days, by_shifts, together

Shifts = tuple[list[Span], list[Span]]
"""At work; in training or a meeting."""


def presences(users: Sequence[int], days: Sequence[date]) -> Mapping[int, Presence]:
    """User → how much of these working days they are there. Whoever has a shift between the first and the last of them is
    counted by hours, on the days the roster covers; whoever has none, or is no person of the centre, by days."""
    if not days:
        return dict.fromkeys(users, Presence())
    away, shifts = _absences(users, days), _shifts(users, days)
    covered = _covered(days) if shifts else []
    return {user: _presence(days, away[user], shifts.get(user), covered) for user in users}


def _covered(days: Sequence[date]) -> list[date]:
    """From the first day with a shift of anybody's to the last: beyond, no roster was imported yet."""
    start, end = _window(days)
    rows = Shift.objects.filter(starts_at__lt=end, ends_at__gt=start)
    begun = rows.aggregate(first=Min("starts_at"), last=Max("starts_at"))
    if begun["first"] is None:
        return []
    first, last = (day_of(begun[name], settings.TIME_ZONE) for name in ("first", "last"))
    return [day for day in days if first <= day <= last]


def _presence(
    days: Sequence[date], away: Sequence[DaySpan], shifts: Shifts | None, covered: Sequence[date]
) -> Presence:
    if shifts is None or not shifts[0]:
        return by_days(days, away)
    work, apart = shifts
    absent = [bounds(first, last, settings.TIME_ZONE) for first, last in away]
    rostered = by_shifts(work, [*apart, *absent], window=_window(covered or days), days=len(covered))
    others = [day for day in days if day not in covered]
    return together(rostered, days=len(covered), others=by_days(others, away), other_days=len(others))


def _window(days: Sequence[date]) -> Span:
    return bounds(days[0], days[-1], settings.TIME_ZONE)


def _absences(users: Sequence[int], days: Sequence[date]) -> Mapping[int, list[DaySpan]]:
    found: dict[int, list[DaySpan]] = {user: [] for user in users}
    rows = Absence.objects.filter(agent__user__in=users, first_on__lte=days[-1], last_on__gte=days[0])
    for user, first, last in rows.values_list("agent__user", "first_on", "last_on"):
        found[user].append((first, last))
    return found


def _shifts(users: Sequence[int], days: Sequence[date]) -> Mapping[int, Shifts]:
    found: dict[int, Shifts] = defaultdict(lambda: ([], []))
    start, end = _window(days)
    rows = Shift.objects.filter(agent__user__in=users, starts_at__lt=end, ends_at__gt=start)
    for user, kind, starts_at, ends_at in rows.values_list("agent__user", "kind", "starts_at", "ends_at"):
        found[user][kind != Shift.Kind.WORK].append((starts_at, ends_at))
    return found


def recheck_loads() -> Counter[int]:
    """Analyst → rechecks that lie with them."""
    rows = Recheck.objects.filter(state=Recheck.State.GIVEN).order_by()
    return Counter(dict(rows.values_list("rechecker").annotate(Count("pk"))))


def plan_loads() -> Counter[int]:
    """Analyst → contacts to score: given out, or drawn for them and not given out yet."""
    open_work = Assignment.objects.filter(state=Assignment.State.OPEN).order_by()
    found = Counter(dict(open_work.values_list("analyst").annotate(Count("pk"))))
    going = (SamplingPlan.State.DRAWN, SamplingPlan.State.RUNNING)
    waiting = Pick.objects.filter(draw__plan__state__in=going, given_at=None, replaced_by=None, trouble="").order_by()
    for role in ("analyst", "second"):
        found += Counter(dict(waiting.exclude(**{role: None}).values_list(role).annotate(Count("pk"))))
    return found
