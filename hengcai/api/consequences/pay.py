"""Pay runs for those who may see pay, cuts that wait for a person, and one's own pay. Amounts are decimal texts."""

from datetime import date, datetime
from decimal import Decimal

from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime
from ninja import Query, Router, Schema

from hengcai.api.fields import Comment, Text
from hengcai.api.names import called
from hengcai.api.paging import Cut, Page, Sorted, paged, sorted_page
from hengcai.api.rights import let_in
from hengcai.appraisal.models import Cycle
from hengcai.base.decimals import exact
from hengcai.base.masking.text import mask
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import pay as queries
from hengcai.consequences.queries import reviews as review_queries
from hengcai.consequences.queries.pay import RUN_ORDERS

router = Router()


class PayRunOut(Schema):
    id: int
    kind: str
    period: str
    state: str
    people: int
    total: str
    budget: str | None
    prepared_by: str
    decided_by: str | None
    decided_at: datetime | None


class PayLineOut(Schema):
    """`why` is empty unless the coefficient differs from that of the band: no_grade, no_coefficient,
    probability_unknown, probability_below or appeal_open; `appeal` is then its number. `grade` is the band."""

    person: str
    name: str
    kind: str
    period: str
    grade: str
    base: str
    coefficient: str | None
    earned: str
    fixed: str
    topped_up: str
    total: str
    why: str
    appeal: str | None


class PayRunIn(Schema):
    """`cycle`: the code of a published monthly cycle."""

    cycle: Text
    budget: Text = ""


class PayDecisionIn(Schema):
    """`because`: only if no one else can sign off a run the caller prepared."""

    because: Comment = ""


class PayReviewOut(Schema):
    id: int
    person: str
    cycle: str
    grade: str
    why: str
    chance: str | None
    bar: str
    state: str
    decided_by: str | None
    reason: str


class ReviewReasonIn(Schema):
    reason: Comment


class OwnPayOut(Schema):
    kind: str
    period: str
    grade: str
    base: str
    coefficient: str | None
    earned: str
    fixed: str
    topped_up: str
    total: str
    decided_by: str
    decided_on: date


@router.get("/pay-runs", response=Page[PayRunOut])
def runs(request, wanted: Query[Sorted]):
    """Pay runs, newest first."""
    let_in(permissions.SEE_RUN, request.user)
    return sorted_page(queries.runs_listed(request.user), run_told, wanted, RUN_ORDERS)


@router.post("/pay-runs", response=PayRunOut)
def prepare(request, body: PayRunIn):
    """Prepares the run for a published month, with the coefficients of the policy used for that month."""
    let_in(permissions.PREPARE_RUN, request.user)
    cycle = get_object_or_404(Cycle.objects.select_related("policy"), code=body.cycle)
    budget = exact(body.budget) if body.budget.strip() else None
    return _again(actions.prepare_run(cycle, by=request.user, budget=budget), request)


@router.get("/pay-runs/{int:pk}", response=PayRunOut)
def run(request, pk: int):
    """One pay run."""
    return run_told(_found(request, pk, permissions.SEE_RUN))


@router.get("/pay-runs/{int:pk}/lines", response=Page[PayLineOut])
def lines(request, pk: int, wanted: Query[Cut]):
    """Lines of the run by name; amounts still owed from earlier months are lines of kind `difference`."""
    found = _found(request, pk, permissions.SEE_RUN)
    return paged(queries.lines_of(found, request.user), lambda one: _line(one, found), wanted)


@router.post("/pay-runs/{int:pk}/again", response=PayRunOut)
def again(request, pk: int):
    """Recalculates a run that has not been signed off, from the current results and bases."""
    found = _found(request, pk, permissions.PREPARE_RUN)
    return _again(actions.prepare_run_anew(found, by=request.user), request)


@router.post("/pay-runs/{int:pk}/call-off", response=PayRunOut)
def call_off(request, pk: int):
    """Cancels a run that has not been signed off."""
    found = _found(request, pk, permissions.PREPARE_RUN)
    return _again(actions.call_off_run(found, by=request.user), request)


