"""Whether the behaviour changed: marks of one item in contacts that chance drew, before a day and after it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hengcai.measurement.before_after import CANNOT_TELL, Change, change_of_means, change_of_shares
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item
from hengcai.quality.rules.score import share_of

LOOKED_AROUND_DAYS = 90  # so far back, and so far on
MEANS, SHARES = "means", "shares"
DONE = {cards.YES_NO: cards.YES, cards.DEDUCTION: cards.CLEAR, cards.BONUS: cards.HIT}


@dataclass(frozen=True)
class Told:
    """What page, paper and program say of it. `kind`: levels or shares earned are means, done or not are shares.
    `is_from_low`: what gave rise to it stood below the rest before, so that a rise may be no more than chance."""

    kind: str
    verdict: str
    before: float | None
    after: float | None
    n_before: int
    n_after: int
    difference: float | None
    low: float | None
    high: float | None
    further: int | None
    lacks: str
    is_from_low: bool

    def kept(self) -> dict[str, Any]:
        return asdict(self)


def told_of(card: Card, item: Item, before: Sequence[str], after: Sequence[str], *, heard: Sequence[str]) -> Told:
    """`heard`: the marks of what gave rise to it."""
    first, second = counted(card, item, before), counted(card, item, after)
    change = _change(item, first, second)
    estimate = change.difference
    return Told(
        SHARES if is_share(item) else MEANS, change.verdict, change.before, change.after, change.n_before,
        change.n_after, estimate.estimate, estimate.low, estimate.high, change.further, _lacks(change),
        _is_from_low(counted(card, item, heard), first),
    )  # fmt: skip


def is_share(item: Item) -> bool:
    """Done or not; everything else is a level, or a share of the points."""
    return item.kind in DONE


def counted(card: Card, item: Item, values: Iterable[str]) -> list[float]:
    """Levels as they are, done as 1, a choice as what it earns; 'not applicable' is no mark."""
    kept = [value for value in values if value in item.scale]
    if item.kind == cards.ANCHORED:
        return [float(value) for value in kept]
    if item.kind in DONE:
        return [float(value == DONE[item.kind]) for value in kept]
    return [float(share) for value in kept if (share := share_of(card, item, value)) is not None]


def _change(item: Item, before: Sequence[float], after: Sequence[float]) -> Change:
    if item.kind in DONE:
        return change_of_shares((round(sum(before)), len(before)), (round(sum(after)), len(after)))
    return change_of_means(before, after)


def _lacks(change: Change) -> str:
    """Why it cannot be told yet; empty where it can."""
    if change.verdict != CANNOT_TELL:
        return ""
    for caution in change.difference.cautions:
        if caution in ("too_few_before", "too_few_after", "nothing_varies"):
            return caution
    return "further" if change.further is not None else "too_close"


def _is_from_low(heard: Sequence[float], before: Sequence[float]) -> bool:
    return bool(heard and before) and sum(heard) / len(heard) < sum(before) / len(before)
