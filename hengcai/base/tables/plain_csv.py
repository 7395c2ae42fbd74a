"""Comma-separated files without anything unusual, in blocks of many rows."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import numpy as np

from hengcai.base.tables.blocks import Blocks, Gathering
from hengcai.base.tables.csv_file import CsvFile
from hengcai.base.tables.kinds import is_packed
from hengcai.base.tables.lines import LONGEST_LINE, Position
from hengcai.base.tables.rejects import is_rejects_header

if TYPE_CHECKING:
    import polars as pl

BLOCK = 1 << 21
_QUOTE, _LINE_END = ord('"'), ord("\n")
_MARK = b"\xef\xbb\xbf"
_READABLE = ("utf-8", "gb18030")
"""No byte of a longer character is a separator, a quote or a line end in either."""


class _UnusualError(Exception):
    """Left to the row reader."""


def csv_blocks(path: Path, wanted: tuple[str, ...]) -> Blocks | None:
    """None where the row reader must decide. What is wrong with the file as a whole is refused as there."""
    file = CsvFile(path)
    file.close()
    columns, encoding, start = file.columns, file.encoding, file.next
    known = set(wanted) <= set(columns) and "" not in columns and not is_rejects_header(columns)
    if not known or encoding not in _READABLE or (start.offset is None and not is_packed(path)):
        return None
    gathering = Gathering(wanted)
    try:
        with _opened(path, start) as stream:
            for block in _without_last_blanks(stream):
                text = block if encoding == "utf-8" else block.decode(encoding).encode()
                gathering.add(_frame(_plain(text, file.delimiter, len(columns)), file, wanted))
    except (_UnusualError, UnicodeError):
        return None
    return gathering.blocks(first=start.row)


def _opened(path: Path, start: Position) -> BinaryIO:
    """At the first byte after the header."""
    if not is_packed(path):
        stream = path.open("rb")
        stream.seek(start.offset or 0)
        return stream
    unpacked = cast(BinaryIO, gzip.open(path, "rb"))
    for _ in range(start.row - 1):
        unpacked.readline()
    return unpacked


def _without_last_blanks(stream: BinaryIO) -> Iterator[bytes]:
    """Blocks that end with a line; blank lines at the end of the file are dropped."""
    is_over = False
    for block in _lines_together(stream):
        kept = block.rstrip(b"\r\n")
        if kept and is_over:
            raise _UnusualError
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
            raise _UnusualError
        else:
            rest += chunk
    if rest:
        yield rest + b"\n"


def _plain(block: bytes, delimiter: str, width: int) -> bytes:
    """Lines of `width` cells without quotes or returns; anything else is not for here."""
    if _MARK in block:
        raise _UnusualError
    if b"\r" in block:
        if block.count(b"\r") != block.count(b"\r\n"):
            raise _UnusualError
        block = block.replace(b"\r\n", b"\n")
    if b'"' in block:
        block = _unquoted(block, ord(delimiter))
    signs = np.frombuffer(block, np.uint8)
    ends, cuts = np.flatnonzero(signs == _LINE_END), np.flatnonzero(signs == ord(delimiter))
    starts = np.concatenate(([0], ends[:-1] + 1))
    if cuts.size != (width - 1) * ends.size or (ends - starts < width).any():
        raise _UnusualError
    if width > 1 and ((cuts[:: width - 1] < starts) | (cuts[width - 2 :: width - 1] > ends)).any():
        raise _UnusualError
    return block


def _unquoted(block: bytes, delimiter: int) -> bytes:
    """Quotes around whole cells that need none; a sign that only quotes allow is not for here."""
    signs = np.frombuffer(block, np.uint8)
    quotes = np.flatnonzero(signs == _QUOTE)
    edges = np.flatnonzero((signs == _LINE_END) | (signs == delimiter))
    if quotes.size % 2:
        raise _UnusualError
    opening, closing = quotes[::2], quotes[1::2]
    before = np.searchsorted(edges, opening)
    if (before != np.searchsorted(edges, closing)).any():
        raise _UnusualError
    previous = np.where(before > 0, edges[before - 1], -1)
    if (previous + 1 != opening).any() or (edges[before] - 1 != closing).any():
        raise _UnusualError
    return signs[signs != _QUOTE].tobytes()


def _frame(block: bytes, file: CsvFile, wanted: tuple[str, ...]) -> "pl.DataFrame":
    import polars as pl
    from polars.exceptions import PanicException, PolarsError

    schema = dict.fromkeys((str(place) for place in range(len(file.columns))), pl.String)
    try:
        frame = pl.read_csv(
            block,
            has_header=False,
            schema=schema,
            columns=[file.columns.index(name) for name in wanted],
            separator=file.delimiter,
            quote_char=None,
            empty_string_is_null=False,
        )
    except (PolarsError, PanicException) as error:
        raise _UnusualError from error
    return frame.select(pl.col(str(file.columns.index(name))).alias(name) for name in wanted)
