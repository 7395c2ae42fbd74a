"""Work of the worker: silences are noted and answered records archived once a day; the archive is read when asked for."""

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.base.collecting import put_off
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.records import rounds
from hengcai.records.actions import archive_records, note_check, note_silences
from hengcai.records.actions.checks import CHECK_JOB
from hengcai.records.models import Check
from hengcai.records.queries.archives import read_files

ROUND_JOB = "round-records"
FILES_AT_ONCE = 5


@step(ROUND_JOB)
def round_step(_day: int) -> Progress:
    """Killed at any moment, the next step finds what is left: each chunk is one transaction."""
    count = _one_chunk()
    return Progress(0, count, is_finished=not count)


@step(CHECK_JOB)
def check_step(check_id: int) -> Progress:
    """A few files at a time; killed, the next step goes on behind the last that was noted."""
    check = Check.objects.get(pk=check_id)
    if check.finished_at is None:
        found, after = read_files(check.after, count=FILES_AT_ONCE)
        check = note_check(check, by=system_user(), found=found, after=after)
    return Progress(check.files, 0, is_finished=check.finished_at is not None)


@put_off()
def _one_chunk() -> int:
    today, by = clock.today(), system_user()
    if batch := rounds.to_silence(today):
        return len(note_silences(batch, by=by, today=today))
    if batch := rounds.to_archive(today):
        archive_records(batch, by=by, today=today)
    return len(batch)


def ask_for_records_round() -> None:
    """Called every minute: one round a day, however long nobody asked."""
    day = clock.today().toordinal()
    if Job.objects.filter(kind=ROUND_JOB, target__gte=day).exists():
        return
    Job.objects.filter(kind=ROUND_JOB, state=Job.State.DONE, target__lt=day).delete()
    enqueue(ROUND_JOB, day, by=system_user().pk)


def round_to_its_end() -> int:
    """All that is to be done now, for the command line and the demo."""
    done = 0
    while count := _one_chunk():
        done += count
    return done
