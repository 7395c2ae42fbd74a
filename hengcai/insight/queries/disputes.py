"""What is due of confirming and disputing: to the agent, their lead, who decides and who could."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Min, QuerySet

from hengcai.accounts.models import User
from hengcai.base.permissions import Permission
from hengcai.insight.queries.task import Task
from hengcai.quality import permissions as quality
from hengcai.quality.models import Dispute
from hengcai.quality.queries.disputes import waiting_for_answer

SHOWN = 5
OPEN = Dispute.State.OPEN


def answers_due(user: User, today: date) -> Iterator[Task]:
    """Published evaluations of one's own, by the earliest last day."""
    if not quality.ANSWER.is_held_by(user):
        return
    found = waiting_for_answer(user, today=today).aggregate(
        n=Count("pk"), due=Min("dispute_closes_on"), only=Min("pk")
    )  # fmt: skip
    if found["n"]:
        page, key = ("see-evaluation", found["only"]) if found["n"] == 1 else ("list-evaluations", None)
        yield Task("answer", {"n": found["n"]}, page, key, found["due"])


def disputes_due(user: User, today: date) -> Iterator[Task]:
    """An opinion as lead, a decision one took, what waits for an analyst to take it."""
    pending = Dispute.objects.exclude(state__in=Dispute.ENDED)
    yield from _each("dispute.support", quality.SUPPORT, pending.filter(opinion_by=None), user)
    yield from _each("dispute.decide", quality.DECIDE, pending.exclude(state=OPEN), user)
    yield from _each("dispute.take", quality.TAKE, pending.filter(state=OPEN), user)


def _each(kind: str, may: Permission, rows: QuerySet[Dispute], user: User) -> Iterator[Task]:
    if not may.is_held_by(user):
        return
    found = may.rows(rows.select_related("evaluation__agent"), user).order_by("due_on", "pk")
    for one in found[:SHOWN]:
        name = one.evaluation.agent.name
        yield Task(kind, {"name": name, "by": name}, "see-dispute", one.pk, one.due_on)
