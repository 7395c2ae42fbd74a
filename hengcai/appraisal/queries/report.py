"""A whole cycle: everybody's result, counted by band and by team."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.results import results_seen_by, sees_peers
from hengcai.appraisal.rules.policy import Band, MonthPolicy, SkillPolicy
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.framework.models import ServiceGroup
from hengcai.framework.queries import service_groups
from hengcai.people.models import Person


@dataclass(frozen=True)
class CycleReport:
    cycle: Cycle
    policy: SkillPolicy | MonthPolicy
    groups: Sequence[ServiceGroup]
    results: Sequence[Result]
    by_team: Sequence[tuple[str, Counter[str]]]
    sees_peers: bool

    @property
    def bands(self) -> tuple[Band, ...]:
        return self.policy.grades if isinstance(self.policy, MonthPolicy) else self.policy.bands

    @property
    def scored(self) -> int:
        return sum(result.final is not None for result in self.results)


def cycle_report(cycle: Cycle, user: Doer) -> CycleReport:
    results = list(results_seen_by(user).filter(participant__cycle=cycle).order_by("participant__person__name", "pk"))
    if not results:
        raise NotNow("appraisal.nothing_computed", code=cycle.code)
    policy = parsed(cycle.policy)
    return CycleReport(cycle, policy, _groups(cycle, policy), results, _by_team(results), sees_peers(user))


def _groups(cycle: Cycle, policy: MonthPolicy | SkillPolicy) -> list[ServiceGroup]:
    """Those the policy gives points to; the framework may define more."""
    if not isinstance(policy, MonthPolicy):
        return []
    return [group for group in service_groups(cycle.framework) if group.code in policy.groups]


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
        raise NotValid("appraisal.cycle_unknown", value=code)
    return found


def result_called(number: str, cycle: Cycle) -> Result:
    found = _current().filter(participant__person__number=folded(number), participant__cycle=cycle).first()
    if found is not None:
        return found
    person = Person.objects.filter(number=folded(number)).first()
    if person is None:
        raise NotValid("appraisal.person_unknown", number=number)
    raise NotNow("appraisal.no_result", name=person.name, code=cycle.code)


def _current() -> QuerySet[Result]:
    return Result.objects.filter(is_current=True).select_related(
        "participant__person", "participant__cycle__policy", "participant__cycle__framework", "participant__post",
        "participant__placement__team__site",
    )  # fmt: skip
