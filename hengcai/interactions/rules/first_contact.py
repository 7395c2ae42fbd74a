"""Settled at first contact, by the record: whether the same customer came again about the same matter."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

DAY_SECONDS = 86_400
TAKEN_UP_SECONDS = 600
"""So soon after a line dropped, the next contact goes on with the one before."""
DROPPABLE = frozenset({"call", "chat", "video"})
Stretch = tuple[int, int]  # from the first moment, up to but without the second


class Piece(NamedTuple):
    """A contact as stored; moments are seconds. `flag`: what its file says of being settled at once, if anything."""

    matter: int
    starts: int
    ends: int
    channel: str
    agent: int
    flag: bool | None


class First(NamedTuple):
    """A contact nobody made before it about the same matter, credited to whoever took it first."""

    agent: int
    starts: int
    is_settled: bool


def first_contacts(pieces: Iterable[Piece], *, month: Stretch, judged_to: int, days: int) -> Iterator[First]:
    """Those that began in the month and whose days of waiting are over by `judged_to`.

    `pieces` in the order of their matter and start, from `days` (and a day) before the month to `days` after it.
    Settled is what nobody came back about within the days, unless its file says that it was not.
    """
    within = days * DAY_SECONDS
    for _matter, some in groupby(pieces, key=lambda piece: piece.matter):
        before: Piece | None = None
        wholes = [*_wholes(some)]
        for whole, after in zip(wholes, [*wholes[1:], None], strict=True):
            is_first = before is None or whole.starts - before.starts > within
            before = whole
            if is_first and month[0] <= whole.starts < month[1] and whole.starts + within <= judged_to:
                came_back = after is not None and after.starts - whole.starts <= within
                yield First(whole.agent, whole.starts, not came_back and whole.flag is not False)


def _wholes(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A dropped line that is taken up again is one contact: the first agent's, ended and told of as its last piece."""
    whole: Piece | None = None
    for piece in pieces:
        if whole is not None and _goes_on(whole, piece):
            flag = whole.flag if piece.flag is None else piece.flag
            whole = whole._replace(ends=max(whole.ends, piece.ends), flag=flag)
            continue
        if whole is not None:
            yield whole
        whole = piece
    if whole is not None:
        yield whole


def _goes_on(before: Piece, piece: Piece) -> bool:
    is_alike = piece.channel == before.channel and piece.channel in DROPPABLE
    return is_alike and piece.starts - before.ends <= TAKEN_UP_SECONDS
