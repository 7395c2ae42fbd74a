"""A question of the bank as somebody answers it on a page, and what they answered as the contracts write it."""

import random
from dataclasses import dataclass
from typing import Any

from hengcai.base.bilingual import Bilingual, decode

BLANK = "{{{{{}}}}}"  # {{1}} in the text of a cloze


@dataclass(frozen=True)
class Choice:
    value: str
    text: Any
    is_chosen: bool = False


@dataclass(frozen=True)
class Gap:
    """One thing to choose or type: a left side to be matched, a gap in a text."""

    name: str
    label: Any
    choices: list[Choice]
    value: str = ""


class Put:
    """One question put to somebody in their language. `answer`: what they gave so far; `seed` settles the order."""

    def __init__(self, question: dict[str, Any], *, language: str, seed: str = "", answer: str = "") -> None:
        self.given, self.language, self.answer = decode(question), language, answer
        self.id, self.kind = question["id"], question["kind"]
        self.chance = random.Random(f"{seed}|{self.id}")  # noqa: S311 - an order, no secret

    @property
    def name(self) -> str:
        return f"q-{self.id}"

    @property
    def text(self) -> str:
        return self.say(self.given.get("text", ""))

    @property
    def is_choice(self) -> bool:
        return self.kind in ("single", "multiple", "true_false")

    @property
    def choices(self) -> list[Choice]:
        chosen = self.answer.split(";")
        options = list(self.given.get("options", []))
        if self.given.get("shuffle", True):
            self.chance.shuffle(options)
        return [Choice(one["id"], self.say(one["text"]), one["id"] in chosen) for one in options]

    @property
    def gaps(self) -> list[Gap]:
        return self._pairs() if self.kind == "matching" else self._gaps()

    def _pairs(self) -> list[Gap]:
        given = dict(part.split("=", 1) for part in self.answer.split(";") if "=" in part)
        pairs = self.given.get("pairs", [])
        rights = [self.say(one["right"]) for one in pairs] + [
            self.say(one) for one in self.given.get("distractors", [])
        ]
        rights = sorted(set(rights))
        self.chance.shuffle(rights)
        lefts = [self.say(one["left"]) for one in pairs]
        return [
            Gap(f"{self.name}-{place}", left, [Choice(one, one, given.get(left) == one) for one in rights])
            for place, left in enumerate(lefts)
        ]

    def _gaps(self) -> list[Gap]:
        given = dict(part.split("=", 1) for part in self.answer.split(";") if "=" in part)
        return [self._gap(one, given.get(one["id"], "")) for one in self.given.get("gaps", [])]

    def _gap(self, gap: dict[str, Any], value: str) -> Gap:
        choices = [Choice(one["id"], self.say(one["text"]), one["id"] == value) for one in gap.get("options", [])]
        return Gap(f"{self.name}-{gap['id']}", gap["id"], choices, value)

    def say(self, text: Any) -> str:
        return text.read(self.language) if isinstance(text, Bilingual) else str(text)

    def posted(self, post: Any) -> str:
        """The response as the contracts write it; empty where nothing was answered."""
        if self.kind == "multiple":
            return ";".join(sorted(post.getlist(self.name)))
        if self.kind in ("matching", "cloze"):
            parts = [(self._key(one), post.get(one.name, "").strip()) for one in self.gaps]
            return ";".join(f"{key}={value}" for key, value in parts if value)
        return str(post.get(self.name, "")).strip()

    def _key(self, gap: Gap) -> str:
        return str(gap.label)
