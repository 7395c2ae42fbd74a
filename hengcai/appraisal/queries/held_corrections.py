"""What is held on one person of corrections; who made them is not named."""

from collections.abc import Iterator
from typing import Any

from hengcai.appraisal.models import Correction
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person


def corrections_held(person: Person) -> Iterator[dict[str, Any]]:
    """Once they are made."""
    rows = Correction.objects.filter(old__participant__person=person, fresh__isnull=False)
    for one in rows.select_related("old__participant__cycle", "fresh").order_by("pk"):
        yield plain_row({
            "cycle": one.old.participant.cycle.code, "from_revision": one.old.revision,
            "to_revision": one.fresh.revision if one.fresh else None, "reason": mask(one.fresh.reason) if one.fresh else "",
            "made_at": one.made_at, "read_at": one.read_at,
        })  # fmt: skip
