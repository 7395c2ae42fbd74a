"""Scores of people added up by team and by site, this period beside an earlier one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hengcai.measurement.clusters import Moved, Unit, moved, summed

Place = tuple[int, int]  # site, team
Units = Mapping[Place, Mapping[int, Unit]]  # place → person → what their scores sum up to, and how many they are
PLACES = 6


@dataclass(frozen=True, slots=True)
class Sums:
    """Of a team, or of a whole site where `team` is None."""

    site: int
    team: int | None
    moments: list[float]


def added(scores: Iterable[tuple[Place, int, float]]) -> dict[Place, dict[int, Unit]]:
    """(place, person, score) into one unit a person and place."""
    found: dict[Place, dict[int, Unit]] = defaultdict(dict)
    for place, person, score in scores:
        total, n = found[place].get(person, (0.0, 0.0))
        found[place][person] = total + score, n + 1
    return found


def sums_of(before: Units, now: Units) -> list[Sums]:
    """Every team with anything now, and every site of them; a team without anything now still stands in its site's
    earlier period."""
    by_team = {place: moved(before.get(place, {}), now.get(place, {})) for place in sorted({*before, *now})}
    by_site: dict[int, list[Moved]] = defaultdict(list)
    for (site, _team), found in by_team.items():
        by_site[site].append(found)
    teams = [Sums(site, team, _kept(found)) for (site, team), found in by_team.items() if found.now.n]
    sites = [(site, summed(found)) for site, found in by_site.items()]
    return [*teams, *(Sums(site, None, _kept(found)) for site, found in sites if found.now.n)]


def _kept(found: Moved) -> list[float]:
    return [round(number, PLACES) for number in found.numbers()]
