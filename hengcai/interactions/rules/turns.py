"""Who said what: turns of a conversation, from objects or from one line a turn."""

import re
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any, NamedTuple

from hengcai.base.errors import NotValid

SPEAKERS = {
    "agent": "agent", "客服": "agent", "坐席": "agent", "座席": "agent",
    "customer": "customer", "客户": "customer", "顾客": "customer", "用户": "customer",
    "system": "system", "系统": "system",
}  # fmt: skip
LONGEST_TURN, NEAR_THE_END = 20_000, 2_000
_SENTENCE_END = re.compile(r"[。！？；!?;\n]+\s*|\.\s+")
_SPACE = re.compile(r"\s+")
_LINE = re.compile(rf"\s*({'|'.join(SPEAKERS)})\s*[:：]\s*(.*)", re.IGNORECASE)


class Turn(NamedTuple):
    """`start` and `end` are seconds since the beginning, where known."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


def turns_of(objects: Any, *, column: str = "turns") -> tuple[Turn, ...]:
    """From a list of `{speaker, text, start?, end?}`; anything else in a turn is left out."""
    if objects in (None, "", []):
        return ()
    if not isinstance(objects, list):
        raise NotValid("turns.not_list", column=column)
    return tuple(_turn(one, number, column) for number, one in enumerate(objects, start=1))


def turns_of_text(text: str, *, column: str = "text") -> tuple[Turn, ...]:
    """One `agent: …` or `customer: …` a line; a line without a speaker goes on with the turn before it."""
    found: list[tuple[str, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.match(line)
        if match:
            found.append((SPEAKERS[match[1].casefold()], [match[2].strip()]))
        elif line.strip() and not found:
            raise NotValid("turns.line_without_speaker", column=column, value=line.strip(), number=number)
        elif line.strip():
            found[-1][1].append(line.strip())
    return tuple(Turn(speaker, "\n".join(lines)) for speaker, lines in found)


def split_long(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """A turn longer than any reader takes becomes several of the same speaker; its times stay with the first of them.

    Put together again, the pieces are the turn letter for letter.
    """
    if all(len(turn.text) <= LONGEST_TURN for turn in turns):
        return turns
    return tuple(piece for turn in turns for piece in _pieces(turn))


def _pieces(turn: Turn) -> Iterator[Turn]:
    start, rest = 0, turn
    while len(turn.text) - start > LONGEST_TURN:
        end = _cut(turn.text, start)
        yield rest._replace(text=turn.text[start:end])
        start, rest = end, Turn(turn.speaker, "")
    yield rest._replace(text=turn.text[start:])


def _cut(text: str, start: int) -> int:
    """After the last sentence that fits, else after the last space, else where it is full; never far below that."""
    end = start + LONGEST_TURN
    for place in (_SENTENCE_END, _SPACE):
        if found := list(place.finditer(text, end - NEAR_THE_END, end)):
            return found[-1].end()
    return end


def spoken_count(turns: Iterable[Turn]) -> int:
    """Turns in which agent or customer said something."""
    return sum(1 for turn in turns if turn.speaker != "system" and turn.text.strip())


def as_objects(turns: Iterable[Turn]) -> list[dict[str, Any]]:
    return [{key: value for key, value in turn._asdict().items() if value is not None} for turn in turns]


def _turn(one: Any, number: int, column: str) -> Turn:
    if not isinstance(one, Mapping):
        raise NotValid("turns.not_object", column=column, number=number)
    speaker = SPEAKERS.get(str(one.get("speaker", "")).strip().lower())
    if speaker is None:
        raise NotValid("turns.speaker_unknown", column=column, number=number, value=one.get("speaker", ""))
    said = one.get("text")
    if said is not None and not isinstance(said, str):
        raise NotValid("turns.text_malformed", column=column, number=number)
    if said and "\0" in said:
        raise NotValid("import.zero_character", column=column)
    start, end = (_seconds(one.get(name), number, column) for name in ("start", "end"))
    return Turn(speaker, said or "", start, end)


def _seconds(value: Any, number: int, column: str) -> float | None:
    if value is None or value == "":
        return None
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        seconds = -1.0
    if isinstance(value, bool) or not isfinite(seconds) or seconds < 0:
        raise NotValid("turns.seconds_malformed", column=column, number=number, value=value)
    return seconds
