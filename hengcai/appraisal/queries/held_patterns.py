"""What is held on one person of the review of ratings: patterns they are part of, and how far their levels may lie off."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from hengcai.appraisal.models import Cycle, Pattern, Result
from hengcai.appraisal.queries.results import shown_margins
from hengcai.base.plain import plain_row
from hengcai.people.models import Person

PUBLISHED = Cycle.State.PUBLISHED
PEERS = "peers"
Row = dict[str, Any]


def patterns_held(person: Person) -> Iterator[Row]:
    """Of published cycles. What rests on peers' marks says only that it is there, and nobody else is named."""
    rows = Pattern.objects.filter(Q(rater=person) | Q(participant__person=person) | Q(kind="mutual", concerns=person))
    rows = rows.filter(cycle__state=PUBLISHED).select_related("cycle").distinct()
    for one in rows.order_by("cycle__period_end", "pk"):
        head = {"cycle": one.cycle.code, "kind": one.kind, "source": one.source or None}
        if "peer" in (one.source, one.other):
            yield plain_row({**head, "value": None, "expected": None, "chance": None, "withheld": PEERS})
        else:
            figures = {name: getattr(one, name) for name in ("value", "expected", "chance")}
            yield plain_row({**head, **figures, "withheld": None})


def margins_held(person: Person) -> Iterator[Row]:
    """Competency by competency, where the level itself is shown."""
    rows = Result.objects.filter(participant__person=person, participant__cycle__state=PUBLISHED)
    for result in rows.select_related("participant__cycle", "level_margins").order_by(
        "participant__cycle__period_end", "pk"
    ):
        head = {"cycle": result.participant.cycle.code, "revision": result.revision}
        for code, one in sorted(shown_margins(result, to_rated=True).items()):
            figures = {name: getattr(one, name) for name in ("fair", "low", "high", "unknown")}
            yield plain_row({**head, "competency": code, **figures})
