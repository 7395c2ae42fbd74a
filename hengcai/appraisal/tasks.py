"""Long work of the embedded worker; also where this package's kinds of file announce themselves."""

from hengcai.accounts.models import User, system_user
from hengcai.appraisal import calendar_jobs, undoing  # noqa: F401 - steps of work; what hangs on an import
from hengcai.appraisal.actions import acknowledgements, policies, procedure, publication
from hengcai.appraisal.actions.corrections import open_corrections
from hengcai.appraisal.actions.results import JOB, compute_fairness, compute_part, sum_up_teams
from hengcai.appraisal.kinds import marks, ratings  # noqa: F401 - each registers its kind
from hengcai.appraisal.models import Cycle, Policy, Publication
from hengcai.appraisal.policy_duties import all_to_sign
from hengcai.appraisal.standing import overtaken
from hengcai.base import clock
from hengcai.base.collecting import put_off
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.quality.actions.evaluations import OVERTAKEN_JOB

AT_ONCE = 500
SIGN_JOB = "ask-to-sign"


@step(procedure.JOB)
def begin_policy_step(policy_id: int) -> Progress:
    """On the day that was announced; what was withdrawn, or has begun, is left alone."""
    due = Policy.objects.filter(pk=policy_id, state=Policy.State.ANNOUNCED, in_force_from__lte=clock.today())
    for one in due:
        policies.publish_policy(one, by=system_user(), today=clock.today())
    return Progress(1, 1, is_finished=True)


@step(SIGN_JOB)
def ask_to_sign_step(_day: int) -> Progress:
    for one in all_to_sign():
        acknowledgements.ask_joiners(one, by=system_user(), today=clock.today())
    return Progress(1, 1, is_finished=True)


def ask_joiners_to_sign() -> None:
    """Called every minute: once a day, whoever asks how often."""
    day = clock.today().toordinal()
    if all_to_sign().exists() and not Job.objects.filter(kind=SIGN_JOB, target=day).exists():
        enqueue(SIGN_JOB, day, by=system_user().pk)


@step(publication.JOB)
@put_off()
def publish_step(cycle_id: int) -> Progress:
    """What two people wanted, once the time to take it back is over; what was taken back, or is out, is left alone."""
    due = Publication.objects.filter(cycle=cycle_id, outcome=Publication.Outcome.OPEN, effective_at__lte=clock.now())
    for one in due.select_related("cycle"):
        publication.publish_cycle(one.cycle, by=system_user())
    return Progress(1, 1, is_finished=True)


@step(OVERTAKEN_JOB)
def open_corrections_step(_target: int) -> Progress:
    """Of published months and years; what rests on older marks, or older results, is opened once."""
    for cycle in Cycle.objects.filter(kind__in=(Cycle.Kind.MONTH, Cycle.Kind.YEAR), state=Cycle.State.PUBLISHED):
        if overtaken(cycle).filter(correction=None).exists():
            open_corrections(cycle, by=system_user())
    return Progress(1, 1, is_finished=True)


@step(JOB)
@put_off()
def compute_step(cycle_id: int) -> Progress:
    """The next participants in the order of their row numbers; the job's own count is the cursor."""
    job = Job.objects.filter(kind=JOB, target=cycle_id, state=Job.State.QUEUED).order_by("pk")[0]
    cycle = Cycle.objects.select_related("policy").get(pk=cycle_id)
    keys, total = cycle.participants.order_by("pk").values_list("pk", flat=True), cycle.participants.count()
    part = list(keys[job.done_count : job.done_count + AT_ONCE])
    by = User.objects.get(pk=job.asked_by)
    cycle = compute_part(cycle, by=by, participants=part)
    done = job.done_count + len(part)
    is_finished = done >= total
    if is_finished:
        compute_fairness(cycle, by=by)
    return Progress(done, total, is_finished=is_finished)


@step("sum-up-teams")
def sum_up_step(cycle_id: int) -> Progress:
    """For cycles computed before their sums were kept."""
    sum_up_teams(Cycle.objects.get(pk=cycle_id), by=system_user())
    return Progress(1, 1, is_finished=True)
