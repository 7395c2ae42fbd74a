"""Contacts with their words, measures and complaints given out in the form they came in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.audit.action import note
from hengcai.base.masking.stretch import COVER
from hengcai.base.masking.text import mask, masked_turns
from hengcai.base.plain import as_text, decimal_text, plain_row
from hengcai.interactions import permissions
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.models import Contact, Measure
from hengcai.interactions.queries import exported_contacts
from hengcai.interactions.rules.contact import names_told
from hengcai.interactions.rules.measure import OPTIONAL, REQUIRED
from hengcai.people.models import Person

Row = dict[str, Any]
CHUNK = 5_000
FIGURES = ("value", "numerator", "denominator")


def exported(*, by: User, is_masked: bool = True) -> Iterator[Row]:
    """Every contact; each giving-out is noted, one without covering needs the right to it."""
    gate = permissions.EXPORT if is_masked else permissions.EXPORT_UNMASKED
    gate.enter([], by)
    note("export_contacts", Contact(), by=by, is_masked=is_masked)
    for contact, said in exported_contacts():
        yield _row(contact, said, is_masked=is_masked)


def _row(contact: Contact, said: Mapping[str, Any], *, is_masked: bool) -> Row:
    turns = covered(said["turns"], said["aside"]) if is_masked else said["turns"]
    aside = masked(_without_names(said["aside"])) if is_masked else said["aside"]
    facts = {name: value for name, value in _facts(contact).items() if value is not None}
    return {**facts, **{name: value for name, value in aside.items() if name not in facts}, "turns": turns}


def covered(turns: Sequence[Mapping[str, Any]], aside: Mapping[str, Any]) -> list[dict[str, Any]]:
    texts = masked_turns(turns, known=names_told(aside))
    return [{**turn, "text": text} for turn, text in zip(turns, texts, strict=True)]


def _without_names(aside: Mapping[str, Any]) -> Mapping[str, Any]:
    """A name keeps its first character; a customer's number beside it is covered like any other number."""
    name = str(aside.get("customer_name") or "")
    return {**aside, "customer_name": name[:1] + COVER * (len(name) - 1)} if name else aside


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
    return None if value is None else decimal_text(value)


def measure_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    """One figure a row; of some days those whose whole period lies within them."""
    permissions.EXPORT.enter([], by)
    note("export_measures", Measure(), by=by, first_day=first_day, last_day=last_day)
    starts = Q(period_start__gte=first_day) if first_day else Q()
    ends = Q(period_end__lte=last_day) if last_day else Q()
    rows = Measure.objects.filter(starts, ends).order_by("agent__number", "code", "period_start", "period_end")
    cells = rows.values_list("agent__number", "period_start", "period_end", "code", "value", "numerator", "denominator")
    return (
        {name: as_text(value) for name, value in zip((*REQUIRED, *OPTIONAL), values, strict=True)}
        for values in cells.iterator(chunk_size=CHUNK)
    )


def complaint_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    """Contacts that were complained about, by the day they started."""
    permissions.EXPORT.enter([], by)
    note("export_complaints", Contact(), by=by, first_day=first_day, last_day=last_day)
    rows = Contact.objects.exclude(complaint=Contact.Complaint.NONE)
    rows = rows.filter(permissions.started_on(first_day, last_day, zone=settings.TIME_ZONE))
    ordered = rows.order_by("started_at", "key").values_list("key", "complaint")
    return ({"id": key, "complaint": complaint} for key, complaint in ordered.iterator(chunk_size=CHUNK))


def contacts_held(person: Person) -> Iterator[Row]:
    """Where one agent's contacts are to be found: nothing of what customers said."""
    rows = Contact.objects.filter(agent=person).select_related("agent", "part").order_by("started_at", "pk")
    for contact in rows.iterator(chunk_size=CHUNK):
        place = {"turns": contact.turn_count, **_place(contact)}
        yield {**_facts(contact), **place}


def _place(contact: Contact) -> Row:
    part = contact.part
    return {"part": part and part.path, "row": part.first_row + contact.part_row if part else 0}


def measures_held(person: Person) -> Iterator[Row]:
    rows = person.measures.order_by("period_start", "code", "pk")
    return map(plain_row, rows.values("code", "period_start", "period_end", *FIGURES).iterator(chunk_size=CHUNK))
