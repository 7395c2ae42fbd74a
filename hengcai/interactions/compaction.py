"""Many small parts of a day become one; contacts are repointed in the transaction that swaps the parts."""

from datetime import date

from django.db.models import Count

from hengcai.accounts.models import User
from hengcai.interactions import lake
from hengcai.interactions.actions.compaction import swap_parts
from hengcai.interactions.kinds.registry import MovedOnError
from hengcai.interactions.models import ImportRun, LakePart

SMALL_PART_ROWS = 50_000
MOST_ROWS = 200_000


def compact(day: date, *, by: User) -> int:
    """How many parts were merged; a part large enough is left alone."""
    small = LakePart.objects.filter(day=day, row_count__lt=SMALL_PART_ROWS)
    parts = _that_fit(list(small.order_by("pk")))
    if len(parts) < 2:
        return 0
    path = lake.merge_parts(day, f"merged-{parts[0].pk}-{parts[-1].pk}", [part.path for part in parts])
    try:
        swap_parts(parts, by=by, path=path)
    except MovedOnError:
        lake.remove([path])
        return 0
    lake.remove([part.path for part in parts])
    return len(parts)


def _that_fit(parts: list[LakePart]) -> list[LakePart]:
    found, rows = [], 0
    for part in parts:
        rows += part.row_count
        if rows > MOST_ROWS:
            break
        found.append(part)
    return found


def compact_some(run: ImportRun, *, by: User) -> bool:
    """One of the days this run left in several small parts; False when there is none."""
    days = LakePart.objects.filter(row_count__lt=SMALL_PART_ROWS, day__in=run.parts.values("day"))
    several = days.values("day").annotate(count=Count("pk")).filter(count__gt=1).order_by("day")
    return any(compact(found["day"], by=by) for found in several[:1])


def sweep() -> list[str]:
    """Files no manifest names and no running import can still be writing."""
    return lake.sweep(set(LakePart.objects.values_list("path", flat=True)))
