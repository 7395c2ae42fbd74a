"""Long work of the embedded worker; also where this package's own kinds of file announce themselves."""

from hengcai.accounts.models import User
from hengcai.interactions.compaction import compact_some, sweep
from hengcai.interactions.importing import import_chunk
from hengcai.interactions.kinds import complaints, contacts, measures, people  # noqa: F401 - each registers its kind
from hengcai.interactions.models import ImportRun
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step


def queue_import(run: ImportRun, *, by: User) -> Job:
    """Once, however often the same file is sent."""
    waiting = Job.objects.filter(kind="import", target=run.pk, state=Job.State.QUEUED).first()
    return waiting or enqueue("import", run.pk, by=by.pk, total_count=run.total_count)


@step("import")
def import_step(run_id: int) -> Progress:
    """One chunk; after the last one, the day folders are tidied, one a step."""
    run = ImportRun.objects.get(pk=run_id)
    by = User.objects.get(pk=run.started_by)
    progress = import_chunk(run, by=by)
    if not progress.is_finished:
        return progress
    is_tidy = not compact_some(run, by=by)
    if is_tidy:
        sweep()
    return Progress(progress.done_count, progress.total_count, is_finished=is_tidy)
