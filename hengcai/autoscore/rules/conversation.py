"""A conversation as rules meet it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hengcai.base.errors import NotValid

AGENT, CUSTOMER, SYSTEM = "agent", "customer", "system"
SPEAKERS = (AGENT, CUSTOMER, SYSTEM)
OTHER = {AGENT: CUSTOMER, CUSTOMER: AGENT}
LONGEST_TURN = 1_000_000


@dataclass(frozen=True, slots=True)
class Turn:
    """Seconds where they are known."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """`columns`: the other columns of the contact."""

    id: str
    language: str
    turns: tuple[Turn, ...]
    columns: Mapping[str, Any] = field(default_factory=dict)


def conversation_of(row: Mapping[str, Any]) -> Conversation:
    """Refused by id: without turns to read, with a speaker nobody knows, with a turn longer than any that was spoken."""
    name = str(row.get("id") or "")
    if not name:
        raise NotValid("autoscore.no_id")
    turns = row.get("turns")
    if turns is None:
        turns = []
    if not isinstance(turns, Sequence) or isinstance(turns, str):
        raise NotValid("autoscore.turns_wrong", id=name)
    columns = {key: value for key, value in row.items() if key not in ("id", "turns")}
    return Conversation(name, str(row.get("language") or ""), tuple(_turns(name, turns)), columns)


def _turns(name: str, turns: Sequence[Any]) -> Iterable[Turn]:
    for place, one in enumerate(turns):
        speaker = one.get("speaker") if isinstance(one, Mapping) else None
        if speaker not in SPEAKERS:
            raise NotValid("autoscore.speaker_wrong", id=name, turn=place)
        text = one.get("text")
        text = "" if text is None else str(text)
        if len(text) > LONGEST_TURN:
            raise NotValid("autoscore.turn_long", id=name, turn=place, most=LONGEST_TURN)
        yield Turn(str(speaker), text, _seconds(name, one.get("start")), _seconds(name, one.get("end")))


def _seconds(name: str, value: Any) -> float | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotValid("autoscore.time_wrong", id=name, value=str(value)[:40])
    return float(value)
