from datetime import timedelta

import pytest
from django.utils import timezone

from hengcai.base.errors import NotValid
from hengcai.jobs import worker
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step, take, work_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def counting():
    calls = []

    @step("count")
    def count(target):
        calls.append(target)
        return Progress(len(calls), 3, is_finished=len(calls) == 3)

    yield calls
    del worker.STEPS["count"]


def test_work_goes_on_step_by_step_until_done(counting):
    job = enqueue("count", 7, by=1)
    while work_once():
        pass
    job.refresh_from_db()
    assert (job.state, job.done_count, counting) == ("done", 3, [7, 7, 7])


def test_a_held_job_is_left_alone_and_an_expired_lease_is_taken_up(counting):
    enqueue("count", 7, by=1)
    assert take() is not None
    assert take() is None
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert take() is not None


def test_a_refusal_ends_the_job_with_its_reason():
    @step("refuse")
    def refuse(target):
        raise NotValid("tables.empty", file="x.csv")

    job = enqueue("refuse", 1, by=1)
    assert work_once()
    job.refresh_from_db()
    assert (job.state, job.message["code"]) == ("failed", "tables.empty")
    del worker.STEPS["refuse"]


def test_a_bug_is_tried_three_times_and_then_said(caplog):
    @step("break")
    def broken(target):
        raise ZeroDivisionError

    job = enqueue("break", 1, by=1)
    for _attempt in range(3):
        assert work_once()
        Job.objects.filter(state="queued").update(lease_until=None)
    job.refresh_from_db()
    assert (job.state, job.message["code"]) == ("failed", "jobs.broken")
    del worker.STEPS["break"]


def test_nothing_to_do_is_said(counting):
    assert work_once() is False


def test_what_is_due_by_the_clock_is_called_once_a_minute_however_busy_the_worker(monkeypatch):
    turns, called = iter([False, False, False, True]), []
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.0)
    worker.work(until=lambda: next(turns), meanwhile=lambda: called.append(1))
    assert called == [1]
