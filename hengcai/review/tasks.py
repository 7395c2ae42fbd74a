"""Once a day everybody who has cards to answer finds them in their inbox."""

from datetime import date

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.people.queries import staff_on
from hengcai.review import duties
from hengcai.review.models import Card

JOB = "ask-for-reviews"


@step(JOB)
def ask_step(target: int) -> Progress:
    """`target`: the day it was asked on."""
    bring_up(date.fromordinal(target))
    return Progress(1, 1, is_finished=True)


def bring_up(day: date) -> int:
    """With how many people."""
    due = Card.objects.filter(state=Card.State.ACTIVE, due_on__lte=day).values("person")
    people = list(staff_on(day).filter(pk__in=due, user__isnull=False))
    duties.due_now(people, day)
    return len(people)


def ask_for_reviews() -> None:
    """Called every minute: once a day, whoever asks how often."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=JOB, target__gte=day).exists():
        enqueue(JOB, day, by=system_user().pk)
