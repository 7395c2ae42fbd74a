"""What analysts can take on: how much they are at work on the days to score, by the shifts and absences that were
imported, and what lies with them already."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Count

from hengcai.base.days import bounds
from hengcai.people.models import Absence, Shift
from hengcai.quality.drawn_models import Pick, SamplingPlan
from hengcai.quality.models import Assignment
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.at_work import DaySpan, Presence, Span, by_days, by_shifts

Shifts = tuple[list[Span], list[Span]]
"""At work; in training or a meeting."""


def presences(users: Sequence[int], days: Sequence[date]) -> Mapping[int, Presence]:
    """User → how much of these working days they are there. Whoever has a shift between the first and the last of them is
    counted by hours; whoever has none, or is no person of the centre, by days."""
    if not days:
        return dict.fromkeys(users, Presence())
    away, shifts = _absences(users, days), _shifts(users, days)
    return {user: _presence(days, away[user], shifts.get(user)) for user in users}


def _presence(days: Sequence[date], away: Sequence[DaySpan], shifts: Shifts | None) -> Presence:
    if shifts is None or not shifts[0]:
        return by_days(days, away)
    work, apart = shifts
    absent = [bounds(first, last, settings.TIME_ZONE) for first, last in away]
    return by_shifts(work, [*apart, *absent], window=_window(days), days=len(days))


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
