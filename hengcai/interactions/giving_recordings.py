"""Recordings of one person's contacts, as pointers: where they lie and how long they are, not the sound."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.interactions.recording_models import Recording
from hengcai.people.models import Person

FIELDS = ("kind", "place", "state", "seconds", "byte_count", "codec", "channels", "digest", "added_at")
CHUNK = 2_000


def recordings_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Recording.objects.filter(contact__agent=person).order_by("contact__started_at", "pk")
    for one in rows.values("contact__key", *FIELDS).iterator(chunk_size=CHUNK):
        yield plain_row({"contact": one.pop("contact__key"), **one})
