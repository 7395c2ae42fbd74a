"""What is held on one person of policies: what they signed for, what they said of drafts, where they were present."""

from collections.abc import Iterator
from typing import Any

from hengcai.appraisal.models import Acknowledgement, Attendee, PolicyComment
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person


def signatures_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Acknowledgement.objects.filter(person=person).select_related("policy").order_by("at", "pk")
    for one in rows:
        facts = {"at": one.at, "on_paper": one.signed_on, "text_hash": one.text_hash}
        yield plain_row({"policy": one.policy.kind, "version": one.policy.number, **facts})


def comments_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = PolicyComment.objects.filter(by=person.user_id).select_related("policy").order_by("at", "pk")
    for one in rows if person.user_id else ():
        said = {
            "article": one.article,
            "text": mask(one.text),
            "at": one.at,
            "answer": one.answer,
            "reason": mask(one.reason),
        }
        yield plain_row({"policy": one.policy.kind, "version": one.policy.number, **said})


def meetings_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Attendee.objects.filter(person=person).select_related("procedure__policy").order_by("pk")
    for one in rows:
        policy, day = one.procedure.policy, one.procedure.decided_on
        yield plain_row({"policy": policy.kind, "version": policy.number, "on": day, "capacity": one.capacity})
