"""Runs an import: reads a chunk, prepares it, takes it in, until the file ends. Killed anywhere, it goes on there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.conf import settings
from django.db import transaction

from hengcai.accounts.models import User
from hengcai.base.errors import NotNow, Refusal
from hengcai.base.tables.rows import BadRow
from hengcai.interactions import files
from hengcai.interactions.actions.importing import fail_import, reject_of, take_in
from hengcai.interactions.files import Batch, FileToImport
from hengcai.interactions.kinds.registry import Chunk, MovedOnError, Outcome, handler_of
from hengcai.interactions.models import ImportRun, Reject
from hengcai.jobs.worker import Progress

ATTEMPTS = 5


def import_chunk(run: ImportRun, *, by: User) -> Progress:
    """One chunk in one transaction. What is wrong with the file as a whole ends the run and is raised."""
    run.refresh_from_db()
    if run.state == ImportRun.State.RUNNING:
        try:
            _one_chunk(run, by)
        except Refusal as refusal:
            files.put_away(run.pk)
            fail_import(run, by=by, refusal=refusal)
            forget_upload(run)
            raise
        except BaseException:
            files.put_away(run.pk)
            raise
    if run.state == ImportRun.State.DONE:
        forget_upload(run)
    return progress_of(run)


def uploads() -> Path:
    """Where a file sent in through a page waits until its rows are in."""
    return Path(settings.HOME) / "imports"


def forget_upload(run: ImportRun) -> None:
    folder = Path(run.path).parent
    if folder.parent == uploads().resolve():
        Path(run.path).unlink(missing_ok=True)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def import_whole(run: ImportRun, *, by: User) -> Iterator[Progress]:
    """Chunk after chunk, with where it stands after each."""
    progress = progress_of(run)
    while not progress.is_finished:
        progress = import_chunk(run, by=by)
        yield progress


def progress_of(run: ImportRun) -> Progress:
    is_finished = run.state != ImportRun.State.RUNNING
    total = run.total_count if is_finished else files.expected_rows(run)
    return Progress(run.read_count, max(total, run.read_count), is_finished)


def _one_chunk(run: ImportRun, by: User) -> None:
    with collector_at_rest():
        batch = files.next_batch(run)
        for _attempt in range(ATTEMPTS):
            try:
                take_in(run, by=by, batch=batch, chunk=_chunk(run, batch, by))
            except MovedOnError:
                continue
            except NotNow as refusal:
                _give_way(run, refusal)
            return
    raise NotNow("import.too_busy", file=run.file_name)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """A chunk makes half a million objects and no cycles: looking for some costs a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _give_way(run: ImportRun, refusal: NotNow) -> None:
    """Another process took this chunk in; what it left is where this one looks next."""
    if refusal.code != "import.moved_on":
        raise refusal
    files.put_away(run.pk)
    run.refresh_from_db()


def _chunk(run: ImportRun, batch: Batch, by: User) -> Chunk:
    used = files.columns_used(run.kind, run.mapping)
    chunk = Chunk(batch.rows, by, run.options, run.chunk_count, run.pk, columns_used=used, block=batch.block)
    return _prepared(chunk, run.kind)


def _prepared(chunk: Chunk, kind: str) -> Chunk:
    prepare = handler_of(kind).prepare
    return replace(chunk, prepared=prepare(chunk)) if prepare else chunk


@dataclass
class Trial:
    """What an import would do, without doing it: every chunk is rolled back."""

    run: ImportRun
    seen: dict[str, str] = field(default_factory=dict)
    read_count: int = 0
    outcome: Outcome = field(default_factory=Outcome)


def try_file(file: FileToImport, *, by: User) -> Iterator[tuple[Trial, list[Reject]]]:
    """After each chunk: the counts so far and the rows of that chunk that would be rejected."""
    handler_of(file.kind).permission.enter([], by)
    trial = Trial(ImportRun(kind=file.kind, path=str(file.path), mapping=file.mapping, options=file.options))
    reader = files.Reader(trial.run)
    try:
        is_last = False
        while not is_last:
            batch = reader.batch()
            is_last = batch.is_last
            bad = batch.bad + _try_chunk(trial, batch, by)
            yield trial, [reject_of(trial.run, one) for one in bad]
    finally:
        reader.close()


def _try_chunk(trial: Trial, batch: Batch, by: User) -> list[BadRow]:
    used = files.columns_used(trial.run.kind, trial.run.mapping)
    chunk = Chunk(batch.rows, by, trial.run.options, is_dry=True, columns_used=used, seen=trial.seen, block=batch.block)
    with transaction.atomic():
        outcome = handler_of(trial.run.kind).apply(_prepared(chunk, trial.run.kind))
        transaction.set_rollback(True)
    total = trial.outcome
    trial.read_count += batch.count
    total.added += outcome.added
    total.updated += outcome.updated
    total.passed_over += outcome.passed_over
    for what, names in outcome.made.items():
        total.made[what] = sorted({*total.made.get(what, []), *names})
    return [BadRow(row.number, row.original, refusal) for row, refusal in outcome.rejects]
