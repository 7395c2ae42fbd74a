"""Praise given out in the form it came in: customers' personal data covered unless somebody may have it otherwise."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.audit.action import note
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.interactions import permissions
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import Praise
from hengcai.people.models import Person

Row = dict[str, Any]
CHUNK = 2_000
PLAIN = ("matter", "judged", "judged_by", "judged_on", "reason")
FREE = ("text", "reason")


def praise_rows(
    *, by: User, is_masked: bool = True, first_day: date | None = None, last_day: date | None = None
) -> Iterator[Row]:
    """What was received on these days."""
    gate = permissions.EXPORT if is_masked else permissions.EXPORT_UNMASKED
    gate.enter([], by)
    note("export_praise", Praise(), by=by, is_masked=is_masked, first_day=first_day, last_day=last_day)
    received = permissions.midnights("received_at", first_day, last_day, zone=settings.TIME_ZONE)
    rows = Praise.objects.filter(received).select_related("agent", "contact").order_by("received_at", "pk")
    return (_row(one, is_masked=is_masked) for one in rows.iterator(chunk_size=CHUNK))


def _row(one: Praise, *, is_masked: bool) -> Row:
    at = one.received_at.astimezone(zone_of(settings.TIME_ZONE)).isoformat()
    told = {name: getattr(one, name) or "" for name in PLAIN}
    day = one.judged_on.isoformat() if one.judged_on else ""
    found: Row = {
        "contact": one.contact.key if one.contact else "", "agent": one.agent.number, "received_at": at, "text": one.text,
        **told, "judged_on": day,
    }  # fmt: skip
    return {**found, **{name: mask(found[name]) for name in FREE}} if is_masked else found


def praise_held(person: Person) -> Iterator[Row]:
    """Neither the customer's words nor who judged."""
    rows = person.praise.order_by("received_at", "pk").values(
        "received_at", "contact__key", "matter", "judged", "judged_on"
    )
    for row in rows.iterator(chunk_size=CHUNK):
        yield plain_row({"contact" if name == "contact__key" else name: value for name, value in row.items()})
