"""Every night the way to everybody's next step is counted anew."""

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.growth.actions import count_outlooks
from hengcai.growth.models import Ladder, Outlook
from hengcai.growth.reading import climbers
from hengcai.jobs.worker import Progress, enqueue_all, step

JOB = "count-outlooks"
DONE = Progress(1, 1, is_finished=True)


@step(JOB)
def count_step(ladder_id: int) -> Progress:
    """A ladder that was replaced meanwhile has nobody on it any more."""
    ladder = Ladder.objects.filter(pk=ladder_id, state=Ladder.State.PUBLISHED).first()
    if ladder is not None:
        today = clock.today()
        count_outlooks(ladder, by=system_user(), persons=climbers(ladder, today=today), today=today)
    return DONE


def ask_to_count() -> None:
    """Called every minute; a ladder counted today is left alone."""
    today = clock.today()
    counted = Outlook.objects.filter(counted_on=today).values("ladder")
    due = Ladder.objects.filter(state=Ladder.State.PUBLISHED).exclude(pk__in=counted)
    keys = [one.pk for one in due if climbers(one, today=today)]
    if keys:
        enqueue_all(JOB, keys, by=system_user().pk)
