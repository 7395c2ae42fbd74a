"""A recording is opened by what its first bytes say it is: its name may lie, and some demuxers open further files."""

from pathlib import Path
from typing import TYPE_CHECKING

from hengcai.base.errors import NotValid

if TYPE_CHECKING:
    from av.container import InputContainer

HEAD = 4096
VIDEO = frozenset({"mov", "matroska"})  # what may hold pictures; what it holds is looked at
MOVED = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")


def demuxer_of(head: bytes) -> str | None:
    """FFmpeg's name of the only reader that may open it; None for what is no recording."""
    if head[:4] in (b"RIFF", b"RIFX", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    for start, name in ((b"fLaC", "flac"), (b"OggS", "ogg"), (b"\x1aE\xdf\xa3", "matroska"), (b"ID3", "mp3")):
        if head.startswith(start):
            return name
    if head[4:8] in MOVED:
        return "mov"
    return "mp3" if _is_mpeg_audio(head) else None


def _is_mpeg_audio(head: bytes) -> bool:
    """Eleven bits set, and layer, bit rate and sampling rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    return bool(head[1] & 0x06) and head[2] & 0xF0 != 0xF0 and head[2] & 0x0C != 0x0C


def sniffed(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise NotValid("recording.empty")
    name = demuxer_of(head)
    if name is None:
        raise NotValid("recording.not_a_recording")
    return name


def opened(path: Path, demuxer: str) -> "InputContainer":
    """Read from this one file alone: no playlist, no address, no second file is followed."""
    import av

    try:
        return av.open(str(path), format=demuxer, options={"protocol_whitelist": "file"}, metadata_errors="replace")
    except (av.error.FFmpegError, ValueError, OSError) as error:
        raise NotValid("recording.not_a_recording") from error
