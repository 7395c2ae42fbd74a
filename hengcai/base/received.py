"""A scan or a photograph that is sent in: taken for what it is by its content, given up once it is too large."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Protocol

STARTS = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))
TYPES = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


class Upload(Protocol):
    @property
    def size(self) -> int | None: ...

    def chunks(self) -> Iterable[bytes]: ...


@dataclass(frozen=True)
class Kept:
    """A file as it lies under the media folder."""

    place: str
    media_type: str
    byte_count: int
    digest: str  # SHA-256 of its bytes


def paper_kind(head: bytes) -> str | None:
    """Ending of a picture or PDF, whatever the file is called."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return next((ending for start, ending in STARTS if head.startswith(start)), None)


def written(path: Path, first: bytes, blocks: Iterable[bytes], *, check: Callable[[int], None]) -> tuple[int, str]:
    """Bytes and digest; `check` is told how many have come so far."""
    taken, summed = 0, sha256()
    with path.open("wb") as out:
        for block in chain([first], blocks):
            taken += len(block)
            check(taken)
            summed.update(block)
            out.write(block)
    return taken, summed.hexdigest()
