"""Lists of evaluations: which revision of a contact stands in them, and what a whole list comes to."""

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from django.db.models import Avg, Count, Exists, F, FloatField, OuterRef, Q, QuerySet, Sum

from hengcai.base.permissions import Doer
from hengcai.quality import permissions
from hengcai.quality.models import Evaluation

HALF_A_TENTH = Decimal("0.05")  # the lines are read from totals as shown, with one decimal
EXCELLENT = Q(total__gte=F("scorecard__excellence_line") - HALF_A_TENTH)
PASSED = Q(total__gte=F("scorecard__pass_line") - HALF_A_TENTH)
VERDICTS = {"excellent": EXCELLENT, "pass": PASSED & ~EXCELLENT, "fail": Q(total__isnull=False) & ~PASSED}


@dataclass(frozen=True)
class Summary:
    """`scored_count` leaves out evaluations without a score; `pass_count` holds the excellent ones too."""

    count: int
    scored_count: int
    mean: float | None
    deviation: float | None
    excellent_count: int
    pass_count: int
    fail_count: int
    fatal_count: int


def newest_seen(user: Doer) -> Q:
    """One revision a contact and analyst: the current one; of one's own the newest published, which is an older
    one while a correction waits for publication."""
    newer = Evaluation.objects.filter(
        assignment=OuterRef("assignment"), state=Evaluation.State.PUBLISHED, revision__gt=OuterRef("revision")
    )
    own = Q(agent__user=user.pk, state=Evaluation.State.PUBLISHED) & Q(~Exists(newer))
    return Q(is_current=True) | own


def summary_of(rows: QuerySet[Evaluation]) -> Summary:
    """One query over the whole list, whatever page of it is shown."""
    counted = rows.order_by().aggregate(
        count=Count("pk"),
        scored_count=Count("pk", filter=Q(total__isnull=False)),
        mean=Avg("total"),
        squares=Sum(F("total") * F("total"), output_field=FloatField()),
        excellent_count=Count("pk", filter=EXCELLENT),
        pass_count=Count("pk", filter=PASSED),
        fail_count=Count("pk", filter=VERDICTS["fail"]),
        fatal_count=Count("pk", filter=Q(has_fatal=True)),
    )
    mean, squares = counted.pop("mean"), counted.pop("squares")
    mean = None if mean is None else float(mean)
    return Summary(**counted, mean=mean, deviation=_deviation(counted["scored_count"], mean, squares))


def _deviation(n: int, mean: float | None, squares: float | None) -> float | None:
    """Of a sample; from two values on."""
    if n < 2 or mean is None or squares is None:
        return None
    return sqrt(max(squares - n * mean * mean, 0.0) / (n - 1))


def waiting_for_publication(user: Doer) -> QuerySet[Evaluation]:
    """Current, submitted, and publishable by this very user; the oldest contact first."""
    rows = Evaluation.objects.filter(state=Evaluation.State.SUBMITTED, is_current=True)
    rows = rows.select_related("agent", "scorecard", "evaluator", "placement__team", "assignment__contact")
    return permissions.PUBLISH.rows(rows, user).order_by("contact_on", "pk")
