"""What became of complaints: the contact's id and where its complaint stands now."""

from collections.abc import Sequence

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.ids import folded
from hengcai.base.tables.reading import Row
from hengcai.interactions import permissions
from hengcai.interactions.actions.measures import settle_complaints
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.contact import LONGEST_ID, complaint_of
from hengcai.interactions.rules.faults import complaint_faults

REQUIRED = ("id", "complaint")


def apply(chunk: Chunk) -> Outcome:
    outcome, changed = Outcome(), {}
    contacts = _contacts([folded(row.values["id"]) for row in chunk.rows])
    for row in chunk.rows:
        try:
            contact, complaint = _settled(row, contacts)
        except Refusal as refusal:
            outcome.reject(row, refusal)
            continue
        if contact.complaint == complaint:
            outcome.passed_over += 1
        else:
            contact.complaint = complaint
            changed[contact.pk] = contact
            outcome.updated += 1
    settle_complaints(list(changed.values()), by=chunk.by)
    return outcome


def _settled(row: Row, contacts: dict[str, Contact]) -> tuple[Contact, str]:
    key = cells.identity(row.values, "id", most=LONGEST_ID)
    complaint = complaint_of(cells.required(row.values, "complaint", most=20), "complaint")
    if key not in contacts:
        raise NotValid("complaint.contact_unknown", column="id", value=key)
    return contacts[key], complaint


def _contacts(keys: list[str]) -> dict[str, Contact]:
    found: dict[str, Contact] = {}
    for some in slices(set(keys)):
        found.update({contact.key: contact for contact in Contact.objects.filter(key__in=some)})
    return found


def faults(_chunk: Chunk, rows: Sequence[Row]) -> dict[int, list[NotValid]]:
    there = set(_contacts([folded(row.values["id"]) for row in rows]))
    return {row.number: complaint_faults(row.values, contacts=there) for row in rows}


register("complaints", Handler(permissions.IMPORT, REQUIRED, (), apply, flat=True, ids=("id",), faults=faults))
