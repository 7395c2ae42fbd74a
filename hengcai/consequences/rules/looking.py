"""Asking that a person looks again: once to each matter of a revision, by somebody who had no part in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hengcai.base.errors import NotNow

HEAD, HEAD_WITH_PART = "head", "head_with_part"


@dataclass(frozen=True, slots=True)
class Chosen:
    """`last_resort`: why it lies with the head of the centre, empty where it does not."""

    user: int
    last_resort: str = ""


def check_first(earlier: str | None) -> None:
    """`earlier`: the state of the request there is already."""
    if earlier == "asked":
        raise NotNow("consequences.look_open_already")
    if earlier is not None:
        raise NotNow("consequences.looked_already")


def choose(others: Sequence[int], heads: Sequence[int], *, took_part: Collection[int]) -> Chosen | None:
    """The first of each that is free. Nobody who took part, but for the head where there is nobody else, and then that is said."""
    for user in others:
        if user not in took_part:
            return Chosen(user)
    for user in heads:
        if user not in took_part:
            return Chosen(user, HEAD)
    return Chosen(heads[0], HEAD_WITH_PART) if heads else None
