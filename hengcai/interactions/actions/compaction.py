"""Moves parts of the manifest to the files they were merged into."""

from collections.abc import Sequence
from typing import NamedTuple

from hengcai.accounts.models import User
from hengcai.interactions import permissions
from hengcai.interactions.actions.bulk import update_rows
from hengcai.interactions.kinds.registry import MovedOnError
from hengcai.interactions.models import LakePart
from hengcai.interactions.unlogged import unlogged_action


class Move(NamedTuple):
    part: LakePart
    path: str
    first_row: int


@unlogged_action(permissions.IMPORT)
def move_parts(moves: Sequence[Move], *, by: User) -> None:
    """All of them or none; contacts know their part and their place in it, and stay as they are."""
    there = LakePart.objects.select_for_update().in_bulk([move.part.pk for move in moves])
    if {(pk, part.path, part.first_row) for pk, part in there.items()} != {_place(move.part) for move in moves}:
        raise MovedOnError
    update_rows(LakePart, ("path", "first_row"), ((move.path, move.first_row, move.part.pk) for move in moves))


def _place(part: LakePart) -> tuple[int, str, int]:
    return part.pk, part.path, part.first_row
