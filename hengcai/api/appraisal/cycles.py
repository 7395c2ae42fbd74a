from datetime import date
from enum import StrEnum

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Names, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.appraisal import permissions
from hengcai.appraisal.actions import draw_second_superiors, open_cycle, publish_cycle, reopen_cycle, start_computing
from hengcai.appraisal.queries.board import job_of
from hengcai.appraisal.queries.fair import designs_of
from hengcai.appraisal.queries.orders import CYCLE_ORDERS
from hengcai.appraisal.queries.results import cycles_seen_by

router = Router()


class Verb(StrEnum):
    OPEN = "open"
    COMPUTE = "compute"
    REOPEN = "reopen"
    PUBLISH = "publish"
    SECOND_SUPERIORS = "second-superiors"


class CycleOut(Schema):
    id: int
    code: str
    kind: str
    name: Names
    period_start: date
    period_end: date
    state: str
    people: int


class ComputingOut(Schema):
    """`state` queued: the worker is at it; failed: `message` says why."""

    state: str
    done_count: int
    total_count: int
    message: dict


class SeverityOut(Schema):
    """Positive is harsher than the mean of all raters, in points of the scale."""

    name: str
    severity: float
    se: float
    n: int


class OverlapOut(Schema):
    """Whether raters overlap enough to tell severity from ability; `unknown` says why not. Peers are never named."""

    basis: str
    unknown: str
    severities: list[SeverityOut]
    apart: list[list[str]]
    subset_count: int
    fewest: int
    advised: int


class WholeCycleOut(CycleOut):
    computing: ComputingOut | None
    overlap: list[OverlapOut]


class Why(Schema):
    """Only reopening asks for a reason."""

    reason: Comment = ""


@router.get("", response=Page[CycleOut])
def cycles(request, wanted: Query[Sorted]):
    let_in(permissions.SEE_CYCLE, request.user)
    return sorted_page(cycles_seen_by(request.user), _cycle, wanted, CYCLE_ORDERS)


@router.get("/{int:pk}", response=WholeCycleOut)
def cycle(request, pk: int):
    return _whole(_seen(request, pk))


@router.post("/{int:pk}/{verb}", response=WholeCycleOut)
def move(request, pk: int, verb: Verb, body: Why | None = None):
    """The moves of the cycle's page. Computing is left to the worker: `computing` tells how far it is."""
    found, by = _seen(request, pk), request.user
    if verb is Verb.OPEN:
        open_cycle(found, by=by, today=localdate())
    elif verb is Verb.COMPUTE:
        start_computing(found, by=by)
    elif verb is Verb.SECOND_SUPERIORS:
        draw_second_superiors(found, by=by)
    elif verb is Verb.REOPEN:
        reopen_cycle(found, by=by, reason=body.reason if body else "")
    else:
        publish_cycle(found, by=by)
    return _whole(_seen(request, pk))


def _seen(request, pk: int):
    let_in(permissions.SEE_CYCLE, request.user)
    return get_object_or_404(cycles_seen_by(request.user), pk=pk)


def _cycle(row) -> dict:
    return {
        "id": row.pk, "code": row.code, "kind": row.kind, "name": names(row.name), "period_start": row.period_start,
        "period_end": row.period_end, "state": row.state, "people": row.people,
    }  # fmt: skip


def _whole(row) -> dict:
    job = job_of(row)
    facts = ("state", "done_count", "total_count", "message")
    computing = {name: getattr(job, name) for name in facts} if job else None
    return {**_cycle(row), "computing": computing, "overlap": [_overlap(one) for one in designs_of(row)]}


def _overlap(one) -> dict:
    counts = {name: one.facts.get(name, 0) for name in ("subset_count", "fewest", "advised")}
    severities = [vars(severity) for severity in one.severities]
    return {"basis": one.basis, "unknown": one.unknown, "severities": severities, "apart": one.apart, **counts}
