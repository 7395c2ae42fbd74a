"""Papers that prove a procedure: limited in size, taken for what they are and not for what they are called."""

import secrets
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Protocol

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.appraisal import permissions
from hengcai.appraisal.actions.proof import Kept, add_policy_file
from hengcai.appraisal.models import Policy, PolicyFile
from hengcai.appraisal.policy_checks import check_takes_files
from hengcai.base.errors import NotValid
from hengcai.base.file_names import file_name

FOLDER, MEGABYTES, BLOCK = "policies", 20, 1 << 16
HEAD, LONGEST_NAME = 16, 120
TYPES = {
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
STARTS = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
ALSO = {"jpeg": "jpg"}


class OnDisk:
    """A file that lies beside the program, as the command line brings it."""

    def __init__(self, path: Path) -> None:
        self.path, self.size = path, path.stat().st_size

    def chunks(self) -> Iterable[bytes]:
        with self.path.open("rb") as stream:
            while block := stream.read(BLOCK):
                yield block


class Upload(Protocol):
    @property
    def size(self) -> int | None: ...

    def chunks(self) -> Iterable[bytes]: ...


def check_length(told: int) -> None:
    """By what a request says of itself, before any of it is read."""
    if told > MEGABYTES * 1_000_000:
        raise NotValid("policy.file_too_large", megabytes=MEGABYTES)


def receive_policy_file(policy: Policy, upload: Upload, *, by: User, name: str) -> PolicyFile:
    permissions.KEEP_PROOF.enter(policy, by)
    check_takes_files(policy)
    check_length(upload.size or 0)
    part = path_of(f"{FOLDER}/{policy.pk}-{secrets.token_hex(8)}")
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        digest, size = _written(part, upload)
        ending = ending_of(part)
        called = honest_name(name, ending)
        place = f"{FOLDER}/{part.name}.{ending}"
        part.rename(path_of(place))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    kept = Kept(called, place, TYPES[ending], size, digest)
    try:
        return add_policy_file(policy, by=by, kept=kept)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def honest_name(sent: str, ending: str) -> str:
    """What is called one kind and is another is sent back: nobody could open it under that name. Without an ending it gets
    its own."""
    name = file_name(sent, f"proof.{ending}")
    said = Path(name).suffix.lower().removeprefix(".")
    said = ALSO.get(said, said)
    if said == ending:
        return name[-LONGEST_NAME:]
    if said in TYPES:
        raise NotValid("policy.file_lies", name=name, said=said, found=ending)
    return f"{name}.{ending}"[-LONGEST_NAME:]


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def ending_of(path: Path) -> str:
    """By what it is, whatever it is called."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    for start, ending in STARTS:
        if head.startswith(start):
            return ending
    if head.startswith(b"PK\x03\x04") and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
        if "[Content_Types].xml" in names:
            for name, ending in OFFICE.items():
                if name in names:
                    return ending
    raise NotValid("policy.file_kind")


def _written(path: Path, upload: Upload) -> tuple[str, int]:
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    taken, digest = 0, sha256()
    with path.open("wb") as out:
        for block in chain([first], blocks):
            taken += len(block)
            check_length(taken)
            digest.update(block)
            out.write(block)
    return digest.hexdigest(), taken
