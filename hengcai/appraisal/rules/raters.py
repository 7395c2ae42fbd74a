"""Who rates whom, in which order, and what a form must hold before it is sent."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from hengcai.base.errors import NotNow, NotValid

PEERS = 5  # two may fail to answer, or not have seen enough, before peers are too few to count
REASON_FROM = Fraction(2)  # levels away from the period's evidence
PEER_ITEM = "collaboration"
LEAST_OBSERVED = 3  # contacts from which on the evidence of a period binds a rater to a reason
SUPERIOR = "superior"
TWICE_SHARE, LEAST_TWICE = Fraction(1, 10), 2  # of each superior's people, by the superior's own superior as well
LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands for the drawing of peers."""

    person: int
    site: int | None
    post: int
    superior: int | None = None


def draw_peers(people: Sequence[Standing], *, seed: str, count: int = PEERS) -> dict[int, list[int]]:
    """For each person `count` peers of another post at the same site, load spread evenly.

    Nobody is peer to their own superior or to those they lead. The order of drawing and every draw depend on
    the seed alone, so that anybody can check it.
    """
    dice, load = random.Random(seed), {one.person: 0 for one in people}  # noqa: S311 - a draw to be repeated
    ordered = sorted(people, key=lambda one: one.person)
    dice.shuffle(ordered)
    by_site: dict[int | None, list[Standing]] = defaultdict(list)
    for one in ordered:
        by_site[one.site].append(one)
    drawn: dict[int, list[int]] = {}
    for one in ordered:
        drawn[one.person] = _least_loaded(_able(one, by_site[one.site]), load, dice, count)
        for peer in drawn[one.person]:
            load[peer] += 1
    return drawn


def _able(one: Standing, others: Sequence[Standing]) -> list[int]:
    post, person, superior = one.post, one.person, one.superior
    return [
        other.person for other in others if other.post != post and other.person != superior and other.superior != person
    ]


def _least_loaded(able: Sequence[int], load: Mapping[int, int], dice: random.Random, count: int) -> list[int]:
    """Those with the fewest forms so far; where several have as few, the dice choose among them."""
    by_load: dict[int, list[int]] = defaultdict(list)
    for person in able:
        by_load[load[person]].append(person)
    found: list[int] = []
    for step in sorted(by_load):
        found += dice.sample(by_load[step], min(count - len(found), len(by_load[step])))
        if len(found) == count:
            break
    return found


@dataclass(frozen=True, slots=True)
class Under:
    """One person rated by one superior, and whom that superior reports to."""

    participant: int
    superior: int
    above: int | None


def draw_twice(people: Sequence[Under], *, seed: str) -> dict[int, int]:
    """Who is rated a second time, and by whom: the superior's own superior, for a tenth of each superior's people, two
    at least. Only where some people are rated twice can a harsh superior be told from a weak team."""
    dice = random.Random(f"{seed}-twice")  # noqa: S311 - a draw to be repeated
    by_superior: dict[int, list[Under]] = defaultdict(list)
    for one in sorted(people, key=lambda one: one.participant):
        if one.above is not None and one.above != one.superior:
            by_superior[one.superior].append(one)
    drawn: dict[int, int] = {}
    for _superior, some in sorted(by_superior.items()):
        count = max(LEAST_TWICE, ceil(TWICE_SHARE * len(some)))
        drawn |= {one.participant: one.above or 0 for one in dice.sample(some, min(count, len(some)))}
    return drawn


@dataclass(frozen=True, slots=True)
class Given:
    """One line of a form: a level 1–5, or None where the rater did not observe it.

    Not answered: a remark that waits for its level; a draft keeps it, a form cannot be sent with it.
    """

    level: Fraction | None
    comment: str = ""
    reason: str = ""
    is_answered: bool = True


def check_levels(given: Mapping[str, Given], items: Iterable[str]) -> None:
    known = set(items)
    for item, one in given.items():
        if item not in known:
            raise NotValid("appraisal.item_not_on_form", item=item)
        if one.level is not None and not LOWEST <= one.level <= HIGHEST:
            raise NotValid("appraisal.level_outside", item=item, value=one.level)


def check_complete(given: Mapping[str, Given], items: Iterable[str]) -> None:
    missing = [item for item in items if item not in given or not given[item].is_answered]
    if missing:
        raise NotValid("appraisal.form_incomplete", count=len(missing), items=missing)


def items_needing_reason(given: Mapping[str, Given], observed: Mapping[str, tuple[Fraction, int]]) -> list[str]:
    """Levels two or more away from what the period's contacts show, given without a reason.

    `observed` holds mean level and number of contacts by item; below three contacts nothing binds.
    """
    return [item for item, one in given.items() if is_far(one.level, observed.get(item)) and not one.reason.strip()]


def is_far(level: Fraction | int | None, seen: tuple[Fraction, int] | None) -> bool:
    if level is None or seen is None or seen[1] < LEAST_OBSERVED:
        return False
    return abs(level - seen[0]) >= REASON_FROM


def check_order(source: str, *, has_self_sent: bool, self_due_on: date | None, today: date) -> None:
    """Self first: the superior's form goes out once the self-assessment is in, or its day has passed."""
    if source != SUPERIOR or has_self_sent or self_due_on is None or today > self_due_on:
        return
    raise NotNow("appraisal.self_first", until=self_due_on)
