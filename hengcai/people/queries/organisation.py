"""Sites, groups and teams with how many people they hold."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.base.errors import NotValid
from hengcai.base.ids import shown
from hengcai.base.permissions import Doer
from hengcai.people.models import Person, Placement, Site, Team
from hengcai.people.permissions import on_day
from hengcai.people.queries.seen import may_manage, sites, teams_seen_by


@dataclass(frozen=True, slots=True)
class TeamNode:
    """A team in its tree: `own_count` stand in it, `whole_count` in it and in all below it; `leads` by name."""

    team: Team
    depth: int
    own_count: int
    whole_count: int
    leads: list[Person]


@dataclass(frozen=True, slots=True)
class SiteTree:
    site: Site
    nodes: list[TeamNode]
    head_count: int


def team_tree(user: Doer, day: date) -> list[SiteTree]:
    """A group that the reader may not see leaves its teams standing at the top."""
    teams = list(teams_seen_by(user))
    rows = Placement.objects.filter(on_day(day), team__isnull=False).order_by()
    standing = [(team, person, lead) for team, person, lead in rows.values_list("team", "person", "lead") if team]
    heads = Counter(team for team, _person, _lead in standing)
    tree = _Tree(heads, _leads(standing), _children(teams))
    found: dict[int, list[TeamNode]] = {}
    for top in tree.below.get(None, []):
        found.setdefault(top.site_id, []).extend(_branch(top, 0, tree))
    trees = [SiteTree(site, found.get(site.pk, []), _whole(found.get(site.pk, []))) for site in sites()]
    return [tree for tree in trees if tree.nodes or may_manage(user)]


@dataclass(frozen=True, slots=True)
class _Tree:
    counts: Counter[int]
    leads: dict[int, list[Person]]
    below: dict[int | None, list[Team]]


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


def _leads(standing: Sequence[tuple[int, int, int | None]]) -> dict[int, list[Person]]:
    """Under whom the people of a team stand; whoever leads the lead only is left out."""
    leading = {(team, lead) for team, _person, lead in standing if lead}
    plain = {(team, lead) for team, person, lead in standing if lead and (team, person) not in leading}
    served = {team for team, _lead in plain}
    pairs = plain | {(team, lead) for team, lead in leading if team not in served}
    people = Person.objects.in_bulk({lead for _team, lead in pairs})
    found: dict[int, list[Person]] = {}
    for team, lead in pairs:
        found.setdefault(team, []).append(people[lead])
    return {team: sorted(leads, key=lambda one: one.name) for team, leads in found.items()}


def _children(teams: list[Team]) -> dict[int | None, list[Team]]:
    shown = {team.pk for team in teams}
    below: dict[int | None, list[Team]] = {}
    for team in teams:
        parent = team.parent_id if team.parent_id in shown else None
        below.setdefault(parent, []).append(team)
    return below


def _branch(team: Team, depth: int, tree: _Tree) -> Iterator[TeamNode]:
    lower = [node for child in tree.below.get(team.pk, []) for node in _branch(child, depth + 1, tree)]
    own = tree.counts[team.pk]
    whole = own + sum(node.own_count for node in lower)
    yield TeamNode(team, depth, own, whole, tree.leads.get(team.pk, []))
    yield from lower


def _whole(nodes: list[TeamNode]) -> int:
    return sum(node.own_count for node in nodes)


def team_called(name: str, *, site: str = "") -> Team:
    """Several sites may have a team of the same name."""
    rows = Team.objects.select_related("site").filter(name=shown(name))
    found = list(rows.filter(site__name=site) if site else rows)
    if not found:
        raise NotValid("people.team_unknown", name=name)
    if len(found) > 1:
        raise NotValid("people.team_several", name=name, sites=[team.site.name for team in found])
    return found[0]
