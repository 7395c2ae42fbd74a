"""Complaints and praise given out in the form they came in: customers' personal data covered unless somebody may have it
otherwise."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.audit.action import note
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.interactions import permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import Praise
from hengcai.people.models import Person

Row = dict[str, Any]
Given = Complaint | Praise
CHUNK = 2_000
PLAIN = ("matter", "judged", "judged_by", "judged_on", "reason")
FREE = ("text", "reason")
NOT_JUDGED = "not_judged"


@dataclass(frozen=True)
class Wanted:
    """What was received on these days; an open end is None."""

    is_masked: bool = True
    first_day: date | None = None
    last_day: date | None = None


def complaint_record_rows(wanted: Wanted, *, by: User) -> Iterator[Row]:
    """The columns `hengcai import complaints` takes of complaints with their words."""
    _let_in(wanted, by)
    note("export_complaint_records", Complaint(), by=by, **asdict(wanted))
    return _given(Complaint, wanted)


def praise_rows(wanted: Wanted, *, by: User) -> Iterator[Row]:
    """The columns `hengcai import praise` takes."""
    _let_in(wanted, by)
    note("export_praise", Praise(), by=by, **asdict(wanted))
    return _given(Praise, wanted)


def _let_in(wanted: Wanted, by: User) -> None:
    gate = permissions.EXPORT if wanted.is_masked else permissions.EXPORT_UNMASKED
    gate.enter([], by)


def _given(model: type[Given], wanted: Wanted) -> Iterator[Row]:
    days = permissions.midnights("received_at", wanted.first_day, wanted.last_day, zone=settings.TIME_ZONE)
    rows = model._default_manager.filter(days).select_related("agent", "contact").order_by("received_at", "pk")
    return (_row(one, is_masked=wanted.is_masked) for one in rows.iterator(chunk_size=CHUNK))


def _row(one: Given, *, is_masked: bool) -> Row:
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


def complaints_held(person: Person) -> Iterator[Row]:
    """As the person's own page has them: the words covered, and nothing of one that is not judged yet but that it is
    there. Never who judged."""
    rows = person.complaints.select_related("contact").order_by("received_at", "pk")
    for one in rows.iterator(chunk_size=CHUNK):
        is_open = one.judged == Complaint.Judged.OPEN
        words = {"text": mask(one.text), "reason": mask(one.reason)}
        head = {
            "received_at": one.received_at,
            "contact": one.contact.key if one.contact else None,
            "matter": one.matter,
        }
        told = dict.fromkeys(words) if is_open else words
        yield plain_row({
            **head, "judged": one.judged, "judged_on": one.judged_on, **told, "withheld": NOT_JUDGED if is_open else None,
        })  # fmt: skip
