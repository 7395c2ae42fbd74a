"""The rejected rows of an import as a file one can correct and send in again."""

from collections.abc import Iterable
from pathlib import Path

from hengcai.base.errors import NotValid
from hengcai.base.tables.rejects import RejectsFile
from hengcai.base.tables.rows import BadRow
from hengcai.interactions.models import ImportRun, Reject
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


def write_rows(rejects: Iterable[Reject], target: Path, *, columns: Iterable[str], language: str) -> Path | None:
    with RejectsFile(target, tuple(columns)) as file:
        for one in rejects:
            bad = BadRow(one.row, one.original, NotValid(one.code))
            file.add(bad, column=one.column, reason=reason(one, language))
        return file.finish()
