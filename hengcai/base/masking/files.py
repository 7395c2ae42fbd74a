"""Whole files masked: text line by line, JSONL conversation by conversation, in the encoding they came in."""

import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from hengcai.base.errors import NotValid
from hengcai.base.masking.json_lines import masked_line
from hengcai.base.masking.text import mask
from hengcai.base.tables.encodings import encoding_of

ENDINGS = (".jsonl", ".jsonl.gz")
Told = Callable[[int], None]


def masked_lines(path: Path, *, broken: Told) -> Iterator[bytes]:
    """Line after line, of any length. A line of JSONL that cannot be read is covered as text and told by its number."""
    is_jsonl = path.name.lower().endswith(ENDINGS)
    encoding, mark = _encoding(path)
    with _opened(path) as stream:
        yield stream.read(mark)
        for number, line in enumerate(_lines(stream, encoding), start=1):
            yield _masked(line, number, broken if is_jsonl else None).encode(encoding, "surrogateescape")


def _masked(line: str, number: int, broken: Told | None) -> str:
    if broken is None or not line.strip():
        return mask(line)
    try:
        return masked_line(line)
    except NotValid:
        broken(number)
        return mask(line)


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    if encoding.startswith("utf-16"):
        yield from io.StringIO(stream.read().decode(encoding, "surrogatepass"), newline="\n")
        return
    for line in stream:
        yield line.decode(encoding, "surrogateescape")


def _encoding(path: Path) -> tuple[str, int]:
    """What nobody can decode is taken as UTF-8 all the same: what is no character stays as its bytes."""
    try:
        return encoding_of(lambda: _opened(path), file=path.name)
    except NotValid as refusal:
        if refusal.code != "table.undecodable" and refusal.code != "table.zero_character":
            raise
        return "utf-8", 0


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb")) if path.name.lower().endswith(".gz") else path.open("rb")
