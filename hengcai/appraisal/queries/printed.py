"""What is laid out on paper, as its reader may see it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Policy, RatingTask, Result, TestMark
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.results import (
    exact_level,
    is_about,
    own_results,
    remarks_on,
    results_seen_by,
    sees_peers,
    shown_detail,
    shown_levels,
)
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.base.permissions import Doer
from hengcai.framework.asked import competencies_of, profiles_of
from hengcai.framework.models import Competency, ServiceGroup
from hengcai.framework.queries import service_groups

TASKS = RatingTask.objects.exclude(state=RatingTask.State.WITHDRAWN)


def cycles_to_print(user: Doer, kinds: Collection[str]) -> list[Cycle]:
    """Those people may know of; those who run cycles see theirs before."""
    rows = Cycle.objects.filter(kind__in=kinds).select_related("framework", "policy")
    if not permissions.SEE_CYCLE.is_held_by(user):
        rows = rows.filter(state__in=(Cycle.State.COLLECTING, Cycle.State.PUBLISHED))
    return list(rows.order_by("-period_end", "code"))


def tasks_to_print(user: Doer, cycle: Cycle, number: str, source: str) -> list[RatingTask]:
    """One's own forms as they stand, else sent ones for those who may see who gave what."""
    rows = TASKS.filter(participant__cycle=cycle, participant__person__number=number, source=source).select_related(
        "participant__person", "participant__post", "participant__placement__team", "rater"
    )
    rows = rows.order_by("pk")
    own = list(permissions.FILL_TASK.rows(rows, user))
    return own or list(permissions.SEE_TASK.rows(rows.filter(state=RatingTask.State.SENT), user))


def marks_of(cycle: Cycle, number: str) -> dict[str, dict[int, Fraction]]:
    """Test → attempt → mark."""
    found: dict[str, dict[int, Fraction]] = {}
    rows = TestMark.objects.filter(participant__cycle=cycle, participant__person__number=number)
    for test, attempt, mark in rows.order_by("test", "attempt").values_list("test", "attempt", "mark"):
        found.setdefault(test, {})[attempt] = Fraction(mark)
    return found


def result_to_print(user: Doer, cycle: Cycle, number: str) -> Result | None:
    """A result this user may read, other people's or their own."""
    for rows in (results_seen_by(user), own_results(user)):
        found = rows.filter(participant__cycle=cycle, participant__person__number=number).first()
        if found:
            return found
    return None


def results_to_print(user: Doer, cycle: Cycle) -> QuerySet[Result]:
    """By name, never by score."""
    rows = results_seen_by(user).filter(participant__cycle=cycle)
    return rows.order_by("participant__person__name", "pk")


def month_policy_in_force() -> MonthPolicy | None:
    row = Policy.objects.filter(kind=Policy.Kind.MONTHLY, state=Policy.State.PUBLISHED).first()
    policy = parsed(row) if row else None
    return policy if isinstance(policy, MonthPolicy) else None


@dataclass(frozen=True)
class Reached:
    """`rated` is None where nobody rated it, or where this reader is not told."""

    competency: Competency
    required: Fraction | None
    rated: Fraction | None


def levels_reached(result: Result, user: Doer) -> list[Reached]:
    """What the post asks, beside what was rated."""
    post, framework = result.participant.post, result.participant.cycle.framework
    required = profiles_of([post], framework)[post.pk].required
    told = shown_levels(result, to_rated=is_about(result, user), sees_peers=sees_peers(user))
    return [
        Reached(one, required.get(one.code), exact_level(told, one.code))
        for one in competencies_of(framework, [post])[post.pk]
    ]


@dataclass(frozen=True)
class MonthFacts:
    """What a month's points are told from."""

    result: Result
    policy: MonthPolicy
    detail: Mapping[str, Any]
    groups: Sequence[ServiceGroup]
    remarks: Sequence[tuple[str, str]]


def month_facts(result: Result, *, to_rated: bool) -> MonthFacts | None:
    """None for a result that is not a month's."""
    cycle = result.participant.cycle
    policy = parsed(cycle.policy)
    if not isinstance(policy, MonthPolicy):
        return None
    return MonthFacts(
        result, policy, shown_detail(result, to_rated=to_rated), service_groups(cycle.framework),
        remarks_on(result.participant, to_rated=to_rated),
    )  # fmt: skip
