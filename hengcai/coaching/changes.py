"""The marks around a session, of its agent and on its item."""

from collections.abc import Iterable

from django.db.models import Q

from hengcai.base import clock
from hengcai.coaching.models import Coaching
from hengcai.quality import changes
from hengcai.quality.changes import Marked
from hengcai.quality.models import Answer
from hengcai.quality.rules.changes import Told


def marks_before(coaching: Coaching) -> list[Marked]:
    return changes.marks_before(coaching.item, _whose(coaching), coaching.held_on or clock.today())


def marks_after(coaching: Coaching) -> list[Marked]:
    """Up to the day one looked again; before that, up to today. None before it was held."""
    return changes.marks_after(coaching.item, _whose(coaching), coaching.held_on) if coaching.held_on else []


def change_of(coaching: Coaching, before: Iterable[Marked], after: Iterable[Marked]) -> Told:
    """Of the session's own contacts the marks on the item, drawn or not, say whether it was chosen for a low mark."""
    heard = Answer.objects.filter(
        evaluation__in=coaching.clips.values("evaluation"), item__code=coaching.item.code
    ).values_list("value", flat=True)
    return changes.change_between(coaching.item, before, after, heard=heard)


def _whose(coaching: Coaching) -> Q:
    return Q(evaluation__agent=coaching.agent_id)
