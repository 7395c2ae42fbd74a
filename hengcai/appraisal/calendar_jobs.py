"""Steps of work of the calendar of cycles: laying out once a day, moments when they have come."""

import logging

from hengcai.accounts.models import system_user
from hengcai.appraisal.actions.calendar import lay_out_cycle, pass_deadline
from hengcai.appraisal.laying_out import next_period
from hengcai.appraisal.models import CycleTemplate
from hengcai.appraisal.moments import due_now
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, enqueue_once, step

LAY_OUT_JOB, DEADLINES_JOB, KEPT_DAYS = "lay-out-cycles", "pass-deadlines", 7
log = logging.getLogger(__name__)


@step(LAY_OUT_JOB)
def lay_out_step(_target: int) -> Progress:
    """One cycle a step. A template that cannot lay out now, for want of a policy in force, stands in nobody's way."""
    today, left = clock.today(), 0
    for template in CycleTemplate.objects.filter(is_on=True).order_by("pk"):
        if next_period(template, today=today) is None:
            continue
        try:
            lay_out_cycle(template, by=system_user())
        except NotNow as refusal:
            log.warning("template %s: %s", template.kind, refusal.code)
        else:
            left += 1
    return Progress(0, left, is_finished=not left)


@step(DEADLINES_JOB)
def deadlines_step(_target: int) -> Progress:
    """The oldest that is due; killed at any moment, the next step finds what has not fired."""
    due = due_now().select_related("cycle__template").first()
    if due is not None:
        pass_deadline(due, by=system_user())
    return Progress(0, 0, is_finished=due is None)


def ask_for_calendar() -> None:
    """Called every minute: cycles are laid out once a day, moments fire when they have come."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=LAY_OUT_JOB, target__gte=day).exists():
        Job.objects.filter(kind=LAY_OUT_JOB, target__lt=day - KEPT_DAYS, state=Job.State.DONE).delete()
        enqueue(LAY_OUT_JOB, day, by=system_user().pk)
    if due_now().exists():
        enqueue_once(DEADLINES_JOB, 0, by=system_user().pk)
