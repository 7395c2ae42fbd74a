"""How the questions of a test did: difficulty, discrimination, what their wrong options draw, which are worth withdrawing."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from hengcai.assessment.models import BankQuestion, Blueprint, Sitting
from hengcai.assessment.rules.item_advice import Advice, advice_on
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import SINGLE
from hengcai.measurement.results import Estimate

if TYPE_CHECKING:
    from hengcai.measurement.items import Item

FIRST, FEWEST = 1, 2


@dataclass(frozen=True)
class Judged:
    question: BankQuestion
    item: "Item"
    advice: Advice


@dataclass(frozen=True)
class Found:
    """`n`: people, each with their first try; `alpha` over those who had every question."""

    n: int
    items: tuple[Judged, ...]
    alpha: Estimate | None
    sem: float | None


def items_of(blueprint: Blueprint) -> Found:
    """Of every version of the blueprint; each version of a question is a question of its own."""
    rows = Sitting.objects.filter(exam__blueprint__code=blueprint.code, state=Sitting.State.MARKED, attempt=FIRST)
    sittings = list(rows.order_by("pk").prefetch_related("answers"))
    questions = BankQuestion.objects.in_bulk({pk for one in sittings for pk in one.paper})
    if len({one.person_id for one in sittings}) < FEWEST:
        return Found(len(sittings), (), None, None)
    worth = {pk: question_of(one.content).points for pk, one in questions.items()}
    people, items, scores, options = _table(sittings, questions, worth)
    from hengcai.measurement.items import answers_of, item_analysis  # which brings linear algebra along

    found = item_analysis(answers_of(people, items, scores, options=options, largest=1.0))
    judged = [Judged(questions[int(str(one.id))], one, advice_on(one)) for one in found.items]
    judged.sort(key=lambda one: (not one.advice.is_bad, one.question.code, one.question.number))
    return Found(len(sittings), tuple(judged), found.alpha, found.sem)


def _table(
    sittings: list[Sitting], questions: dict[int, BankQuestion], worth: dict[int, Fraction]
) -> tuple[list[str], list[str], list[float], list[str]]:
    """A question left empty earned nothing; what was below nothing counts as nothing."""
    people, items, scores, options = [], [], [], []
    for sitting in sittings:
        given = {one.question_id: one for one in sitting.answers.all()}
        for key in sitting.paper:
            answer = given.get(key)
            points = Fraction(answer.points) if answer and answer.points else Fraction(0)
            people.append(f"{sitting.person_id}-{sitting.exam_id}")
            items.append(str(key))
            scores.append(float(max(points, Fraction(0)) / worth[key]) if worth[key] else 0.0)
            options.append(answer.response if answer and questions[key].kind == SINGLE else "")
    return people, items, scores, options
