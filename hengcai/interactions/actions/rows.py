"""Rows of one table as files bring them, behind the right each kind of file asks for."""

from collections.abc import Sequence
from typing import Any

from hengcai.accounts.models import User
from hengcai.interactions import permissions
from hengcai.interactions.unlogged import unlogged_action
from hengcai.people import permissions as people


@unlogged_action(people.IMPORT)
def take_in_time(new: Sequence[Any], *, by: User, changed: Sequence[Any], fields: Sequence[str]) -> None:
    """When people are at work."""
    _write(new, changed, fields)


@unlogged_action(permissions.IMPORT)
def take_in_records(new: Sequence[Any], *, by: User, changed: Sequence[Any], fields: Sequence[str]) -> None:
    """What they did, and what customers said of it."""
    _write(new, changed, fields)


def _write(new: Sequence[Any], changed: Sequence[Any], fields: Sequence[str]) -> None:
    """What moves away goes first: a new row may stand where it stood."""
    if changed:
        type(changed[0])._default_manager.bulk_update(changed, fields, batch_size=100)
    if new:
        type(new[0])._default_manager.bulk_create(new, batch_size=500)
