"""The files of the archive under HOME: written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from hengcai.records.models import Batch

FOLDER = "archive"
HEAD_NOTED = "note_archive_head"  # the entry of the audit log that holds a batch's head


def file_of(batch: Batch) -> Path:
    return Path(settings.HOME) / FOLDER / batch.file_name


def write_file(path: Path, lines: Iterable[bytes]) -> None:
    """Under another name first, on the disk before it gets its own: a killed process leaves no half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.part")
    with waiting.open("wb") as stream:
        stream.writelines(line + b"\n" for line in lines)
        stream.flush()
        os.fsync(stream.fileno())
    waiting.replace(path)


def drop_files(places: Iterable[str]) -> None:
    """Of the media folder; one that is gone already is gone."""
    for place in places:
        (Path(settings.MEDIA_ROOT) / place).unlink(missing_ok=True)
