"""How much of each item is still known a month after it was learned."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q

from hengcai.base.bilingual import Bilingual, decode
from hengcai.base.permissions import Doer
from hengcai.review import permissions
from hengcai.review.models import Answer, Card
from hengcai.review.rules.recall import Recall


@dataclass(frozen=True)
class Item:
    """`n_people`: who has it among their cards; `recall`: of those asked a month or more after learning."""

    kind: str
    reference: str
    text: Any
    n_people: int
    recall: Recall


def items_recalled(user: Doer, *, kind: str = "") -> list[Item]:
    """Those asked of most people first; nothing for whom recall is none of their business. Three queries."""
    if not permissions.SEE_RECALL.is_held_by(user):
        return []
    cards = Card.objects.filter(kind=kind) if kind else Card.objects.all()
    rows = list(cards.values("kind", "reference").annotate(n=Count("pk"), newest=Max("pk")).order_by("-n", "reference"))
    texts = Card.objects.in_bulk([row["newest"] for row in rows])
    late = Answer.objects.filter(is_first_late=True).values("card__kind", "card__reference")
    asked = {
        (row["card__kind"], row["card__reference"]): Recall(row["n"], row["known"])
        for row in late.annotate(n=Count("pk"), known=Count("pk", filter=Q(is_known=True)))
    }
    return [
        Item(row["kind"], row["reference"], text_of(texts[row["newest"]]), row["n"],
             asked.get((row["kind"], row["reference"]), Recall(0, 0)))
        for row in rows
    ]  # fmt: skip


def text_of(card: Card) -> Bilingual:
    """What it asks."""
    text = decode(card.question.get("text", "")) if card.question else card.front
    if isinstance(text, Bilingual):
        return text
    return Bilingual(zh=str(text or ""))
