"""Long work of the embedded worker; also where this package's own kinds of file announce themselves."""

from contextlib import closing

from hengcai.accounts.models import User, system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.errors import NotValid, Refusal
from hengcai.interactions.actions.drafts import fail_check, keep_check
from hengcai.interactions.actions.operations import count_operations
from hengcai.interactions.actions.recordings import keep_copies, keep_looks, keep_speech, refuse_recording
from hengcai.interactions.actions.undoing import undo_some
from hengcai.interactions.checking import check
from hengcai.interactions.compaction import compact_some, sweep
from hengcai.interactions.drafting import is_small, run_of
from hengcai.interactions.importing import import_chunk
from hengcai.interactions.kinds import complaint_records, complaints, contacts, measures, people, praise, tickets, time  # noqa: F401 - each registers its kind
from hengcai.interactions.models import ImportDraft, ImportRun
from hengcai.interactions.queries import moments_to_cover
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.recordings import PREPARE, found_speech, looked_at, made_playable
from hengcai.interactions.recordings import sweep as sweep_recordings
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, enqueue_once, step

COUNT = "count-operations"
COUNTED_FROM = frozenset({"contacts", "complaints", "complaint-records"})


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
        if run.kind in COUNTED_FROM:
            enqueue_once(COUNT, 0, by=by.pk)
    return Progress(progress.done_count, progress.total_count, is_finished=is_tidy)


def queue_undo(run: ImportRun, *, by: User) -> Job:
    waiting = Job.objects.filter(kind="undo_import", target=run.pk, state=Job.State.QUEUED).first()
    return waiting or enqueue("undo_import", run.pk, by=by.pk, total_count=run.added_count)


def check_draft(draft: ImportDraft, *, by: User) -> ImportDraft:
    """At once where the file is small, otherwise behind."""
    if draft.state != ImportDraft.State.CHECKING:
        return draft
    if not is_small(draft):
        enqueue("check_import", draft.pk, by=by.pk)
        return draft
    while draft.state == ImportDraft.State.CHECKING:
        check_some(draft, by=by)
    return draft


def check_some(draft: ImportDraft, *, by: User) -> None:
    try:
        with closing(check(run_of(draft), by=by)) as chunks:
            keep_check(draft, by=by, checked=next(chunks))
    except Refusal as refusal:
        fail_check(draft, by=by, refusal=refusal)


@step("check_import")
def check_step(draft_id: int) -> Progress:
    """One chunk; a draft that was taken, thrown away or is no longer being checked has nothing left to do."""
    draft = ImportDraft.objects.filter(pk=draft_id).first()
    if draft is None:
        return Progress(0, 0, is_finished=True)
    if draft.state == ImportDraft.State.CHECKING:
        check_some(draft, by=User.objects.get(pk=draft.made_by))
    read = draft.counts.get("read", 0)
    return Progress(read, read, is_finished=draft.state != ImportDraft.State.CHECKING)


@step("undo_import")
def undo_step(run_id: int) -> Progress:
    """Some rows out; the last step takes what was made beside them and sweeps the lake."""
    run = ImportRun.objects.get(pk=run_id)
    job = Job.objects.filter(kind="undo_import", target=run_id, state=Job.State.QUEUED).order_by("pk")[0]
    undo_some(run, by=User.objects.get(pk=job.asked_by))
    run.refresh_from_db()
    is_finished = run.state != ImportRun.State.UNDOING
    if is_finished:
        sweep()
        sweep_recordings()
    return Progress(run.undone_count, max(run.added_count, run.undone_count), is_finished=is_finished)


def undo_whole(run: ImportRun, *, by: User) -> None:
    """Step after step at once, for who waits for it."""
    while run.state == ImportRun.State.UNDOING:
        undo_some(run, by=by)
        run.refresh_from_db()
    sweep()


@step(PREPARE)
def prepare_step(recording_id: int) -> Progress:
    """Its looks, then what is played, then where somebody speaks; a recording that is gone has nothing left to do."""
    recording = Recording.objects.filter(pk=recording_id).select_related("contact__agent").first()
    if recording is None or recording.is_settled:
        return Progress(1, 1, is_finished=True)
    job = Job.objects.filter(kind=PREPARE, target=recording_id, state=Job.State.QUEUED).order_by("pk")[0]
    prepare_some(recording, by=User.objects.get(pk=job.asked_by))
    done = sum(map(bool, (recording.peaks, recording.state == Recording.State.READY, recording.is_settled)))
    return Progress(done, 3, is_finished=recording.is_settled)


def prepare_some(recording: Recording, *, by: User) -> None:
    """One step of it; what cannot be used says why, and what was there before stays."""
    try:
        if not recording.peaks:
            keep_looks(recording, by=by, found=looked_at(recording))
        elif recording.state == Recording.State.WAITING:
            keep_copies(recording, by=by, made=made_playable(recording, moments_to_cover(recording)))
        else:
            keep_speech(recording, by=by, name=found_speech(recording))
    except NotValid as refusal:
        refuse_recording(recording, by=by, refusal=refusal)


def prepare_whole(recording: Recording, *, by: User) -> Recording:
    """Step after step at once, for who waits for it."""
    while not recording.is_settled:
        prepare_some(recording, by=by)
    return recording


@step(COUNT)
def count_operations_step(_target: int) -> Progress:
    """The newest months as a whole: a hundred thousand contacts are a few seconds' work."""
    count_operations(the_centre(), by=system_user(), today=clock.today())
    return Progress(1, 1, is_finished=True)


def ask_for_operations() -> None:
    """Called every minute: once a day, whoever asks how often."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=COUNT, target__gte=day).exists():
        enqueue(COUNT, day, by=system_user().pk)
