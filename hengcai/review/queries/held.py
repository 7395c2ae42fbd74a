"""What is held on one person of reviews."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.review.models import Answer, Card
from hengcai.review.queries.recall import text_of


def cards_held(person: Person) -> Iterator[dict[str, Any]]:
    for one in Card.objects.filter(person=person).order_by("learned_on", "pk"):
        yield plain_row({
            "kind": one.kind, "reference": one.reference, "asks": text_of(one).read("zh"), "state": one.state,
            "learned_on": one.learned_on, "due_on": one.due_on, "last_on": one.last_on, "stability": one.stability,
            "difficulty": one.difficulty, "answers": one.count,
        })  # fmt: skip


def answers_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Answer.objects.filter(card__person=person).select_related("card").order_by("at", "pk")
    for one in rows:
        yield plain_row({
            "kind": one.card.kind, "reference": one.card.reference, "on": one.on, "grade": one.grade,
            "response": mask(one.response), "share": one.share, "next_on": one.next_on,
        })  # fmt: skip
