"""Reads which characters a TrueType or OpenType font covers (OpenType specification, table cmap)."""

import struct
from collections.abc import Iterator
from mmap import mmap

Font = bytes | mmap


def code_points(font: Font) -> Iterator[int]:
    """Of a collection those of its first font: the others differ in the shape of characters."""
    start = _table(font, b"cmap", at=struct.unpack_from(">I", font, 12)[0] if font[:4] == b"ttcf" else 0)
    count = struct.unpack_from(">H", font, start + 2)[0]
    for record in range(count):
        offset = struct.unpack_from(">I", font, start + 4 + record * 8 + 4)[0]
        yield from _subtable(font, start + offset)


def _table(font: Font, tag: bytes, *, at: int) -> int:
    count = struct.unpack_from(">H", font, at + 4)[0]
    for entry in range(count):
        name, _sum, offset, _length = struct.unpack_from(">4sIII", font, at + 12 + entry * 16)
        if name == tag:
            return int(offset)
    raise ValueError("no character map in this font")


def _subtable(font: Font, at: int) -> Iterator[int]:
    kind = struct.unpack_from(">H", font, at)[0]
    if kind == 12:
        groups = struct.unpack_from(">I", font, at + 12)[0]
        for group in range(groups):
            first, last, _glyph = struct.unpack_from(">III", font, at + 16 + group * 12)
            yield from range(first, last + 1)
    elif kind == 4:
        yield from _segments(font, at)


def _segments(font: Font, at: int) -> Iterator[int]:
    double = struct.unpack_from(">H", font, at + 6)[0]
    ends = struct.unpack_from(f">{double // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", font, at + 16 + double)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)
