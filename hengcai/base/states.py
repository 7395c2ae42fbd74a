"""A legal move from state to state, written once: buttons, verbs, refusals and tests read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer, Permission


@dataclass(frozen=True)
class Move:
    """From any of `sources` to `target`, for whom `may` lets."""

    name: str
    sources: frozenset[str]
    target: str
    may: Permission

    def enter(self, thing: Any, user: Doer) -> None:
        self.may.enter(thing, user)
        if thing.state not in self.sources:
            raise NotNow("move.state", move=self.name, state=thing.state)


def moves_open(moves: Iterable[Move], thing: Any, user: Doer) -> list[Move]:
    """What this user may do with this thing now: the buttons of its page."""
    open_now = [move for move in moves if thing.state in move.sources]
    return [move for move in open_now if move.may.allows(thing, user)]
