"""Complaints: taken in from files, judged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.interactions import permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.complaints import check_verdict, standing_of
from hengcai.interactions.unlogged import unlogged_action


@unlogged_action(permissions.IMPORT)
def take_in_complaints(
    new: Sequence[Complaint], *, by: User, changed: Sequence[Complaint], fields: Sequence[str]
) -> None:
    """With what they mean for their contacts."""
    if changed:
        Complaint.objects.bulk_update(changed, fields, batch_size=100)
    Complaint.objects.bulk_create(new, batch_size=500)
    _settle({one.contact_id for one in (*new, *changed) if one.contact_id})


@action(permissions.JUDGE_COMPLAINT)
def judge_complaint(complaint: Complaint, *, by: User, judged: str, reason: str) -> Complaint:
    """有责 or 无责, with the reason; judged again, the log keeps what it was before."""
    check_verdict(judged, reason)
    complaint.judged, complaint.reason = judged, reason.strip()
    complaint.judged_by, complaint.judged_on = by.name, clock.today()
    complaint.save(update_fields=["judged", "reason", "judged_by", "judged_on"])
    if complaint.contact_id:
        _settle([complaint.contact_id])
    return complaint


def _settle(contacts: Iterable[int]) -> None:
    """A contact says where its complaints stand; what months and plans read."""
    for keys in slices(list(contacts)):
        found: dict[int, set[str]] = defaultdict(set)
        for contact, judged in Complaint.objects.filter(contact__in=keys).values_list("contact", "judged"):
            found[contact].add(judged)
        rows = list(Contact.objects.filter(pk__in=found))
        for row in rows:
            row.complaint = standing_of(found[row.pk])
        Contact.objects.bulk_update(rows, ["complaint"], batch_size=200)
