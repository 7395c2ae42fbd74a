"""Lines of a text file, with the byte at which the next one starts wherever that can be known."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from hengcai.base.errors import NotValid
from hengcai.base.tables.encodings import encoding_of, is_wide
from hengcai.base.tables.kinds import check_beginning, is_packed

LONGEST_LINE = 16 << 20
GZIP_ERRORS = (gzip.BadGzipFile, EOFError, zlib.error)


@dataclass(frozen=True, slots=True)
class Position:
    """Where to go on reading: the next row as an editor numbers it and, in plain text files, its first byte."""

    row: int
    offset: int | None = None


class Lines(Iterator[str]):
    """Iterates over decoded lines; `number` is the line read last, `offset` the byte after it or None.

    `has_signs`: a line since it was last set to False holds an apostrophe, `=` or `E+`: its cells need a second look.
    """

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self._open = _opener(path)
        self.encoding, self._mark = _guarded_encoding(self._open, path)
        self.number = 0
        self.has_signs = False
        self._stream = self._open()
        self._stream.seek(self._mark)
        self.offset: int | None = None if is_packed(path) else self._mark
        self._next_line = self._reader()
        self._given = self.next

    def __next__(self) -> str:
        line = self._read()
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= LONGEST_LINE and line[-1:] not in (b"\n", "\n"):
            raise NotValid("table.line_too_long", file=self.file, row=self.number)
        if isinstance(line, str):
            if "'" in line or "=" in line or "E+" in line or "e+" in line:
                self.has_signs = True
            return line
        if b"'" in line or b"=" in line or b"E+" in line or b"e+" in line:
            self.has_signs = True
        if self.offset is not None:
            self.offset += len(line)
        return line.decode(self.encoding)

    @property
    def next(self) -> Position:
        return Position(self.number + 1, self.offset)

    def go_to(self, position: Position) -> None:
        """By the byte where there is one, otherwise by reading past what was done."""
        if position.offset is not None and self.offset is not None:
            self._stream.seek(position.offset)
            self.number, self.offset = position.row - 1, position.offset
            return
        while self.number < position.row - 1 and next(self, None) is not None:
            pass

    @property
    def is_over(self) -> bool:
        """Whether nothing follows; asked where bytes are counted."""
        return not cast(io.BufferedReader, self._stream).peek(1)

    def together(self, most: int, most_bytes: int) -> tuple[bytes, int]:
        """As many whole lines as there are within both limits, none where not one is, and how many they are."""
        self._given = self.next
        block = self._stream.read(most_bytes)
        if len(block) == most_bytes:
            block = block[: block.rfind(b"\n") + 1]
        count = block.count(b"\n")
        if count > most:
            rest = block.split(b"\n", most)[-1]
            block, count = block[: len(block) - len(rest)], most
        count += bool(block) and not block.endswith(b"\n")
        self.go_to(Position(self._given.row + count, (self._given.offset or 0) + len(block)))
        return block, count

    def give_back(self) -> None:
        """As if the lines read together last had not been read."""
        self.go_to(self._given)

    def close(self) -> None:
        self._stream.close()

    def _read(self) -> str | bytes:
        try:
            return self._next_line(LONGEST_LINE)
        except GZIP_ERRORS as error:
            raise NotValid("table.damaged", file=self.file) from error

    def _reader(self) -> Callable[[int], str | bytes]:
        """UTF-16, and lines ended the way old Macs did, are cut after decoding: no byte can be named for them."""
        if not is_wide(self.encoding) and not self._ends_lines_with_return():
            return self._stream.readline
        self.offset = None
        return io.TextIOWrapper(self._stream, encoding=self.encoding, newline="").readline

    def _ends_lines_with_return(self) -> bool:
        beginning = self._stream.read(1 << 16)
        self._stream.seek(self._mark)
        return b"\n" not in beginning and b"\r" in beginning


def _opener(path: Path) -> Callable[[], BinaryIO]:
    if is_packed(path):
        return lambda: cast(BinaryIO, gzip.open(path, "rb"))
    return lambda: path.open("rb")


def _guarded_encoding(open_stream: Callable[[], BinaryIO], path: Path) -> tuple[str, int]:
    """The first look at a file: what it is, whether it can be unpacked, how it is encoded."""
    with path.open("rb") as raw:
        check_beginning(raw.read(64), expected="gzip" if is_packed(path) else "text", file=path.name)
    try:
        with open_stream() as stream:
            beginning = stream.read(64)
        if not beginning:
            raise NotValid("table.empty", file=path.name)
        check_beginning(beginning, expected="text", file=path.name)
        return encoding_of(open_stream, file=path.name)
    except GZIP_ERRORS as error:
        raise NotValid("table.damaged", file=path.name) from error
