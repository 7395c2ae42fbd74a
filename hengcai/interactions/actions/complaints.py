"""Complaints: taken in from files, taken back with their import, judged."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.interactions import duties, permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.complaints import OPEN, check_verdict, standing_of
from hengcai.interactions.unlogged import unlogged_action


@unlogged_action(permissions.IMPORT)
def take_in_complaints(
    new: Sequence[Complaint], *, by: User, changed: Sequence[Complaint], fields: Sequence[str]
) -> None:
    """With what they mean for their contacts, and who is to judge them."""
    if changed:
        Complaint.objects.bulk_update(changed, fields, batch_size=100)
    said = _said_by(_contacts_of(new))
    for one in new:
        one.contact_before = said.get(one.contact_id or 0, "")
    Complaint.objects.bulk_create(new, batch_size=500)
    _settle(_contacts_of((*new, *changed)))
    duties.complaints_settled([one.pk for one in changed if one.judged != OPEN])
    duties.complaints_came((*new, *changed))


@unlogged_action(permissions.IMPORT)
def withdraw_complaints(gone: Sequence[Complaint], *, by: User) -> None:
    """As if they had never come: their contacts say again what they said before, or what the other complaints about
    them come to."""
    keys, before = [one.pk for one in gone], _said_before(_contacts_of(gone))
    Complaint.objects.filter(pk__in=keys).delete()
    duties.complaints_settled(keys)
    left = _first_of(before)
    for one in left.values():
        one.contact_before = before[one.contact_id or 0]
    Complaint.objects.bulk_update(left.values(), ["contact_before"], batch_size=200)
    _say({contact: said for contact, said in before.items() if contact not in left})
    _settle(left)


@action(permissions.JUDGE_COMPLAINT)
def judge_complaint(complaint: Complaint, *, by: User, judged: str, reason: str) -> Complaint:
    """有责 or 无责, with the reason; judged again, the log keeps what it was before."""
    check_verdict(judged, reason)
    complaint.judged, complaint.reason = judged, reason.strip()
    complaint.judged_by, complaint.judged_on = by.name, clock.today()
    complaint.save(update_fields=["judged", "reason", "judged_by", "judged_on"])
    duties.complaints_settled([complaint.pk])
    if complaint.contact_id:
        _settle([complaint.contact_id])
    return complaint


def _contacts_of(complaints: Iterable[Complaint]) -> set[int]:
    return {one.contact_id for one in complaints if one.contact_id}


def _settle(contacts: Collection[int]) -> None:
    """A contact says where its complaints stand; what months and plans read."""
    for keys in slices(list(contacts)):
        found: dict[int, set[str]] = defaultdict(set)
        for contact, judged in Complaint.objects.filter(contact__in=keys).values_list("contact", "judged"):
            found[contact].add(judged)
        _say({contact: standing_of(judged) for contact, judged in found.items()})


def _say(said: Mapping[int, str]) -> None:
    for keys in slices(list(said)):
        rows = list(Contact.objects.filter(pk__in=keys))
        for row in rows:
            row.complaint = said[row.pk] or Contact.Complaint.NONE
        Contact.objects.bulk_update(rows, ["complaint"], batch_size=200)


def _said_by(contacts: Collection[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for keys in slices(list(contacts)):
        found.update(Contact.objects.filter(pk__in=keys).values_list("pk", "complaint"))
    return found


def _said_before(contacts: Collection[int]) -> dict[int, str]:
    """What each contact said before any of its complaints came: the first of them keeps it."""
    return {contact: one.contact_before for contact, one in _first_of(contacts).items()}


def _first_of(contacts: Collection[int]) -> dict[int, Complaint]:
    """Contact → the first complaint there is about it."""
    found: dict[int, Complaint] = {}
    for keys in slices(list(contacts)):
        for one in Complaint.objects.filter(contact__in=keys).order_by("-pk"):
            found[one.contact_id or 0] = one
    return found