@router.post("/pay-runs/{int:pk}/decide", response=PayRunOut)
def decide(request, pk: int, body: PayDecisionIn):
    """Signs off the run; by a second person. It cannot be changed afterwards."""
    found = _found(request, pk, permissions.DECIDE_RUN)
    return _again(actions.decide_run(found, by=request.user, because=body.because), request)


@router.post("/pay-runs/{int:pk}/export", response=PayRunOut)
def export(request, pk: int):
    """Records that the run has been sent to payroll."""
    found = _found(request, pk, permissions.EXPORT_RUN)
    return _again(actions.export_run(found, by=request.user), request)


@router.get("/reviews", response=Page[PayReviewOut])
def reviews(request, wanted: Query[Cut]):
    """Pay reductions under review, open ones first, then by name; never the caller's own."""
    let_in(permissions.SEE_REVIEW, request.user)
    return paged(review_queries.reviews_seen_by(request.user), _review, wanted)


@router.post("/reviews/{int:pk}/uphold", response=PayReviewOut)
def uphold(request, pk: int, body: ReviewReasonIn):
    """Upholds the reduction: the coefficient of the band applies."""
    return _review(actions.uphold_review(_reviewed(request, pk), by=request.user, reason=body.reason))


@router.post("/reviews/{int:pk}/waive", response=PayReviewOut)
def waive(request, pk: int, body: ReviewReasonIn):
    """Waives the reduction for this result."""
    return _review(actions.waive_review(_reviewed(request, pk), by=request.user, reason=body.reason))


@router.get("/my-pay", response=Page[OwnPayOut])
def my_pay(request, wanted: Query[Cut]):
    """The caller's own performance pay, once it has been signed off."""
    let_in(permissions.SEE_OWN_PAY, request.user)
    return paged(queries.own_pay(request.user), _own, wanted)


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(queries.runs_listed(request.user), pk=pk)


def _reviewed(request, pk):
    let_in(permissions.DECIDE_REVIEW, request.user)
    return get_object_or_404(review_queries.reviews_seen_by(request.user), pk=pk)


def _again(row, request) -> dict:
    return run_told(queries.runs_listed(request.user).get(pk=row.pk))


def run_told(row) -> dict:
    return {
        "id": row.pk, "kind": row.kind, "period": queries.period_of(row), "state": row.state, "people": row.people,
        "total": money(row.sum or Decimal(0)), "budget": money(row.budget), "prepared_by": row.prepared_by.name,
        "decided_by": row.decided_by.name if row.decided_by else None, "decided_at": row.decided_at,
    }  # fmt: skip


MONEY = ("base", "earned", "fixed", "topped_up", "total")


def money(value) -> str | None:
    return None if value is None else f"{value:.2f}"


def _amounts(row) -> dict:
    coefficient = None if row.coefficient is None else format(row.coefficient.normalize(), "f")
    return {**{name: money(getattr(row, name)) for name in MONEY}, "coefficient": coefficient}


def _line(row, run) -> dict:
    head = {"person": row.person.number, "name": row.person.name, "kind": row.kind, "period": queries.period_of(run)}
    return {
        **head,
        "grade": row.grade,
        "why": row.why,
        "appeal": row.held_by.number if row.held_by else None,
        **_amounts(row),
    }


def _own(row) -> dict:
    decided = {"decided_by": row.run.decided_by.name, "decided_on": localtime(row.run.decided_at).date()}
    return {"kind": row.kind, "period": queries.period_of(row.run), "grade": row.grade, **_amounts(row), **decided}


def _review(row) -> dict:
    return {
        "id": row.pk, "person": row.person.number, "cycle": row.result.participant.cycle.code, "grade": row.grade,
        "why": row.why, "chance": None if row.chance is None else str(row.chance), "bar": row.bar, "state": row.state,
        "decided_by": called(row.decided_by), "reason": mask(row.reason),
    }  # fmt: skip
