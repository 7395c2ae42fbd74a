"""Takes queued work step by step. Killed at any moment, the next worker goes on at the cursor."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import close_old_connections, transaction
from django.db.models import Q
from django.utils import timezone

from hengcai.base.errors import Refusal
from hengcai.jobs.models import Job

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=30)
IDLE_SECONDS = 1.0
MINUTE_SECONDS = 60.0
ATTEMPTS = 3


@dataclass(frozen=True)
class Progress:
    done_count: int
    total_count: int
    is_finished: bool


Step = Callable[[int], Progress]
STEPS: dict[str, Step] = {}


def step(kind: str) -> Callable[[Step], Step]:
    """Registers the function that does one chunk of this kind of work, given the target's id."""

    def register(function: Step) -> Step:
        STEPS[kind] = function
        return function

    return register


def enqueue(kind: str, target: int, *, by: int, total_count: int = 0, not_before: datetime | None = None) -> Job:
    """Work for a later hour is held by a lease that runs out then."""
    return Job.objects.create(kind=kind, target=target, asked_by=by, total_count=total_count, lease_until=not_before)


def call_off(kind: str, target: int) -> None:
    """Nothing is left to do for whoever might still take it up."""
    Job.objects.filter(kind=kind, target=target, state=Job.State.QUEUED).update(state=Job.State.DONE, lease_until=None)


def enqueue_once(kind: str, target: int, *, by: int) -> Job:
    """One that nobody has begun yet will see what was written just now; one under way may not."""
    waiting = Job.objects.filter(kind=kind, target=target, state=Job.State.QUEUED, lease_until__isnull=True).first()
    return waiting or enqueue(kind, target, by=by)


def enqueue_all(kind: str, targets: Iterable[int], *, by: int) -> None:
    """For many at once; those that wait already are not queued twice."""
    waiting = set(Job.objects.filter(kind=kind, state=Job.State.QUEUED).values_list("target", flat=True))
    new = [Job(kind=kind, target=target, asked_by=by) for target in targets if target not in waiting]
    Job.objects.bulk_create(new, batch_size=1_000)


def hold(kind: str, target: int) -> None:
    """Said now and then within a step that takes longer than a lease."""
    held = Job.objects.filter(kind=kind, target=target, state=Job.State.QUEUED, lease_until__isnull=False)
    held.update(lease_until=timezone.now() + LEASE)


def take() -> Job | None:
    """The oldest job nobody holds, with a fresh lease; None when there is nothing to do."""
    now = timezone.now()
    with transaction.atomic():
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        waiting = Job.objects.select_for_update(skip_locked=True).filter(free, state=Job.State.QUEUED)
        job = waiting.order_by("id").first()
        if job:
            job.lease_until = now + LEASE
            job.attempt_count += 1
            job.save(update_fields=["lease_until", "attempt_count"])
    return job


def work_once() -> bool:
    """One step of one job; True when there was something to do."""
    job = take()
    if job is None:
        return False
    try:
        progress = STEPS[job.kind](job.target)
    except Refusal as refusal:
        _fail(job, {"code": refusal.code, "facts": {key: str(value) for key, value in refusal.facts.items()}})
    except Exception:
        log.exception("job %s failed", job.pk)
        if job.attempt_count >= ATTEMPTS:
            _fail(job, {"code": "jobs.broken", "facts": {}})
    else:
        _advance(job, progress)
    return True


def _advance(job: Job, progress: Progress) -> None:
    job.done_count, job.total_count = progress.done_count, progress.total_count
    job.state = Job.State.DONE if progress.is_finished else Job.State.QUEUED
    job.lease_until, job.attempt_count = None, 0
    job.save()


def _fail(job: Job, message: dict[str, object]) -> None:
    job.state, job.message, job.lease_until = Job.State.FAILED, message, None
    job.save()


def work(*, until: Callable[[], bool], meanwhile: Callable[[], None] | None = None) -> None:
    """Step after step, resting where there is nothing to do, until told to end; never ends within a step.

    `meanwhile` is called once a minute, for what is due by the clock.
    """
    due = time.monotonic()
    while not until():
        close_old_connections()
        if meanwhile and time.monotonic() >= due:
            meanwhile()
            due = time.monotonic() + MINUTE_SECONDS
        try:
            busy = work_once()
        except Exception:  # the database may be locked or away: say so and go on
            log.exception("worker")
            busy = False
        if not busy:
            time.sleep(IDLE_SECONDS)
