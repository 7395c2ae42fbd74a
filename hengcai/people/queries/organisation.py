"""Sites, groups and teams with how many people they hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from hengcai.base.permissions import Doer
from hengcai.people.models import Placement, Site, Team
from hengcai.people.permissions import on_day
from hengcai.people.queries.seen import sites, teams_seen_by


@dataclass(frozen=True, slots=True)
class TeamNode:
    """A team in its tree: `own_count` stand in it, `whole_count` in it and in all below it."""

    team: Team
    depth: int
    own_count: int
    whole_count: int


@dataclass(frozen=True, slots=True)
class SiteTree:
    site: Site
    nodes: list[TeamNode]
    head_count: int


def team_tree(user: Doer, day: date) -> list[SiteTree]:
    """A group that the reader may not see leaves its teams standing at the top."""
    teams = list(teams_seen_by(user))
    counts = _head_counts(day)
    below = _children(teams)
    found: dict[int, list[TeamNode]] = {}
    for top in below.get(None, []):
        found.setdefault(top.site_id, []).extend(_branch(top, 0, below, counts))
    trees = [SiteTree(site, found.get(site.pk, []), _whole(found.get(site.pk, []))) for site in sites()]
    return [tree for tree in trees if tree.nodes or len(teams) == Team.objects.count()]


def team_and_below(team: int) -> set[int]:
    """Ids of a team and of every team of its group."""
    below: dict[int | None, list[int]] = {}
    for pk, parent in Team.objects.values_list("pk", "parent"):
        below.setdefault(parent, []).append(pk)
    found, waiting = {team}, [team]
    for one in waiting:
        fresh = [child for child in below.get(one, []) if child not in found]
        found.update(fresh)
        waiting += fresh
    return found


def _head_counts(day: date) -> Counter[int]:
    rows = Placement.objects.filter(on_day(day), team__isnull=False).order_by().values_list("team")
    return Counter(dict(rows.annotate(Count("pk"))))


def _children(teams: list[Team]) -> dict[int | None, list[Team]]:
    shown = {team.pk for team in teams}
    below: dict[int | None, list[Team]] = {}
    for team in teams:
        parent = team.parent_id if team.parent_id in shown else None
        below.setdefault(parent, []).append(team)
    return below


def _branch(team: Team, depth: int, below: dict[int | None, list[Team]], counts: Counter[int]) -> Iterator[TeamNode]:
    lower = [node for child in below.get(team.pk, []) for node in _branch(child, depth + 1, below, counts)]
    own = counts[team.pk]
    yield TeamNode(team, depth, own, own + sum(node.own_count for node in lower))
    yield from lower


def _whole(nodes: list[TeamNode]) -> int:
    return sum(node.own_count for node in nodes)
