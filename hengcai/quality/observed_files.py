"""What an observer brings along: a picture or a recording, under a name of ours, after what it is."""

import secrets
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.interactions.receiving import ENDINGS, Upload, check_length
from hengcai.interactions.sound.opening import HEAD, demuxer_of
from hengcai.quality import permissions
from hengcai.quality.actions.observations import add_observed_file
from hengcai.quality.observation_models import Observation, ObservationFile

FOLDER = "observations"
PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))
TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "wav": "audio/wav", "mp3": "audio/mpeg",
    "flac": "audio/flac", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
}  # fmt: skip


def receive_observed(observation: Observation, upload: Upload, *, by: User) -> ObservationFile:
    """Streamed into the media folder, given up once it is too large or neither picture nor recording."""
    permissions.OBSERVE.enter(observation, by)
    check_length(upload.size or 0)
    place, size = _kept(upload, observation)
    kind = TYPES[place.rsplit(".", 1)[1]]
    try:
        return add_observed_file(observation, by=by, place=place, media_type=kind, size=size)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def ending_of(head: bytes) -> str | None:
    """By what it is, whatever it is called."""
    for start, ending in PICTURES:
        if head.startswith(start):
            return ending
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    name = demuxer_of(head)
    return ENDINGS[name] if name else None


def _kept(upload: Upload, observation: Observation) -> tuple[str, int]:
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    ending = ending_of(first[:HEAD])
    if ending is None:
        raise NotValid("quality.not_seen_nor_heard")
    place = f"{FOLDER}/{observation.pk}-{secrets.token_hex(8)}.{ending}"
    path_of(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        return place, _write(path_of(place), first, blocks)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def _write(path: Path, first: bytes, blocks: Iterable[bytes]) -> int:
    taken = 0
    with path.open("wb") as out:
        for block in chain([first], blocks):
            taken += len(block)
            check_length(taken)
            out.write(block)
    return taken
