"""What is to be reviewed today stands in the inbox for that day alone."""

from collections.abc import Iterable
from datetime import date

from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.models import Person
from hengcai.review.models import Answer, Card
from hengcai.review.rules.scheduling import left_today

TODAY, PERSON = "review.today", "people.person"
register(Kind(TODAY, PERSON, "review-today", "review-today", lapses=True))


def due_now(people: Iterable[Person], day: date) -> None:
    """Who has nothing to answer this day keeps none from an earlier one."""
    rows = [one for one in people if one.user_id]
    settle_duties(TODAY, [one.pk for one in rows])
    open_duties(TODAY, [Owed(one.user_id, one.pk, day) for one in rows if one.user_id])


def answered(person: Person, day: date) -> None:
    """Settled with the last card of the day, or when enough were answered."""
    done = Answer.objects.filter(card__person=person, on=day).count()
    waiting = Card.objects.filter(person=person, state=Card.State.ACTIVE, due_on__lte=day)
    if not left_today(done) or not waiting.exists():
        settle_duties(TODAY, [person.pk])
