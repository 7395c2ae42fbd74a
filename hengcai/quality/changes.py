"""The marks of one item around a day: of contacts that chance drew, of an agent, of a team or of everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from hengcai.quality.cards import card_of
from hengcai.quality.models import Answer, Evaluation, Item
from hengcai.quality.rules.changes import LOOKED_AROUND_DAYS, Told, told_of

SPAN, A_DAY = timedelta(days=LOOKED_AROUND_DAYS), timedelta(days=1)


@dataclass(frozen=True)
class Marked:
    """One drawn contact's mark, and the evaluation it stands in."""

    on: date
    value: str
    evaluation: int


def marks_before(item: Item, whose: Q, day: date) -> list[Marked]:
    return drawn_marks(item, whose, day - SPAN, day - A_DAY)


def marks_after(item: Item, whose: Q, day: date) -> list[Marked]:
    return drawn_marks(item, whose, day + A_DAY, day + SPAN)


def drawn_marks(item: Item, whose: Q, first: date, last: date) -> list[Marked]:
    """Published, current, from the ordinary stratum of a draw: what a rule or a person chose was chosen for what it
    was. A contact heard twice counts once, by the marks handed in first. `whose` is a condition on the answer."""
    rows = Answer.objects.filter(
        whose,
        item__code=item.code,
        item__section__scorecard__code=item.section.scorecard.code,
        evaluation__is_current=True,
        evaluation__state=Evaluation.State.PUBLISHED,
        evaluation__assignment__pick__stratum__rule="",
        evaluation__contact_on__range=(first, last),
    ).exclude(value="na")
    told = rows.order_by("evaluation__contact_on", "evaluation__submitted_at", "pk").values_list(
        "evaluation__assignment__contact", "evaluation__contact_on", "value", "evaluation"
    )
    return list({contact: Marked(on, value, key) for contact, on, value, key in reversed(told)}.values())[::-1]


def change_between(item: Item, before: Iterable[Marked], after: Iterable[Marked], *, heard: Iterable[str]) -> Told:
    """`heard`: the marks of what gave rise to it, drawn or not; they say whether it was chosen for a low mark."""
    card = card_of(item.section.scorecard)
    values = ([one.value for one in some] for some in (before, after))
    return told_of(card, card.by_code[item.code], *values, heard=list(heard))
