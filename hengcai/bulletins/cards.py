"""Questions somebody got wrong become cards of spaced review; with their notice they go."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hengcai.bulletins.models import Bulletin
from hengcai.people.models import Person
from hengcai.review.cards import NOTICE, add_card, retire_cards

LONGEST = 120


def missed(person: Person, bulletin: Bulletin, items: Sequence[Mapping[str, Any]], *, on: date) -> None:
    """The same question of a later version is the same card."""
    for one in items:
        add_card(person, kind=NOTICE, reference=_reference(bulletin, one), learned_on=on, question=one["question"])


def ended(bulletin: Bulletin) -> None:
    """Nobody is asked any more what no longer holds; what the next version asks too goes on."""
    newer = bulletin.replaced_by
    kept = {one["id"] for one in newer.questions} if newer and newer.code == bulletin.code else set()
    for one in bulletin.questions:
        if one["id"] not in kept:
            retire_cards(NOTICE, _reference(bulletin, one))


def _reference(bulletin: Bulletin, item: Mapping[str, Any]) -> str:
    return f"{bulletin.code}:{item['id']}"[:LONGEST]
