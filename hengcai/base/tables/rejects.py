"""Rejected rows, written so that they can be opened, corrected and sent in again as they are."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from hengcai.base.errors import NotValid
from hengcai.base.tables.csv_out import MARK, csv_line
from hengcai.base.tables.rows import BadRow
from hengcai.base.tables.safe_cells import unquoted

ADDED = ("row", "column", "reason")


class RejectsFile:
    """Grows beside its final name and takes that name in `finish`, so the file being read may be the one replaced."""

    def __init__(self, path: Path, columns: tuple[str, ...], *, resume_at: int = 0) -> None:
        """`resume_at` is the size an interrupted import had saved; what was written after it is cut off."""
        if path.suffix.lower() not in (".csv", ".jsonl"):
            raise NotValid("rejects.ending_unknown", file=path.name)
        if path.suffix.lower() == ".csv" and not columns:
            raise NotValid("rejects.needs_jsonl", file=path.name)
        self.count = 0
        self._path = path
        self._growing = path.with_name(path.name + ".part")
        self._columns = columns[:-3] if is_rejects_header(columns) else columns
        self._added = tuple(f"{name}_rejected" if name in self._columns else name for name in ADDED)
        self._resume_at = resume_at
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, bad: BadRow, *, column: str, reason: str) -> None:
        stream = self._stream or self._opened()
        self.count += 1
        if self._path.suffix.lower() == ".csv":
            cells = [bad.original.get(name, "") for name in self._columns]
            stream.write(csv_line([*cells, bad.number, column, reason]).encode())
            return
        own = {name: value for name, value in bad.original.items() if name not in ADDED}
        added = {"row": bad.number, "column": column, "reason": reason}
        stream.write(json.dumps({**own, **added}, ensure_ascii=False).encode() + b"\n")

    def saved_size(self) -> int:
        """Bytes certainly on disk: what `resume_at` takes after an interruption."""
        if self._stream is None:
            return self._resume_at
        self._stream.flush()
        os.fsync(self._stream.fileno())
        return self._stream.tell()

    def finish(self) -> Path | None:
        """The finished file, or None when nothing was rejected."""
        if self._stream is None and self._resume_at:
            self._opened()
        if self._stream is None:
            return None
        self.saved_size()
        self.close()
        self._growing.replace(self._path)
        return self._path

    def close(self) -> None:
        if self._stream is not None:
            self._stream.close()

    def _opened(self) -> BinaryIO:
        if self._resume_at and self._growing.exists():
            self._stream = self._growing.open("r+b")
            self._stream.truncate(self._resume_at)
            self._stream.seek(0, os.SEEK_END)
        else:
            self._stream = self._growing.open("wb")
            if self._path.suffix.lower() == ".csv":
                self._stream.write((MARK + csv_line(self._columns + self._added)).encode())
        return self._stream


def is_rejects_header(columns: tuple[str, ...]) -> bool:
    return len(columns) > 3 and columns[-3:] == ADDED


def restored(cells: Mapping[str, Any]) -> dict[str, Any]:
    """The cells as they were before `RejectsFile` made them safe to open."""
    return {unquoted(name): unquoted(value) if isinstance(value, str) else value for name, value in cells.items()}
