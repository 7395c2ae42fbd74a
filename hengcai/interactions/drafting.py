"""A file looked at before it comes in: what its columns are, what would become of its rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hengcai.accounts.models import User
from hengcai.base.apart import apart
from hengcai.base.errors import NotNow
from hengcai.base.tables.correcting import is_correctable
from hengcai.base.tables.look import beginning
from hengcai.base.tables.mapping import Origin
from hengcai.interactions import files
from hengcai.interactions.checking import CheckedRow, check
from hengcai.interactions.choosing import origins_kept, origins_to_keep, remembered
from hengcai.interactions.files import FileToImport, look_at
from hengcai.interactions.importing import uploads
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.models import ImportDraft, ImportRun
from hengcai.interactions.naming import check_below, guessed, mapping_of
from hengcai.interactions.rules.headings import headings_of
from hengcai.interactions.rules.headings.guess import Guess

SAMPLES = 3
SMALL_BYTES = 300_000
MOST_ROWS_CORRECTED = 2_000


@dataclass(frozen=True)
class Sent:
    """A file as it arrived, with what could be told of its columns. `is_clear`: nothing has to be asked."""

    kind: str
    path: Path
    columns: tuple[str, ...]
    sheet: str
    samples: list[dict[str, Any]]
    mapping: dict[str, Any]
    options: dict[str, Any] = field(default_factory=dict)
    is_clear: bool = True

    def __str__(self) -> str:
        return f"{self.kind} {self.path.name}"


def looked_at(path: Path, *, kind: str, mapping: Mapping[str, Any] | None, options: Mapping[str, Any]) -> Sent:
    """Refuses what is wrong with the file as a whole, but not that its columns go by names nobody knows."""
    handler = handler_of(kind)
    kept = {name: value for name, value in options.items() if value and name in handler.options}
    if mapping or not headings_of(kind):
        look_at(path, kind=kind, mapping=mapping, options=kept)
    columns, sheet, samples = apart(beginning, path, SAMPLES)
    if mapping or not headings_of(kind) or not columns:
        return Sent(kind, path, columns, sheet, samples, origins_to_keep(mapping or {}), kept)
    made = remembered(kind, columns) or _guess(kind, columns)
    lacking = made.lacks(handler.required)
    if lacking:
        check_below(path, kind, handler)
    asked = [heading for heading, meant in made.asked.items() if set(meant) - set(made.found)]
    found = origins_to_keep(mapping_to_keep(made, columns, (*handler.required, *handler.optional)))
    return Sent(kind, path, columns, sheet, samples, found, kept, is_clear=not lacking and not asked)


def _guess(kind: str, columns: tuple[str, ...]) -> Guess:
    """A file with all our own names says by them what it means: nothing else in it is taken for one of ours."""
    handler = handler_of(kind)
    ours = (*handler.required, *handler.optional)
    if set(handler.required) <= set(columns):
        return Guess({name: name for name in ours if name in columns})
    return guessed(kind, columns)


def mapping_to_keep(made: Guess, columns: Sequence[str], ours: Collection[str]) -> dict[str, Origin]:
    """As `mapping_of`; a heading that is one of our own names and was said to mean nothing is nothing."""
    mapping = mapping_of(made)
    unwanted = [name for name in columns if name in ours and name not in made.found and name not in mapping]
    return {**mapping, **{name: Origin(constant="") for name in unwanted}}


def run_of(draft: ImportDraft) -> ImportRun:
    """Not stored: what is needed to read the file from where the check stands."""
    return ImportRun(
        kind=draft.kind, path=draft.path, mapping=draft.mapping, options=draft.options, cursor=draft.cursor,
        file_name=draft.file_name,
    )  # fmt: skip


def is_small(draft: ImportDraft) -> bool:
    return Path(draft.path).exists() and Path(draft.path).stat().st_size <= SMALL_BYTES


def may_be_corrected(draft: ImportDraft) -> bool:
    """Cell by cell on the page; larger files and other kinds are corrected where they come from."""
    return is_correctable(draft.path) and is_small(draft) and draft.counts.get("read", 0) <= MOST_ROWS_CORRECTED


def shown_columns(draft: ImportDraft) -> list[str]:
    """The file's columns that mean something to us, in its own order."""
    used = files.columns_used(draft.kind, draft.mapping)
    return [name for name in draft.columns if name in used] or sorted(used)


def file_of(draft: ImportDraft) -> FileToImport:
    if not Path(draft.path).exists():
        raise NotNow("draft.file_gone", file=draft.file_name)
    return look_at(Path(draft.path), kind=draft.kind, mapping=origins_kept(draft.mapping), options=draft.options)


def rows_at_fault(draft: ImportDraft, *, by: User) -> Iterator[CheckedRow]:
    """All of them, read anew."""
    run = run_of(draft)
    run.cursor = {}
    for checked in check(run, by=by):
        yield from checked.at_fault


def forget_file(path: str) -> None:
    """With the folder it came into; never anything outside the uploads."""
    file = Path(path)
    if file.parent.parent != uploads().resolve():
        return
    for one in file.parent.glob("*"):
        one.unlink(missing_ok=True)
    if file.parent.is_dir():
        file.parent.rmdir()
