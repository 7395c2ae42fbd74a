"""What the marks on a card come to, exactly.

Four things that are never the same: a mark that counts, 'not applicable' that somebody chose, a
condition that is not met, and no mark at all. None of the last three is 0 and none of them earns.

A cause outside the agent costs the agent nothing. Where such a mark earns less than the most the item
gives, the item is set aside: it counts as not applicable, its weight goes to the rest, a deduction is
not taken off and a fatal error does not veto. The mark, its owner and the error stay in the result. A
full mark with such a cause counts in full; so does a bonus.

Fatal errors come last: a section hit by one counts with 0 and its own weight, even if nothing else in
it applies; a fatal error by whole makes the total 0. `without_fatal` is the total as if there were none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from hengcai.base.decimals import rounded
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark, Marks, Section

COUNTED, NOT_APPLICABLE, UNMET, UNANSWERED, SET_ASIDE = "counted", "na", "unmet", "unanswered", "set_aside"
FULL = Fraction(100)
NOTHING = Fraction(0)
SHOWN_PLACES = 1


@dataclass(frozen=True)
class ItemScore:
    """`weight` is the item's share of the whole after redistribution; an item still unanswered keeps its place in it.
    `points` are taken off (negative) or added before the bonus is capped."""

    code: str
    status: str
    value: str
    share: Fraction | None
    weight: Fraction
    points: Fraction
    is_error: bool
    is_fatal: bool
    cause: str

    @property
    def is_applicable(self) -> bool:
        return self.status == COUNTED


@dataclass(frozen=True)
class SectionScore:
    """`score` is the section's share 0–1 after fatal errors, None where nothing applies."""

    code: str
    score: Fraction | None
    without_fatal: Fraction | None
    weight: Fraction
    is_fatal: bool


@dataclass(frozen=True)
class Score:
    items: tuple[ItemScore, ...]
    sections: tuple[SectionScore, ...]
    without_fatal: Fraction | None
    total: Fraction | None
    deductions: Fraction
    bonus: Fraction
    fatals: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        return not self.unanswered

    @property
    def by_code(self) -> Mapping[str, ItemScore]:
        return {item.code: item for item in self.items}


def score(card: Card, marks: Marks) -> Score:
    """Of an unfinished card: what the marks so far come to."""
    statuses = statuses_of(card, marks)
    items = tuple(_item_scores(card, marks, statuses))
    fatals = tuple(found.code for found in items if found.is_fatal and found.is_applicable)
    sections = tuple(_section_scores(card, items, frozenset(fatals)))
    deductions = -sum((found.points for found in items if found.points < 0), NOTHING)
    bonus = min(sum((found.points for found in items if found.points > 0), NOTHING), card.bonus_cap)
    change = bonus - deductions
    unanswered = tuple(found.code for found in items if found.status == UNANSWERED)
    return Score(
        items=items,
        sections=sections,
        without_fatal=_held(_base(card, items, [found.without_fatal for found in sections]), change),
        total=_total(card, items, sections, change),
        deductions=deductions,
        bonus=bonus,
        fatals=fatals,
        unanswered=unanswered,
    )


def statuses_of(card: Card, marks: Marks) -> dict[str, str]:
    """Item → one of counted, na, unmet, unanswered, set_aside. A free note nobody wrote is 'na'."""
    met: dict[str, bool] = {}
    return {item.code: _status(card, item, marks, met) for item in card.items()}


def weights(card: Card) -> dict[str, Fraction]:
    """Each item's share of the whole when everything applies: what a scorecard's page shows."""
    items = {item.code: item for item in card.items()}
    return dict(_effective(card, items))


def share_of(card: Card, item: Item, value: str) -> Fraction | None:
    """What a mark earns of the item, 0–1; a fault not found earns all of it. None for bonus, note and 'na'."""
    if value == cards.NA or item.kind in (cards.BONUS, cards.NOTE):
        return None
    if item.kind == cards.ANCHORED:
        return card.level_shares[int(value) - 1]
    if item.kind == cards.CHOICE:
        return item.options[value] / (max(item.options.values()) or 1)  # a draft's options may all earn nothing
    return Fraction(value in (cards.YES, cards.CLEAR))


def is_error(card: Card, item: Item, value: str) -> bool:
    """Below what is required: 'no', a fault found, a level under 3, an option short of the most points."""
    if item.kind == cards.ANCHORED and value != cards.NA:
        return int(value) < cards.MEETS
    share = share_of(card, item, value)
    return share is not None and share < 1


def is_fatal(card: Card, item: Item, value: str) -> bool:
    """A critical item at its lowest mark: 'no', a fault found, level 1, an option without points."""
    if not item.is_critical or value == cards.NA:
        return False
    if item.kind == cards.ANCHORED:
        return value == cards.LEVELS[0]
    return share_of(card, item, value) == 0


