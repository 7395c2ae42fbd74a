"""Long work of the embedded worker."""

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.jobs.worker import Progress, step
from hengcai.quality.actions.evaluations import SUMS_JOB
from hengcai.quality.actions.months import sum_up_months


@step(SUMS_JOB)
def sum_up_step(_target: int) -> Progress:
    """All at once: sums of a few hundred thousand scores are a second's work."""
    sum_up_months(the_centre(), by=system_user(), today=clock.today())
    return Progress(1, 1, is_finished=True)
