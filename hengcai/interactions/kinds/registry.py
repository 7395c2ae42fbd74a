"""What each kind of file needs, and how a chunk of its rows comes in. Higher packages add their own kinds at start.

A kind writes one module that calls `register`. `apply` runs inside the transaction that also moves the cursor: it
writes what is right, returns what is not, and never stops for one bad row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Model

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.permissions import Permission
from hengcai.base.tables.by_place import Block
from hengcai.base.tables.reading import Row


@dataclass(frozen=True)
class Chunk:
    """Some rows of one file. `seen` is shared by the chunks of a dry run, which leaves none in the database."""

    rows: Sequence[Row]
    by: Any
    options: Mapping[str, Any]
    number: int = 0
    run_id: int | None = None
    is_dry: bool = False
    columns_used: frozenset[str] = frozenset()
    """The file's own columns (or paths) our columns were read from."""
    seen: dict[str, str] = field(default_factory=dict)
    prepared: Any = None
    block: Block | None = None
    """Instead of rows, where the kind judges whole columns."""


@dataclass
class Outcome:
    """What became of a chunk. `made` names what came into being beside the rows: people, teams, posts; and contacts
    of which a turn had to be split."""

    added: int = 0
    updated: int = 0
    passed_over: int = 0
    rejects: list[tuple[Row, Refusal]] = field(default_factory=list)
    made: dict[str, list[str]] = field(default_factory=dict)
    brought: dict[str, list[int]] = field(default_factory=dict)
    """By model, the rows that came into being and do not name their run themselves."""
    changed_people: list[int] = field(default_factory=list)

    def reject(self, row: Row, refusal: Refusal) -> None:
        """`column` among the refusal's facts is our name of the column; it is turned into the file's own."""
        self.rejects.append((row, refusal))


Prepare = Callable[[Chunk], Any]
Apply = Callable[[Chunk], Outcome]
Faults = Callable[[Chunk, Sequence[Row]], Mapping[int, Sequence[Refusal]]]


@dataclass(frozen=True)
class Handler:
    """`flat`: every value is text; `ids`: columns that name somebody or something, `names` of them in free words.

    `prepare` runs before the transaction and its answer is `chunk.prepared`.

    A chunk ends after `chunk_rows`, or sooner where its `heavy` columns hold very much. `by_columns`: where the file
    allows it, chunks come as blocks.
    """

    permission: Permission
    required: tuple[str, ...]
    optional: tuple[str, ...]
    apply: Apply
    prepare: Prepare | None = None
    flat: bool = False
    chunk_rows: int = 5_000
    heavy: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    by_columns: bool = False
    options: frozenset[str] = frozenset({"update"})
    brings: type[Model] | None = None
    """The one table whose rows the rows of the file become; each names its run, so that the import can be undone."""
    withdraw: Callable[..., None] | None = None
    """Takes rows it brought back, where more hangs on them than the rows: `withdraw(rows, by=user)`."""
    faults: Faults | None = None
    """All that is wrong with rows refused, by their numbers; `apply` stops at the first of each."""


KINDS: dict[str, Handler] = {}
NOTE_SIGN = {"zh": "#说明", "en": "#note"}


class MovedOnError(Exception):
    """What `prepare` saw is no longer so: the chunk is prepared again."""


def register(kind: str, handler: Handler) -> None:
    KINDS[kind] = replace(handler, apply=_passing_notes(handler.apply))


def _passing_notes(apply: Apply) -> Apply:
    """Lines of a template that explain its columns are no rows: none of them can ever come in, and none is rejected."""

    def without_notes(chunk: Chunk) -> Outcome:
        outcome = apply(chunk)
        refused = [one for one in outcome.rejects if not _is_note(one[0])]
        outcome.passed_over += len(outcome.rejects) - len(refused)
        outcome.rejects = refused
        return outcome

    return without_notes


def _is_note(row: Row) -> bool:
    first = next(iter(row.original.values()), "")
    return isinstance(first, str) and first.startswith(tuple(NOTE_SIGN.values()))


def handler_of(kind: str) -> Handler:
    if kind not in KINDS:
        raise NotValid("import.kind_unknown", value=kind, known=tuple(KINDS))
    return KINDS[kind]
