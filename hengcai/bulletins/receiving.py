"""A file beside a notice: kept under a name of ours, after what it is and not what it is called."""

import secrets
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.base.file_names import file_name
from hengcai.base.received import TYPES, Upload, paper_kind, written
from hengcai.bulletins import states
from hengcai.bulletins.actions import add_attachment
from hengcai.bulletins.models import Attachment, Bulletin

FOLDER, MOST_MEGABYTES = "bulletins", 20
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET_PARTS = (b"[Content_Types].xml", b"xl/", b"_rels/")


def receive_attachment(bulletin: Bulletin, upload: Upload | None, *, name: str, by: User) -> Attachment:
    """Streamed; what is refused leaves nothing behind."""
    states.EDIT.enter(bulletin, by)
    if upload is None:
        raise _refused()
    _check_size(upload.size or 0)
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    ending = _ending(first)
    place = f"{FOLDER}/{bulletin.pk}-{secrets.token_hex(8)}.{ending}"
    path_of(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        size, _digest = written(path_of(place), first, blocks, check=_check_size)
        called = f"{Path(file_name(name, 'file')).stem}.{ending}"
        kind = TYPES.get(ending, SHEET)
        return add_attachment(bulletin, by=by, place=place, name=called, media_type=kind, size=size)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def _ending(head: bytes) -> str:
    if head.startswith(b"PK\x03\x04") and any(part in head[:4096] for part in SHEET_PARTS):
        return "xlsx"
    found = paper_kind(head)
    if found is None:
        raise _refused()
    return found


def _check_size(size: int) -> None:
    if size > MOST_MEGABYTES * 1_000_000:
        raise _refused()


def _refused() -> NotValid:
    return NotValid("bulletins.file_kind", most=MOST_MEGABYTES)
