"""A file of evidence: streamed into the media folder, given up once it is too large or is not what its name says."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.appeals import permissions
from hengcai.appeals.actions.appeals import add_evidence, check_room
from hengcai.appeals.models import Appeal, Evidence
from hengcai.appeals.rules import files as rules
from hengcai.base.errors import NotValid
from hengcai.interactions.receiving import ENDINGS, Upload
from hengcai.interactions.sound.opening import HEAD, demuxer_of

FOLDER = "appeals"
BESIDE = 100_000  # bytes a form may have besides its file


@dataclass
class Taken:
    size: int = 0
    digest: str = ""
    head: bytes = field(default=b"", repr=False)


def check_length(told: int, *, name: str) -> None:
    """By what is said of it, before any of it is read."""
    if told > settings.EVIDENCE_BYTES:
        raise NotValid("appeals.file_too_large", name=name, megabytes=settings.EVIDENCE_BYTES // 1_000_000)


def check_request(told: int) -> None:
    """The same of a whole request, whose file has no name yet."""
    if told > settings.EVIDENCE_BYTES + BESIDE:
        raise NotValid("appeals.request_too_large", megabytes=settings.EVIDENCE_BYTES // 1_000_000)


def receive_evidence(appeal: Appeal, upload: Upload, *, name: str, by: User) -> Evidence:
    """What is refused leaves nothing behind, and the appeal as it was."""
    permissions.PURSUE.enter(appeal, by)
    check_room(appeal)
    check_length(upload.size or 0, name=name)
    path = path_of(f"{FOLDER}/{appeal.pk}-{secrets.token_hex(8)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        taken = _write(path, upload.chunks(), name=name)
        kind = _kind(path, taken, name=name)
        facts = {"name": rules.check_name(name, kind), "media_type": rules.TYPES[kind]}
        place = f"{FOLDER}/{path.name}"
        return add_evidence(appeal, by=by, place=place, size=taken.size, digest=taken.digest, **facts)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def _write(path: Path, blocks: Iterable[bytes], *, name: str) -> Taken:
    """Under a name without an ending: nothing on this machine takes it for a program or a page."""
    pieces = iter(blocks)
    first = next(pieces, b"")
    taken, summed = Taken(head=first[:HEAD]), sha256()
    with path.open("wb") as out:
        for block in chain([first], pieces):
            taken.size += len(block)
            check_length(taken.size, name=name)
            summed.update(block)
            out.write(block)
    taken.digest = summed.hexdigest()
    return taken


def _kind(path: Path, taken: Taken, *, name: str) -> str:
    found = rules.kind_by_start(taken.head)
    if found is None and taken.head.startswith(rules.ZIP):
        found = rules.kind_by_parts(_names_in(path))
    elif found is None:
        sound = demuxer_of(taken.head)
        found = ENDINGS.get(sound) if sound else None
    if (
        found is None
        and not taken.head.startswith(rules.ZIP)
        and rules.is_text(taken.head, is_whole=taken.size == len(taken.head))
    ):
        found = rules.TXT
    if found is None or found not in rules.TYPES:
        raise NotValid("appeals.file_unknown", name=name[:80])
    return found


def _names_in(path: Path) -> list[str]:
    try:
        with ZipFile(path) as archive:
            return archive.namelist()
    except (BadZipFile, OSError, ValueError):
        return []
