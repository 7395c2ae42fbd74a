"""Who is drawn for a spot test, what an answer earns, and how a question was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Any

from hengcai.assessment.rules.marking import earned
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import ESSAY
from hengcai.base.errors import NotValid

FEWEST, MOST = 1, 5  # questions of one test
MOST_KEPT = 20  # questions beside one notice
LONGEST_PASSAGE, MOST_OPTIONS, LETTERS = 1000, 8, "abcdefgh"
Item = Mapping[str, Any]


@dataclass(frozen=True)
class Result:
    points: Fraction
    out_of: Fraction
    right: tuple[str, ...]

    def is_passed(self, percent: int) -> bool:
        return self.points * 100 >= self.out_of * percent


def item_of(question: Mapping[str, Any], passage: str, *, bank: str = "") -> dict[str, Any]:
    """A question a machine can mark, with the passage of the notice that answers it."""
    found = question_of(question)
    if found.kind == ESSAY:
        raise NotValid("bulletins.essay")
    if not passage.strip() or len(passage.strip()) > LONGEST_PASSAGE:
        raise NotValid("bulletins.passage_missing", most=LONGEST_PASSAGE)
    return {"id": found.id, "question": dict(question), "passage": passage.strip(), "bank": bank}


def choice_of(key: str, text: str, lines: Sequence[str]) -> dict[str, Any]:
    """A question as somebody writes it down: an option a line, what is right with a star before it. Of several right ones
    each earns its part, and a wrong one takes a part away."""
    told = [
        (one.strip().lstrip("*").strip(), one.strip().startswith("*"))
        for one in lines
        if one.strip().lstrip("*").strip()
    ]
    n_right = sum(is_right for _text, is_right in told)
    if not text.strip() or not 2 <= len(told) <= MOST_OPTIONS or not 1 <= n_right < len(told):
        raise NotValid("bulletins.choice_wrong", most=MOST_OPTIONS)
    part, wrong = ("1", "0") if n_right == 1 else (f"1/{n_right}", f"-1/{n_right}")
    options = [
        {"id": LETTERS[place], "text": said, "share": part if is_right else wrong}
        for place, (said, is_right) in enumerate(told)
    ]
    return {"id": key, "kind": "single" if n_right == 1 else "multiple", "text": text.strip(), "options": options}


def chosen(items: Sequence[Item], ids: Sequence[str]) -> list[Item]:
    found = [one for one in items if one["id"] in ids]
    if not FEWEST <= len(found) <= MOST:
        raise NotValid("bulletins.question_count", least=FEWEST, most=MOST)
    return found


def drawn(numbers: Sequence[str], *, seed: str, sample: int | None) -> list[str]:
    """By SHA-256 of `seed|number`, so that anyone can repeat it; the order they came in plays no part."""
    ordered = sorted(set(numbers), key=lambda number: (sha256(f"{seed}|{number}".encode()).hexdigest(), number))
    return ordered if sample is None else ordered[:sample]


def marked(items: Sequence[Item], answers: Mapping[str, str]) -> Result:
    """A question left out earns nothing; points below none are none."""
    points, out_of, right = Fraction(0), Fraction(0), []
    for one in items:
        question = question_of(one["question"])
        found = max(earned(question, answers.get(one["id"], "")) or Fraction(0), Fraction(0))
        points, out_of = points + found, out_of + question.points
        if found == question.points:
            right.append(one["id"])
    return Result(points, out_of, tuple(right))
