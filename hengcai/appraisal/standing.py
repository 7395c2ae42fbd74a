"""What stands in the way of publishing a cycle, counted."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.appraisal.models import Cycle, Finding, Participant, Pattern, RaterFinding, RatingTask, Result, Settlement
from hengcai.appraisal.models.patterns import SURE
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import publication as rules
from hengcai.appraisal.rules.publication import Obstacle
from hengcai.appraisal.yearly import changed_since
from hengcai.quality.models import Case, Evaluation

EVALUATION = Evaluation.State


def in_the_way(cycle: Cycle, *, today: date) -> list[Obstacle]:
    counts = {
        "before_the_end": (cycle.period_end - today).days + 1,
        "without_score": without_score(cycle).count(),
        "open_ratings": open_ratings(cycle).count(),
        "drafted_evaluations": evaluations(cycle).filter(state=EVALUATION.DRAFT).count(),
        "submitted_evaluations": evaluations(cycle).filter(state=EVALUATION.SUBMITTED, is_current=True).count(),
        "open_cases": open_cases(cycle).count(),
        "findings": unsettled(cycle).count() + unsettled_raters(cycle).count() + unsettled_patterns(cycle).count(),
    }
    return rules.obstacles(counts, parsed(cycle.policy).publication)


def without_score(cycle: Cycle) -> QuerySet[Result]:
    return Result.objects.filter(participant__cycle=cycle, is_current=True, final__isnull=True)


def open_ratings(cycle: Cycle) -> QuerySet[RatingTask]:
    return RatingTask.objects.filter(participant__cycle=cycle, state=RatingTask.State.OPEN)


def evaluations(cycle: Cycle) -> QuerySet[Evaluation]:
    """Of the period and of people in the cycle; until published they do not count. A year rests on what is published."""
    if cycle.kind == Cycle.Kind.YEAR:
        return Evaluation.objects.none()
    rows = Evaluation.objects.filter(contact_on__range=(cycle.period_start, cycle.period_end))
    return rows.filter(_takes_part(cycle, "agent"))


def open_cases(cycle: Cycle) -> QuerySet[Case]:
    if cycle.kind == Cycle.Kind.YEAR:
        return Case.objects.none()
    rows = Case.objects.filter(evaluation__contact_on__range=(cycle.period_start, cycle.period_end))
    return rows.filter(_takes_part(cycle, "agent"), state=Case.State.OPEN)


def unsettled(cycle: Cycle) -> QuerySet[Finding]:
    """People without a score are counted as such."""
    rows = Finding.objects.filter(result__participant__cycle=cycle, result__is_current=True)
    return rows.exclude(kind=Finding.Kind.NOT_ENOUGH).filter(~settled(cycle))


def unsettled_raters(cycle: Cycle) -> QuerySet[RaterFinding]:
    return RaterFinding.objects.filter(~settled(cycle), cycle=cycle)


def unsettled_patterns(cycle: Cycle) -> QuerySet[Pattern]:
    """Only those that so many looks do not bring about by chance; the rest may be read and left."""
    return Pattern.objects.filter(~settled(cycle), SURE, cycle=cycle)


def settled(cycle: Cycle) -> Exists:
    """Of findings of either kind."""
    return Exists(Settlement.objects.filter(cycle=cycle, key=OuterRef("key")))


def stale(cycle: Cycle) -> QuerySet[Participant]:
    """Those on whom a form came in, or was given back, or an evaluation was changed, after their result was computed."""
    moved = Q(state=RatingTask.State.SENT, sent_at__gt=OuterRef("computed_at")) | Q(
        returned_at__gt=OuterRef("computed_at")
    )
    late = RatingTask.objects.filter(moved, participant=OuterRef("participant"))
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).filter(Exists(late) | _changed(cycle))
    return cycle.participants.filter(pk__in=rows.values("participant"))


def overtaken(cycle: Cycle) -> QuerySet[Result]:
    """Results of a month that rest on an evaluation since changed by a dispute, of a year on a month or quarter that came
    out or was corrected since: to be computed anew or corrected."""
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).filter(_changed(cycle))
    return rows.select_related("participant__person").order_by("participant__person__name_key", "pk")


def _changed(cycle: Cycle) -> Q:
    """Only a month counts evaluations, only a year other results."""
    if cycle.kind == Cycle.Kind.YEAR:
        return Q(Exists(changed_since(cycle)))
    if cycle.kind != Cycle.Kind.MONTH:
        return Q(pk__in=[])
    decided = Evaluation.objects.filter(
        decided_by__isnull=False, published_at__gt=OuterRef("computed_at"), agent=OuterRef("participant__person"),
        contact_on__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip
    return Q(Exists(decided))


def stale_count(cycle: Cycle) -> int:
    return stale(cycle).count()


def _takes_part(cycle: Cycle, path: str) -> Exists:
    return Exists(Participant.objects.filter(cycle=cycle, person=OuterRef(path)))
