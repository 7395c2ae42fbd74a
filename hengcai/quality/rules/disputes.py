"""A dispute of single items: what may be asked for, what may be decided, and the marks that come of it.

Nothing a dispute leads to costs the agent anything: an item never ends below its first mark, items that were not
disputed keep theirs, and the total does not fall.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark, Marks
from hengcai.quality.rules.marks import kept_marks
from hengcai.quality.rules.score import SET_ASIDE, UNANSWERED, is_error, score, share_of, statuses_of

UPHELD, PARTLY, REJECTED = "upheld", "partly", "rejected"
OUTCOMES = (UPHELD, PARTLY, REJECTED)


@dataclass(frozen=True)
class Wish:
    """The mark an agent holds to be right, why, and the turn they point at (the first is 0)."""

    value: str
    words: str
    turn: int | None = None


@dataclass(frozen=True)
class Ruling:
    """What becomes of one item. `value` is said only where a part is upheld."""

    outcome: str
    reasons: str
    value: str = ""


def check_window(closes: date | None, today: date) -> None:
    """The last day is still in time; without a day there is nothing to answer."""
    if closes is None:
        raise NotNow("quality.no_window")
    if today > closes:
        raise NotNow("quality.window_closed", day=closes.isoformat())


def disputable(card: Card, marks: Marks) -> list[Item]:
    """Items that bear a mark; a free note is no mark, and one set aside as not the agent's fault costs them nothing."""
    statuses = statuses_of(card, marks)
    marked = [item for item in card.items() if item.code in marks and item.kind != cards.NOTE]
    return [item for item in marked if statuses[item.code] != SET_ASIDE]


def wishable(card: Card, item: Item, first: str) -> list[str]:
    """Marks that may be asked for instead of the first one: others, none of them worse."""
    values = (*item.scale, cards.NA) if item.may_be_na else item.scale
    return [value for value in values if value != first and not is_worse(card, item, value, than=first)]


def is_worse(card: Card, item: Item, value: str, *, than: str) -> bool:
    """Of two marks that both earn; 'not applicable' is neither better nor worse."""
    one, other = earned(card, item, value), earned(card, item, than)
    return one is not None and other is not None and one < other


def earned(card: Card, item: Item, value: str) -> Fraction | None:
    if item.kind == cards.BONUS and value != cards.NA:
        return Fraction(value == cards.HIT)
    return share_of(card, item, value)


def check_wishes(card: Card, marks: Marks, wishes: Mapping[str, Wish], *, turn_count: int) -> None:
    if not wishes:
        raise NotValid("quality.dispute_empty")
    open_to = {item.code: item for item in disputable(card, marks)}
    for code, wish in wishes.items():
        if code not in open_to:
            raise NotValid("quality.item_not_disputable", items=(code,), names=(_name(card, code),))
        item = open_to[code]
        if wish.value not in wishable(card, item, marks[code].value):
            raise _of(item, "quality.wish_unknown")
        if not wish.words.strip():
            raise _of(item, "quality.wish_words_missing")
        if wish.turn is not None and not 0 <= wish.turn < turn_count:
            raise _of(item, "quality.turn_unknown", turn=wish.turn + 1)


def check_blind(card: Card, disputed: Mapping[str, object], values: Mapping[str, str]) -> None:
    """One mark for each disputed item and for no other."""
    if set(values) != set(disputed):
        raise NotValid("quality.blind_incomplete")
    for code, value in values.items():
        item = card.by_code[code]
        if value not in item.scale and not (value == cards.NA and item.may_be_na):
            raise _of(item, "quality.blind_unknown")


def between(card: Card, item: Item, first: str, wished: str) -> list[str]:
    """Marks by which a wish is met in part: better than the first, short of the one asked for."""
    found = [value for value in wishable(card, item, first) if value != wished]
    return [one for one in found if _is_between(earned(card, item, one), card, item, first, wished)]


def _is_between(at: Fraction | None, card: Card, item: Item, first: str, wished: str) -> bool:
    low, high = earned(card, item, first), earned(card, item, wished)
    return at is not None and (low is None or low < at) and (high is None or at < high)


def decided_values(
    card: Card, marks: Marks, wishes: Mapping[str, Wish], rulings: Mapping[str, Ruling]
) -> dict[str, str]:
    """Disputed item → the mark it ends with; every ruling with its reasons."""
    if set(rulings) != set(wishes):
        raise NotValid("quality.rulings_incomplete")
    return {code: _decided(card, marks[code].value, wishes[code], code, ruling) for code, ruling in rulings.items()}


def _decided(card: Card, first: str, wish: Wish, code: str, ruling: Ruling) -> str:
    item = card.by_code[code]
    if ruling.outcome not in OUTCOMES:
        raise _of(item, "quality.ruling_unknown")
    if not ruling.reasons.strip():
        raise _of(item, "quality.ruling_reasons_missing")
    if ruling.outcome != PARTLY:
        return wish.value if ruling.outcome == UPHELD else first
    if ruling.value not in between(card, item, first, wish.value):
        raise _of(item, "quality.nothing_between")
    return ruling.value


def decided_marks(card: Card, marks: Marks, values: Mapping[str, str]) -> dict[str, Mark]:
    """The whole sheet after a decision. An item that the new marks switch on was never scored: it does not apply."""
    changed = {code: _changed(card, card.by_code[code], marks[code], value) for code, value in values.items()}
    found = {**marks, **changed}
    statuses = statuses_of(card, found)
    switched_on = {code: Mark(cards.NA) for code, status in statuses.items() if status == UNANSWERED}
    whole = kept_marks(card, {**found, **switched_on})
    before, after = score(card, marks).total, score(card, whole).total
    if before is not None and (after is None or after < before):
        raise NotValid("quality.decision_lowers")
    return whole


def _changed(card: Card, item: Item, mark: Mark, value: str) -> Mark:
    """A fault that is none has no cause."""
    if value == mark.value:
        return mark
    has_cause = value != cards.NA and is_error(card, item, value)
    return replace(mark, value=value, cause=mark.cause if has_cause else "")


def _of(item: Item, code: str, **facts: object) -> NotValid:
    return NotValid(code, items=(item.code,), names=(item.name or item.code,), **facts)


def _name(card: Card, code: str) -> object:
    return card.by_code[code].name if code in card.by_code else code
