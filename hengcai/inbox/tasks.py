"""The round of the worker: once an hour, a chunk a step."""

from dataclasses import dataclass
from datetime import timedelta

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.inbox import rounds
from hengcai.inbox.actions import escalate_duties, lapse_duties, remind_duties
from hengcai.inbox.channels.sending import due, send_one
from hengcai.inbox.models import Notice
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, enqueue_once, step
from hengcai.people.queries.calendar import the_calendar

ROUND_JOB, SEND_JOB = "go-round", "send-notices"
RECEIPTS_KEPT = timedelta(days=90)
KEPT = timedelta(days=7)  # that long the rounds gone can be looked up


@step(ROUND_JOB)
def go_round(_target: int) -> Progress:
    """Killed at any moment, the next step finds what is left: each chunk is one transaction, and what was said is noted
    in the row it was said of."""
    count = _one_chunk(Done())
    return Progress(0, count, is_finished=not count)


def _one_chunk(done: "Done") -> int:
    """How many were looked at; 0 when there is nothing left."""
    today, by, calendar = clock.today(), system_user(), the_calendar()
    if batch := rounds.to_lapse(today):
        done.lapsed += lapse_duties(batch, by=by, today=today)
    elif batch := rounds.to_remind(today, calendar):
        done.reminded += remind_duties(batch, by=by, today=today, calendar=calendar)
    elif batch := rounds.to_escalate(today, calendar):
        done.escalated += escalate_duties(batch, by=by, today=today, calendar=calendar)
    return len(batch)


def ask_for_round() -> None:
    """Called every minute: one round an hour, whoever asks how often, and however long nobody did."""
    hour = rounds.hour_of(clock.now())
    if Job.objects.filter(kind=ROUND_JOB, target__gte=hour).exists():
        return
    Job.objects.filter(kind=ROUND_JOB, state=Job.State.DONE, asked_at__lt=clock.now() - KEPT).delete()
    enqueue(ROUND_JOB, hour, by=system_user().pk)


@step(SEND_JOB)
def send_step(_target: int) -> Progress:
    """One parcel a step, so that no lease runs out; what was not taken is tried again when its time comes."""
    is_sent = send_one(clock.now())
    return Progress(0, 0, is_finished=not is_sent)


def ask_for_sending() -> None:
    """Called every minute."""
    now = clock.now()
    if due(now).exists():
        enqueue_once(SEND_JOB, 0, by=system_user().pk)
    Notice.objects.filter(made_at__lt=now - RECEIPTS_KEPT).exclude(sent_at=None, dropped="").delete()


@dataclass
class Done:
    lapsed: int = 0
    reminded: int = 0
    escalated: int = 0


def round_to_its_end() -> Done:
    """All that is to be done now, for the command line and the demo."""
    done = Done()
    while _one_chunk(done):
        pass
    return done
