"""Authored dialogues, varied: alternative lines, slots, when and with whom.

A turn is `[speaker, wording or wordings, {pause, overlap}]`: `pause` is how many seconds nobody speaks before it,
`overlap` how many seconds it begins before the turn before has ended. `marks` say what a practised analyst finds, by
item of the card the contact is scored on: `{mark, turn, why, instead}`. `why` quotes the moment within “ ”, word for
word; a mark below the standard also has `instead`: what would have been right. Both may hold the dialogue's slots.
`hours` are those of the day it can begin in, where what is said leaves no others; `topics` name what a centre has to meet.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "dialogues"
WORTH = {"good": 1.4, "ordinary": 0.4, "mixed": -0.2, "bad": -1.0}  # the level at which such a contact is likeliest
OFTEN = {"good": 0.8, "ordinary": 1.2, "mixed": 1.2, "bad": 0.3}  # whoever the agent is, a breach is rare
POOR = ("bad", "mixed")
CRITICAL = frozenset(
    {
        "accurate_info",
        "identity",
        "papers",
        "consent",
        "privacy",
        "do_not_call",
        "sales_talk",
        "screen_share",
        "true_close",
        "wrong_handling",
        "sensitive_data",
    }
)
SPREAD = 1.6  # how far from their own level people wander


@dataclass(frozen=True)
class Line:
    speaker: str
    wordings: tuple[str, ...]
    pause: float = 0
    overlap: float = 0


@dataclass(frozen=True)
class Finding:
    """One item: its mark as the card takes it, the turn it rests on, the reason."""

    mark: str
    why: str = ""
    instead: str = ""
    turn: int | None = None


HEARD_AS = {"second_line": "inbound"}  # calls that were passed on to the second line


@dataclass(frozen=True)
class Dialogue:
    id: str
    language: str
    channel: str
    post: str
    quality: str
    topics: frozenset[str]
    summary: Mapping[str, str]
    facts: Mapping[str, Any]
    marks: Mapping[str, Finding]
    turns: tuple[Line, ...]
    slots: Mapping[str, list[str]]
    seconds_per_turn: int
    hours: tuple[int, int]

    @property
    def is_fatal(self) -> bool:
        return any(self.marks[code].mark in ("no", "hit") for code in CRITICAL & set(self.marks))


@dataclass(frozen=True)
class Told:
    """One contact made from a dialogue: what its slots were filled with."""

    dialogue: Dialogue
    slots: Mapping[str, str]


@lru_cache(maxsize=1)
def dialogues() -> tuple[Dialogue, ...]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: list[Dialogue] = []
    for path in sorted(FOLDER.rglob("*.yaml")):
        found += [_dialogue(one) for one in yaml.load(path.read_text("utf-8"), loader)]  # noqa: S506 - safe loaders only
    return tuple(found)


def _dialogue(one: dict[str, Any]) -> Dialogue:
    return Dialogue(
        id=one["id"], language=one["language"], channel=one["channel"], post=one["post"], quality=one["quality"],
        topics=frozenset(one.get("topics", ())), summary=one["summary"], facts=one["facts"],
        marks={code: _finding(found) for code, found in one["marks"].items()},
        turns=tuple(_line(*turn) for turn in one["turns"]),
        slots=one.get("slots", {}), seconds_per_turn=one.get("seconds_per_turn", 12),
        hours=tuple(one.get("hours", (8, 20))),
    )  # fmt: skip


def _line(speaker: str, said: str | list[str], times: Mapping[str, float] | None = None) -> Line:
    return Line(speaker, tuple(said) if isinstance(said, list) else (said,), **(times or {}))


def _finding(found: dict[str, Any]) -> Finding:
    """YAML reads a bare yes or no as true or false."""
    mark = {True: "yes", False: "no"}[found["mark"]] if isinstance(found["mark"], bool) else str(found["mark"])
    return Finding(**(found | {"mark": mark}))


@lru_cache(maxsize=64)
def pool(post: str, language: str) -> tuple[Dialogue, ...]:
    told = [one for one in dialogues() if one.post == HEARD_AS.get(post, post) and one.language == language]
    return tuple(one for one in told if post not in HEARD_AS or one.channel == "call")


def pick(post: str, language: str, *, level: float, dice: random.Random, is_poor: bool = False) -> Dialogue:
    """The better an agent, the likelier a well-handled contact; everybody has both.

    `is_poor`: from those that went badly without breaking a rule.
    """
    choices = pool(post, language) or pool(post, "zh")
    if is_poor:
        choices = tuple(one for one in choices if one.quality in POOR and not one.is_fatal) or choices
    weights = [OFTEN[one.quality] * 2.718 ** (-(((WORTH[one.quality] - level) / SPREAD) ** 2) * 2) for one in choices]
    return dice.choices(choices, weights)[0]


def tell(dialogue: Dialogue, *, badge: str, agent: str, dice: random.Random) -> Told:
    """One filling of each slot for the whole contact."""
    chosen = {name: dice.choice(values) for name, values in dialogue.slots.items()}
    return Told(dialogue, chosen | {"badge": badge, "agent": agent})


def render(told: Told, *, dice: random.Random) -> list[dict[str, Any]]:
    """Turns with their seconds, one wording of each."""
    dialogue = told.dialogue
    turns: list[dict[str, Any]] = []
    ended, free = 0.0, 0.0
    for line in dialogue.turns:
        text = dice.choice(line.wordings).format_map(told.slots)
        length = dialogue.seconds_per_turn * (0.5 + len(text) / (60 if dialogue.language == "en" else 30))
        start = max(0.0, ended - line.overlap if line.overlap else free + line.pause)
        ended, free = start + length * 0.9, start + length
        turns.append({"speaker": line.speaker, "text": text, "start": round(start, 1), "end": round(ended, 1)})
    return turns
