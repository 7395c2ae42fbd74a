"""Contacts given out with their words, in the form they came in."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.audit.action import note
from hengcai.base.masking import mask
from hengcai.interactions import permissions
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import exported_contacts

Row = dict[str, Any]


def exported(*, by: User, is_masked: bool = True) -> Iterator[Row]:
    """Every contact; each giving-out is noted, one without covering needs the right to it."""
    gate = permissions.EXPORT if is_masked else permissions.EXPORT_UNMASKED
    gate.enter([], by)
    note("export_contacts", Contact(), by=by, is_masked=is_masked)
    for contact, said in exported_contacts():
        yield _row(contact, said, is_masked=is_masked)


def _row(contact: Contact, said: Mapping[str, Any], *, is_masked: bool) -> Row:
    turns = [masked_turn(turn) for turn in said["turns"]] if is_masked else said["turns"]
    aside = masked(said["aside"]) if is_masked else said["aside"]
    facts = {name: value for name, value in _facts(contact).items() if value is not None}
    return {**facts, **{name: value for name, value in aside.items() if name not in facts}, "turns": turns}


def masked_turn(turn: Mapping[str, Any]) -> dict[str, Any]:
    return {**turn, "text": mask(turn["text"])}


def masked(value: Any) -> Any:
    """Every text in it, however deep."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, Mapping):
        return {name: masked(part) for name, part in value.items()}
    return [masked(part) for part in value] if isinstance(value, list) else value


def _facts(contact: Contact) -> Row:
    zone = zone_of(settings.TIME_ZONE)
    return {
        "id": contact.key,
        "agent": contact.agent.number,
        "started_at": contact.started_at.astimezone(zone).isoformat(),
        "ended_at": contact.ended_at and contact.ended_at.astimezone(zone).isoformat(),
        "channel": contact.channel,
        "language": contact.language or None,
        "csat": _plain(contact.csat),
        "recommend": _plain(contact.recommend),
        "complaint": contact.complaint,
        "resolved_first_contact": contact.is_resolved_first,
    }


def _plain(value: Any) -> str | None:
    return None if value is None else format(value.normalize(), "f")
