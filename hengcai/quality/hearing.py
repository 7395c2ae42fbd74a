"""Who may score whom: what each analyst of a plan takes on, and which agents they do not hear and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.days import months_after
from hengcai.people.models import Placement
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.analysts import able_analysts
from hengcai.quality.assigning_models import Exclusion
from hengcai.quality.attending import presences, recheck_loads
from hengcai.quality.deadlines import last_day_to_score
from hengcai.quality.drawing import read_analysts, read_text
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.rules.assigning import LED, NAMED, OWN, TEAM, Hearer
from hengcai.quality.rules.at_work import Presence
from hengcai.quality.rules.sampling.plan import Analyst

A_DAY = timedelta(days=1)
Bars = dict[int, dict[str, str]]
"""User → number of an agent → the first reason found, the nearest first."""


def hearers(row: SamplingPlan, users: Iterable[User], *, today: date) -> tuple[Hearer, ...]:
    """The plan's analysts who may be given work: each with how much of the days to score they are there, without
    themselves, whoever shared a team with them lately, whom they led, who was entered for them, and whom the plan names."""
    able = {user.username: user for user in users}
    told = [one for one in read_analysts(row.analysts) if one.name in able]
    chosen = [able[one.name] for one in told]
    found, days = bars(chosen, read_text(row.text).period), days_to_score(today, row.days_to_score)
    there, held = presences([user.pk for user in chosen], days), recheck_loads()
    return tuple(
        _hearer(one, there[user.pk], found[user.pk], held.get(user.pk, 0))
        for one, user in zip(told, chosen, strict=True)
    )


def _hearer(one: Analyst, there: Presence, barred: Mapping[str, str], held: int) -> Hearer:
    named = dict.fromkeys(sorted(one.excluded), NAMED)
    return Hearer(one.name, one.capacity, there.share, {**named, **barred}, there.shifts, there.hours, held)


def usernames() -> dict[str, int]:
    """Of those who may be given work, with their keys."""
    return dict(able_analysts().values_list("username", "pk"))


def near(users: Sequence[User], period: tuple[date, date]) -> Mapping[int, frozenset[str]]:
    """User → numbers of those they do not hear, whatever the plan."""
    return {key: frozenset(found) for key, found in bars(users, period).items()}


def bars(users: Sequence[User], period: tuple[date, date]) -> Bars:
    """Themselves, whom they led and who stood in a team of theirs so many months before the period or later, and who was
    entered for them."""
    keys = [user.pk for user in users]
    lately = _lately(period)
    found: Bars = {key: {} for key in keys}
    own = User.objects.filter(pk__in=keys, person__isnull=False).values_list("pk", "person__number")
    led = Placement.objects.filter(lately, lead__user__in=keys).values_list("lead__user", "person__number")
    entered = Exclusion.objects.filter(analyst__in=keys, ended_at=None)
    _keep(found, ((user, number, OWN) for user, number in own))
    _keep(found, entered.values_list("analyst", "person__number", "reason"))
    _keep(found, ((user, number, LED) for user, number in led))
    _keep(found, ((user, number, TEAM) for user, number in _mates(keys, lately)))
    return found


def _lately(period: tuple[date, date]) -> Q:
    first, last = period
    since = months_after(first, -settings.OWN_TEAM_MONTHS)
    return Q(since__lte=last) & (Q(until=None) | Q(until__gte=since))


def _mates(keys: Sequence[int], lately: Q) -> Iterable[tuple[int, str]]:
    own = Placement.objects.filter(lately, person__user__in=keys, team__isnull=False)
    teams: dict[int, set[int]] = defaultdict(set)
    for user, team in own.values_list("person__user", "team"):
        teams[team].add(user)
    rows = Placement.objects.filter(lately, team__in=list(teams)).values_list("team", "person__number")
    return [(user, number) for team, number in rows for user in sorted(teams[team])]


def _keep(found: Bars, rows: Iterable[tuple[int, str, str]]) -> None:
    for user, number, reason in rows:
        found[user].setdefault(number, reason)


def days_to_score(today: date, days: int) -> list[date]:
    """The working days on which what is given out today is scored."""
    last, calendar = last_day_to_score(today, days=days), the_calendar()
    span = (today + A_DAY * n for n in range(1, (last - today).days + 1))
    return [day for day in span if calendar.day(day).is_working]
