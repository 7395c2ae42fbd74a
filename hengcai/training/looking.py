"""What a file for a lesson is, by its content: a recording browsers play, a picture, a PDF, an office document."""

import zipfile
from contextlib import closing
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from hengcai.base.errors import NotValid
from hengcai.base.received import TYPES, paper_kind
from hengcai.interactions.receiving import ENDINGS
from hengcai.interactions.sound import browsers
from hengcai.interactions.sound.decoding import source_of
from hengcai.interactions.sound.opening import VIDEO, demuxer_of, opened

if TYPE_CHECKING:
    from av.container import InputContainer

ZIP = b"PK\x03\x04"
OFFICE = {
    "word/document.xml": ("docx", "wordprocessingml.document"),
    "xl/workbook.xml": ("xlsx", "spreadsheetml.sheet"),
    "ppt/presentation.xml": ("pptx", "presentationml.presentation"),
}
TELL_ALL = 10_000  # parts of an office document looked through


@dataclass(frozen=True)
class Looked:
    kind: str
    media_type: str
    seconds: int = 0


def ending_of(head: bytes) -> str:
    """By its first bytes; `zip` may be an office document."""
    paper = paper_kind(head)
    if paper:
        return paper
    if head.startswith(ZIP):
        return "zip"
    name = demuxer_of(head)
    if name is None:
        raise NotValid("training.file_unknown_kind")
    return ENDINGS[name]


def looked_at(path: Path, ending: str) -> Looked:
    """Refused where browsers would not play it, or where it is no document after all."""
    if ending in TYPES:
        return Looked("file", TYPES[ending])
    if ending == "zip":
        return _office(path)
    name = next(demuxer for demuxer, one in ENDINGS.items() if one == ending)
    with closing(opened(path, name)) as container:
        seconds = ceil(_length(container))
        media_type = _picture_type(path, container, name) or _sound_type(path)
    if not seconds:
        raise NotValid("training.media_not_playable")
    return Looked(media_type.split("/")[0], media_type, seconds)


def _office(path: Path) -> Looked:
    try:
        with zipfile.ZipFile(path) as inner:
            names = set(inner.namelist()[:TELL_ALL])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = set()
    found = next((told for part, told in OFFICE.items() if part in names), None)
    if found is None or any("vbaProject" in name for name in names):
        raise NotValid("training.file_unknown_kind")
    return Looked("file", f"application/vnd.openxmlformats-officedocument.{found[1]}")


def _length(container: "InputContainer") -> float:
    """Where the last packet ends, not what the header says: streamed recordings say nothing, cut ones too much."""
    last = 0.0
    for packet in container.demux():
        if packet.pts is not None and packet.time_base is not None:
            last = max(last, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    return last


def _picture_type(path: Path, container: "InputContainer", name: str) -> str:
    """Empty where it has no moving picture. A recorded screen may be silent."""
    moving = [one for one in container.streams.video if one.codec_context.name not in ("mjpeg", "png")]
    if name not in VIDEO or not moving:
        return ""
    pictures, sounds = browsers.PICTURES[name]
    codecs = {one.codec_context.name for one in container.streams.audio}
    if moving[0].codec_context.name not in pictures or not codecs <= sounds:
        raise NotValid("training.media_not_playable")
    return f"video/{browsers.TYPES[name]}"


def _sound_type(path: Path) -> str:
    source = source_of(path)
    if not browsers.plays(source):
        raise NotValid("training.media_not_playable")
    return browsers.media_type(source)
