"""Conversations of files in the order of their names, a part at a time."""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from hengcai.base.errors import NotValid

PART = 2_000
ENDINGS = (".jsonl", ".jsonl.gz", ".parquet")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """Some conversations of one file, numbered over all files; `first`: the row the part begins with, from 1."""

    number: int
    file: str
    first: int
    rows: tuple[bytes | Row, ...]


def files_in(path: Path) -> list[Path]:
    """The file itself, or those of a folder that can be read."""
    found = sorted(one for one in path.iterdir() if one.name.endswith(ENDINGS)) if path.is_dir() else [path]
    if not found or not all(one.is_file() for one in found):
        raise NotValid("autoscore.no_input", path=str(path))
    if wrong := [one.name for one in found if not one.name.endswith(ENDINGS)]:
        raise NotValid("autoscore.input_kind", file=wrong[0], known=", ".join(ENDINGS))
    return found


def digest_of(files: list[Path]) -> str:
    """Of what is in them, in their order."""
    whole = hashlib.sha256()
    for path in files:
        with path.open("rb") as stream:
            whole.update(hashlib.file_digest(stream, "sha256").digest())
    return whole.hexdigest()


def parts_of(files: list[Path], *, size: int = PART) -> Iterator[Part]:
    number = 0
    for path in files:
        first, rows = 1, []
        for place, row in enumerate(_rows(path), start=1):
            rows.append(row)
            if len(rows) == size:
                yield Part(number, path.name, first, tuple(rows))
                number, first, rows = number + 1, place + 1, []
        if rows:
            yield Part(number, path.name, first, tuple(rows))
            number += 1


def _rows(path: Path) -> Iterator[bytes | Row]:
    if path.name.endswith(".parquet"):
        yield from _parquet(path)
        return
    try:
        with _opened(path) as stream:
            yield from (line for line in stream if line.strip())
    except (OSError, EOFError) as error:
        raise NotValid("autoscore.unreadable", file=path.name) from error


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.name.endswith(".gz") else path.open("rb")


def _parquet(path: Path) -> Iterator[Row]:
    import polars

    try:
        rows = polars.scan_parquet(path)
        columns = rows.collect_schema().names()
    except Exception as error:
        raise NotValid("autoscore.unreadable", file=path.name) from error
    if "id" not in columns or "turns" not in columns:
        raise NotValid("autoscore.columns_missing", file=path.name)
    for frame in rows.collect().iter_slices(PART):
        yield from frame.iter_rows(named=True)


def row_of(raw: bytes | Row) -> Row | None:
    """None where a line is no JSON object."""
    if not isinstance(raw, bytes):
        return raw
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
