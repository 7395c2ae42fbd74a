"""Recheck: which evaluations are scored again, by whom, when two scores are too far apart, and what is settled.

Of each analyst's n evaluations in a batch ⌈share·n⌉ are drawn as a sampling plan draws: in the order of SHA-256 of
`seed|contact`, the one at place i where (i·k + h) mod n < k, h being SHA-256 of `seed|analyst` modulo n.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from hashlib import sha256
from itertools import repeat
from math import ceil
from types import MappingProxyType

from hengcai.base.decimals import over_one
from hengcai.base.errors import NotValid
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Mark, Marks
from hengcai.quality.rules.marks import kept_marks
from hengcai.quality.rules.score import UNANSWERED, score, statuses_of

ALIKE, KEPT, TAKEN, ITEMS = "alike", "kept", "taken", "items"
RULINGS = (KEPT, TAKEN, ITEMS)
Piece = tuple[str, int]  # the contact's key, the evaluation's


@dataclass(frozen=True)
class Ruling:
    """What the supervisor settles two scores to. `values`: item → mark, said only where it is settled item by item."""

    outcome: str
    reason: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def drawn(by_analyst: Mapping[str, Sequence[Piece]], *, share: Fraction, seed: int) -> set[int]:
    """The evaluations drawn, each analyst's by themselves."""
    return {key for analyst, pieces in by_analyst.items() for key in _drawn(analyst, pieces, share, seed)}


def _drawn(analyst: str, pieces: Sequence[Piece], share: Fraction, seed: int) -> list[int]:
    if not pieces:
        return []
    from hengcai.quality.rules.sampling.draw import Stratum  # heavy: pages of rechecks do without

    ordered = sorted(pieces, key=lambda one: (sha256(f"{seed}|{one[0]}".encode()).digest(), one[1]))
    stratum = Stratum(analyst, analyst, None, len(pieces), ceil(share * len(pieces)))
    return [ordered[place][1] for place in stratum.places(seed)]


def shared_out(
    work: Iterable[tuple[int, Sequence[int]]], *, capacity: Mapping[int, Fraction], loads: Mapping[int, int]
) -> dict[int, int]:
    """Piece → who scores it, so that with what lies with them already (`loads`) everybody's share is as near to their
    capacity as it can be. A piece nobody may score is left out."""
    from hengcai.quality.rules.sampling.loads import Loads, levelled

    work = list(work)
    who = list(dict.fromkeys(one for _piece, allowed in work for one in allowed if capacity.get(one)))
    lots: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for piece, allowed in work:
        lots[tuple(at for at, one in enumerate(who) if one in allowed)].append(piece)
    lots.pop((), None)
    sizes = {able: len(pieces) for able, pieces in lots.items()}
    own = [capacity[one] for one in who]
    held = levelled(sum(sizes.values()), own, [loads.get(one, 0) for one in who])
    counts = Loads(over_one(own)[0], held).shared_out(sizes, within=1)
    return {
        piece: who[at] for able, pieces in lots.items() for piece, at in zip(pieces, _each(counts[able]), strict=True)
    }


def _each(counts: Mapping[int, int]) -> Iterator[int]:
    """As many times as each has."""
    for at, n in counts.items():
        yield from repeat(at, n)


def is_beyond(card: Card, first: Marks, second: Marks, *, points: Fraction) -> bool:
    """Totals further apart than the bar, a score beside none, or other fatal items."""
    one, other = score(card, first), score(card, second)
    if set(one.fatals) != set(other.fatals):
        return True
    if one.total is None or other.total is None:
        return one.total is not other.total
    return abs(one.total - other.total) > points


def disagreed(card: Card, first: Marks, second: Marks) -> list[str]:
    """Items both sheets mark, and mark differently; a free note is no mark."""
    both = [item for item in card.items() if item.kind != cards.NOTE and item.code in first and item.code in second]
    return [item.code for item in both if first[item.code].value != second[item.code].value]


def settled_marks(card: Card, first: Marks, second: Marks, ruling: Ruling) -> dict[str, Mark]:
    """The whole sheet as settled. An item that nobody scored and the settled marks switch on does not apply."""
    _check(card, first, second, ruling)
    if ruling.outcome != ITEMS:
        return dict(first if ruling.outcome == KEPT else second)
    chosen = {code: _chosen(code, value, first, second, ruling) for code, value in ruling.values.items()}
    found = {**second, **first, **chosen}
    statuses = statuses_of(card, found)
    unscored = {code: Mark(cards.NA) for code, status in statuses.items() if status == UNANSWERED}
    return kept_marks(card, {**found, **unscored})


def is_changed(first: Marks, settled: Marks) -> bool:
    """Whether a mark or a cause is another; words alone change no score."""
    said = [{code: (mark.value, mark.cause) for code, mark in sheet.items()} for sheet in (first, settled)]
    return said[0] != said[1]


def _check(card: Card, first: Marks, second: Marks, ruling: Ruling) -> None:
    if ruling.outcome not in RULINGS:
        raise NotValid("quality.recheck_ruling_unknown")
    if not ruling.reason.strip():
        raise NotValid("quality.recheck_reason_missing")
    wanted = disagreed(card, first, second) if ruling.outcome == ITEMS else []
    if set(ruling.values) != set(wanted):
        raise NotValid("quality.recheck_items_incomplete")
    for code, value in ruling.values.items():
        item = card.by_code[code]
        if value not in item.scale and not (value == cards.NA and item.may_be_na):
            raise NotValid("quality.recheck_mark_unknown", items=(code,), names=(item.name or code,))


def _chosen(code: str, value: str, first: Marks, second: Marks, ruling: Ruling) -> Mark:
    """A mark of neither sheet has the supervisor's reason for its words."""
    for sheet in (first, second):
        if sheet[code].value == value:
            return sheet[code]
    return replace(first[code], value=value, comment=ruling.reason.strip(), cause="")


def marks_kept(told: Mapping[str, Mapping[str, object]]) -> dict[str, Mark]:
    """As they lie in the database."""
    return {code: Mark(**one) for code, one in told.items()}  # type: ignore[arg-type]


def marks_told(marks: Marks) -> dict[str, dict[str, object]]:
    return {
        code: {"value": one.value, "comment": one.comment.strip(), "cause": one.cause, "turn": one.turn}
        for code, one in marks.items()
    }
