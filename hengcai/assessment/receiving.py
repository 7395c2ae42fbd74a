"""Files sent in for the bank: a recording kept under its digest, a file of questions read from a passing folder."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from hengcai.assessment.listening import FOLDER, MEDIA, path_of
from hengcai.base.errors import NotValid
from hengcai.base.file_names import file_name
from hengcai.interactions.receiving import Upload
from hengcai.interactions.sound.decoding import blocks, source_of
from hengcai.interactions.sound.opening import HEAD, demuxer_of

MOST_SOUND = 20_000_000
MOST_SECONDS = 5 * 60
BESIDE = 100_000  # bytes a form may have besides its file


def check_request(told: int) -> None:
    """By what a request says of itself, before any of it is read."""
    if told > settings.EVIDENCE_BYTES + BESIDE:
        raise _too_large(settings.EVIDENCE_BYTES)


def _too_large(most: int) -> NotValid:
    return NotValid("bank.file_too_large", megabytes=most // 1_000_000)


def keep_sound(upload: Upload) -> str:
    """Its place under the media folder. What is no WAV, MP3 or Ogg in truth, or cannot be decoded to its end, is refused."""
    handle = path_of(FOLDER)
    handle.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=handle, prefix=".", delete=False) as out:
        growing = Path(out.name)
        try:
            digest, head = _written(upload, out)
            ending = demuxer_of(head)
            if ending not in MEDIA:
                raise NotValid("bank.sound_of_no_kind" if head else "bank.file_empty")
            out.flush()
            _check_sound(growing)
            place = f"{FOLDER}/{digest}.{ending}"
            growing.chmod(0o644)
            growing.replace(path_of(place))
        finally:
            growing.unlink(missing_ok=True)
    return place


def _written(upload: Upload, out: "tempfile._TemporaryFileWrapper[bytes]") -> tuple[str, bytes]:
    most, taken, digest, head = min(MOST_SOUND, settings.EVIDENCE_BYTES), 0, sha256(), b""
    for block in upload.chunks():
        taken += len(block)
        if taken > most:
            raise _too_large(most)
        head = head or block[:HEAD]
        digest.update(block)
        out.write(block)
    return digest.hexdigest(), head


def _check_sound(path: Path) -> None:
    """All of it comes out of a decoder, and it is not endless."""
    for _block in blocks(source_of(path), most_seconds=MOST_SECONDS):
        pass


@contextmanager
def passing(upload: Upload, name: str | None) -> Iterator[Path]:
    """The file under its own name, since refusals name it; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file_name(name, "questions")
        taken = 0
        with path.open("wb") as out:
            for block in upload.chunks():
                taken += len(block)
                if taken > settings.EVIDENCE_BYTES:
                    raise _too_large(settings.EVIDENCE_BYTES)
                out.write(block)
        yield path
