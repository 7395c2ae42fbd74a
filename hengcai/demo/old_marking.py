"""How an analyst of a given severity would mark an authored dialogue on a card."""

import random

from hengcai.demo.talk import Dialogue
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark
from hengcai.quality.rules.marks import needs_comment
from hengcai.quality.rules.score import UNMET, statuses_of

PLAIN = {
    "zh": "这里按标准可以做得更到位，见该处对话。",
    "en": "The standard asks for more at this point; see the dialogue.",
}
STANDARD = 4  # what is expected of everybody, every time
BONUS_SHARE, CRITICAL_FOUND_SHARE = 0.06, 0.3


def marks_for(card: Card, dialogue: Dialogue, *, severity: float, dice: random.Random) -> dict[str, Mark]:
    """A severe analyst takes a level off more often than a mild one adds it; what was said stays the same."""
    marks = {item.code: _mark(item, dialogue, severity, dice) for item in card.items() if item.must_be_marked}
    statuses = statuses_of(card, marks)
    marks = {code: mark for code, mark in marks.items() if statuses[code] != UNMET}
    return {code: _with_words(card, card.by_code[code], mark, dialogue) for code, mark in marks.items()}


def _mark(item: Item, dialogue: Dialogue, severity: float, dice: random.Random) -> Mark:
    level = dialogue.old["marks"].get(item.indicator or "", STANDARD)
    turn = dialogue.old["notes"].get(item.indicator or "", {}).get("turn")
    if level == "na":
        return Mark(cards.NA) if item.may_be_na else Mark(_value(item, dialogue, STANDARD, dice), turn=turn)
    shifted = level if dialogue.is_fatal or item.critical_scope else _shifted(int(level), severity, dice)
    return Mark(_value(item, dialogue, int(shifted), dice), turn=turn)


def _shifted(level: int, severity: float, dice: random.Random) -> int:
    if dice.random() < abs(severity):
        level += -1 if severity > 0 else 1
    elif dice.random() < 0.12:
        level += dice.choice((-1, 1))
    return min(5, max(1, level))


def _value(item: Item, dialogue: Dialogue, level: int, dice: random.Random) -> str:
    if item.kind == cards.ANCHORED:
        return str(level)
    if item.kind == cards.YES_NO:
        is_fatal = item.code in {"identity", "privacy"} and dialogue.is_fatal
        is_missed = level <= 1 and (not item.critical_scope or dice.random() < CRITICAL_FOUND_SHARE)
        return cards.NO if is_fatal or is_missed else cards.YES
    if item.kind == cards.CHOICE:
        return _option(item, dialogue, level, dice)
    if item.kind == cards.BONUS:
        return cards.HIT if dialogue.quality == "good" and dice.random() < BONUS_SHARE else cards.CLEAR
    return cards.HIT if level <= 2 and dice.random() < 0.7 else cards.CLEAR


def _option(item: Item, dialogue: Dialogue, level: int, dice: random.Random) -> str:
    """Options stand from best to worst."""
    options = list(item.options)
    if item.code == "outcome":
        resolved = dialogue.facts.get("resolved")
        place = 1 if resolved is None else 0 if resolved else 2 if level >= 3 else 3
        return options[min(place, len(options) - 1)]
    return options[0] if level >= 3 or dice.random() < 0.5 else options[-1]


def _with_words(card: Card, item: Item, mark: Mark, dialogue: Dialogue) -> Mark:
    note = dialogue.old["notes"].get(item.indicator, {})
    is_low = mark.value in {"1", "2", cards.NO, cards.HIT}
    if mark.value == "5" and dialogue.old["marks"].get(item.indicator) == 5 and note:
        return Mark(mark.value, note["text"], "", note.get("turn"))
    if not (is_low or needs_comment(card, item, mark.value)):
        return Mark(mark.value)
    is_told = bool(note) and dialogue.old["marks"].get(item.indicator) in (1, 2)
    text = note["text"] if is_told else PLAIN[dialogue.language]
    return Mark(mark.value, text, "", note.get("turn") if is_told else None)
