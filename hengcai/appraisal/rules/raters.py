"""Who rates whom, in which order, and what a form must hold before it is sent."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.base.errors import NotNow, NotValid

PEERS = 3
REASON_FROM = Fraction(2)  # levels away from the period's evidence
PEER_ITEM = "collaboration"
LEAST_OBSERVED = 3  # contacts from which on the evidence of a period binds a rater to a reason


@dataclass(frozen=True)
class Standing:
    """Where somebody stands for the drawing of peers."""

    person: int
    site: int | None
    post: int


def draw_peers(people: Sequence[Standing], *, seed: str, count: int = PEERS) -> dict[int, list[int]]:
    """For each person `count` peers of another post at the same site, load spread evenly.

    The order of drawing and every draw depend on the seed alone, so that anybody can check it.
    """
    dice, load = random.Random(seed), {one.person: 0 for one in people}  # noqa: S311 - a draw to be repeated
    ordered = sorted(people, key=lambda one: one.person)
    dice.shuffle(ordered)
    drawn: dict[int, list[int]] = {}
    for one in ordered:
        able = [other.person for other in ordered if other.site == one.site and other.post != one.post]
        dice.shuffle(able)
        drawn[one.person] = sorted(able, key=lambda other: load[other])[:count]
        for other in drawn[one.person]:
            load[other] += 1
    return drawn


@dataclass(frozen=True)
class Given:
    """One line of a form: a level 1–5, or None where the rater did not observe it."""

    level: Fraction | None
    comment: str = ""
    reason: str = ""


def check_levels(given: Mapping[str, Given], items: Iterable[str]) -> None:
    known = set(items)
    for item, one in given.items():
        if item not in known:
            raise NotValid("appraisal.item_not_on_form", item=item)
        if one.level is not None and not 1 <= one.level <= 5:
            raise NotValid("appraisal.level_outside", item=item, value=one.level)


def check_complete(given: Mapping[str, Given], items: Iterable[str]) -> None:
    missing = [item for item in items if item not in given]
    if missing:
        raise NotValid("appraisal.form_incomplete", count=len(missing), items=missing)


def items_needing_reason(given: Mapping[str, Given], observed: Mapping[str, tuple[Fraction, int]]) -> list[str]:
    """Levels two or more away from what the period's contacts show, given without a reason.

    `observed` holds mean level and number of contacts by item; below three contacts nothing binds.
    """
    return [item for item, one in given.items() if _is_far(one, observed.get(item)) and not one.reason.strip()]


def _is_far(one: Given, seen: tuple[Fraction, int] | None) -> bool:
    if one.level is None or seen is None or seen[1] < LEAST_OBSERVED:
        return False
    return abs(one.level - seen[0]) >= REASON_FROM


def check_order(source: str, *, has_self_sent: bool, self_due_on: date | None, today: date) -> None:
    """Self first: the superior's form goes out once the self-assessment is in, or its day has passed."""
    if source != "superior" or has_self_sent or self_due_on is None or today > self_due_on:
        return
    raise NotNow("appraisal.self_first", until=self_due_on)
