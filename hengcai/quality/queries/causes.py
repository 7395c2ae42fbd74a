"""Causes of errors and their owners: the list, one report, who may own what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.base.days import months_back
from hengcai.base.masking.text import mask
from hengcai.base.permissions import Doer
from hengcai.base.roles import ROLES
from hengcai.base.states import moves_open
from hengcai.quality import permissions
from hengcai.quality.measure_models import UNNAMED_ROLE, CauseOwner, CauseReport
from hengcai.quality.measuring import errors_of
from hengcai.quality.models import Answer, Evaluation
from hengcai.quality.queries.measures import measured
from hengcai.quality.rules.card import OUTSIDE_CAUSES
from hengcai.quality.rules.causes import Bar, is_late, pareto
from hengcai.quality.states import CAUSE_MOVES

OPEN, ANSWERED, CLOSED = CauseReport.State.OPEN, CauseReport.State.ANSWERED, CauseReport.State.CLOSED
SHOWN_ERRORS = 50


@dataclass(frozen=True)
class CauseFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    cause: str = ""
    late: bool = False
    month: date | None = None  # its first day

    def condition(self, *, today: date) -> Q:
        found = Q()
        if self.state:
            found &= Q(state=self.state)
        if self.cause:
            found &= Q(cause=self.cause)
        if self.month:
            found &= Q(month=self.month)
        if self.late:
            found &= Q(state=OPEN, due_on__lt=today) | Q(state=ANSWERED, measure_on__lt=today)
        return found


def causes_listed(user: Doer) -> QuerySet[CauseReport]:
    """Those to be answered or seen through first, then the newest."""
    is_done = ExpressionWrapper(Q(state=CLOSED), output_field=BooleanField())
    rows = CauseReport.objects.select_related("owner", "answered_by", "closed_by")
    found = permissions.SEE_CAUSES.rows(rows, user).annotate(is_done=is_done)
    return found.order_by("is_done", "-month", "cause")


@dataclass(frozen=True)
class CauseSight:
    """One report; `errors` are those its reader may open the evaluation of."""

    report: CauseReport
    moves: frozenset[str]
    errors: Sequence[Answer]
    is_late: bool


def sight_of(report: CauseReport, user: Doer, *, today: date) -> CauseSight:
    moves = frozenset(move.name for move in moves_open(CAUSE_MOVES, report, user))
    late = is_late(report.state, report.due_on, report.measure_on, today)
    return CauseSight(report, moves, _errors(report, user), late)


def _errors(report: CauseReport, user: Doer) -> list[Answer]:
    seen = permissions.SEE.rows(Evaluation.objects.all(), user)
    rows = (
        errors_of(report.month)
        .filter(cause=report.cause, evaluation__in=seen.values("pk"))
        .select_related("item", "evaluation__agent", "evaluation__assignment__contact")
    )
    return list(rows.order_by("-evaluation__contact_on", "pk")[:SHOWN_ERRORS])


@dataclass(frozen=True)
class Owned:
    """To whom errors of a cause go: a person, or whoever holds a role."""

    cause: str
    owner: User | None
    role: str


def owners() -> list[Owned]:
    found = {one.cause: one for one in CauseOwner.objects.select_related("owner")}
    named = [(cause, found.get(cause)) for cause in OUTSIDE_CAUSES]
    return [Owned(cause, one.owner, one.role) if one else Owned(cause, None, UNNAMED_ROLE) for cause, one in named]


def able_roles() -> list[str]:
    return [role for role in ROLES if role in permissions.ANSWER_CAUSE.reach]


def able_owners() -> QuerySet[User]:
    rows = User.objects.filter(is_active=True, role_grants__role__in=list(permissions.ANSWER_CAUSE.reach))
    return rows.exclude(username=SYSTEM).distinct().order_by("name", "pk")


def months_to_collect(*, today: date) -> list[date]:
    """The last three that are over."""
    return [months_back(today, back) for back in (2, 3, 4)]


def months_put(user: Doer) -> list[date]:
    """Of which there is a report to read, the newest first."""
    rows = permissions.SEE_CAUSES.rows(CauseReport.objects.order_by(), user)
    return sorted(set(rows.values_list("month", flat=True)), reverse=True)


def causes_counted(user: Doer, *, month: date) -> list[Bar]:
    """All of a month's errors by cause, for whoever sees every report; owners read their own and no sum."""
    reach = permissions.SEE_CAUSES.condition(user)
    if reach is None or reach:
        return []
    return pareto(measured(user, month=month, team=None).now.causes)


def told(report: CauseReport) -> dict[str, Any]:
    """As programs are told it; words are covered."""
    return {
        "id": report.pk, "cause": report.cause, "month": report.month, "owner": report.owner.name if report.owner else "",
        "role": report.role, "state": report.state, "errors": report.errors, "contacts": report.contacts,
        "items": report.items, "due_on": report.due_on, "answer": mask(report.answer), "measure": mask(report.measure),
        "measure_on": report.measure_on, "closing_note": mask(report.closing_note),
    }  # fmt: skip


def may_route(user: Doer) -> bool:
    return permissions.ROUTE_CAUSES.is_held_by(user)
