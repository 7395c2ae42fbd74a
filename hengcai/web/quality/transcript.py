"""What was said, line by line, with customers' data covered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.base.masking.text import Piece, pieces_of_turns
from hengcai.quality.models import Item

QUIET = 10  # seconds of silence worth a line of its own


@dataclass(frozen=True)
class Pin:
    """An item that points at a line, with what was written about it."""

    item: Item
    comment: str


@dataclass(frozen=True)
class Said:
    """`place` counts from 0, as marks point at it; people count from 1."""

    place: int
    speaker: str
    start: float | None
    pieces: list[Piece]
    quiet: int
    pins: Sequence[Pin]

    @property
    def number(self) -> int:
        return self.place + 1


def said(turns: Sequence[Mapping[str, Any]], pins: Mapping[int, Sequence[Pin]] | None = None) -> list[Said]:
    return [
        Said(
            place=place,
            speaker=turn["speaker"],
            start=turn.get("start"),
            pieces=shown,
            quiet=_quiet(turns[place - 1], turn) if place else 0,
            pins=(pins or {}).get(place, ()),
        )
        for place, (turn, shown) in enumerate(zip(turns, pieces_of_turns(turns), strict=True))
    ]


def _quiet(before: Mapping[str, Any], turn: Mapping[str, Any]) -> int:
    end, start = before.get("end"), turn.get("start")
    gap = int(start - end) if end is not None and start is not None else 0
    return gap if gap >= QUIET else 0


def pins_of(parts: Sequence[Any]) -> dict[int, list[Pin]]:
    """Line → the items pinned to it."""
    found: dict[int, list[Pin]] = {}
    for row in (row for part in parts for row in part.rows):
        if row.mark and row.mark.turn is not None:
            found.setdefault(row.mark.turn, []).append(Pin(row.item, row.mark.comment))
    return found
