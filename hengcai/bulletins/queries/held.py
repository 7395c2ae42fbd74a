"""What is held on one person of notices, spot tests and corrections."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from hengcai.base.plain import plain_row
from hengcai.bulletins.models import Correction, Paper, Reader
from hengcai.people.models import Person

READ = ("added_at", "due_at", "opened_at", "seconds", "first_read_at", "read_at", "is_carried", "gone_at")


def notices_held(person: Person) -> Iterator[dict[str, Any]]:
    for one in Reader.objects.filter(person=person).select_related("bulletin").order_by("added_at", "pk"):
        head = {"notice": one.bulletin.code, "version": one.bulletin.number, "title": one.bulletin.title}
        yield plain_row({**head, **{name: getattr(one, name) for name in READ}})


def papers_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Paper.objects.filter(person=person).select_related("test__bulletin").order_by("test__opened_at", "pk")
    for one in rows:
        yield plain_row(
            {
                "notice": one.test.bulletin.code, "opened_at": one.test.opened_at, "answers": one.answers,
                "points": one.points, "out_of": one.out_of, "is_passed": one.is_passed, "answered_at": one.answered_at,
            }
        )  # fmt: skip


def corrections_held(person: Person) -> Iterator[dict[str, Any]]:
    if person.user_id is None:
        return
    rows = Correction.objects.filter(Q(reporter=person.user_id) | Q(answered_by=person.user_id))
    for one in rows.order_by("reported_at", "pk"):
        names = ("entry", "link", "wrong", "better", "contact_key", "state", "source", "reported_at", "answer",
                 "mended_link", "mended_at", "reopened_for", "closed_at")  # fmt: skip
        yield plain_row({name: getattr(one, name) for name in names})
