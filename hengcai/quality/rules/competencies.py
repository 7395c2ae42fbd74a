"""What an evaluation says about abilities: one level a competency, the mean over the card's items."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card
from hengcai.quality.rules.score import COUNTED, Score

YES_LEVEL, NO_LEVEL = Fraction(5), Fraction(1)


def levels(card: Card, score: Score, broad_of: Mapping[str, str]) -> dict[str, Fraction]:
    """Competency code → level 1–5 of this contact.

    An anchored item counts as its level, yes as 5 and no as 1; other kinds say nothing. A broad
    competency (`broad_of`: part → broad) gets the mean over its parts' values, and over its own
    items' value if the card has any.
    """
    found = {code: mean(values) for code, values in _values(card, score).items()}
    broad: dict[str, list[Fraction]] = {}
    for code, value in found.items():
        broad.setdefault(broad_of.get(code, code), []).append(value)
    return found | {code: mean(values) for code, values in broad.items()}


def _values(card: Card, score: Score) -> dict[str, list[Fraction]]:
    found: dict[str, list[Fraction]] = {}
    for item, result in zip(card.items(), score.items, strict=True):
        if not item.competency or result.status != COUNTED:
            continue
        if item.kind == cards.ANCHORED:
            found.setdefault(item.competency, []).append(Fraction(result.value))
        elif item.kind == cards.YES_NO:
            found.setdefault(item.competency, []).append(YES_LEVEL if result.value == cards.YES else NO_LEVEL)
    return found


def mean(values: Iterable[Fraction]) -> Fraction:
    known = list(values)
    return sum(known, Fraction(0)) / len(known)
