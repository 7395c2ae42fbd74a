"""A file on its way in: started once, taken in chunk by chunk, finished or failed once."""

import json
from typing import Any

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, Refusal
from hengcai.base.tables.rows import BadRow
from hengcai.interactions import permissions
from hengcai.interactions.files import Batch, FileToImport, column_in_file
from hengcai.interactions.kinds.registry import Chunk, Outcome, handler_of
from hengcai.interactions.models import Brought, ImportRun, Reject
from hengcai.interactions.unlogged import unlogged_action
from hengcai.people.queries.standing import digests_of

PLACES = ("row", "column", "file")
MOST_NAMED, LONGEST_NAMED = 500, 500
PERSON = "people.person"


@action(permissions.OF_ITS_KIND)
def start_import(centre: Centre, *, by: User, file: FileToImport) -> ImportRun:
    """The same file, not yet done, goes on where it stood; `path` may be another one by now."""
    handler_of(file.kind).permission.enter(centre, by)
    run = ImportRun.objects.filter(key=file.key, state__in=ImportRun.OPEN).first()
    run = run or ImportRun(kind=file.kind, key=file.key, started_by=by.pk, names_its_rows=True)
    run.path, run.file_name = str(file.path), file.path.name[:200]
    run.mapping, run.options, run.columns = file.mapping, file.options, list(file.columns)
    run.total_count, run.state, run.refusal = file.total_count, ImportRun.State.RUNNING, {}
    if file.sheet:
        run.summary["sheet"] = {"count": 1, "names": [file.sheet]}
    run.save()
    return run


@unlogged_action(permissions.OF_ITS_KIND)
def take_in(run: ImportRun, *, by: User, batch: Batch, chunk: Chunk) -> Outcome:
    """One chunk: rows, manifest, rejects and cursor, all or nothing."""
    if run.state != ImportRun.State.RUNNING or run.cursor != batch.start:
        raise NotNow("import.moved_on", file=run.file_name)
    outcome = handler_of(run.kind).apply(chunk)
    _keep_brought(run, outcome)
    _keep_rejects(run, batch, outcome)
    _advance(run, batch, outcome)
    if batch.is_last:
        finish_import(run, by=by)
    return outcome


@action(permissions.OF_ITS_KIND)
def finish_import(run: ImportRun, *, by: User) -> ImportRun:
    run.state, run.finished_at, run.total_count = ImportRun.State.DONE, clock.now(), run.read_count
    run.save()
    return run


@action(permissions.OF_ITS_KIND)
def fail_import(run: ImportRun, *, by: User, refusal: Refusal) -> ImportRun:
    """What came in stays; the mended file starts a run of its own and finds those rows there."""
    run.state, run.refusal = ImportRun.State.FAILED, {"code": refusal.code, "facts": plain_facts(refusal)}
    run.save()
    return run


def _advance(run: ImportRun, batch: Batch, outcome: Outcome) -> None:
    run.cursor = batch.end
    run.chunk_count += 1
    run.read_count += batch.count
    run.added_count += outcome.added
    run.updated_count += outcome.updated
    run.passed_over_count += outcome.passed_over
    run.rejected_count += len(batch.bad) + len(outcome.rejects)
    for what, names in outcome.made.items():
        before = run.summary.get(what, {"count": 0, "names": []})
        new = [name for name in names if name not in before["names"]]
        run.summary[what] = {"count": before["count"] + len(new), "names": (before["names"] + new)[:MOST_NAMED]}
    run.save()


def _keep_brought(run: ImportRun, outcome: Outcome) -> None:
    """What came into being beside the rows that name their run, and who was changed: so that it can be undone."""
    rows = [(thing, pk, True) for thing, keys in outcome.brought.items() for pk in keys]
    rows += [(PERSON, pk, False) for pk in outcome.changed_people]
    digests = digests_of([pk for thing, pk, _is_new in rows if thing == PERSON])
    found = [
        Brought(run=run, thing=thing, row=pk, is_new=is_new, digest=digests.get(pk, "") if thing == PERSON else "")
        for thing, pk, is_new in rows
    ]
    Brought.objects.bulk_create(found, batch_size=500, ignore_conflicts=True)


def _keep_rejects(run: ImportRun, batch: Batch, outcome: Outcome) -> None:
    found = batch.bad + [BadRow(row.number, row.original, refusal) for row, refusal in outcome.rejects]
    Reject.objects.bulk_create([reject_of(run, bad) for bad in found], batch_size=500)


def reject_of(run: ImportRun, bad: BadRow) -> Reject:
    """Names the column as the file does."""
    column = str(bad.refusal.facts.get("column", ""))
    return Reject(
        run=run,
        row=bad.number,
        column=column_in_file(run.mapping, column)[:80],
        code=bad.refusal.code,
        facts=plain_facts(bad.refusal),
        original=_storable(dict(bad.original)),
    )


def plain_facts(refusal: Refusal) -> dict[str, Any]:
    facts = {name: value for name, value in refusal.facts.items() if name not in PLACES}
    return {name: _storable(_short(value)) for name, value in facts.items()}


def _short(value: Any) -> Any:
    """A value is named, not repeated to the end: one cell may hold sixteen million characters."""
    return f"{value[:LONGEST_NAMED]}…" if isinstance(value, str) and len(value) > LONGEST_NAMED else value


def _storable(value: Any) -> Any:
    """As JSON any database takes: PostgreSQL refuses a zero character even when it is escaped."""
    written = json.dumps(sorted(value) if isinstance(value, set | frozenset) else value, default=str)
    return json.loads(written.replace("\\u0000", "\\ufffd")) if "\\u0000" in written else json.loads(written)
