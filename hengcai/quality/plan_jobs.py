"""What of a sampling plan the worker does, and how far it is: running it, drawing it, assigning it again, counting what
was scored, drawing it again to compare."""

from datetime import date, timedelta

from django.db.models import QuerySet

from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.interactions.models import Contact
from hengcai.jobs.models import Job
from hengcai.quality.assigning_models import PlanComparison
from hengcai.quality.drawing import contacts_of, read_text
from hengcai.quality.drawn_models import Pick, SamplingPlan
from hengcai.quality.rules.sampling.rounds import Round, is_over, weeks

RUN_JOB, DRAW_JOB, COMPARE_JOB = "run-plan", "draw-plan", "compare-plan"
ASSIGN_JOB, ESTIMATE_JOB = "assign-plan", "estimate-plan"
LARGE = 20_000  # contacts of a plan’s days from which on the worker draws: fewer take less than half a second
MANY = 2_000  # picks from which on the worker assigns and counts: fewer take less than a fifth of a second
STALE = timedelta(minutes=15)


def is_large(plan: SamplingPlan) -> bool:
    rows: QuerySet[Contact] = contacts_of(plan, Round(), after=0)
    return rows[: LARGE + 1].count() > LARGE


def rounds_due(plan: SamplingPlan, today: date) -> list[Round]:
    """What is to be drawn by now and was not yet: the whole, or each week that is over."""
    read, drawn = read_text(plan.text), set(plan.draws.filter(number=0).values_list("week", flat=True))
    due = [week for week in weeks(read) if is_over(week, read, today)] if plan.is_weekly else [None]
    return [Round(week) for week in due if week not in drawn]


def drawing_job(plan: SamplingPlan) -> Job | None:
    """The latest, where the worker drew it or still does."""
    return Job.objects.filter(kind=DRAW_JOB, target=plan.pk).order_by("-pk").first()


def has_many(plan: SamplingPlan) -> bool:
    """Picks, not contacts: what is assigned and counted."""
    return Pick.objects.filter(draw__plan=plan)[: MANY + 1].count() > MANY


def assigning_job(plan: SamplingPlan) -> Job | None:
    """The latest, where the worker assigned it again or still does."""
    return Job.objects.filter(kind=ASSIGN_JOB, target=plan.pk).order_by("-pk").first()


def is_stale(plan: SamplingPlan) -> bool:
    """Whether what the worker counted of a large plan is to be counted again; not while it does."""
    if plan.estimated_at and clock.now() - plan.estimated_at < STALE:
        return False
    return not Job.objects.filter(kind=ESTIMATE_JOB, target=plan.pk, state=Job.State.QUEUED).exists()


def comparing_job(comparison: PlanComparison) -> Job | None:
    return Job.objects.filter(kind=COMPARE_JOB, target=comparison.pk).order_by("-pk").first()


def check_idle(plan: SamplingPlan) -> None:
    """What is still being drawn or assigned is neither assigned, started nor drawn again."""
    for code, job in (("drawn", drawing_job(plan)), ("assigned", assigning_job(plan))):
        if job and job.state == Job.State.QUEUED:
            raise NotNow(f"quality.plan_being_{code}")
