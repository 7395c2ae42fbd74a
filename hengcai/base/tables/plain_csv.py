"""Comma-separated files without anything unusual, in blocks of many rows."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np

from hengcai.base.tables.blocks import Blocks
from hengcai.base.tables.coding import WORD, Coder, Places, UnusualError
from hengcai.base.tables.csv_file import BYTEWISE, CsvFile
from hengcai.base.tables.kinds import is_packed
from hengcai.base.tables.lines import LONGEST_LINE, Position

BLOCK = 1 << 21
_QUOTE, _LINE_END = ord('"'), ord("\n")
_MARK = b"\xef\xbb\xbf"


def csv_blocks(path: Path, wanted: tuple[str, ...]) -> Blocks | None:
    """None where the row reader must decide. What is wrong with the file as a whole is refused as there."""
    file = CsvFile(path)
    file.close()
    columns, encoding, start = file.columns, file.encoding, file.next
    known = set(wanted) <= set(columns) and "" not in columns
    if not known or encoding not in BYTEWISE or (start.offset is None and not is_packed(path)):
        return None
    if not file.delimiter.isascii():
        return None
    coders = {columns.index(name): Coder() for name in wanted}
    try:
        with _opened(path, start) as stream:
            for block in _without_last_blanks(stream):
                text = block if encoding == "utf-8" else block.decode(encoding).encode()
                _take(_plain(text, ord(file.delimiter)), ord(file.delimiter), len(columns), coders)
    except (UnusualError, UnicodeError):
        return None
    found = {name: coders[columns.index(name)].finished() for name in wanted}
    codes = {name: one for name, (one, _) in found.items()}
    labels = {name: texts for name, (_, texts) in found.items()}
    return Blocks(codes, labels, start.row, codes[wanted[0]].size)


def _opened(path: Path, start: Position) -> BinaryIO:
    """At the first byte after the header."""
    if start.offset is not None:
        stream = path.open("rb")
        stream.seek(start.offset)
        return stream
    unpacked = cast(BinaryIO, gzip.open(path, "rb"))  # noqa: SIM115 - closed by who asked for it
    for _ in range(start.row - 1):
        unpacked.readline()
    return unpacked


def _without_last_blanks(stream: BinaryIO) -> Iterator[bytes]:
    """Blocks that end with a line; blank lines at the end of the file are dropped."""
    is_over = False
    for block in _lines_together(stream):
        kept = block.rstrip(b"\r\n")
        if kept and is_over:
            raise UnusualError
        is_over = block[len(kept) :].count(b"\n") > 1 or not kept
        if kept:
            yield kept + b"\n"


def _lines_together(stream: BinaryIO) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(BLOCK):
        cut = chunk.rfind(b"\n") + 1
        if cut:
            yield rest + chunk[:cut]
            rest = chunk[cut:]
        elif len(rest) > LONGEST_LINE:
            raise UnusualError
        else:
            rest += chunk
    if rest:
        yield rest + b"\n"


def _plain(block: bytes, delimiter: int) -> bytes:
    """Without quotes and returns; where they mean something it is not for here."""
    if _MARK in block or b"E+" in block or b"e+" in block:
        raise UnusualError
    if b"\r" in block:
        if block.count(b"\r") != block.count(b"\r\n"):
            raise UnusualError
        block = block.replace(b"\r\n", b"\n")
    return _unquoted(block, delimiter) if b'"' in block else block


def _take(block: bytes, delimiter: int, width: int, coders: dict[int, Coder]) -> None:
    """Lines of `width` cells each, and in none of them nothing at all."""
    signs = np.frombuffer(block, np.uint8)
    ends, cuts = np.flatnonzero(signs == _LINE_END), np.flatnonzero(signs == delimiter)
    starts = np.concatenate(([0], ends[:-1] + 1))
    if cuts.size != (width - 1) * ends.size or (ends - starts < width).any():
        raise UnusualError
    edges = [starts - 1, *cuts.reshape(ends.size, width - 1).T, ends]
    if width > 1 and ((edges[1] < starts) | (edges[-2] > ends)).any():
        raise UnusualError
    padded = block + bytes(WORD)
    for place, coder in coders.items():
        begin: Places = edges[place] + 1
        coder.add(padded, begin, edges[place + 1] - begin)


def _unquoted(block: bytes, delimiter: int) -> bytes:
    """Quotes around whole cells that need none; a sign that only quotes allow is not for here."""
    signs = np.frombuffer(block, np.uint8)
    quotes = np.flatnonzero(signs == _QUOTE)
    edges = np.flatnonzero((signs == _LINE_END) | (signs == delimiter))
    if quotes.size % 2:
        raise UnusualError
    opening, closing = quotes[::2], quotes[1::2]
    before = np.searchsorted(edges, opening)
    if (before != np.searchsorted(edges, closing)).any():
        raise UnusualError
    previous = np.where(before > 0, edges[before - 1], -1)
    if (previous + 1 != opening).any() or (edges[before] - 1 != closing).any():
        raise UnusualError
    return bytes(signs[signs != _QUOTE])
