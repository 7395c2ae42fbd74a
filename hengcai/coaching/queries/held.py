"""What is held on one person of coaching and of the library. Customers' data in what was written is covered."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.coaching.library_models import LibraryCase
from hengcai.coaching.models import Coaching, Handover, Remark
from hengcai.people.models import Person

Row = dict[str, Any]
WORDS = ("strengths", "gap", "agreed", "notes", "refusal", "looked", "ending")
DAYS = (
    "prepared_at",
    "held_on",
    "coach_signed_at",
    "agent_signed_at",
    "refused_at",
    "look_on",
    "looked_at",
    "closed_at",
)


def sessions_held(person: Person) -> Iterator[Row]:
    """The whole record: the one it is about reads all of it."""
    rows = (
        Coaching.objects.filter(agent=person)
        .select_related("item", "coach")
        .prefetch_related(
            Prefetch("handovers", Handover.objects.select_related("former", "coach").order_by("at", "pk"))
        )
    )
    for one in rows.order_by("prepared_at", "pk"):
        handed = [
            {"at": row.at.isoformat(), "former": row.former.name, "coach": row.coach.name, "reason": mask(row.reason)}
            for row in one.handovers.all()
        ]
        words = {name: mask(getattr(one, name)) for name in WORDS}
        days = {name: getattr(one, name) for name in DAYS}
        head = {"session": one.pk, "item": one.item.code, "state": one.state, "coach": one.coach.name}
        yield plain_row({**head, **days, **words, "change": one.change, "handovers": handed})


def remarks_held(person: Person) -> Iterator[Row]:
    rows = Remark.objects.filter(coaching__agent=person).select_related("coaching__agent").order_by("at", "pk")
    for one in rows:
        by = "self" if one.by_id == person.user_id else "coach"
        yield plain_row({"session": one.coaching_id, "at": one.at, "by": by, "words": mask(one.words)})


def library_cases_held(person: Person) -> Iterator[Row]:
    """Model cases one was asked about."""
    rows = LibraryCase.objects.filter(agent=person, kind=LibraryCase.Kind.MODEL).exclude(state=LibraryCase.State.DRAFT)
    for one in rows.order_by("made_at", "pk"):
        head = {"case": one.pk, "title": one.title, "state": one.state, "asked_at": one.asked_at}
        yield plain_row(
            {**head, "answered_at": one.answered_at, "answer": mask(one.answer), "withdrawn_at": one.withdrawn_at}
        )
