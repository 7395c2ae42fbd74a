"""One's cards of a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.review import permissions
from hengcai.review.models import Answer, Card
from hengcai.review.rules.scheduling import left_today


@dataclass(frozen=True)
class Today:
    """`cards`: what is left of this day, the longest overdue first; `waiting`: what comes another day, being too many."""

    cards: list[Card]
    done: int
    waiting: int
    next_on: date | None

    @property
    def total(self) -> int:
        return self.done + len(self.cards)


def own_cards(user: Doer) -> QuerySet[Card]:
    return permissions.REVIEW.rows(Card.objects.filter(state=Card.State.ACTIVE, person__user=user.pk), user)


def own_answers(user: Doer) -> QuerySet[Answer]:
    return Answer.objects.filter(card__person__user=user.pk).select_related("card")


def today_of(user: Doer, day: date) -> Today:
    done = own_answers(user).filter(on=day).count()
    due = own_cards(user).filter(due_on__lte=day).order_by("due_on", "pk")
    left = left_today(done)
    cards, n = list(due[:left]), due.count()
    later = own_cards(user).filter(due_on__gt=day).order_by("due_on").values_list("due_on", flat=True).first()
    return Today(cards, done, n - len(cards), later)
