"""Long work of the embedded worker."""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.accounts.models import User, system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.days import months_back
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.quality.actions.evaluations import SUMS_JOB
from hengcai.quality.actions.measures import collect_causes, sum_up_measures
from hengcai.quality.actions.missing import missing, open_missing_duties
from hengcai.quality.actions.months import sum_up_months
from hengcai.quality.actions.picks import give_picks, waiting
from hengcai.quality.actions.plan_work import assign_draw, compare_next, keep_estimates
from hengcai.quality.actions.plans import draw_next, draw_week
from hengcai.quality.assigning_models import PlanComparison
from hengcai.quality.drawing import contacts_of, read_text
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.plan_jobs import (
    ASSIGN_JOB,
    COMPARE_JOB,
    DRAW_JOB,
    ESTIMATE_JOB,
    RUN_JOB,
    assigning_job,
    rounds_due,
)
from hengcai.quality.queries.estimated import counted
from hengcai.quality.rules.sampling.rounds import Round, is_over, weeks

COUNT_JOB, FILL_JOB = "count-measures", "fill-inboxes"
COLLECTED_FROM = 8  # day of a month, by when what the month before was scored is published
HOUR = time(1)  # of a Monday: the week is over and the night's imports are not yet at work


@step(SUMS_JOB)
def sum_up_step(_target: int) -> Progress:
    """All at once: sums of a few hundred thousand scores are a second's work."""
    sum_up_months(the_centre(), by=system_user(), today=clock.today())
    _count()
    return Progress(1, 1, is_finished=True)


@step(COUNT_JOB)
def count_step(_target: int) -> Progress:
    """Every night: what was rechecked, decided or answered since changes the months' measures."""
    _count()
    return Progress(1, 1, is_finished=True)


def _count() -> None:
    today, by = clock.today(), system_user()
    if today.day >= COLLECTED_FROM:
        collect_causes(the_centre(), by=by, month=months_back(today, 2), today=today)
    sum_up_measures(the_centre(), by=by, today=today)
    if not Job.objects.filter(kind=COUNT_JOB, state=Job.State.QUEUED, lease_until__gt=clock.now()).exists():
        night = datetime.combine(today + timedelta(days=1), HOUR, ZoneInfo(settings.TIME_ZONE))
        enqueue(COUNT_JOB, 0, by=by.pk, not_before=night)


@step(FILL_JOB)
def fill_step(_target: int) -> Progress:
    """Nothing is written, and no entry made, where nothing is missing."""
    if missing():
        open_missing_duties(the_centre(), by=system_user())
    return Progress(1, 1, is_finished=True)


def ask_for_duties() -> None:
    """Called every minute: once a day, and so soon after an upgrade."""
    today = clock.today().toordinal()
    if Job.objects.filter(kind=FILL_JOB, target__gte=today).exists():
        return
    Job.objects.filter(kind=FILL_JOB, state=Job.State.DONE).delete()
    enqueue(FILL_JOB, today, by=system_user().pk)


@step(RUN_JOB)
def run_plan_step(target: int) -> Progress:
    """Draws one week that came due, or gives out some picks; with nothing left to do, rests until next Monday."""
    plan, by, today = SamplingPlan.objects.filter(pk=target).first(), system_user(), clock.today()
    if plan is None or plan.state != SamplingPlan.State.RUNNING:
        return Progress(1, 1, is_finished=True)
    left = waiting(plan).count()
    if left:
        give_picks(plan, by=by, today=today)
        return Progress(0, left, is_finished=False)
    if _draw_one(plan, by, today):
        return Progress(0, 1, is_finished=False)
    enqueue(RUN_JOB, plan.pk, by=by.pk, not_before=_next_monday(today))
    return Progress(1, 1, is_finished=True)


@step(DRAW_JOB)
def draw_plan_step(target: int) -> Progress:
    """A round at a time, each kept before the next."""
    plan, today = SamplingPlan.objects.filter(pk=target).first(), clock.today()
    if plan is None or plan.state != SamplingPlan.State.DRAWN:
        return Progress(1, 1, is_finished=True)
    if rounds_due(plan, today):
        draw_next(plan, by=system_user(), today=today)
    left, done = len(rounds_due(plan, today)), plan.draws.count()
    return Progress(done, done + left, is_finished=not left)


@step(ASSIGN_JOB)
def assign_plan_step(target: int) -> Progress:
    """A draw at a time; one begun by a worker that was killed is assigned once more, the same."""
    plan = SamplingPlan.objects.filter(pk=target).first()
    job = assigning_job(plan) if plan else None
    total = plan.draws.count() if plan else 0
    if plan is None or job is None or plan.state != SamplingPlan.State.DRAWN or job.done_count >= total:
        return Progress(total, total, is_finished=True)
    assign_draw(plan, by=system_user(), number=job.done_count, today=clock.today())
    return Progress(job.done_count + 1, total, is_finished=job.done_count + 1 >= total)


@step(ESTIMATE_JOB)
def estimate_plan_step(target: int) -> Progress:
    """All at once: twenty thousand scored contacts take a tenth of a second."""
    plan = SamplingPlan.objects.filter(pk=target).first()
    if plan:
        keep_estimates(plan, by=system_user(), lines=[asdict(one) for one in counted(plan)])
    return Progress(1, 1, is_finished=True)


@step(COMPARE_JOB)
def compare_plan_step(target: int) -> Progress:
    """A draw at a time."""
    found = PlanComparison.objects.filter(pk=target, done_at=None).first()
    if found is None:
        return Progress(1, 1, is_finished=True)
    compare_next(found, by=system_user())
    return Progress(len(found.lines), found.plan.draws.count(), is_finished=found.done_at is not None)


def _draw_one(plan: SamplingPlan, by: User, today: date) -> bool:
    read = read_text(plan.text)
    due = [week for week in weeks(read) if is_over(week, read, today)] if plan.is_weekly else [None]
    for week in due:
        last = plan.draws.filter(week=week).order_by("-number").first()
        if last is None or contacts_of(plan, Round(week), after=last.up_to).exists():
            draw_week(plan, by=by, week=week, today=today)
            return True
    return False


def _next_monday(today: date) -> datetime:
    monday = today + timedelta(days=7 - today.weekday())
    return datetime.combine(monday, HOUR, ZoneInfo(settings.TIME_ZONE))
