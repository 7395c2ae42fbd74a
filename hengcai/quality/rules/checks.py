"""What a card must be before it may be published: everything people are judged by has to add up."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hengcai.base.errors import NotValid
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Section

CODE = re.compile(r"[a-z0-9][a-z0-9_]{0,39}")
HUNDRED = Fraction(100)
LEVEL_COUNT = len(cards.LEVELS)
ON_DEDUCTION_CARD = (cards.DEDUCTION, cards.BONUS, cards.NOTE)


def faults(card: Card) -> Iterator[NotValid]:
    """In the order one would mend them: the whole, its sections, its items, the conditions between them."""
    yield from _head_faults(card)
    yield from code_faults(card)
    for section in card.sections:
        yield from _section_faults(card, section)
    for item in card.items():
        yield from _item_faults(card, item)
    yield from _condition_faults(card)


def _head_faults(card: Card) -> Iterator[NotValid]:
    if card.kind not in cards.CARD_KINDS:
        yield NotValid("quality.card_kind_unknown", kind=card.kind)
    if not any(item.kind in (*cards.RATED, cards.DEDUCTION) for item in card.items()):
        yield NotValid("quality.card_empty")
    if not 0 <= card.pass_line <= card.excellence_line <= HUNDRED:
        yield NotValid("quality.lines_out_of_order")
    if not 0 <= card.bonus_cap <= HUNDRED:
        yield NotValid("quality.bonus_cap_out_of_range")
    if not _are_shares(card.level_shares):
        yield NotValid("quality.level_shares", count=LEVEL_COUNT)
    if card.kind == cards.WEIGHTED and sum(section.weight for section in card.sections) != HUNDRED:
        yield NotValid("quality.section_weights", found=_text(sum(section.weight for section in card.sections)))


def _are_shares(shares: tuple[Fraction, ...]) -> bool:
    """Five, from 0 to 1, none below the one before it."""
    if len(shares) != LEVEL_COUNT or (shares[0], shares[-1]) != (Fraction(0), Fraction(1)):
        return False
    return all(low <= high for low, high in pairwise(shares))


def code_faults(card: Card) -> Iterator[NotValid]:
    yield from _repeated("quality.section_twice", [section.code for section in card.sections])
    yield from _repeated("quality.item_twice", [item.code for item in card.items()])
    for code in [*(section.code for section in card.sections), *(item.code for item in card.items())]:
        if not CODE.fullmatch(code):
            yield NotValid("quality.code_malformed", item=code)


def _repeated(refusal: str, codes: list[str]) -> Iterator[NotValid]:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield NotValid(refusal, item=code)


def _section_faults(card: Card, section: Section) -> Iterator[NotValid]:
    if not section.items:
        yield NotValid("quality.section_empty", item=section.code, name=section.name or section.code)
    weight = sum(item.weight for item in section.items if item.is_rated)
    if section.weight < 0 or (card.kind == cards.WEIGHTED and bool(section.weight) != bool(weight)):
        yield NotValid("quality.section_weight_empty", item=section.code, name=section.name or section.code)


def _item_faults(card: Card, item: Item) -> Iterator[NotValid]:
    if item.kind not in cards.ITEM_KINDS:
        yield _fault("quality.item_kind_unknown", item, kind=item.kind)
        return
    yield from _weight_faults(card, item)
    yield from _choice_faults(item)
    yield from _critical_faults(card, item)
    yield from _comment_faults(item)


def _weight_faults(card: Card, item: Item) -> Iterator[NotValid]:
    """A critical item may weigh nothing: it judges by veto."""
    if card.kind == cards.DEDUCTION_CARD:
        if item.kind not in ON_DEDUCTION_CARD and not (item.kind == cards.YES_NO and item.is_critical):
            yield _fault("quality.rated_on_deduction_card", item)
    elif item.is_rated and (item.weight < 0 or (not item.weight and not item.is_critical)):
        yield _fault("quality.item_weight", item)
    if item.kind in (cards.DEDUCTION, cards.BONUS) and not 0 < item.points <= HUNDRED:
        yield _fault("quality.points", item)


def _choice_faults(item: Item) -> Iterator[NotValid]:
    if item.kind != cards.CHOICE:
        return
    points = list(item.options.values())
    if len(points) < 2 or min(points) < 0 or not max(points):
        yield _fault("quality.options", item)
    for code in item.options:
        if code == cards.NA or not CODE.fullmatch(code):
            yield _fault("quality.option_malformed", item, option=code)


def _critical_faults(card: Card, item: Item) -> Iterator[NotValid]:
    if not item.critical_scope and not item.critical_class:
        return
    if item.critical_scope not in cards.CRITICAL_SCOPES or item.critical_class not in cards.CRITICAL_CLASSES:
        yield _fault("quality.critical_unknown", item)
    if item.kind in (cards.BONUS, cards.NOTE) or (item.kind == cards.CHOICE and min(item.options.values(), default=1)):
        yield _fault("quality.critical_kind", item)
    if card.kind == cards.DEDUCTION_CARD and item.critical_scope == cards.BY_SECTION:
        yield _fault("quality.critical_section", item)


def _comment_faults(item: Item) -> Iterator[NotValid]:
    levels = range(2, LEVEL_COUNT + 1)
    if item.comment_below is not None and (item.kind != cards.ANCHORED or item.comment_below not in levels):
        yield _fault("quality.comment_below", item)
    if item.comment_if and item.comment_if not in item.scale:
        yield _fault("quality.comment_if", item, value=item.comment_if)


def _condition_faults(card: Card) -> Iterator[NotValid]:
    for item in card.items():
        if item.condition is None:
            continue
        source = card.by_code.get(item.condition.item)
        if source is None or source.kind not in (*cards.RATED, cards.DEDUCTION):
            yield _fault("quality.condition_unknown", item, source=item.condition.item)
        elif not item.condition.values or not set(item.condition.values) <= {*source.scale, cards.NA}:
            yield _fault("quality.condition_values", item, source=item.condition.item)
        elif _leads_back(card, item):
            yield _fault("quality.condition_cycle", item)


def _leads_back(card: Card, item: Item) -> bool:
    """Whether following the conditions from this item comes back to it."""
    seen: set[str] = set()
    here: Item | None = item
    while here and here.condition and here.code not in seen:
        seen.add(here.code)
        here = card.by_code.get(here.condition.item)
    return here is item


def _fault(code: str, item: Item, **facts: object) -> NotValid:
    return NotValid(code, item=item.code, name=item.name or item.code, **facts)


def _text(value: Fraction | int) -> str:
    return str(float(value)) if Fraction(value).denominator != 1 else str(value)
