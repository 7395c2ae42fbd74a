"""Part of the actions that give contacts to somebody."""

from collections.abc import Mapping, Sequence
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.interactions.models import Contact, Transcript
from hengcai.interactions.queries import read_conversations
from hengcai.interactions.rules.contact import TOLD

CHUNK = 500
NAMED = 5  # how many contacts a refusal names


def copy_transcripts(contacts: Sequence[Contact]) -> None:
    """From the lake into the database: what is worked on must not depend on a file's whereabouts."""
    known: set[int] = set()
    keys = [contact.pk for contact in contacts]
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        known |= set(Transcript.objects.filter(contact__in=part).values_list("contact", flat=True))
    missing = [contact for contact in contacts if contact.pk not in known]
    if missing:
        _copy(missing)


def _copy(contacts: Sequence[Contact]) -> None:
    found = read_conversations(contacts)
    lost = [contact.key for contact in contacts if not found[contact.pk]["turns"]]
    if lost:
        raise NotValid("quality.words_missing", contacts=tuple(lost[:NAMED]), count=len(lost))
    rows = [
        Transcript(contact=contact, turns=found[contact.pk]["turns"], told=_told(found[contact.pk]["aside"]))
        for contact in contacts
    ]
    Transcript.objects.bulk_create(rows, batch_size=CHUNK)


def _told(aside: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(aside[name]) for name in TOLD if aside.get(name)}
