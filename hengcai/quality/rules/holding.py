"""Which of the cards of one channel holds for whom, and from when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hengcai.base.errors import NotValid

DRAFT, PUBLISHED, RETIRED, WAITING = "draft", "published", "retired", "waiting"


class Held(Protocol):
    state: str
    holds_from: date | None
    holds_until: date | None
    posts: list[str]


@dataclass(frozen=True)
class Holding:
    """What is decided at publishing: from which day (None: at once), for which posts (none: for all that no other
    card is kept for), and the codes of the other cards of the channel it takes the place of; None: nobody was asked."""

    since: date | None = None
    posts: tuple[str, ...] = ()
    replaces: frozenset[str] | None = None


def standing(card: Held, day: date) -> str:
    """Draft, waiting for its day, in force, or retired."""
    if card.state != PUBLISHED:
        return card.state
    if card.holds_until is not None and card.holds_until < day:
        return RETIRED
    return WAITING if card.holds_from is not None and card.holds_from > day else PUBLISHED


def check_decided(holding: Holding, others: Iterable[tuple[str, object, Collection[str]]], *, on: date) -> None:
    """`others`: code, name and posts of the cards that hold for the channel from that day on."""
    if holding.since is not None and holding.since < on:
        raise NotValid("quality.holds_in_the_past", day=holding.since)
    others = list(others)
    if others and holding.replaces is None:
        raise NotValid("quality.other_card_holds", names=tuple(str(name) for _code, name, _posts in others))
    for code, name, posts in others:
        if code in (holding.replaces or ()):
            continue
        if not posts and not holding.posts:
            raise NotValid("quality.both_for_everybody", name=name)
        shared = sorted(set(posts) & set(holding.posts))
        if shared:
            raise NotValid("quality.both_for_one_post", name=name, posts=tuple(shared))
