"""Tiny recordings written by the test: by hand where a header is to lie, by PyAV otherwise."""

import struct
from pathlib import Path

import av
import numpy as np

LINEAR = {"wav": "pcm_s16le", "mp3": "libmp3lame", "flac": "flac", "ogg": "libopus"}


def tone(seconds: float, rate: int, channels: int = 1, pitch: float = 440.0) -> np.ndarray:
    """One row a channel; a channel is an octave above the one before it and half as loud."""
    moments = np.arange(int(seconds * rate)) / rate
    rows = [0.5 / (1 + n) * np.sin(2 * np.pi * pitch * (1 + n) * moments) for n in range(channels)]
    return np.array(rows, np.float32)


def written(path: Path, samples: np.ndarray, rate: int, codec: str = "", container: str = "") -> Path:
    kind = container or path.suffix[1:]
    layout = "stereo" if len(samples) > 1 else "mono"
    with av.open(str(path), "w", format=kind) as out:
        stream = out.add_stream(codec or LINEAR[kind], rate=rate, layout=layout)
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout=layout)
        frame.sample_rate = rate
        resampler = av.AudioResampler(stream.codec_context.format.name, layout, rate)
        for one in resampler.resample(frame):
            out.mux(stream.encode(one))
        out.mux(stream.encode(None))
    return path


def wav(path: Path, samples: np.ndarray, rate: int, *, told: int | None = None) -> Path:
    """Sixteen bits; `told` is what the header says of its length instead of the truth."""
    data = (samples.T * 32767).astype("<i2").tobytes()
    size = len(data) if told is None else told
    channels = len(samples)
    shape = struct.pack("<HHIIHH", 1, channels, rate, rate * 2 * channels, 2 * channels, 16)
    head = b"RIFF" + struct.pack("<I", min(size + 36, 0xFFFFFFFF)) + b"WAVEfmt " + struct.pack("<I", 16) + shape
    path.write_bytes(head + b"data" + struct.pack("<I", size) + data)
    return path
