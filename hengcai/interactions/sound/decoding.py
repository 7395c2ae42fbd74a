"""Decoding in constant memory: whatever comes in leaves as blocks of one second, float32, one row a channel.

How long it is is counted in what came out: headers of recorders that were cut off or streamed say 0, or 75 hours.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from hengcai.base.errors import NotValid
from hengcai.interactions.sound.opening import VIDEO, opened, sniffed

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from numpy.typing import NDArray

    Block = NDArray[np.float32]

SHORTEST_SECONDS = 0.2
LOWEST_RATE, HIGHEST_RATE = 4_000, 192_000
MOST_CHANNELS = 2


@dataclass(frozen=True)
class Source:
    """What a file turned out to be; `picture` is the codec of its moving picture, empty where it has none."""

    path: Path
    demuxer: str
    codec: str
    channels: int
    rate: int
    picture: str = ""


def source_of(path: Path) -> Source:
    demuxer = sniffed(path)
    with closing(opened(path, demuxer)) as container:
        if not container.streams.audio:
            raise NotValid("recording.no_sound")
        stream = container.streams.audio[0]
        rate, channels = stream.rate or 0, stream.channels or 0
        if not LOWEST_RATE <= rate <= HIGHEST_RATE or not channels:
            raise NotValid("recording.not_a_recording")
        pictures = [one for one in container.streams.video if demuxer in VIDEO and not _is_cover(one)]
        picture = pictures[0].codec_context.name if pictures else ""
        return Source(path, demuxer, stream.codec_context.name, min(channels, MOST_CHANNELS), rate, picture)


def _is_cover(stream: Any) -> bool:
    """A still picture that some programs put beside sound."""
    return stream.codec_context.name in ("mjpeg", "png")


def blocks(source: Source, *, rate: int | None = None, most_seconds: float) -> Iterator["Block"]:
    """Seconds of sound, the last one shorter; refused once there is more of it than may be."""
    pace = rate or source.rate
    taken = 0
    for block in _in_seconds(_pieces(source, pace), pace):
        taken += block.shape[1]
        if taken > most_seconds * pace:
            raise NotValid("recording.too_long", minutes=int(most_seconds // 60))
        yield block


def _pieces(source: Source, rate: int) -> Iterator["Block"]:
    import av

    layout = "stereo" if source.channels == MOST_CHANNELS else "mono"
    resampler: av.AudioResampler | None = None
    shape: tuple[str, str, int] | None = None
    for frame in _frames(source):
        if resampler is None or shape != (frame.format.name, frame.layout.name, frame.sample_rate):
            if resampler is not None:
                yield from _arrays(resampler.resample(None))
            shape = (frame.format.name, frame.layout.name, frame.sample_rate)
            resampler = av.AudioResampler(format="fltp", layout=layout, rate=rate)
        frame.pts = None
        yield from _arrays(resampler.resample(frame))
    if resampler is not None:
        yield from _arrays(resampler.resample(None))


def _arrays(frames: Iterable["AudioFrame"]) -> Iterator["Block"]:
    return (cast("Block", frame.to_ndarray()) for frame in frames if frame.samples)


def _frames(source: Source) -> Iterator["AudioFrame"]:
    """A packet that cannot be decoded is passed over: a scratch is no reason to lose a call."""
    import av

    with closing(opened(source.path, source.demuxer)) as container:
        packets = container.demux(container.streams.audio[0])
        while True:
            try:
                packet = next(packets)
            except (StopIteration, av.error.FFmpegError):
                return
            try:
                yield from packet.decode()
            except av.error.FFmpegError:
                continue


def _in_seconds(pieces: Iterable["Block"], rate: int) -> Iterator["Block"]:
    import numpy as np

    waiting: list[Block] = []
    count = 0
    for piece in pieces:
        waiting.append(piece)
        count += piece.shape[1]
        if count < rate:
            continue
        whole = np.concatenate(waiting, axis=1)
        for start in range(0, count - count % rate, rate):
            yield whole[:, start : start + rate]
        rest = whole[:, count - count % rate :].copy()
        waiting, count = ([rest], rest.shape[1]) if rest.shape[1] else ([], 0)
    if count:
        yield np.concatenate(waiting, axis=1)
