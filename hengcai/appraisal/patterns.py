"""What stands out in how a cycle was rated, from its sent forms. Builds rows; the actions write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, FloatField, Sum
from django.db.models.functions import Cast

from hengcai.appraisal.models import Cycle, Pattern, Rating, RatingTask
from hengcai.appraisal.rules.patterns import Forms, Odd, patterns_in, seed_of
from hengcai.base.apart import apart


@dataclass(frozen=True)
class Found:
    """A row, and the people it is about."""

    pattern: Pattern
    concerns: Sequence[int]


def patterns_of(cycle: Cycle) -> list[Found]:
    """The same twice: what is drawn by lot is drawn from the cycle's own seed."""
    if not cycle.has_forms:
        return []
    odd = apart(patterns_in, forms_of(cycle), seed_of(f"{cycle.code}|{cycle.seed}"))
    return [_found(cycle, one) for one in odd]


def forms_of(cycle: Cycle) -> Forms:
    """One row a sent form, summed by the database."""
    level = Cast(F("level"), FloatField())
    rows = (
        Rating.objects.filter(
            task__participant__cycle=cycle, task__state=RatingTask.State.SENT, level__isnull=False
        )
        .order_by("task_id")
        .values_list("task_id", "task__source", "task__rater_id", "task__participant__person_id", "task__participant__post_id")
        .annotate(total=Sum(level), squares=Sum(level * level), n=Count("pk"))
    )  # fmt: skip
    forms = Forms()
    columns = (forms.source, forms.rater, forms.person, forms.post, forms.total, forms.squares, forms.n)
    for _task, *told in rows.iterator(chunk_size=5000):
        for column, value in zip(columns, told, strict=True):
            column.append(value)  # type: ignore[attr-defined]
    return forms


def _found(cycle: Cycle, one: Odd) -> Found:
    row = Pattern(
        cycle=cycle, kind=one.kind, source=one.source, rater_id=one.rater or None, value=_six(one.value),
        expected=_six(one.expected), chance=_ten(one.chance), adjusted=_ten(one.adjusted), looks=one.looks, n=one.n,
    )  # fmt: skip
    concerns = sorted({*one.people, *([one.rater] if one.rater else [])})
    row.key = f"{row.made_key()}:{one.people[0] if row.rater_id is None and one.people else ''}"
    return Found(row, concerns)


def _six(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _ten(value: float) -> Decimal:
    return Decimal(f"{max(value, 1e-10):.10f}")
