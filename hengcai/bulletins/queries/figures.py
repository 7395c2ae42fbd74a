"""By team and in all: the share that was read in time, and how long it takes to read; of must-read notices."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings

from hengcai.base import clock
from hengcai.base.days import bounds
from hengcai.base.permissions import Doer
from hengcai.bulletins import permissions
from hengcai.bulletins.models import Reader
from hengcai.bulletins.rules.deadlines import Presence, hours_between
from hengcai.bulletins.rules.figures import Median, Share, median_of, share_of
from hengcai.bulletins.timing import presences
from hengcai.people.models import Team

COLUMNS = ("team", "person", "added_at", "due_at", "first_read_at", "gone_at")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class TeamFigures:
    """`team`: None is all of them together."""

    team: Team | None
    in_time: Share
    hours: Median


def team_figures(user: Doer, *, first: date, last: date) -> list[TeamFigures]:
    """Of notices put to people in these days and due by now; who left before their moment is not counted."""
    since, until = bounds(first, last, settings.TIME_ZONE)
    now = clock.now()
    rows = Reader.objects.filter(added_at__gte=since, added_at__lt=until, due_at__lte=now, is_carried=False)
    found = [
        one
        for one in permissions.WATCH.rows(rows, user).order_by().values(*COLUMNS)
        if one["gone_at"] is None or one["gone_at"] > one["due_at"]
    ]
    there = presences({one["person"] for one in found}, since, now) if found else {}
    by_team: dict[int | None, list[Row]] = defaultdict(list)
    for one in found:
        by_team[one["team"]].append(one)
    teams = Team.objects.in_bulk([key for key in by_team if key])
    named = sorted(teams.values(), key=lambda team: team.name)
    told = [_figures(team, by_team[team.pk], there, now) for team in named]
    return [*told, _figures(None, found, there, now)] if found else []


def _figures(team: Team | None, rows: Sequence[Row], there: Mapping[int, Presence], now: datetime) -> TeamFigures:
    people = len({one["person"] for one in rows})
    right = sum(1 for one in rows if one["first_read_at"] and one["first_read_at"] <= one["due_at"])
    waits = [(_hours(one, there.get(one["person"], Presence()), now), one["first_read_at"] is not None) for one in rows]
    return TeamFigures(team, share_of(right, len(rows), people), median_of(waits, people))


def _hours(row: Row, there: Presence, now: datetime) -> float:
    return hours_between(row["added_at"], row["first_read_at"] or row["gone_at"] or now, there.away)
