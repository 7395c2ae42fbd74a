"""Who may hear a recording, and whether they must say why: the same answer for pages, API and the serving of bytes."""

from dataclasses import dataclass
from typing import Any

from hengcai.base.errors import NotAllowed
from hengcai.base.permissions import Doer, Permission
from hengcai.interactions import permissions
from hengcai.interactions.models import Contact
from hengcai.interactions.recording_models import Recording

FOR_WORK: list[Permission] = [permissions.HEAR]
"""Rows of contacts somebody hears without a reason of their own: it is their work, and the work is on record."""


def let_hear(permission: Permission) -> Permission:
    """A higher package lets in those for whom it is work; the rows are contacts."""
    FOR_WORK.append(permission)
    return permission


@dataclass(frozen=True)
class Way:
    needs_reason: bool
    may_unmask: bool


def way_of(contact: Contact, user: Doer) -> Way | None:
    """None where they may not hear it at all."""
    may_unmask = permissions.HEAR_UNMASKED.allows(contact, user)
    if any(one.allows(contact, user) for one in FOR_WORK):
        return Way(needs_reason=False, may_unmask=may_unmask)
    if permissions.HEAR_ANY.allows(contact, user):
        return Way(needs_reason=True, may_unmask=may_unmask)
    return None


def is_heard_by(user: Doer) -> bool:
    """By role alone."""
    return any(one.is_held_by(user) for one in (*FOR_WORK, permissions.HEAR_ANY))


class Hearing:
    """The gate of playing."""

    def enter(self, thing: Any, user: Doer) -> None:
        if not is_heard_by(user):
            raise NotAllowed("permission.role", permission=permissions.HEAR.code)
        if isinstance(thing, Recording) and way_of(thing.contact, user) is None:
            raise NotAllowed("permission.reach", permission=permissions.HEAR.code)


class Preparing:
    """What a recording turns out to be is nobody's choice: the worker notes it for whoever asked first."""

    def enter(self, thing: Any, user: Doer) -> None:
        """Open to all."""


HEARING, PREPARING = Hearing(), Preparing()
