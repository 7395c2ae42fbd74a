"""How an analyst of a given severity would mark an authored dialogue on the card it is scored on."""

import random
from functools import partial

from hengcai.demo.causes import cause_of, why_told
from hengcai.demo.talk import Finding, Told
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark
from hengcai.quality.rules.score import UNMET, is_error, statuses_of

STANDARD = 4  # what is expected of everybody, every time
STOP = {"zh": "。", "en": ". "}
UNSURE = 0.12  # how often anybody is a level off, either way
OVERLOOKED = 0.1  # how often a fault that is no fatal error escapes an analyst; the milder, the oftener
TOLD_ANYWAY = 0.3  # how often an analyst says a word about what was simply as it should be


def marks_for(card: Card, told: Told, *, severity: float, dice: random.Random) -> dict[str, Mark]:
    """A severe analyst withholds the best level and takes one off a fault, a mild one does the reverse. Nobody finds
    a fault where there is none: of that there would be nothing to quote."""
    marked = partial(_mark, card, told, severity=severity, dice=dice)
    marks = {item.code: marked(item) for item in card.items() if item.must_be_marked}
    statuses = statuses_of(card, marks)
    return {code: mark for code, mark in marks.items() if statuses[code] != UNMET}


def _mark(card: Card, told: Told, item: Item, *, severity: float, dice: random.Random) -> Mark:
    found = _finding(item, told)
    value = found.mark if item.is_critical else _given(item, found.mark, severity, dice)
    if _is_below(card, item, value) or _is_told(found, value, dice):
        cause = cause_of(item, told) if is_error(card, item, value) else ""
        return Mark(value, _with_why(_words(found, told), cause, told), cause, found.turn)
    return Mark(value)


def _with_why(words: str, cause: str, told: Told) -> str:
    if not cause:
        return words
    return f"{words.rstrip('。.')}{STOP[told.dialogue.language]}{why_told(cause, told)}"


def _is_told(found: Finding, value: str, dice: random.Random) -> bool:
    return value == found.mark and (value in ("5", cards.HIT) or dice.random() < TOLD_ANYWAY)


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
    least = STANDARD if level >= STANDARD else 1
    if dice.random() < abs(severity):
        level += -1 if severity > 0 else 1
    elif dice.random() < UNSURE:
        level += dice.choice((-1, 1))
    return min(5, max(least, level))


def _is_below(card: Card, item: Item, value: str) -> bool:
    """The standard: 4, the best option, no fault."""
    if item.kind == cards.ANCHORED and value != cards.NA:
        return int(value) < STANDARD
    return is_error(card, item, value)


def _words(found: Finding, told: Told) -> str:
    """A level more or less for the same fault: the reason stays."""
    said = STOP[told.dialogue.language].join(part.rstrip("。.") for part in (found.why, found.instead) if part)
    return said.format_map(told.slots)
