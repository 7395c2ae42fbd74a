"""Authored dialogues, varied: alternative lines, slots, when and with whom."""

import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "dialogues"
WORTH = {"good": 1.1, "ordinary": 0.1, "mixed": -0.4, "bad": -1.2}
POOR = ("bad", "mixed")
SPREAD = 1.6  # how far from their own level people wander


@dataclass(frozen=True)
class Dialogue:
    id: str
    language: str
    channel: str
    post: str
    quality: str
    facts: dict[str, Any]
    marks: dict[str, Any]
    notes: dict[str, dict[str, Any]]
    fatal: tuple[str, ...]
    turns: tuple[tuple[str, tuple[str, ...]], ...]
    slots: dict[str, list[str]]
    seconds_per_turn: int


@lru_cache(maxsize=1)
def dialogues() -> tuple[Dialogue, ...]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: list[Dialogue] = []
    for path in sorted(FOLDER.rglob("*.yaml")):
        found += [_dialogue(one) for one in yaml.load(path.read_text("utf-8"), loader)]  # noqa: S506 - safe loaders only
    return tuple(found)


def _dialogue(one: dict[str, Any]) -> Dialogue:
    turns = tuple((speaker, tuple(said) if isinstance(said, list) else (said,)) for speaker, said in one["turns"])
    return Dialogue(
        id=one["id"], language=one["language"], channel=one["channel"], post=one["post"], quality=one["quality"],
        facts=one["facts"], marks=one["marks"], notes=one.get("notes", {}), fatal=tuple(one.get("fatal", ())),
        turns=turns, slots=one.get("slots", {}), seconds_per_turn=one.get("seconds_per_turn", 12),
    )  # fmt: skip


@lru_cache(maxsize=64)
def pool(post: str, language: str) -> tuple[Dialogue, ...]:
    return tuple(one for one in dialogues() if one.post == post and one.language == language)


def pick(post: str, language: str, *, level: float, dice: random.Random, is_poor: bool = False) -> Dialogue:
    """The better an agent, the likelier a well-handled contact; everybody has both.

    `is_poor`: from those that went badly without breaking a rule.
    """
    choices = pool(post, language) or pool(post, "zh")
    if is_poor:
        choices = tuple(one for one in choices if one.quality in POOR and not one.fatal) or choices
    weights = [2.718 ** (-(((WORTH[one.quality] - level) / SPREAD) ** 2) * 2) for one in choices]
    return dice.choices(choices, weights)[0]


def render(dialogue: Dialogue, *, badge: str, agent: str, dice: random.Random) -> list[dict[str, Any]]:
    """Turns with their seconds; one wording and one filling of each slot for the whole contact."""
    chosen = {name: dice.choice(values) for name, values in dialogue.slots.items()}
    chosen |= {"badge": badge, "agent": agent}
    turns, clock = [], 0.0
    for speaker, wordings in dialogue.turns:
        text = dice.choice(wordings).format_map(chosen)
        length = dialogue.seconds_per_turn * (0.5 + len(text) / (60 if dialogue.language == "en" else 30))
        turns.append(
            {"speaker": speaker, "text": text, "start": round(clock, 1), "end": round(clock + length * 0.9, 1)}
        )
        clock += length
    return turns
