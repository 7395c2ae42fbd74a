"""A file for lessons sent in: streamed into the media folder, given up once it is too large or is nothing a lesson shows."""

import secrets
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.base.received import Upload, written
from hengcai.training import states
from hengcai.training.actions.files import Received, add_lesson_file, remove_lesson_file
from hengcai.training.looking import ending_of, looked_at
from hengcai.training.models import Course, LessonFile

FOLDER = "lessons"
MEGABYTE = 1_000_000
MOST_MEGABYTES = {"video": 300, "audio": 100, "file": 30}
MOVING = frozenset({"mp4", "webm"})
SLACK = 100_000  # what a form sends besides the file


def check_request(told: int) -> None:
    """By what a request says of itself, before any of it is read."""
    if told > max(MOST_MEGABYTES.values()) * MEGABYTE + SLACK:
        raise _too_large("video")


def receive_lesson_file(course: Course, upload: Upload, *, name: str, by: User) -> LessonFile:
    """Under a name of ours; lessons call it by its own."""
    states.ADD_FILE.enter(course, by)
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    ending = ending_of(first)
    supposed = "video" if ending in MOVING else "audio" if ending in ("wav", "mp3", "flac", "ogg") else "file"
    path = Path(settings.MEDIA_ROOT) / FOLDER / f"{course.code}-{secrets.token_hex(8)}.{ending}"
    path.parent.mkdir(parents=True, exist_ok=True)

    def check(taken: int) -> None:
        if taken > MOST_MEGABYTES[supposed] * MEGABYTE:
            raise _too_large(supposed)

    try:
        check(upload.size or 0)
        size, digest = written(path, first, blocks, check=check)
        found = looked_at(path, ending)
        if size > MOST_MEGABYTES[found.kind] * MEGABYTE:
            raise _too_large(found.kind)
        received = Received(_named(name), f"{FOLDER}/{path.name}", found, size, digest)
        made = add_lesson_file(course, by=by, received=received)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    if made.place != received.place:  # the same file was there already
        path.unlink(missing_ok=True)
    return made


def drop_lesson_file(file: LessonFile, *, by: User) -> None:
    """The row first: a file without a row harms nobody."""
    (Path(settings.MEDIA_ROOT) / remove_lesson_file(file, by=by)).unlink(missing_ok=True)


def path_of(file: LessonFile) -> Path:
    return Path(settings.MEDIA_ROOT) / file.place


def _named(name: str) -> str:
    """As it was called, without the way to it."""
    plain = "".join(sign for sign in Path(name.replace("\\", "/")).name if sign.isprintable()).strip()
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: 79 - len(ending)]}.{ending}" if dot and len(ending) < 10 else plain[:80] or "file"


def _too_large(kind: str) -> NotValid:
    return NotValid("training.file_too_large", kind=kind, most=MOST_MEGABYTES[kind])
