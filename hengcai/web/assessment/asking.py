"""A question of the bank as somebody answers it on a page, and what they answered as the contracts write it."""

import random
from dataclasses import dataclass
from typing import Any

from hengcai.assessment.rules.marking import parts_of_response
from hengcai.assessment.rules.questions import sides
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
        pairs = self.given.get("pairs", [])
        texts = [*(one["right"] for one in pairs), *self.given.get("distractors", [])]
        given = parts_of_response([one["left"] for one in pairs], self.answer)
        chosen = {place: self._meant(some, texts) for place, some in given.items()}
        rights = sorted({self.say(one) for one in texts})
        self.chance.shuffle(rights)
        return [
            Gap(f"{self.name}-{place}", self.say(pair["left"]), [Choice(one, one, chosen.get(place) == one) for one in rights])
            for place, pair in enumerate(pairs)
        ]  # fmt: skip

    def _meant(self, readings: list[str], texts: list[Any]) -> str | None:
        """The right side one of them spells, in whichever language it was chosen."""
        found = (one for reading in reversed(readings) for one in texts if reading in map(str.strip, sides(one)))
        return next(map(self.say, found), None)

    def _gaps(self) -> list[Gap]:
        gaps = self.given.get("gaps", [])
        given = parts_of_response([one["id"] for one in gaps], self.answer)
        return [self._gap(one, given.get(place, [""])) for place, one in enumerate(gaps)]

    def _gap(self, gap: dict[str, Any], readings: list[str]) -> Gap:
        value = readings[0] if gap.get("options") else readings[-1]
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
