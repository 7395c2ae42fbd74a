"""Voices out of nothing: a buzz through three formants in the rhythm of syllables. It says nothing and sounds like talk.

Where `espeak-ng` is installed, words can be spoken as they stand.
"""

import io
import shutil
import subprocess
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

RATE = 8_000
BANK_SECONDS = 12
SYLLABLES = 4.6  # a second
FADE = 240  # samples
VOWELS = (
    (730, 1090, 2440),
    (270, 2290, 3010),
    (530, 1840, 2480),
    (570, 840, 2410),
    (300, 870, 2240),
    (490, 1350, 1690),
)
WIDTHS = (90.0, 110.0, 150.0)


@dataclass(frozen=True)
class Voice:
    """How high it speaks, in hertz, and the seed of its babble; `name` is what espeak-ng calls one like it."""

    pitch: float
    seed: int
    name: str = ""


AGENT, CUSTOMER = Voice(205.0, 1, "+f3"), Voice(118.0, 2, "+m3")


@lru_cache(maxsize=4)
def babble(voice: Voice) -> "Samples":
    """A few seconds of it, as loud as a voice on the line; turns are cut from it."""
    import numpy as np

    dice, count = np.random.default_rng(voice.seed), BANK_SECONDS * RATE
    moments = np.arange(count) / RATE
    syllable = (moments * SYLLABLES).astype(int)
    pitch = voice.pitch * (
        1 + 0.08 * np.sin(2 * np.pi * 0.6 * moments) + 0.06 * dice.standard_normal(syllable.max() + 1)[syllable]
    )
    turning = 2 * np.pi * np.cumsum(pitch) / RATE
    vowels = np.array(VOWELS, float)[dice.integers(0, len(VOWELS), syllable.max() + 1)][syllable]
    sound = np.zeros(count)
    for harmonic in range(1, int(0.45 * RATE / voice.pitch)):
        near = ((harmonic * voice.pitch - vowels) / np.array(WIDTHS)) ** 2
        sound += (1 / (1 + near)).sum(axis=1) / harmonic**0.5 * np.sin(harmonic * turning)
    swell = np.sin(np.pi * ((moments * SYLLABLES) % 1)) ** 0.6
    breath = 0.04 * dice.standard_normal(count) * (swell < 0.35)
    said = 0.32 * sound * swell / np.abs(sound).max() + breath * 0.3
    return np.asarray(said, np.float32)


def spoken(voice: Voice, seconds: float, *, at: int = 0) -> "Samples":
    """So much of it, from a place of its own, with its ends faded."""
    import numpy as np

    bank, count = babble(voice), int(seconds * RATE)
    found = np.resize(np.roll(bank, -(at * 7919) % len(bank)), count).copy()
    edge = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / FADE)
    return (found * edge).astype(np.float32)


def talk(turns: Sequence[Mapping[str, Any]], *, words: str = "") -> "Samples":
    """A row a side, the agent's first; each turn from its start to its end. `words`: the language espeak-ng reads in."""
    import numpy as np

    length = max(float(turn["end"]) for turn in turns) + 0.6
    rows = 0.0015 * np.random.default_rng(3).standard_normal((2, int(length * RATE))).astype(np.float32)
    for place, turn in enumerate(turns):
        side = 0 if turn["speaker"] == "agent" else 1
        seconds = max(0.3, float(turn["end"]) - float(turn["start"]) - 0.15)
        voice = (AGENT, CUSTOMER)[side]
        piece = read(turn["text"], voice, words, seconds) if words else spoken(voice, seconds, at=place)
        first = int(float(turn["start"]) * RATE)
        rows[side, first : first + len(piece)] += piece[: rows.shape[1] - first]
    return rows


def can_read() -> bool:
    return shutil.which("espeak-ng") is not None


def read(text: str, voice: Voice, language: str, seconds: float) -> "Samples":
    """The words themselves, a little faster where they would not fit."""
    import numpy as np

    pace = str(min(320, max(120, int(175 * _long(text) / seconds))))
    command = ["espeak-ng", "-v", f"{language}{voice.name}", "-s", pace, "--stdout", text]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=30)
    if len(done.stdout) < 100:
        return spoken(voice, seconds)
    with wave.open(io.BytesIO(done.stdout)) as file:
        rate = file.getframerate()
    samples = np.frombuffer(done.stdout[44:], "<i2").astype(np.float32) / 32768
    places = np.arange(int(len(samples) * RATE / rate)) * rate / RATE
    heard = 0.6 * np.interp(places, np.arange(len(samples)), samples)[: int(seconds * RATE)]
    return np.asarray(heard, np.float32)


def _long(text: str) -> float:
    """About how many seconds it takes to say."""
    return len(text) / (4.5 if any(ord(sign) > 0x2E80 for sign in text) else 14)


def write(rows: "Samples", path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(rows))
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((rows.T.clip(-1, 1) * 32767).astype("<i2").tobytes())
