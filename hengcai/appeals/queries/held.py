"""What is held on one person of appeals. How members spoke among themselves is theirs; the answer and its reasons are not."""

from collections.abc import Iterator
from typing import Any

from hengcai.appeals.models import Appeal
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person

Row = dict[str, Any]
DAYS = ("filed_at", "closes_on", "due_on", "answered_at", "read_at", "withdrawn_at")


def appeals_held(person: Person) -> Iterator[Row]:
    """With the files that were added, by name and digest, and what was heard."""
    rows = Appeal.objects.filter(appellant=person).select_related("result__participant__cycle")
    for one in rows.prefetch_related("files", "notes").order_by("filed_at", "pk"):
        files = [{"name": row.name, "sha256": row.digest} for row in one.files.all()]
        notes = [
            {"kind": row.kind, "held_on": row.held_on.isoformat(), "words": mask(row.words)} for row in one.notes.all()
        ]
        head = {"appeal": one.number, "cycle": one.result.participant.cycle.code, "state": one.state}
        words = {name: mask(getattr(one, name)) for name in ("grounds", "wanted", "reasons")}
        days = {name: getattr(one, name) for name in DAYS}
        yield plain_row({**head, **days, **words, "outcome": one.outcome, "files": files, "notes": notes})
