"""Recordings of role plays: taken for what they are, under a name of ours, in the media folder with all other recordings."""

import secrets
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.base.received import written
from hengcai.interactions.receiving import ENDINGS, Upload, check_length
from hengcai.interactions.sound.opening import HEAD, demuxer_of
from hengcai.simulation import permissions
from hengcai.simulation.actions.role_plays import add_take, remove_takes
from hengcai.simulation.models import Run, Take

FOLDER = "role_plays"
TYPES = {
    "wav": "audio/wav", "mp3": "audio/mpeg", "flac": "audio/flac", "ogg": "audio/ogg", "mp4": "audio/mp4", "webm": "audio/webm",
}  # fmt: skip


def receive_take(run: Run, upload: Upload, *, by: User) -> Take:
    permissions.OBSERVE.enter(run, by)
    check_length(upload.size or 0)
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    name = demuxer_of(first[:HEAD]) if first else None
    if name is None:
        raise NotValid("simulation.not_sound")
    place = f"{FOLDER}/{run.pk}-{secrets.token_hex(8)}.{ENDINGS[name]}"
    path_of(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        size, _digest = written(path_of(place), first, blocks, check=check_length)
        return add_take(run, by=by, place=place, media_type=TYPES[ENDINGS[name]], size=size)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def forget_takes(run: Run, *, by: User) -> int:
    """The rows and the files."""
    places = list(run.takes.values_list("place", flat=True))
    count = remove_takes(run, by=by)
    for place in places:
        path_of(place).unlink(missing_ok=True)
    return count


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place
