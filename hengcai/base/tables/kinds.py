"""Which kind of table a file is, by its ending, and whether its first bytes agree."""

import zipfile
from enum import StrEnum
from pathlib import Path

from hengcai.base.errors import NotValid


class Kind(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"


ENDINGS = {
    ".csv": Kind.CSV,
    ".csv.gz": Kind.CSV,
    ".jsonl": Kind.JSONL,
    ".jsonl.gz": Kind.JSONL,
    ".xlsx": Kind.XLSX,
    ".parquet": Kind.PARQUET,
}
_BEGINNINGS = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"PAR1": "parquet",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "old_office",
    b"%PDF": "pdf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"SQLite format 3": "database",
}
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table")
_LARGEST_UNPACKED = 1 << 30
_LARGEST_PART = 128 << 20
_MOST_PARTS = 10_000
_LARGEST_RATIO = 200
_SMALL = 32 << 20


def kind_of(path: Path) -> Kind:
    """Checks that the file is there and has something in it."""
    name = path.name.lower()
    ending = next((end for end in sorted(ENDINGS, key=len, reverse=True) if name.endswith(end)), None)
    if ending is None:
        raise NotValid("table.ending_unknown", file=path.name, endings=tuple(ENDINGS))
    _check_there(path)
    return ENDINGS[ending]


def is_packed(path: Path) -> bool:
    return path.name.lower().endswith(".gz")


def check_beginning(beginning: bytes, *, expected: str, file: str) -> None:
    """`expected` is text, gzip, zip or parquet."""
    found = _found(beginning)
    if found != expected:
        raise NotValid(f"table.looks_like_{found}", file=file)


def check_zip(path: Path) -> None:
    """Refuses a workbook that would unpack to far more than a table of people ever needs, before any of it is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NotValid("table.damaged", file=path.name) from error
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise NotValid("table.looks_like_zip", file=path.name)
    if len(parts) > _MOST_PARTS or _is_bomb(parts):
        raise NotValid("table.too_large_unpacked", file=path.name)


def _check_there(path: Path) -> None:
    if path.is_dir():
        raise NotValid("table.is_folder", file=str(path))
    try:
        with path.open("rb") as stream:
            if not stream.read(1):
                raise NotValid("table.empty", file=path.name)
    except FileNotFoundError:
        raise NotValid("table.file_missing", file=str(path)) from None
    except OSError as error:
        raise NotValid("table.unreadable", file=str(path), why=error.strerror or "") from error


def _found(beginning: bytes) -> str:
    for start, name in _BEGINNINGS.items():
        if beginning.startswith(start):
            return name
    if beginning.lstrip(b"\xef\xbb\xbf \r\n\t")[:9].lower().startswith(_MARKUP):
        return "markup"
    return "text"


def _is_bomb(parts: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    beside = max(part.file_size for part in parts if not part.filename.startswith("xl/worksheets/"))
    ratio_too_large = unpacked > _SMALL and unpacked > _LARGEST_RATIO * packed
    return unpacked > _LARGEST_UNPACKED or beside > _LARGEST_PART or ratio_too_large
