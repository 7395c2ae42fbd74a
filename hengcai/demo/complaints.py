"""What customers complained of, of a few contacts that say so, and one of an agent alone that waits to be judged; and
what they praised."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.base.say import tongue_of
from hengcai.demo.contacts import take_in
from hengcai.interactions.actions.complaints import take_in_complaints
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Contact

FEW, LATER = 9, timedelta(hours=20)
TEXTS = {
    "zh": ("说好当天回电，等到第二天也没有人联系。", "同一件事打了三次，每次都要从头再说一遍。", "费用没有讲清楚，扣了钱才知道。"),
    "en": ("A call back was promised for the day; nobody rang until the next.", "Had to tell the same matter from the start three times.",
           "The costs were not made clear; they only showed when they were charged."),
}  # fmt: skip
MATTERS = {
    "zh": ("承诺回电未兑现", "重复来电仍未解决", "费用未讲清楚"),
    "en": ("Promised call back not made", "Not solved after repeated contacts", "Costs not made clear"),
}  # fmt: skip
PRAISE = {
    "zh": (("耐心", "说了三遍没听懂，小姑娘一点没急，一步一步带着我弄好的。"), ("主动跟进", "第二天专门打来问修好没有，没想到。"),
           ("讲得清楚", "两种套餐差在哪，一分钟给我讲明白了。"), ("耐心", "我妈耳朵不好，他慢慢说，一点没嫌烦。")),
    "en": (("Patience", "Three times I did not get it, and she took me through it step by step."),
           ("Followed up", "He rang the next day to ask whether it was mended."),
           ("Explained well", "She told me the difference between the two plans in a minute."),
           ("Patience", "My mother hears badly; he spoke slowly and never minded.")),
}  # fmt: skip
PRAISED = 9
REASONS = {
    "zh": {"upheld": "复听属实，承诺没有兑现，也没有交接记录。", "not_upheld": "复听，客服已经说明，延误是系统原因。"},
    "en": {"upheld": "Heard again and so: the promise was not kept, nor handed over.",
           "not_upheld": "Heard again: it was explained; the delay lay with the system."},
}  # fmt: skip


def leave_complaints(*, by: User, judge: User) -> None:
    tongue = tongue_of(settings.LANGUAGE_CODE)
    contacts = list(Contact.objects.exclude(complaint="none").order_by("-started_at", "pk")[:FEW])
    made = [_complaint(one, number % 3, tongue, judge) for number, one in enumerate(contacts)]
    if contacts:
        at = clock.now() - LATER
        made.append(
            Complaint(agent_id=contacts[0].agent_id, received_at=at, text=TEXTS[tongue][1], matter=MATTERS[tongue][1])
        )
    take_in_complaints(made, by=by, changed=[], fields=())


def leave_praise(centre: Centre, *, by: User) -> None:
    tongue = tongue_of(settings.LANGUAGE_CODE)
    contacts = Contact.objects.filter(complaint="none", csat="5").order_by("-started_at", "pk")[:PRAISED]
    rows = list(_praise_rows(list(contacts), tongue))
    if rows:
        path = Path(settings.HOME) / "demo-praise.csv"
        path.write_text("\n".join(["contact,received_at,text,matter,judged", *rows, ""]), encoding="utf-8")
        take_in(centre, "praise", path, by=by)


def _praise_rows(contacts: list[Contact], tongue: str) -> Iterator[str]:
    for number, one in enumerate(contacts):
        matter, text = PRAISE[tongue][number % len(PRAISE[tongue])]
        at = min(one.started_at + LATER, clock.now())
        yield f'{one.key},{at.isoformat()},"{text}",{matter},upheld'


def _complaint(contact: Contact, which: int, tongue: str, judge: User) -> Complaint:
    at = min(contact.started_at + LATER, clock.now())
    one = Complaint(
        agent_id=contact.agent_id, contact_id=contact.pk, received_at=at, text=TEXTS[tongue][which],
        matter=MATTERS[tongue][which], judged=contact.complaint,
    )  # fmt: skip
    if one.judged != Complaint.Judged.OPEN:
        one.judged_by, one.judged_on, one.reason = judge.name, clock.today(), REASONS[tongue][one.judged]
    return one