def is_met(card: Card, item: Item, marks: Marks, known: dict[str, bool]) -> bool:
    """A condition holds when the item it names applies itself and bears one of the marks."""
    if item.condition is None:
        return True
    if item.code not in known:
        source = card.by_code[item.condition.item]
        mark = marks.get(source.code)
        bears = mark is not None and mark.value in item.condition.values
        known[item.code] = bears and is_met(card, source, marks, known)
    return known[item.code]


def _status(card: Card, item: Item, marks: Marks, met: dict[str, bool]) -> str:
    if not is_met(card, item, marks, met):
        return UNMET
    mark = marks.get(item.code)
    if mark is None:
        return UNANSWERED if item.must_be_marked else NOT_APPLICABLE
    if mark.value == cards.NA:
        return NOT_APPLICABLE
    share = share_of(card, item, mark.value)
    return SET_ASIDE if mark.is_outside and share is not None and share < 1 else COUNTED


def _item_scores(card: Card, marks: Marks, statuses: Mapping[str, str]) -> Iterable[ItemScore]:
    standing = {item.code: item for item in card.items() if statuses[item.code] in (COUNTED, UNANSWERED)}
    effective = _effective(card, standing)
    for item in card.items():
        status = statuses[item.code]
        mark = marks.get(item.code) if status != UNMET else None
        yield _item_score(card, item, mark, status, effective.get(item.code, NOTHING))


def _item_score(card: Card, item: Item, mark: Mark | None, status: str, weight: Fraction) -> ItemScore:
    if mark is None:
        return ItemScore(item.code, status, "", None, weight, NOTHING, is_error=False, is_fatal=False, cause="")
    value, counts = mark.value, status == COUNTED
    return ItemScore(
        code=item.code,
        status=status,
        value=value,
        share=share_of(card, item, value),
        weight=weight,
        points=_points(item, value) if counts else NOTHING,
        is_error=is_error(card, item, value),
        is_fatal=is_fatal(card, item, value),
        cause=mark.cause,
    )


def _points(item: Item, value: str) -> Fraction:
    if value != cards.HIT:
        return NOTHING
    return item.points if item.kind == cards.BONUS else -item.points


def _effective(card: Card, standing: Mapping[str, Item]) -> dict[str, Fraction]:
    """Weights of the items that stand, as shares of the whole; nothing where nothing weighs."""
    sums = {section.code: _weight_of(section, standing) for section in card.sections}
    whole = sum((section.weight for section in card.sections if sums[section.code]), NOTHING)
    return {
        item.code: item.weight / sums[section.code] * section.weight / whole
        for section in card.sections
        for item in section.items
        if whole and item.code in standing and item.is_rated and sums[section.code]
    }


def _weight_of(section: Section, standing: Mapping[str, Item]) -> Fraction:
    return sum((item.weight for item in section.items if item.is_rated and item.code in standing), NOTHING)


def _section_scores(card: Card, items: tuple[ItemScore, ...], fatals: frozenset[str]) -> Iterable[SectionScore]:
    found = {item.code: item for item in items}
    for section in card.sections:
        earned = _mean_share(section, found)
        hit = any(item.code in fatals and item.critical_scope == cards.BY_SECTION for item in section.items)
        weight = sum((found[item.code].weight for item in section.items), NOTHING)
        yield SectionScore(section.code, NOTHING if hit else earned, earned, weight, hit)


def _mean_share(section: Section, found: Mapping[str, ItemScore]) -> Fraction | None:
    counted = [item for item in section.items if item.is_rated and found[item.code].is_applicable]
    weight = sum((item.weight for item in counted), NOTHING)
    if not weight:
        return None
    return sum((item.weight * (found[item.code].share or NOTHING) for item in counted), NOTHING) / weight


def _base(card: Card, items: tuple[ItemScore, ...], shares: Iterable[Fraction | None]) -> Fraction | None:
    """Where the sum starts: the weighted sections, or 100 on a card that takes off."""
    if card.kind == cards.DEDUCTION_CARD:
        return FULL if any(item.is_applicable and item.share is not None for item in items) else None
    pairs = [(section.weight, share) for section, share in zip(card.sections, shares, strict=True) if share is not None]
    whole = sum((weight for weight, _ in pairs), NOTHING)
    return FULL * sum((weight * share for weight, share in pairs), NOTHING) / whole if whole else None


def _held(base: Fraction | None, change: Fraction) -> Fraction | None:
    return None if base is None else min(max(base + change, NOTHING), FULL)


def _total(
    card: Card, items: tuple[ItemScore, ...], sections: tuple[SectionScore, ...], change: Fraction
) -> Fraction | None:
    whole = {item.code for item in card.items() if item.critical_scope == cards.BY_WHOLE}
    if any(item.is_fatal and item.is_applicable and item.code in whole for item in items):
        return NOTHING
    return _held(_base(card, items, [section.score for section in sections]), change)


def verdict(card: Card, total: Fraction | None) -> str:
    """`excellent`, `pass` or `fail`, read from the total as it is shown; empty without a score."""
    if total is None:
        return ""
    shown = rounded(total, places=SHOWN_PLACES)
    if shown >= card.excellence_line:
        return "excellent"
    return "pass" if shown >= card.pass_line else "fail"
