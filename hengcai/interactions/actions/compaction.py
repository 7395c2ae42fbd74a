"""Swaps many parts of the manifest for one."""

from collections.abc import Sequence

from django.db.models import F

from hengcai.accounts.models import User
from hengcai.interactions import permissions
from hengcai.interactions.kinds.registry import MovedOnError
from hengcai.interactions.models import Contact, LakePart
from hengcai.interactions.unlogged import unlogged_action


@unlogged_action(permissions.IMPORT)
def swap_parts(parts: Sequence[LakePart], *, by: User, path: str) -> LakePart:
    """One statement a part: its rows follow those of the part before, so every place moves by the same number."""
    there = LakePart.objects.select_for_update().filter(pk__in=[part.pk for part in parts])
    if len(there) != len(parts):
        raise MovedOnError
    runs = {part.run_id for part in parts}
    merged = LakePart.objects.create(
        path=path,
        day=parts[0].day,
        row_count=sum(part.row_count for part in parts),
        run_id=runs.pop() if len(runs) == 1 else None,
    )
    before = 0
    for part in parts:
        Contact.objects.filter(part=part).update(part=merged, part_row=F("part_row") + before)
        before += part.row_count
    there.delete()
    return merged
