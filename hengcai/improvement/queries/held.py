"""What is held of corrective measures on one person. Customers' data in what was written is covered."""

from collections.abc import Iterator
from typing import Any

from hengcai.accounts.models import User
from hengcai.base.plain import plain_row
from hengcai.improvement.models import Remedy
from hengcai.improvement.queries.remedies import told
from hengcai.people.models import Person

Row = dict[str, Any]
LISTED = ("owner", "opened_by", "person", "team", "item")
OF_OTHERS = ("person",)  # whom a measure one owns is about is that person's


def remedies_held(person: Person) -> Iterator[Row]:
    """The whole record: the one it is about reads all of it."""
    rows = Remedy.objects.filter(person=person).select_related(*LISTED).order_by("opened_at", "pk")
    for one in rows:
        yield plain_row({**told(one), "outcome": one.outcome})


def remedies_owned(user: User) -> Iterator[Row]:
    rows = Remedy.objects.filter(owner=user).select_related(*LISTED).order_by("opened_at", "pk")
    for one in rows:
        kept = {name: value for name, value in told(one).items() if name not in OF_OTHERS}
        yield plain_row({name: kept[name] for name in ("id", "about", "state", "due_on", "done_on", "action", "proof")})
