"""What is held on one person of pay and of what else followed from their results."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.consequences.models import Difference, PayBase, PayLine, PayRun, Review
from hengcai.people.models import Person

Row = dict[str, Any]
MONEY = ("base", "coefficient", "earned", "fixed", "topped_up", "total")


def bases_held(person: Person) -> Iterator[Row]:
    for one in PayBase.objects.filter(person=person).order_by("since"):
        yield plain_row({"since": one.since, "base": one.base, "fixed": one.fixed, "brought_at": one.brought_at})


def pay_held(person: Person) -> Iterator[Row]:
    """Decided lines: before that nothing is settled."""
    rows = PayLine.objects.filter(person=person, run__state__in=PayRun.FINAL).select_related("run__decided_by")
    for one in rows.order_by("run__last_on", "kind", "pk"):
        decided = {"decided_by": str(one.run.decided_by), "decided_at": one.run.decided_at}
        head = {"kind": one.run.kind, "row": one.kind, "last_on": one.run.last_on, "grade": one.grade, "why": one.why}
        yield plain_row({**head, **{name: getattr(one, name) for name in MONEY}, **decided})


def differences_held(person: Person) -> Iterator[Row]:
    rows = Difference.objects.filter(person=person).select_related("old", "fresh").order_by("at", "pk")
    for one in rows:
        bands = {"old": one.old.band, "fresh": one.fresh.band}
        yield plain_row({"at": one.at, "cause": one.cause, **bands, "earned": one.earned, "topped_up": one.topped_up})


def reviews_held(person: Person) -> Iterator[Row]:
    rows = Review.objects.filter(person=person).select_related("decided_by", "result__participant__cycle")
    for one in rows.order_by("opened_at", "pk"):
        head = {"cycle": one.result.participant.cycle.code, "grade": one.grade, "why": one.why, "state": one.state}
        decided = {"decided_by": str(one.decided_by or ""), "decided_at": one.decided_at, "reason": one.reason}
        yield plain_row({**head, **decided})
