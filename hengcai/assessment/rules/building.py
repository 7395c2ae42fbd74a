"""How a builder changes a questionnaire's definition: one question put in, changed, moved or taken out at a time."""

from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotValid

Definition = Mapping[str, Any]


def question_in(definition: Definition, code: str) -> dict[str, Any]:
    found = next((dict(one) for one in definition["questions"] if one["id"] == code), None)
    if found is None:
        raise NotValid("assessment.not_there")
    return found


def with_question(definition: Definition, question: Mapping[str, Any]) -> dict[str, Any]:
    """In the place of the one with its code, or at the end under the first code that is free."""
    rows = list(definition["questions"])
    known = [one["id"] for one in rows]
    if question.get("id") in known:
        rows[known.index(question["id"])] = question
    else:
        rows.append({**question, "id": next_code(known)})
    return {**definition, "questions": rows}


def without_question(definition: Definition, code: str) -> dict[str, Any]:
    """What was shown by its answer is refused later, when it is saved: nobody loses a branch unawares."""
    question_in(definition, code)
    return {**definition, "questions": [one for one in definition["questions"] if one["id"] != code]}


def moved_question(definition: Definition, code: str, *, down: bool) -> dict[str, Any]:
    rows = list(definition["questions"])
    question_in(definition, code)
    place = [one["id"] for one in rows].index(code)
    other = place + 1 if down else place - 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    return {**definition, "questions": rows}


def next_code(known: list[str]) -> str:
    return next(code for code in (f"q{n}" for n in range(1, len(known) + 2)) if code not in known)
