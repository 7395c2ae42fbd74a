"""Once a day: certificates that expire are brought to mind."""

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.training.actions import remind_of_certificates

JOB = "remind-of-certificates"


@step(JOB)
def remind_step(_target: int) -> Progress:
    remind_of_certificates(the_centre(), by=system_user(), today=clock.today())
    return Progress(1, 1, is_finished=True)


def ask_to_remind() -> None:
    """Called every minute; once a day is enough."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=JOB, target__gte=day).exists():
        enqueue(JOB, day, by=system_user().pk)
