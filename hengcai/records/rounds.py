"""What a daily round has to do, a chunk at a time. Nothing here writes."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.records.models import PaperAnswer, Record

CHUNK = 500
STATE = Record.State


def beyond_reach() -> Q:
    """Whoever cannot answer here, or was not told here, is waited for on paper; so is a paper that lies before its second
    person. Nobody is taken for silent then."""
    waits = PaperAnswer.objects.filter(record=OuterRef("pk"), state=PaperAnswer.State.ENTERED)
    is_here = Q(is_reached=True, person__user__is_active=True)
    return ~is_here | Q(Exists(waits))


def to_silence(today: date) -> Sequence[Record]:
    """Open ones whose last day is over; one whose interview is still due waits for it."""
    waits = Q(state=STATE.NOTIFIED, needs_interview=True)
    rows = Record.objects.filter(state__in=Record.OPEN, held_because="", sign_by__lt=today)
    return list(rows.exclude(waits).exclude(beyond_reach()).order_by("sign_by", "pk").only("pk")[:CHUNK])


def due_to_archive(today: date) -> QuerySet[Record]:
    return Record.objects.filter(state__in=Record.ANSWERED, held_because="", appeal_by__lt=today)


def to_archive(today: date) -> Sequence[Record]:
    """Of one cycle: a file of the archive holds no two."""
    rows = due_to_archive(today)
    first = rows.order_by("cycle", "pk").values_list("cycle", flat=True).first()
    return [] if first is None else list(rows.filter(cycle=first).order_by("pk").only("pk")[:CHUNK])
