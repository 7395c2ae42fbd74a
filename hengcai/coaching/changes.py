"""The marks around a session: of contacts that chance drew, on the same item of the same scorecard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from hengcai.base import clock
from hengcai.coaching.models import Coaching
from hengcai.coaching.rules.changes import LOOKED_AROUND_DAYS, Told, told_of
from hengcai.quality.cards import card_of
from hengcai.quality.models import Answer, Evaluation

SPAN, A_DAY = timedelta(days=LOOKED_AROUND_DAYS), timedelta(days=1)


@dataclass(frozen=True)
class Marked:
    """One drawn contact's mark, and the evaluation it stands in."""

    on: date
    value: str
    evaluation: int


def marks_before(coaching: Coaching) -> list[Marked]:
    day = _day(coaching)
    return drawn_marks(coaching, day - SPAN, day - A_DAY)


def marks_after(coaching: Coaching) -> list[Marked]:
    """Up to the day one looked again; before that, up to today. None before it was held."""
    if coaching.held_on is None:
        return []
    return drawn_marks(coaching, coaching.held_on + A_DAY, coaching.held_on + SPAN)


def drawn_marks(coaching: Coaching, first: date, last: date) -> list[Marked]:
    """Published, current, from the ordinary stratum of a draw: what a rule or a person chose was chosen for what it
    was. A contact heard twice counts once, by the marks handed in first."""
    rows = _drawn(coaching).filter(evaluation__contact_on__range=(first, last))
    told = rows.order_by("evaluation__contact_on", "evaluation__submitted_at", "pk").values_list(
        "evaluation__assignment__contact", "evaluation__contact_on", "value", "evaluation"
    )
    return list({contact: Marked(on, value, key) for contact, on, value, key in reversed(told)}.values())[::-1]


def change_of(coaching: Coaching, before: Iterable[Marked], after: Iterable[Marked]) -> Told:
    """Of the session's own contacts the marks on the item, drawn or not, say whether it was chosen for a low mark."""
    card = card_of(coaching.item.section.scorecard)
    heard = Answer.objects.filter(
        evaluation__in=coaching.clips.values("evaluation"), item__code=coaching.item.code
    ).values_list("value", flat=True)
    values = ([one.value for one in some] for some in (before, after))
    return told_of(card, card.by_code[coaching.item.code], *values, heard=list(heard))


def _drawn(coaching: Coaching) -> QuerySet[Answer]:
    return Answer.objects.filter(
        item__code=coaching.item.code,
        item__section__scorecard__code=coaching.item.section.scorecard.code,
        evaluation__agent=coaching.agent_id,
        evaluation__is_current=True,
        evaluation__state=Evaluation.State.PUBLISHED,
        evaluation__assignment__pick__stratum__rule="",
    ).exclude(value="na")


def _day(coaching: Coaching) -> date:
    return coaching.held_on or clock.today()
