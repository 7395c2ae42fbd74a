"""What people answered, row by row, and what each earned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hengcai.assessment.rules.marking import earned, unknown_parts
from hengcai.assessment.rules.questions import ESSAY, Question
from hengcai.assessment.rules.shares import written
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid

COLUMNS = ("person", "question", "response")
Json = dict[str, Any]


@dataclass(slots=True)
class Responses:
    """`people` in the order of their first rows; `odd` names what a response has that its question has not."""

    questions: Mapping[str, Question]
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    odd: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def take(self, values: Mapping[str, Any]) -> None:
        person, name = str(values["person"]).strip(), str(values["question"]).strip()
        if not person:
            raise NotValid("questions.person_missing")
        question = self.questions.get(name)
        if question is None:
            raise NotValid("questions.unknown_question", question=name)
        given = self.people.setdefault(person, {})
        if name in given:
            raise NotValid("questions.response_twice", person=person, question=name)
        given[name] = str(values["response"])
        if unknown := unknown_parts(question, given[name]):
            self.odd.append((person, name, unknown))

    def marks(self) -> Iterable[Json]:
        for person, given in self.people.items():
            yield self._person(person, given)

    def _person(self, person: str, given: Mapping[str, str]) -> Json:
        marks = [(one, earned(one, given.get(one.id))) for one in self.questions.values()]
        points = sum((mark for _, mark in marks if mark is not None), Fraction(0))
        of = sum((one.points for one, _ in marks if one.kind != ESSAY), Fraction(0))
        return {
            "person": person,
            "points": written(points),
            "of": written(of),
            "percent": round_half_up(100 * points / of, 4) if of else None,
            "questions": [
                {"id": one.id, "points": None if mark is None else written(mark), "of": written(one.points)}
                for one, mark in marks
            ],
        }
