"""What a fatal error did to a contact's score, and to what: one sentence for the page, the desk, paper and programs."""

import re

from hengcai.base.decimals import round_half_up
from hengcai.base.say import sentence
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item
from hengcai.quality.rules.score import SHOWN_PLACES, Score

# A name that says in brackets how grave the item is; the sentence says it already.
SAYS_SO = re.compile(r"\s*[（(][^（）()]*(?:致命|fatal|critical)[^（）()]*[）)]\s*$", re.IGNORECASE)


def fatal_told(card: Card, found: Score, *, channel: str, language: str) -> str:
    """Nothing where there is no fatal error. One that takes the whole contact leaves none by section to speak of."""
    items = [card.by_code[code] for code in found.fatals]
    whole = [item for item in items if item.critical_scope == cards.BY_WHOLE]
    if not items:
        return ""
    facts = {
        "items": [_missed(item, language) for item in whole or items],
        "without": "–" if found.without_fatal is None else round_half_up(found.without_fatal, SHOWN_PLACES),
    }
    if whole:
        return sentence("quality.fatal.whole", language, {**facts, "what": sentence(_whole(channel), language, {})})
    hit = {one.code for one in found.sections if one.is_fatal}
    names = [_name(section.name or section.code, language) for section in card.sections if section.code in hit]
    return sentence("quality.fatal.section", language, {**facts, "sections": names})


def _whole(channel: str) -> str:
    return f"quality.whole.{channel}"


def _missed(item: Item, language: str) -> str:
    return sentence(f"quality.missed.{item.kind}", language, {"name": _name(item.name or item.code, language)})


def _name(name: object, language: str) -> str:
    read = getattr(name, "read", None)
    return SAYS_SO.sub("", str(read(language) if callable(read) else name))
