"""One rater's sent forms of a cycle: what a finding about them rests on. Peers' forms are not told by rater."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import sqrt
from statistics import median
from typing import Any

from django.db.models import Avg, Count, F, FloatField, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import Cast

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.own_terms import Workload
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.base.permissions import Doer

SITTING, LEAST_PAIRS, MINUTE = 60, 2, 60  # minutes after which a new sitting begins; pairs that tell a pace; seconds
LEVEL = Cast(F("ratings__level"), FloatField())


@dataclass(frozen=True)
class FormLine:
    """`spread`: standard deviation between the items; None of fewer than two."""

    task: RatingTask
    mean: float
    low: float
    high: float
    spread: float | None
    n: int
    sent_at: datetime | None


def forms_by(cycle: Cycle, rater: int, user: Doer) -> list[FormLine]:
    """The lowest mean first."""
    rows = RatingTask.objects.filter(
        participant__cycle=cycle, rater=rater, state=RatingTask.State.SENT, ratings__level__isnull=False
    )
    told = rows.select_related("participant__person", "rater").annotate(
        mean=Avg(LEVEL), low=Min(LEVEL), high=Max(LEVEL), n=Count("ratings"), squares=Sum(LEVEL * LEVEL)
    )
    lines = [_line(one) for one in permissions.SEE_RATER.rows(told.order_by("participant__person__name", "pk"), user)]
    return sorted(lines, key=lambda line: line.mean)


def _line(one: RatingTask) -> FormLine:
    mean, low, high, n, squares = (getattr(one, name) for name in ("mean", "low", "high", "n", "squares"))
    spread = sqrt(max(0.0, squares - n * mean * mean) / (n - 1)) if n > 1 else None
    return FormLine(one, mean, low, high, spread, n, one.sent_at)


@dataclass(frozen=True)
class Load:
    """One rater's forms. `minutes`: the middle time between two submitted in one sitting; None of fewer than three."""

    rater: int
    name: str
    number: str
    forms: int
    sent: int
    told: int
    minutes: float | None
    limits: Workload

    @property
    def open(self) -> int:
        return self.forms - self.sent

    @property
    def is_many(self) -> bool:
        return self.forms > self.limits.forms

    @property
    def is_hasty(self) -> bool:
        return self.minutes is not None and self.minutes < self.limits.minutes.value


def loads_of(cycle: Cycle, page: Sequence[Mapping[str, Any]]) -> list[Load]:
    """Of one page of `loads`: one query for the times."""
    keys = [one["rater_id"] for one in page]
    rows = RatingTask.objects.filter(
        participant__cycle=cycle, rater__in=keys, state=RatingTask.State.SENT, sent_at__isnull=False, is_imported=False
    )
    times: dict[int, list[datetime]] = defaultdict(list)
    for rater, at in rows.order_by("sent_at").values_list("rater_id", "sent_at"):
        if at is not None:
            times[rater].append(at)
    limits = limits_of(cycle)
    return [_load(one, times[one["rater_id"]], limits) for one in page]


def limits_of(cycle: Cycle) -> Workload:
    """From which load on the cycle's policy has the panel told."""
    says = parsed(cycle.policy)
    return says.workload if isinstance(says, SkillPolicy) else Workload()


def _load(one: Mapping[str, Any], times: Sequence[datetime], limits: Workload) -> Load:
    counts = {name: one[name] for name in ("forms", "sent", "told")}
    return Load(one["rater_id"], one["name"], one["number"], minutes=_pace(times), limits=limits, **counts)


def _pace(times: Sequence[datetime]) -> float | None:
    apart = [(later - before).total_seconds() / MINUTE for before, later in pairwise(times)]
    sitting = [minutes for minutes in apart if minutes <= SITTING]
    return median(sitting) if len(sitting) >= LEAST_PAIRS else None


def loads(cycle: Cycle, user: Doer) -> QuerySet[Any]:
    """Each rater with how many forms they have and have sent, most first; peers' forms count, whom they are on does not
    show."""
    rows = RatingTask.objects.filter(participant__cycle=cycle).exclude(state=RatingTask.State.WITHDRAWN).order_by()
    rows = rows.exclude(rater__user=user.pk)
    counted = rows.values("rater_id", name=F("rater__name"), number=F("rater__number"))
    return counted.annotate(
        forms=Count("pk"), sent=Count("pk", filter=Q(state=RatingTask.State.SENT)),
        told=Count("pk", filter=~Q(source=RatingTask.Source.PEER)),
    ).order_by("-forms", "name", "rater_id")  # fmt: skip
