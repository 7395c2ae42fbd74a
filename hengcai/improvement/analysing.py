"""What a month came to, from the sums of every part: facts alone, kept with the report that is drafted from them."""

from collections import Counter
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count

from hengcai.appraisal.models import Cycle, Result
from hengcai.base.days import bounds, months_back
from hengcai.coaching.models import Coaching
from hengcai.improvement.late import late_remedies
from hengcai.improvement.models import PlaceSum, Remedy
from hengcai.quality.measure_models import QualityMonth
from hengcai.quality.measuring import Month, errors_of

SHOWN_MONTHS, MOST_ITEMS = 6, 5
Facts = dict[str, Any]


def facts_of(month: date, *, today: date) -> Facts:
    """`months`: the last six, oldest first, for the drawings."""
    service, quality = _service(month), _quality(month)
    return {
        "service": service, "quality": quality, "items": _items(month), "causes": (quality["now"] or {}).get("causes", {}),
        "grades": {"now": _grades(month), "before": _grades(months_back(month, 2))}, "coaching": _coaching(month),
        "remedies": _remedies(month, today),
    }  # fmt: skip


def _service(month: date) -> Facts:
    since = months_back(month, SHOWN_MONTHS)
    rows = PlaceSum.objects.filter(scope="centre", span="month", first__range=(since, month))
    found = dict(rows.values_list("first", "told"))
    months = [[f"{one:%Y-%m}", found[one]] for one in sorted(found)]
    return {"now": found.get(month, {}), "before": found.get(months_back(month, 2), {}), "months": months}


def _quality(month: date) -> Facts:
    since = months_back(month, SHOWN_MONTHS)
    found = dict(QualityMonth.objects.filter(team=None, month__range=(since, month)).values_list("month", "told"))
    months = [[f"{one:%Y-%m}", found[one]["counts"]] for one in sorted(found)]
    return {"now": found.get(month), "before": found.get(months_back(month, 2)), "months": months}


def _items(month: date) -> list[Facts]:
    """What was marked below the standard most often."""
    counted = errors_of(month).values("item__code").annotate(n=Count("pk")).order_by("-n", "item__code")
    top = list(counted.values_list("item__code", "n")[:MOST_ITEMS])
    named = dict(
        errors_of(month)
        .filter(item__code__in=[code for code, _n in top])
        .values_list("item__code", "item__name")
        .distinct()
    )
    return [{"zh": named[code].zh, "en": named[code].en, "n": n} for code, n in top]


def _grades(month: date) -> dict[str, int]:
    """Of the month's appraisal once it is published: how many of each grade, without names."""
    rows = Result.objects.filter(
        is_current=True, participant__cycle__kind=Cycle.Kind.MONTH, participant__cycle__state=Cycle.State.PUBLISHED,
        participant__cycle__period_start=month,
    ).exclude(band="")  # fmt: skip
    return dict(Counter(rows.values_list("band", flat=True)))


def _coaching(month: date) -> Facts:
    first, last = Month(month).days
    start, end = bounds(first, last, settings.TIME_ZONE)
    held = Coaching.objects.filter(held_on__range=(first, last))
    looked = Coaching.objects.filter(looked_at__gte=start, looked_at__lt=end).values_list("change", flat=True)
    verdicts = Counter(change.get("verdict", "cannot_tell") for change in looked)
    signed = held.filter(agent_signed_at__isnull=False, coach_signed_at__isnull=False).count()
    return {"held": held.count(), "signed": signed, "looked": dict(verdicts)}


def _remedies(month: date, today: date) -> Facts:
    """Of the month what was raised, done and checked; of the day of drafting what is open and late."""
    first, last = Month(month).days
    start, end = bounds(first, last, settings.TIME_ZONE)
    checked = Remedy.objects.filter(checked_at__gte=start, checked_at__lt=end).values_list("verdict", flat=True)
    return {
        "raised": Remedy.objects.filter(opened_at__gte=start, opened_at__lt=end).count(),
        "done": Remedy.objects.filter(done_on__range=(first, last)).count(),
        "checked": dict(Counter(checked)),
        "open": Remedy.objects.exclude(state__in=("checked", "closed")).count(),
        "late": Remedy.objects.filter(late_remedies(today)).count(),
    }


def is_over(month: date, today: date) -> bool:
    return (month.year, month.month) < (today.year, today.month)
