"""A whole cycle: everybody's result, counted by band and by team."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.queries.results import parsed, results_seen_by
from hengcai.appraisal.rules.policy import Band, MonthPolicy, SkillPolicy
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.ids import folded, shown
from hengcai.base.permissions import Doer
from hengcai.framework.models import ServiceGroup
from hengcai.framework.queries import service_groups
from hengcai.insight.queries.person import person_at
from hengcai.people.models import Person, Team


@dataclass(frozen=True)
class CycleReport:
    cycle: Cycle
    policy: SkillPolicy | MonthPolicy
    groups: Sequence[ServiceGroup]
    results: Sequence[Result]
    by_team: Sequence[tuple[str, Counter[str]]]

    @property
    def bands(self) -> tuple[Band, ...]:
        return self.policy.grades if isinstance(self.policy, MonthPolicy) else self.policy.bands

    @property
    def scored(self) -> int:
        return sum(result.final is not None for result in self.results)


def cycle_report(cycle: Cycle, user: Doer) -> CycleReport:
    results = list(results_seen_by(user).filter(participant__cycle=cycle).order_by("participant__person__name", "pk"))
    if not results:
        raise NotNow("insight.nothing_computed", code=cycle.code)
    is_month = cycle.kind == Cycle.Kind.MONTH
    groups = service_groups(cycle.framework) if is_month else []
    return CycleReport(cycle, parsed(cycle.policy), groups, results, _by_team(results))


def _by_team(results: Sequence[Result]) -> list[tuple[str, Counter[str]]]:
    """By name; an empty band is 'no score'."""
    found: dict[str, Counter[str]] = {}
    for result in results:
        placement = result.participant.placement
        name = placement.team.name if placement and placement.team else "–"
        found.setdefault(name, Counter())[result.band] += 1
    return sorted(found.items())


def cycle_called(code: str) -> Cycle:
    found = Cycle.objects.select_related("policy", "framework").filter(code=code).first()
    if found is None:
        raise NotValid("insight.cycle_unknown", code=code)
    return found


def team_called(name: str, *, site: str = "") -> Team:
    """Several sites may have a team of the same name."""
    rows = Team.objects.select_related("site").filter(name=shown(name))
    found = list(rows.filter(site__name=site) if site else rows)
    if not found:
        raise NotValid("insight.team_unknown", name=name)
    if len(found) > 1:
        raise NotValid("insight.team_several", name=name, sites=[team.site.name for team in found])
    return found[0]


def result_called(number: str, cycle: Cycle) -> Result:
    found = person_at(number, cycle.code)
    if found is not None:
        return found
    person = Person.objects.filter(number=folded(number)).first()
    if person is None:
        raise NotValid("insight.person_unknown", number=number)
    raise NotNow("insight.no_result", name=person.name, code=cycle.code)
