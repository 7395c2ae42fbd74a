"""How an analyst of a given severity would mark an authored dialogue on the card it is scored on."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from hengcai.base.bilingual import Bilingual
from hengcai.demo.talk import Finding, Told
from hengcai.quality.cards import card_of, items_of
from hengcai.quality.models import Scorecard
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark
from hengcai.quality.rules.score import UNMET, is_error, statuses_of

STANDARD = 4  # what is expected of everybody, every time
SHORT_OF = {
    "zh": "这里没做全。{standard}级要做到：{anchor}。",
    "en": "Not all of it was there. A {standard} asks for this: {anchor}.",
}
STOP = {"zh": "。", "en": "."}
OVERLOOKED = 0.1  # how often a fault that is no fatal error escapes an analyst; the milder, the oftener
TOLD_ANYWAY = 0.3  # how often an analyst says a word about what was simply as it should be


@dataclass(frozen=True)
class Sheet:
    """A card and what its levels ask for, by item and level."""

    card: Card
    anchors: Mapping[str, Mapping[str, Bilingual]]


def sheet_of(scorecard: Scorecard) -> Sheet:
    return Sheet(card_of(scorecard), {item.code: item.anchors for item in items_of(scorecard)})


def marks_for(sheet: Sheet, told: Told, *, severity: float, dice: random.Random) -> dict[str, Mark]:
    """A severe analyst takes a level off more often than a mild one adds it; what was said stays the same."""
    marked = partial(_mark, sheet, told, severity=severity, dice=dice)
    marks = {item.code: marked(item) for item in sheet.card.items() if item.must_be_marked}
    statuses = statuses_of(sheet.card, marks)
    return {code: mark for code, mark in marks.items() if statuses[code] != UNMET}


def _mark(sheet: Sheet, told: Told, item: Item, *, severity: float, dice: random.Random) -> Mark:
    found = _finding(item, told)
    value = found.mark if item.is_critical else _given(item, found.mark, severity, dice)
    is_low, was_low = _is_below(sheet.card, item, value), _is_below(sheet.card, item, found.mark)
    if is_low and not was_low:
        return Mark(value, _short_of(sheet, item, told), "", found.turn)
    if value == found.mark and not is_low and value not in ("5", cards.HIT) and dice.random() > TOLD_ANYWAY:
        return Mark(value)
    return Mark(value, _words(found, told), "", found.turn) if is_low or value == found.mark else Mark(value)


def _finding(item: Item, told: Told) -> Finding:
    """A transcript tells nothing of a voice; what nobody found is no bonus."""
    return told.dialogue.marks.get(item.code) or Finding(cards.CLEAR if item.kind == cards.BONUS else cards.NA)


def _given(item: Item, mark: str, severity: float, dice: random.Random) -> str:
    if item.kind == cards.ANCHORED and mark != cards.NA:
        return str(_shifted(int(mark), severity, dice))
    if mark in (cards.NO, cards.HIT) and dice.random() < OVERLOOKED - severity / 5:
        return {cards.NO: cards.YES, cards.HIT: cards.CLEAR}[mark]
    return mark


def _shifted(level: int, severity: float, dice: random.Random) -> int:
    if dice.random() < abs(severity):
        level += -1 if severity > 0 else 1
    elif dice.random() < 0.12:
        level += dice.choice((-1, 1))
    return min(5, max(1, level))


def _is_below(card: Card, item: Item, value: str) -> bool:
    """The standard: 4, the best option, no fault."""
    if item.kind == cards.ANCHORED and value != cards.NA:
        return int(value) < STANDARD
    return is_error(card, item, value)


def _words(found: Finding, told: Told) -> str:
    """A level more or less for the same fault: the reason stays."""
    stop = STOP[told.dialogue.language] + " " * (told.dialogue.language == "en")
    said = stop.join(part.rstrip("。.") for part in (found.why, found.instead) if part)
    return said.format_map(told.slots)


def _short_of(sheet: Sheet, item: Item, told: Told) -> str:
    anchor = sheet.anchors[item.code][str(STANDARD)].read(told.dialogue.language)
    return SHORT_OF[told.dialogue.language].format(standard=STANDARD, anchor=anchor)
