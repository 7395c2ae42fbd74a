"""One rater's sent forms of a cycle: what a finding about them rests on. Peers' forms are not told by rater."""

from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from typing import Any

from django.db.models import Avg, Count, F, FloatField, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import Cast

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.base.permissions import Doer

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
