"""What other packages call within their own actions: their transaction, their audit entry. Doing it twice is doing it once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hengcai.assessment.rules.question_objects import question_of
from hengcai.base.bilingual import Bilingual, encode
from hengcai.people.models import Person
from hengcai.review.models import Card
from hengcai.review.rules.scheduling import first_standing

LESSON, NOTICE, TEST = "lesson", "notice", "test"
KINDS = (LESSON, NOTICE, TEST)


def add_card(
    person: Person, *, kind: str, reference: str, learned_on: date, question: Mapping[str, Any] | None = None,
    front: Bilingual | None = None, back: Bilingual | None = None,
) -> Card:  # fmt: skip
    """Asked from the next day on. `reference`: the item, the same for everybody who learns it. Either `question`, an object
    as the contracts of questions write it, or `front` and `back`. One that is there gets the newer text and comes
    tomorrow at the latest; what was answered so far stays."""
    asked = encode(dict(question)) if question else {}
    if asked:
        question_of(asked)
    texts = {"question": asked, "front": front or Bilingual(), "back": back or Bilingual()}
    first = first_standing(learned_on).due_on
    fresh = {**texts, "learned_on": learned_on, "due_on": first}
    card, is_new = Card.objects.get_or_create(person=person, kind=kind, reference=reference, defaults=fresh)
    if not is_new:
        for name, value in texts.items():
            setattr(card, name, value)
        card.state, card.due_on = Card.State.ACTIVE, min(card.due_on, first)
        card.save(update_fields=["question", "front", "back", "state", "due_on"])
    return card


def retire_cards(kind: str, reference: str) -> int:
    """Its source is withdrawn or out of date: nobody is asked any more; with how many cards."""
    rows = Card.objects.filter(kind=kind, reference=reference, state=Card.State.ACTIVE)
    return rows.update(state=Card.State.RETIRED)
