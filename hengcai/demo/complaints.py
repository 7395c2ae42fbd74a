"""What customers complained of, of a few contacts that say so, and one of an agent alone that waits to be judged."""

from datetime import timedelta

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.base.say import tongue_of
from hengcai.interactions.actions.complaints import take_in_complaints
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Contact

FEW, LATER = 9, timedelta(hours=20)
TEXTS = {
    "zh": ("说好当天回电，等到第二天也没有人联系。", "同一件事打了三次，每次都要从头再说一遍。", "费用没有讲清楚，扣了钱才知道。"),
    "en": ("A call back was promised for the day; nobody rang until the next.", "Had to tell the same matter from the start three times.",
           "The costs were not made clear; they only showed when they were charged."),
}  # fmt: skip
REASONS = {
    "zh": {"upheld": "复听属实，承诺没有兑现，也没有交接记录。", "not_upheld": "复听，客服已经说明，延误是系统原因。"},
    "en": {"upheld": "Heard again and so: the promise was not kept, nor handed over.",
           "not_upheld": "Heard again: it was explained; the delay lay with the system."},
}  # fmt: skip


def leave_complaints(*, by: User, judge: User) -> None:
    tongue = tongue_of(settings.LANGUAGE_CODE)
    contacts = list(Contact.objects.exclude(complaint="none").order_by("-started_at", "pk")[:FEW])
    made = [_complaint(one, TEXTS[tongue][number % 3], tongue, judge) for number, one in enumerate(contacts)]
    if contacts:
        at = clock.now() - LATER
        made.append(Complaint(agent_id=contacts[0].agent_id, received_at=at, text=TEXTS[tongue][1]))
    take_in_complaints(made, by=by, changed=[], fields=())


def _complaint(contact: Contact, text: str, tongue: str, judge: User) -> Complaint:
    at = min(contact.started_at + LATER, clock.now())
    one = Complaint(
        agent_id=contact.agent_id, contact_id=contact.pk, received_at=at, text=text, judged=contact.complaint
    )
    if one.judged != Complaint.Judged.OPEN:
        one.judged_by, one.judged_on, one.reason = judge.name, clock.today(), REASONS[tongue][one.judged]
    return one
