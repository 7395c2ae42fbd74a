"""Once an hour the readers of notices in force are looked through: who came, who left, who went on leave."""

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.bulletins.actions import close_spot_test, follow_readers
from hengcai.bulletins.models import SpotTest
from hengcai.bulletins.queries.notices import bulletins_to_follow
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step

JOB = "follow-bulletins"
AN_HOUR = 3600
DONE = Progress(1, 1, is_finished=True)


@step(JOB)
def follow_step(_target: int) -> Progress:
    follow_all()
    return DONE


def follow_all() -> None:
    """Tests whose last day is over end; what is withdrawn meanwhile is passed over by the action."""
    for test in SpotTest.objects.filter(state=SpotTest.State.OPEN, closes_on__lt=clock.today()):
        close_spot_test(test, by=system_user())
    for bulletin in bulletins_to_follow():
        follow_readers(bulletin, by=system_user())


def ask_to_follow() -> None:
    """Called every minute: once an hour, whoever asks how often."""
    hour = int(clock.now().timestamp() // AN_HOUR)
    if Job.objects.filter(kind=JOB, target__gte=hour).exists():
        return
    Job.objects.filter(kind=JOB, state=Job.State.DONE).delete()
    enqueue(JOB, hour, by=system_user().pk)
