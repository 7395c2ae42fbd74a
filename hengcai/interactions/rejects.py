"""The rejected rows of an import as a file one can correct and send in again."""

from collections.abc import Iterable
from pathlib import Path

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid, Refusal
from hengcai.base.say import sentence
from hengcai.base.tables.rejects import RejectsFile
from hengcai.base.tables.rows import BadRow
from hengcai.interactions.drafting import rows_at_fault
from hengcai.interactions.files import column_in_file
from hengcai.interactions.models import ImportDraft, ImportRun, Reject
from hengcai.interactions.queries import reason, rejects_of


def rejects_name(run: ImportRun) -> str:
    """A table stays a table; what had no header stays one object a line."""
    return f"{run.file_name.split('.')[0]}-rejects{'.csv' if run.columns else '.jsonl'}"


def check_target(target: Path, columns: Iterable[str]) -> None:
    """Refuses an ending that could not hold the rows, before the import begins."""
    RejectsFile(target, tuple(columns))


def write_rejects(run: ImportRun, target: Path, *, language: str) -> Path | None:
    """All of the import, however often it was interrupted; None when nothing was rejected."""
    return write_rows(rejects_of(run).iterator(chunk_size=2_000), target, columns=run.columns, language=language)


def write_faults(draft: ImportDraft, folder: Path, *, by: User, language: str) -> Path:
    """Rows of a file that has not come in, each with all its reasons in one cell."""
    name = f"{draft.file_name.split('.')[0]}-rejects{'.csv' if draft.columns else '.jsonl'}"
    with RejectsFile(folder / name, tuple(draft.columns)) as file:
        for row in rows_at_fault(draft, by=by):
            columns = dict.fromkeys(
                column_in_file(draft.mapping, str(one.facts.get("column", ""))) for one in row.faults
            )
            reasons = [_reason(one, language) for one in row.faults]
            bad = BadRow(row.number, row.original, row.faults[0])
            file.add(bad, column=" ".join(filter(None, columns)), reason="\n".join(reasons))
        return file.finish() or folder / name


def _reason(refusal: Refusal, language: str) -> str:
    facts = {name: value for name, value in refusal.facts.items() if name not in ("row", "column", "file")}
    return sentence(refusal.code, language, facts)


def write_rows(rejects: Iterable[Reject], target: Path, *, columns: Iterable[str], language: str) -> Path | None:
    with RejectsFile(target, tuple(columns)) as file:
        for one in rejects:
            bad = BadRow(one.row, one.original, NotValid(one.code))
            file.add(bad, column=one.column, reason=reason(one, language))
        return file.finish()
