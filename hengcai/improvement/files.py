"""A file that proves a measure: kept under a name of ours, after what it is and not what it is called."""

import secrets
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.improvement import permissions
from hengcai.improvement.actions.remedies import add_proof_file
from hengcai.improvement.models import Remedy, RemedyFile
from hengcai.interactions.receiving import Upload

FOLDER = "remedies"
MOST_MEGABYTES = 20
MOST_BYTES = MOST_MEGABYTES * 1_000_000
KINDS = (
    (b"%PDF-", "pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"PK\x03\x04", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
XLSX_PARTS = (b"[Content_Types].xml", b"xl/", b"_rels/")


def receive_proof(remedy: Remedy, upload: Upload, *, name: str, by: User) -> RemedyFile:
    """Streamed, and given up as soon as it is too large or nothing that proves anything."""
    permissions.DO.enter(remedy, by)
    _check_size(upload.size or 0)
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    ending, media_type = _kind(first)
    place = f"{FOLDER}/{remedy.pk}-{secrets.token_hex(8)}.{ending}"
    path_of(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        size = _write(path_of(place), first, blocks)
        return add_proof_file(remedy, by=by, place=place, name=_plain(name, ending), media_type=media_type, size=size)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def _kind(head: bytes) -> tuple[str, str]:
    for start, ending, media_type in KINDS:
        if head.startswith(start) and (ending != "xlsx" or any(part in head[:4096] for part in XLSX_PARTS)):
            return ending, media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp", "image/webp"
    raise NotValid("improvement.file_unknown_kind")


def _plain(name: str, ending: str) -> str:
    """As it was called, with the ending of what it is."""
    stem = "".join(sign for sign in Path(name.replace("\\", "/")).name if sign.isprintable()).rsplit(".", 1)[0]
    return f"{stem[:180] or 'file'}.{ending}"


def _write(path: Path, first: bytes, blocks: Iterable[bytes]) -> int:
    taken = 0
    with path.open("wb") as out:
        for block in chain([first], blocks):
            taken += len(block)
            _check_size(taken)
            out.write(block)
    return taken


def _check_size(told: int) -> None:
    if told > MOST_BYTES:
        raise NotValid("improvement.file_too_large", most=MOST_MEGABYTES)
