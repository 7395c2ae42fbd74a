"""The file of an import: looked at before it starts, then read chunk by chunk from where the run stands."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from hengcai.base.apart import apart
from hengcai.base.errors import NotValid
from hengcai.base.tables.by_place import Block, Limits
from hengcai.base.tables.lines import Position
from hengcai.base.tables.look import first_look
from hengcai.base.tables.mapping import Origin
from hengcai.base.tables.reading import Columns, Row, open_table
from hengcai.base.tables.rows import BadRow
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import ImportRun
from hengcai.interactions.rules.values import moment

MOST_WEIGHT = 5_000_000  # characters of a chunk's heavy columns before it ends early
WEIGHT_OF_A_TURN = 120

Mapped = Mapping[str, Origin | str]


@dataclass(frozen=True)
class FileToImport:
    """A file whose header has been found right. The same kind, content, mapping and options have the same key."""

    kind: str
    path: Path
    mapping: dict[str, Any]
    options: dict[str, Any]
    key: str
    columns: tuple[str, ...]
    total_count: int
    sheet: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.path.name} {self.key[:16]}"


def look_at(
    path: Path, *, kind: str, mapping: Mapped | None = None, options: Mapping[str, Any] | None = None
) -> FileToImport:
    """Refuses what is wrong with the whole file: its kind, encoding, columns, emptiness."""
    handler = handler_of(kind)
    chosen = {name: value for name, value in (options or {}).items() if value}
    for name in chosen.keys() - handler.options:
        raise NotValid("import.option_unknown", value=name, kind=kind)
    kept = _plain_mapping(mapping or {})
    columns, total, sheet = apart(first_look, path, wanted(kind, kept))
    digest = _digest(path)
    key = hashlib.sha256(json.dumps([kind, digest, kept, chosen], sort_keys=True).encode()).hexdigest()
    return FileToImport(kind, path.resolve(), kept, chosen, key, columns, total, sheet)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def expected_rows(run: ImportRun) -> int:
    """From the share of the bytes read so far, where bytes are counted; 0 where nobody can say."""
    offset = run.cursor.get("offset")
    if run.total_count or not offset:
        return run.total_count
    return run.read_count * Path(run.path).stat().st_size // int(offset)


def wanted(kind: str, mapping: Mapping[str, Any]) -> Columns:
    handler = handler_of(kind)
    return Columns(
        handler.required,
        handler.optional,
        mapping=_origins(mapping),
        flat=handler.flat,
        ids=handler.ids,
        names=handler.names,
    )


def columns_used(kind: str, mapping: Mapping[str, Any]) -> frozenset[str]:
    handler = handler_of(kind)
    return frozenset(column_in_file(mapping, name) for name in handler.required + handler.optional)


def column_in_file(mapping: Mapping[str, Any], name: str) -> str:
    """What the file calls our column."""
    return str((mapping.get(name) or {}).get("path") or name)


def _plain_mapping(mapping: Mapped) -> dict[str, Any]:
    """As JSON keeps it."""
    whole = {name: Origin(path=to) if isinstance(to, str) else to for name, to in mapping.items()}
    return {name: {key: _plain(value) for key, value in asdict(origin).items()} for name, origin in whole.items()}


def _plain(value: str | datetime | None) -> str | None:
    return value.isoformat() if isinstance(value, datetime) else value


def _origins(mapping: Mapping[str, Any]) -> dict[str, Origin]:
    return {name: _origin(name, kept) for name, kept in mapping.items()}


def _origin(name: str, kept: Mapping[str, Any]) -> Origin:
    return Origin(**{**kept, "add_seconds_to": _moment(name, kept["add_seconds_to"])})


def _moment(column: str, written: str | None) -> datetime | None:
    """In UTC: seconds that pass while clocks are put forward or back are counted as they passed."""
    return moment(written, column, zone=zone_of(settings.TIME_ZONE)) if written else None


@dataclass(frozen=True)
class Batch:
    """Some rows, those that could not be read as rows, and where to go on."""

    rows: list[Row]
    bad: list[BadRow]
    start: dict[str, Any]
    end: dict[str, Any]
    is_last: bool
    block: Block | None = None

    @property
    def count(self) -> int:
        return len(self.rows) + (self.block.row_count if self.block else 0) + len(self.bad)


class _FullError(Exception):
    pass


class Reader:
    """One file kept open from chunk to chunk, so that no chunk has to find its place again."""

    def __init__(self, run: ImportRun) -> None:
        self._run = run
        self._handler = handler_of(run.kind)
        self._limit = self._handler.chunk_rows
        self._limits = Limits(self._limit, self._handler.heavy, MOST_WEIGHT)
        self._bad: list[BadRow] = []
        self.at: dict[str, Any] = dict(run.cursor)
        self._open()

    def _open(self) -> None:
        start = Position(self.at["row"], self.at["offset"]) if self.at else None
        columns = wanted(self._run.kind, self._run.mapping)
        self._table = open_table(self._run.path, columns, start=start, bad_row=self._keep_bad)
        self._layout = self._table.layout() if self._handler.by_columns else None
        self._rows = iter(self._table)

    def _keep_bad(self, bad: BadRow) -> None:
        self._bad.append(bad)
        if len(self._bad) >= self._limit:
            raise _FullError

    def batch(self) -> Batch:
        """Ends at the limit of rows, at the limit of text, or where the file does."""
        start, self._bad = self.at, []
        rows: list[Row] = []
        block: Block | None = None
        try:
            if self._layout:
                block = self._table.block(self._layout, self._limits)
            is_last = self._fill(rows) if block is None else block.is_last
            self.at = asdict(self._table.position)
        except _FullError:
            is_last = False
            self._reopen()
        return Batch(rows, self._bad, start, self.at, is_last, block)

    def _fill(self, rows: list[Row]) -> bool:
        """True when the file ended."""
        weight = 0
        while len(rows) < self._limit and weight < MOST_WEIGHT:
            row = next(self._rows, None)
            if row is None:
                return True
            rows.append(row)
            weight += sum(_length(row.values[name]) for name in self._handler.heavy)
        return False

    def _reopen(self) -> None:
        """A reading that was broken off cannot go on; a fresh one starts at the same place."""
        self.at = asdict(self._table.position)
        self.close()
        self._open()

    def close(self) -> None:
        self._table.close()


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    return WEIGHT_OF_A_TURN * len(value) if isinstance(value, list) else 0


_readers: dict[int, Reader] = {}


def next_batch(run: ImportRun) -> Batch:
    """From an open reader when it stands where the run does, otherwise from a fresh one."""
    reader = _readers.pop(run.pk, None)
    if reader is not None and reader.at != run.cursor:
        reader.close()
        reader = None
    reader = reader or Reader(run)
    try:
        batch = reader.batch()
    except BaseException:
        reader.close()
        raise
    if batch.is_last:
        reader.close()
    else:
        _readers[run.pk] = reader
    return batch


def put_away(run_id: int | None) -> None:
    """Closes the file of a run that will not go on in this process."""
    if reader := _readers.pop(run_id or 0, None):
        reader.close()
