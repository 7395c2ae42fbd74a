"""What every browser of today plays as it is; they are not asked, since they answer no to what they play."""

import struct
from typing import BinaryIO

from hengcai.interactions.sound.decoding import Source
from hengcai.interactions.sound.opening import HEAD

MOST_PARTS = 100  # before the sound; no recorder writes so many
PLAIN_WAV = frozenset({"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"})
AUDIO = {
    "wav": PLAIN_WAV,
    "mp3": frozenset({"mp3", "mp3float"}),
    "flac": frozenset({"flac"}),
    "ogg": frozenset({"opus"}),
    "mov": frozenset({"aac"}),
    "matroska": frozenset({"opus"}),
}
PICTURES = {
    "mov": (frozenset({"h264", "av1"}), frozenset({"aac", "mp3", "mp3float", "opus"})),
    "matroska": (frozenset({"vp8", "vp9", "av1", "libdav1d"}), frozenset({"opus", "vorbis"})),
}
TYPES = {"wav": "wav", "mp3": "mpeg", "flac": "flac", "ogg": "ogg", "mov": "mp4", "matroska": "webm"}


def media_type(source: Source) -> str:
    return f"{'video' if source.picture else 'audio'}/{TYPES[source.demuxer]}"


def plays(source: Source) -> bool:
    if source.demuxer == "matroska" and not _is_webm(source):
        return False
    if source.picture:
        pictures, sounds = PICTURES[source.demuxer]
        return source.picture in pictures and source.codec in sounds
    if source.codec not in AUDIO[source.demuxer]:
        return False
    return source.demuxer != "wav" or _is_true(source)


def _is_webm(source: Source) -> bool:
    with source.path.open("rb") as file:
        return b"webm" in file.read(HEAD)


def _is_true(source: Source) -> bool:
    """Whether a WAV says how much sound it holds: recorders that were cut off or streamed leave 0 or all bits set."""
    size = source.path.stat().st_size
    with source.path.open("rb") as file:
        start, told = _data(file)
    return start > 0 and 0 <= size - (start + told) < HEAD


def _data(file: BinaryIO) -> tuple[int, int]:
    """Where the sound begins and how many bytes the header says it has; nothing where there is no such part."""
    if file.read(4) != b"RIFF":
        return 0, 0
    place = 12
    for _part in range(MOST_PARTS):
        file.seek(place)
        head = file.read(8)
        if len(head) < 8:
            return 0, 0
        name, told = struct.unpack("<4sI", head)
        if name == b"data":
            return place + 8, told
        place += 8 + told + told % 2
    return 0, 0
