"""A lesson's questions marked: those of the course, as the contracts of questions say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.assessment.rules.marking import earned
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import Question
from hengcai.base.bilingual import encode


@dataclass(frozen=True)
class Marked:
    """By question in the order asked; essays count on neither side."""

    points: list[Fraction]
    out_of: list[Fraction]


def read_question(given: Mapping[str, Any]) -> Question:
    """Of a course's quiz; what is wrong with it is refused by its id."""
    return question_of(encode(given))


def marked(asked: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> Marked:
    """`answers`: question → response as the contracts write it, in whichever language it was read."""
    points, out_of = [], []
    for question in map(read_question, asked):
        found = earned(question, answers.get(question.id, ""))
        if found is not None:
            points.append(found)
            out_of.append(question.points)
    return Marked(points, out_of)
