"""What is shown of a text, of the turns of a conversation: the same characters, some of them covered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.base.masking.answers import answered
from hengcai.base.masking.letters import accounts, mails, plates
from hengcai.base.masking.names import names
from hengcai.base.masking.numbers import numbers
from hengcai.base.masking.places import places
from hengcai.base.masking.stretch import COVER, Stretch, apart, plain

NEAR_TURNS = 3  # so many turns on, the same speaker may still be telling the same number
Turns = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Piece:
    """A stretch of text as shown; `kind` says what is covered there, empty where nothing is."""

    text: str
    kind: str = ""


def mask(text: str) -> str:
    """As long as the text: each covered character is one `*`."""
    return _masked(text, stretches(text))


def pieces(text: str) -> list[Piece]:
    """The text in its order, covered stretches apart, so that a page can mark them."""
    return _pieces(text, stretches(text))


def masked_turns(turns: Turns, *, known: Sequence[str] = ()) -> list[str]:
    """The text of each turn; numbers told over neighbouring turns of one speaker, and names known, are covered too."""
    found = _of_turns(turns, known)
    return [_masked(str(turn["text"]), some) for turn, some in zip(turns, found, strict=True)]


def spoken_turns(turns: Turns, *, known: Sequence[str] = ()) -> list[dict[str, str]]:
    """Who said it, and what, covered: what programs are handed."""
    return [
        {"speaker": str(turn["speaker"]), "text": text}
        for turn, text in zip(turns, masked_turns(turns, known=known), strict=True)
    ]


def bare_pieces_of(turns: Turns) -> list[list[Piece]]:
    """For whoever may read them as they are."""
    return [[Piece(str(turn["text"]))] for turn in turns]


def pieces_of_turns(turns: Turns, *, known: Sequence[str] = ()) -> list[list[Piece]]:
    found = _of_turns(turns, known)
    return [_pieces(str(turn["text"]), some) for turn, some in zip(turns, found, strict=True)]


def stretches(text: str, *, known: Sequence[str] = ()) -> list[Stretch]:
    """What is covered, in its order."""
    half = plain(text)
    return _together(half, numbers(half), known)


def _together(half: str, found: list[Stretch], known: Sequence[str]) -> list[Stretch]:
    """Mail before numbers, since a number may stand within one; numbers before places, which end in numbers."""
    letters = [*places(half), *accounts(half), *names(half, known)]
    return apart([*mails(half), *plates(half), *found, *letters])


def _of_turns(turns: Turns, known: Sequence[str]) -> list[list[Stretch]]:
    found: list[list[Stretch]] = [[] for _turn in turns]
    for near in _neighbours(turns):
        texts = [str(turns[place]["text"]) for place in near]
        for place, some in zip(near, _told_together(texts, known), strict=True):
            found[place] = apart([*some, *answered(plain(str(turns[place]["text"])), _question(turns, place))])
    return found


def _question(turns: Turns, place: int) -> str:
    """What the other has said right before."""
    before = turns[place - 1] if place else {}
    return str(before["text"]) if before and before.get("speaker") != turns[place].get("speaker") else ""


def _neighbours(turns: Turns) -> list[list[int]]:
    """Turns of one speaker, each near the one before; what another says in between does not part them."""
    groups: list[list[int]] = []
    latest: dict[object, list[int]] = {}
    for place, turn in enumerate(turns):
        group = latest.get(turn.get("speaker"))
        if group is None or place - group[-1] > NEAR_TURNS:
            group = latest[turn.get("speaker")] = []
            groups.append(group)
        group.append(place)
    return groups


def _told_together(texts: Sequence[str], known: Sequence[str]) -> list[list[Stretch]]:
    """Numbers are looked for in all of it, everything else in each turn."""
    whole = "\n".join(texts)
    everywhere = numbers(plain(whole))
    found, start = [], 0
    for text in texts:
        end = start + len(text)
        here = [_within(one, start, end) for one in everywhere if one.start < end and one.end > start]
        found.append(_together(plain(text), here, known))
        start = end + 1
    return found


def _within(one: Stretch, start: int, end: int) -> Stretch:
    """The part that lies in one turn."""
    low, high = max(one.start, start) - start, min(one.end, end) - start
    hidden_low = min(max(one.hidden_start - start, low), high)
    return Stretch(one.kind, low, high, hidden_low, max(hidden_low, min(one.hidden_end - start, high)))


def _masked(text: str, found: Sequence[Stretch]) -> str:
    return "".join(piece.text for piece in _pieces(text, found))


def _pieces(text: str, found: Sequence[Stretch]) -> list[Piece]:
    shown, at = [], 0
    for one in found:
        if one.start > at:
            shown.append(Piece(text[at : one.start]))
        cover = COVER * (one.hidden_end - one.hidden_start)
        shown.append(Piece(text[one.start : one.hidden_start] + cover + text[one.hidden_end : one.end], one.kind))
        at = one.end
    return [*shown, Piece(text[at:])] if at < len(text) else shown
