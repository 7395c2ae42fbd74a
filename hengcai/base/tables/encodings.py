"""Finds the one encoding in which the whole of a text file can be read, before its first row is used."""

import codecs
from collections.abc import Callable
from typing import BinaryIO

from hengcai.base.errors import NotValid

_CHUNK = 1 << 20
_CERTAIN_AFTER = 12
_WIDE = {"utf-16-le": b"\n\x00", "utf-16-be": b"\x00\n"}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class _UndecodableError(Exception):
    def __init__(self, offset: int, row: int, *, is_certain: bool) -> None:
        """`is_certain`: so much was read well before that no other encoding is worth a try."""
        self.offset, self.row, self.is_certain = offset, row, is_certain


def encoding_of(open_stream: Callable[[], BinaryIO], *, file: str) -> tuple[str, int]:
    """The codec's name and how many bytes of mark stand before the text."""
    with open_stream() as stream:
        beginning = stream.read(1 << 16)
    for mark, name in _MARKS:
        if beginning.startswith(mark):
            return _checked(open_stream, (name,), file), len(mark)
    return _checked(open_stream, _candidates(beginning), file), 0


def is_wide(encoding: str) -> bool:
    """True where a line end is two bytes, so that lines cannot be cut from the bytes."""
    return encoding in _WIDE


def _candidates(beginning: bytes) -> tuple[str, ...]:
    """Many zero bytes on one side only are UTF-16 without its mark."""
    even, odd = beginning[0::2].count(0), beginning[1::2].count(0)
    if max(even, odd) * 8 > len(beginning) and min(even, odd) * 8 <= max(even, odd):
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _checked(open_stream: Callable[[], BinaryIO], candidates: tuple[str, ...], file: str) -> str:
    failures = []
    for name in candidates:
        try:
            _decode_whole(open_stream, name, file)
        except _UndecodableError as failure:
            failures.append(failure)
            if failure.is_certain:
                break
        else:
            return name
    farthest = max(failures, key=lambda failure: failure.offset)
    raise NotValid("table.undecodable", file=file, row=farthest.row)


def _decode_whole(open_stream: Callable[[], BinaryIO], name: str, file: str) -> None:
    scan = _Scan(name, file=file)
    with open_stream() as stream:
        while chunk := stream.read(_CHUNK):
            scan.feed(chunk)
        scan.feed(b"")


class _Scan:
    """Decodes and throws away; also refuses zero characters, which no table holds and databases do not take."""

    def __init__(self, name: str, *, file: str) -> None:
        self._decoder = codecs.getincrementaldecoder(name)()
        self._line_end = _WIDE.get(name, b"\n")
        self._name, self._file = name, file
        self._offset = self._lines = 0
        self._foreign = 0

    def feed(self, chunk: bytes) -> None:
        try:
            text = self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            before = chunk[: error.start]
            self._foreign += _foreign(before.decode(errors="ignore")) if self._name == "utf-8" else 0
            raise _UndecodableError(
                self._offset + error.start,
                self._lines + before.count(self._line_end) + 1,
                is_certain=self._foreign >= _CERTAIN_AFTER,
            ) from None
        if "\0" in text:
            lines_before = text[: text.index("\0")].count("\n")
            raise NotValid("table.zero_character", file=self._file, row=self._lines + lines_before + 1)
        if self._foreign < _CERTAIN_AFTER:
            self._foreign += _foreign(text)
        self._offset += len(chunk)
        self._lines += chunk.count(self._line_end)


def _foreign(text: str) -> int:
    """Characters beyond ASCII: GB18030 text read as UTF-8 breaks off before a dozen of them."""
    return len(text) - len(text.encode("ascii", "ignore"))
