from datetime import date, datetime
from enum import StrEnum

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Key, Names, Text, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.queries.board import job_of
from hengcai.appraisal.queries.fair import designs_of
from hengcai.appraisal.queries.orders import CYCLE_ORDERS
from hengcai.appraisal.queries.publication import outlook
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.assessment.models import Exam

router = Router()
PROPOSAL = (
    "outcome", "reason", "standing", "proposed_at", "confirmed_at", "alone_because", "effective_at", "ended_at",
    "ended_because",
)  # fmt: skip


class Verb(StrEnum):
    OPEN = "open"
    COMPUTE = "compute"
    REOPEN = "reopen"
    PROPOSE = "propose-publication"
    DECLINE = "decline-publication"
    CONFIRM = "confirm-publication"
    CONFIRM_ALONE = "confirm-publication-alone"
    TAKE_BACK = "take-back-publication"
    PUBLISH = "publish"
    SECOND_SUPERIORS = "second-superiors"


class CycleOut(Schema):
    id: int
    code: str
    kind: str
    purpose: str
    name: Names
    period_start: date
    period_end: date
    state: str
    people: int


class ExamTakenIn(Schema):
    """A test by id."""

    exam: Key


class PracticalTakenIn(Schema):
    """`code` of the check-list."""

    code: Text


class MarksTakenOut(Schema):
    marks: int


class ComputingOut(Schema):
    """`state`: queued while the worker is calculating; failed if it stopped, with the reason in `message`."""

    state: str
    done_count: int
    total_count: int
    message: dict


class SeverityOut(Schema):
    """Positive means stricter than the average of all raters, in points of the scale."""

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


class ObstacleOut(Schema):
    """`is_refused`: the policy does not allow publication while this is open; otherwise a reason is required."""

    kind: str
    count: int
    is_refused: bool


class ProposalOut(Schema):
    """`outcome`: open, declined, taken_back or published; `effective_at` is when people see their results."""

    outcome: str
    reason: str
    standing: dict[str, int]
    proposed_by: str
    proposed_at: datetime
    confirmed_by: str | None
    confirmed_at: datetime | None
    alone_because: str
    effective_at: datetime | None
    ended_at: datetime | None
    ended_because: str


class OutlookOut(Schema):
    people: int
    without_score: int
    stale: int
    obstacles: list[ObstacleOut]
    moves: list[str]
    proposal: ProposalOut | None


class Why(Schema):
    """Reopening, taking back and confirming alone need a reason; proposing needs one if there are open items."""

    reason: Comment = ""


@router.get("", response=Page[CycleOut])
def cycles(request, wanted: Query[Sorted]):
    let_in(permissions.SEE_CYCLE, request.user)
    return sorted_page(cycles_seen_by(request.user), _cycle, wanted, CYCLE_ORDERS)


@router.get("/{int:pk}", response=WholeCycleOut)
def cycle(request, pk: int):
    return _whole(_seen(request, pk))


@router.get("/{int:pk}/publication", response=OutlookOut)
def publication(request, pk: int):
    """Open items, what may be done next, and the current proposal."""
    seen = outlook(_seen(request, pk), request.user, today=localdate())
    one = seen.one
    proposal = None if one is None else {
        **{name: getattr(one, name) for name in PROPOSAL}, "proposed_by": one.proposed_by.name,
        "confirmed_by": one.confirmed_by.name if one.confirmed_by else None,
    }  # fmt: skip
    way = [{"kind": row.kind, "count": row.count, "is_refused": row.is_refused} for row in seen.obstacles]
    counts = {name: getattr(seen, name) for name in ("people", "without_score", "stale")}
    return {**counts, "obstacles": way, "moves": sorted(seen.moves), "proposal": proposal}


@router.post("/{int:pk}/practicals", response=MarksTakenOut)
def take_practical(request, pk: int, body: PracticalTakenIn):
    """Takes in the marks of examinations by one check-list, for everyone in the cycle examined in its period."""
    let_in(permissions.IMPORT, request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    return {"marks": actions.take_practical_marks(cycle, by=request.user, code=body.code)}


@router.post("/{int:pk}/tests", response=MarksTakenOut)
def take_exam(request, pk: int, body: ExamTakenIn):
    """Takes in the marks of a test sat here, for everyone in the cycle whose result was published."""
    let_in(permissions.IMPORT, request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    exam = get_object_or_404(Exam, pk=body.exam)
    return {"marks": actions.take_exam_marks(cycle, by=request.user, exam=exam)}


@router.post("/{int:pk}/{verb}", response=WholeCycleOut)
def move(request, pk: int, verb: Verb, body: Why | None = None):
    """Carries out a step of the cycle. The worker does the calculation; `computing` shows its progress."""
    found, by = _seen(request, pk), request.user
    DOES[verb](found, by, body.reason if body else "")
    return _whole(_seen(request, pk))


DOES = {
    Verb.OPEN: lambda found, by, _reason: actions.open_cycle(found, by=by, today=localdate()),
    Verb.COMPUTE: lambda found, by, _reason: actions.start_computing(found, by=by),
    Verb.REOPEN: lambda found, by, reason: actions.reopen_cycle(found, by=by, reason=reason),
    Verb.SECOND_SUPERIORS: lambda found, by, _reason: actions.draw_second_superiors(found, by=by),
    Verb.PROPOSE: lambda found, by, reason: actions.propose_publication(found, by=by, reason=reason, today=localdate()),
    Verb.DECLINE: lambda found, by, reason: actions.decline_publication(found, by=by, reason=reason),
    Verb.CONFIRM: lambda found, by, _reason: actions.confirm_publication(found, by=by, today=localdate()),
    Verb.CONFIRM_ALONE: lambda found, by, reason: actions.confirm_publication_alone(
        found, by=by, reason=reason, today=localdate()
    ),
    Verb.TAKE_BACK: lambda found, by, reason: actions.take_back_publication(found, by=by, reason=reason),
    Verb.PUBLISH: lambda found, by, _reason: actions.publish_cycle(found, by=by),
}


def _seen(request, pk: int):
    let_in(permissions.SEE_CYCLE, request.user)
    return get_object_or_404(cycles_seen_by(request.user), pk=pk)


def _cycle(row) -> dict:
    return {
        "id": row.pk, "code": row.code, "kind": row.kind, "purpose": row.purpose, "name": names(row.name), "period_start": row.period_start,
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
