"""A recording sent in by hand: streamed into the media folder, given up once it is too large or is no recording."""

import secrets
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Protocol

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.interactions import permissions
from hengcai.interactions.actions.recordings import add_recording
from hengcai.interactions.models import Contact
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.recordings import UPLOADS
from hengcai.interactions.sound.opening import HEAD, demuxer_of

ENDINGS = {"wav": "wav", "mp3": "mp3", "flac": "flac", "ogg": "ogg", "mov": "mp4", "matroska": "webm"}


class Upload(Protocol):
    @property
    def size(self) -> int | None: ...

    def chunks(self) -> Iterable[bytes]: ...


def check_length(told: int) -> None:
    """By what a request says of itself, before any of it is read."""
    if told > settings.RECORDING_BYTES + HEAD:
        raise _too_large()


def receive(contact: Contact, upload: Upload, *, by: User) -> Recording:
    """Under a name of ours, after what it is; the file it takes the place of goes."""
    permissions.ADD_RECORDING.enter(contact, by)
    check_length(upload.size or 0)
    earlier = _uploaded(contact)
    place = _kept(upload, contact)
    try:
        made = add_recording(contact, by=by, place=place)
    except BaseException:
        _path(place).unlink(missing_ok=True)
        raise
    if earlier is not None:
        earlier.unlink(missing_ok=True)
    return made


def _path(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def _uploaded(contact: Contact) -> Path | None:
    row = Recording.objects.filter(contact=contact, uploaded_by__isnull=False).first()
    return _path(row.place) if row else None


def _kept(upload: Upload, contact: Contact) -> str:
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    if not first:
        raise NotValid("recording.empty")
    name = demuxer_of(first[:HEAD])
    if name is None:
        raise NotValid("recording.not_a_recording")
    place = f"{UPLOADS}/{contact.pk}-{secrets.token_hex(8)}.{ENDINGS[name]}"
    _path(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(_path(place), first, blocks)
    except BaseException:
        _path(place).unlink(missing_ok=True)
        raise
    return place


def _write(path: Path, first: bytes, blocks: Iterable[bytes]) -> None:
    taken = 0
    with path.open("wb") as out:
        for block in chain([first], blocks):
            taken += len(block)
            if taken > settings.RECORDING_BYTES:
                raise _too_large()
            out.write(block)


def _too_large() -> NotValid:
    return NotValid("recording.too_large", megabytes=settings.RECORDING_BYTES // 1_000_000)
