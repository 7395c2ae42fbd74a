"""Once a day: pairs whose last day has come are to be ended, permits that run out are to be renewed."""

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.mentoring.actions import look_after_mentoring

JOB = "look-after-mentoring"


@step(JOB)
def look_after_step(_target: int) -> Progress:
    look_after_mentoring(the_centre(), by=system_user(), today=clock.today())
    return Progress(1, 1, is_finished=True)


def ask_to_look_after() -> None:
    """Called every minute; once a day is enough."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=JOB, target__gte=day).exists():
        enqueue(JOB, day, by=system_user().pk)
