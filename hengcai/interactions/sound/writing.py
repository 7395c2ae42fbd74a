"""Sound written as Opus in WebM, which every browser of today plays and finds its way about in by ranges."""

import math
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hengcai.interactions.sound.decoding import Block

RATES = (8_000, 12_000, 16_000, 24_000, 48_000)  # the only ones Opus is encoded from
BITS_A_CHANNEL = 24_000
NARROW = 16_000
ENDING = ".webm"


def opus_rate(rate: int) -> int:
    """The lowest that loses nothing; above 48 kHz there is none."""
    return next((one for one in RATES if one >= rate), RATES[-1])


def write_opus(blocks: Iterable["Block"], path: Path, *, channels: int, rate: int) -> None:
    """Under a temporary name first: what stands under the final one is whole."""
    growing = path.with_name(f".{path.name}.tmp")
    try:
        _encode(blocks, growing, channels=channels, rate=rate)
        _sync(growing)
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)


def _encode(blocks: Iterable["Block"], path: Path, *, channels: int, rate: int) -> None:
    import av
    import numpy as np

    layout = "stereo" if channels > 1 else "mono"
    with av.open(str(path), "w", format="webm", options={"cues_to_front": "1"}) as container:
        stream = container.add_stream("libopus", rate=rate, layout=layout)
        stream.bit_rate = BITS_A_CHANNEL * channels * (1 if rate <= NARROW else 2)
        taken = 0
        for block in blocks:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block), format="fltp", layout=layout)
            frame.sample_rate, frame.pts = rate, taken
            taken += block.shape[1]
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def beeped(
    blocks: Iterable["Block"], moments: Iterable[tuple[float, float]], *, rate: int, tone: float = 1_000.0
) -> Iterable["Block"]:
    """The same sound with a tone over these moments, on every channel, and nothing of what was under it."""
    import numpy as np

    covered = [(math.floor(start * rate), math.ceil(end * rate)) for start, end in moments]
    place = 0
    for block in blocks:
        end = place + block.shape[1]
        near = [(max(first, place), min(last, end)) for first, last in covered if first < end and last > place]
        if near:
            block = block.copy()
        for first, last in near:
            wave = 0.2 * np.sin(2 * np.pi * tone * np.arange(first, last) / rate)
            block[:, first - place : last - place] = wave.astype(np.float32)
        yield block
        place = end


def within(blocks: Iterable["Block"], span: tuple[float, float], *, rate: int) -> Iterable["Block"]:
    """What lies between two moments, and nothing else; what comes after them is not even read."""
    first, last = math.floor(span[0] * rate), math.ceil(span[1] * rate)
    place = 0
    for block in blocks:
        end = place + block.shape[1]
        if end > first:
            yield block[:, max(0, first - place) : last - place]
        if end >= last:
            return
        place = end
