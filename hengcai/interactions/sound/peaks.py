"""The shape of a recording for the eye: the loudest of each twentieth of a second, one row of bytes a channel."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hengcai.base.errors import NotValid
from hengcai.interactions.sound.decoding import SHORTEST_SECONDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from hengcai.interactions.sound.decoding import Block

A_SECOND = 20
LOUDEST = 255


@dataclass(frozen=True)
class Shape:
    """`rows`: one of bytes a channel, one after the other, as they are kept in a file."""

    seconds: float
    rows: bytes


def shape_of(blocks: Iterable["Block"], *, channels: int, rate: int) -> Shape:
    """Blocks of one second each, so that twenty parts of it never drift, whatever the rate."""
    import numpy as np

    kept: list[NDArray[np.uint8]] = []
    count = 0
    for block in blocks:
        kept.append(_loudest(block, rate))
        count += block.shape[1]
    if count < SHORTEST_SECONDS * rate:
        raise NotValid("recording.no_sound")
    rows = np.concatenate(kept, axis=1) if kept else np.zeros((channels, 0), np.uint8)
    return Shape(count / rate, rows.tobytes())


def _loudest(block: "Block", rate: int) -> "NDArray[np.uint8]":
    import numpy as np

    starts = np.arange(A_SECOND) * rate // A_SECOND
    loud = np.maximum.reduceat(np.abs(block), starts[starts < block.shape[1]], axis=1)
    return (np.nan_to_num(loud).clip(0, 1) * LOUDEST).round().astype(np.uint8)
