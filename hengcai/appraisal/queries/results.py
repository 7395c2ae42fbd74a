"""Cycles, participants and results as their readers may see them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Participant, Policy, RaterTraining, RatingTask, Remark, Result
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.base.permissions import Doer


def cycles_seen_by(user: Doer) -> QuerySet[Cycle]:
    rows = Cycle.objects.select_related("policy").annotate(people=Count("participants")).order_by("-period_end", "code")
    return permissions.SEE_CYCLE.rows(rows, user)


def published_cycles() -> QuerySet[Cycle]:
    return Cycle.objects.filter(state=Cycle.State.PUBLISHED).order_by("-period_end", "code")


def policies() -> QuerySet[Policy]:
    return Policy.objects.order_by("kind", "-number")


def parsed(policy: Policy) -> SkillPolicy | MonthPolicy:
    read = parsed_month_policy if policy.kind == Policy.Kind.MONTHLY else parsed_skill_policy
    return read(policy.text, file=policy.name)


def _rows() -> QuerySet[Result]:
    return Result.objects.filter(is_current=True).select_related(
        "participant__person", "participant__cycle__policy", "participant__post", "participant__placement__team"
    )


def results_seen_by(user: Doer) -> QuerySet[Result]:
    """Other people's results: the group's side and the lead's."""
    return permissions.SEE_RESULT.rows(_rows(), user)


def own_results(user: Doer) -> QuerySet[Result]:
    rows = _rows().order_by("-participant__cycle__period_end", "pk")
    return permissions.SEE_OWN_RESULT.rows(rows, user)


def shown_detail(result: Result, *, to_rated: bool) -> dict[str, Any]:
    """The contract's JSON of one agent for this reader: the one place where it is cut for the person rated."""
    return veil.for_the_rated(result.detail) if to_rated else dict(result.detail)


@dataclass(frozen=True)
class Step:
    """One line of the cycle board: how many forms of a source are in, until when, who is late."""

    source: str
    sent: int
    total: int
    due_on: date | None
    late: list[tuple[str, int]]


LATE_SHOWN = 3


def steps(cycle: Cycle, *, today: date) -> list[Step]:
    rows = RatingTask.objects.filter(participant__cycle=cycle).exclude(state=RatingTask.State.WITHDRAWN)
    counted = rows.values("source").annotate(total=Count("pk"), sent=Count("pk", filter=Q(state="sent")), due=Max("due_on"))
    late = _late(rows, today)
    by_source = {row["source"]: row for row in counted}
    return [
        Step(s, by_source[s]["sent"], by_source[s]["total"], by_source[s]["due"], late[s][:LATE_SHOWN])
        for s in ("self", "peer", "practical", "superior")
        if s in by_source
    ]


def _late(rows: QuerySet[RatingTask], today: date) -> dict[str, list[tuple[str, int]]]:
    late = rows.filter(state=RatingTask.State.OPEN, due_on__lt=today)
    counted = late.values("source", name=F("rater__name")).annotate(count=Count("pk")).order_by("-count", "name")
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in counted:
        found[row["source"]].append((row["name"], row["count"]))
    return found


def distribution(cycle: Cycle) -> list[dict[str, Any]]:
    """Finals by value with their band, lowest first; those without a score as None."""
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).values("final", "band", "status")
    return list(rows.annotate(count=Count("pk")).order_by("final"))


@dataclass(frozen=True)
class RaterMean:
    """One superior's mean over the people rated, with how many."""

    name: str
    mean: float
    n: int
    values: list[float]


def superiors(cycle: Cycle) -> list[RaterMean]:
    """By superior: the mean of each person's superior score, from the stored inputs."""
    tasks = RatingTask.objects.filter(participant__cycle=cycle, source="superior", state="sent")
    rows = tasks.values_list("rater__name", "participant_id").annotate(mean=_mean_level()).order_by("rater__name")
    values: dict[str, list[float]] = defaultdict(list)
    for name, _participant, mean in rows:
        if mean is not None:
            values[name].append(float(mean))
    return [RaterMean(name, sum(found) / len(found), len(found), found) for name, found in values.items()]


def _mean_level() -> Any:
    from django.db.models import Avg

    return Avg("ratings__level")


def participants_of(cycle: Cycle, user: Doer) -> QuerySet[Participant]:
    rows = cycle.participants.select_related("person", "post", "placement__team").order_by("person__name", "pk")
    rows = rows.annotate(
        sent=Count("tasks", filter=Q(tasks__state="sent")),
        wanted=Count("tasks", filter=~Q(tasks__state="withdrawn")),
    )
    return permissions.SEE_PARTICIPANT.rows(rows, user)


def tasks_on(participant: Participant, user: Doer) -> QuerySet[RatingTask]:
    rows = participant.tasks.select_related("rater").order_by("source", "rater__name")
    return permissions.SEE_TASK.rows(rows, user)


def is_trained(user: Doer) -> bool:
    return RaterTraining.objects.filter(user=user.pk).exists()


def remarks_on(participant: Participant, *, to_rated: bool) -> list[tuple[str, str]]:
    """(source, text); the rated person never gets an author's name, nor a peer's remark of fewer than three."""
    rows = list(Remark.objects.filter(participant=participant).values_list("source", "text"))
    peers = sum(source == "peer" for source, _text in rows)
    if to_rated and peers < veil.ENOUGH_PEERS:
        rows = [(source, text) for source, text in rows if source != "peer"]
    return sorted(rows)
