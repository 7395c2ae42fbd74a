"""Which moments of a recording are covered by a tone: when what is covered in the text was said."""

from collections.abc import Mapping, Sequence
from typing import Any

from hengcai.base.masking.text import pieces_of_turns

MARGIN = 0.3  # seconds; people do not speak at an even pace
TOGETHER = 0.2

Moment = tuple[float, float]


def covered_moments(turns: Sequence[Mapping[str, Any]], *, known: Sequence[str] = (), seconds: float) -> list[Moment]:
    """A stretch of text is taken to be said at its share of its turn. Turns without a time cover nothing."""
    found: list[Moment] = []
    for place, (turn, pieces) in enumerate(zip(turns, pieces_of_turns(turns, known=known), strict=True)):
        if turn.get("start") is None or not turn["text"]:
            continue
        start, end = float(turn["start"]), _end(turns, place, seconds)
        pace, at = (end - start) / len(turn["text"]), 0
        for piece in pieces:
            if piece.kind:
                found.append((start + at * pace, start + (at + len(piece.text)) * pace))
            at += len(piece.text)
    return _joined([(max(0.0, first - MARGIN), min(seconds, last + MARGIN)) for first, last in found])


def _end(turns: Sequence[Mapping[str, Any]], place: int, seconds: float) -> float:
    """Its own, or where the next one begins, or where the recording ends."""
    start = float(turns[place]["start"])
    later = [float(turn["start"]) for turn in turns[place + 1 :] if turn.get("start") is not None]
    told = turns[place].get("end")
    end = float(told) if told is not None else next((one for one in later if one > start), seconds)
    return max(start, min(end, seconds))


def _joined(moments: Sequence[Moment]) -> list[Moment]:
    found: list[Moment] = []
    for first, last in sorted(moments):
        if first >= last:
            continue
        if found and first <= found[-1][1] + TOGETHER:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
