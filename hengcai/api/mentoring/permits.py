"""Permits: parts, decision, halt; who is on shift without one."""

from datetime import date
from fractions import Fraction
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.mentoring import actions, permissions
from hengcai.mentoring.queries.permits import (
    ORDERS,
    able_deciders,
    demands,
    moves_of,
    parts_shown,
    permits_seen_by,
    without_permit,
)
from hengcai.mentoring.rules.permits import Asked
from hengcai.people.queries import posts
from hengcai.people.queries.seen import person_meant

router = Router()


class PermitIn(Schema):
    """`person`: employee number. `demand`: of the list of requirements. `decider`: an account that may decide."""

    person: Text
    demand: Key
    decider: Key


class PermitPartIn(Schema):
    """`kind`: written (marks of 100), simulation (0 to 1), calls (a number). `rests_on`: its proof."""

    kind: Text
    value: float = Field(ge=0, le=1000)
    rests_on: Text
    sheets: int = Field(default=0, ge=0, le=1000)


class PermitReasonIn(Schema):
    reason: Text = ""


class PermitDemandIn(Schema):
    """Of a role by its code, or of one skill group of it. `paper`: a test by its name or a course by its code."""

    post: Code
    since: Day
    skill_group: Code = ""
    written_pass: int = Field(default=60, ge=0, le=100)
    paper: Code = ""
    run_percent: int = Field(default=60, ge=0, le=100)
    scenario: Code = ""
    calls: int = Field(default=20, ge=0, le=1000)
    sheets: int = Field(default=2, ge=0, le=100)
    valid_months: int = Field(default=12, ge=1, le=60)


class PermitDemandOut(Schema):
    id: int
    post: str
    skill_group: str
    since: date
    written_pass: int
    paper: str
    run_percent: int
    scenario: str
    calls: int
    sheets: int
    valid_months: int


class PermitOut(Schema):
    id: int
    person: str
    number: str
    post: str
    skill_group: str
    attempt: int
    state: str
    decided_on: date | None
    valid_until: date | None
    reason: str


class PermitPartOut(Schema):
    kind: str
    value: str | None
    sheets: int
    proof: str
    is_passed: bool


class WholePermitOut(PermitOut):
    asks: dict[str, Any]
    parts: list[PermitPartOut]
    moves: list[str]


class WithoutPermitOut(Schema):
    person: str
    number: str
    post: str
    skill_group: str
    team: str


@router.get("", response=Page[PermitOut])
def permits(request, wanted: Query[Sorted]):
    """Permits and examinations as far as the role reaches, the newest first."""
    let_in(permissions.SEE_PERMIT, request.user)
    return sorted_page(permits_seen_by(request.user), _head, wanted, ORDERS)


@router.post("", response=WholePermitOut)
def open_permit(request, body: PermitIn):
    """Starts an examination."""
    let_in(permissions.EXAMINE, request.user)
    person = person_meant(body.person)
    if person is None:
        raise NotValid("mentoring.person_unknown")
    demand, decider = get_object_or_404(demands(), pk=body.demand), get_object_or_404(able_deciders(), pk=body.decider)
    made = actions.open_permit(person, by=request.user, demand=demand, decider=decider, today=localdate())
    return _whole(made, request)


@router.get("/demands", response=list[PermitDemandOut])
def permit_demands(request):
    """What each role asks."""
    let_in(permissions.EXAMINE, request.user)
    return [_demand(one) for one in demands()]


@router.put("/demands", response=PermitDemandOut)
def set_demand(request, body: PermitDemandIn):
    """Sets what a role asks, or changes it; examinations already begun keep what was asked of them."""
    let_in(permissions.SETTLE, request.user)
    asked = body.dict()
    post = get_object_or_404(posts(), code=asked.pop("post"))
    terms = actions.Terms(asked.pop("since"), asked.pop("skill_group"), Asked(**asked))
    return _demand(actions.set_demand(the_centre(), by=request.user, post=post, terms=terms))


def _demand(one) -> dict[str, Any]:
    names = (
        "skill_group",
        "since",
        "written_pass",
        "paper",
        "run_percent",
        "scenario",
        "calls",
        "sheets",
        "valid_months",
    )
    return {"id": one.pk, "post": one.post.code, **{name: getattr(one, name) for name in names}}


@router.get("/without", response=list[WithoutPermitOut])
def without(request):
    """Who is on shift today without the permit their role asks for."""
    let_in(permissions.SEE_WITHOUT, request.user)
    return [
        {
            "person": one.person.name, "number": one.person.number, "post": one.post.code,
            "skill_group": one.skill_group, "team": one.team,
        }
        for one in without_permit(request.user, localdate())
    ]  # fmt: skip


@router.get("/{int:pk}", response=WholePermitOut)
def permit(request, pk: int):
    """One examination with its parts."""
    return _whole(_found(request, pk), request)


@router.post("/{int:pk}/parts", response=WholePermitOut)
def enter_part(request, pk: int, body: PermitPartIn):
    """Enters a part with its proof; the newest of a kind counts."""
    found, facts = _found(request, pk), body.dict()
    value = Fraction(str(facts["value"]))
    entered = actions.Entered(facts["kind"], value, facts["rests_on"], sheets=facts["sheets"])
    actions.enter_part(found, by=request.user, entered=entered, today=localdate())
    return _whole(found, request)


@router.post("/{int:pk}/take-over", response=WholePermitOut)
def take_over_parts(request, pk: int):
    """Takes the test or course named, the best finished simulation and the sheets of the mentor."""
    found = _found(request, pk)
    actions.take_over_parts(found, by=request.user, today=localdate())
    return _whole(found, request)


@router.post("/{int:pk}/grant", response=WholePermitOut)
def grant_permit(request, pk: int):
    """Grants it, once every part is passed."""
    return _whole(actions.grant_permit(_found(request, pk), by=request.user, today=localdate()), request)


@router.post("/{int:pk}/fail", response=WholePermitOut)
def fail_permit(request, pk: int, body: PermitReasonIn):
    """Decides that it was not passed."""
    found = _found(request, pk)
    return _whole(actions.fail_permit(found, by=request.user, reason=body.reason, today=localdate()), request)


@router.post("/{int:pk}/suspend", response=WholePermitOut)
def suspend_permit(request, pk: int, body: PermitReasonIn):
    """Suspends a permit."""
    return _whole(actions.suspend_permit(_found(request, pk), by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/restore", response=WholePermitOut)
def restore_permit(request, pk: int, body: PermitReasonIn):
    """Restores a suspended permit."""
    return _whole(actions.restore_permit(_found(request, pk), by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/withdraw", response=WholePermitOut)
def withdraw_permit(request, pk: int, body: PermitReasonIn):
    """Withdraws a permit."""
    return _whole(actions.withdraw_permit(_found(request, pk), by=request.user, reason=body.reason), request)


def _found(request, pk):
    let_in(permissions.SEE_PERMIT, request.user)
    return get_object_or_404(permits_seen_by(request.user), pk=pk)


def _head(one) -> dict[str, Any]:
    names = ("skill_group", "attempt", "state", "decided_on", "valid_until", "reason")
    told = {name: getattr(one, name) for name in names}
    return {"id": one.pk, "person": one.person.name, "number": one.person.number, "post": one.post.code, **told}


def _whole(one, request):
    found = permits_seen_by(request.user).get(pk=one.pk)
    parts = [_part(row) for row in parts_shown(found)]
    return {**_head(found), "asks": found.asks, "parts": parts, "moves": moves_of(found, request.user)}


def _part(one):
    part = one.part
    told = {"value": part.value, "sheets": part.sheets, "proof": part.proof} if part else {}
    return {"kind": one.kind, "value": None, "sheets": 0, "proof": "", **told, "is_passed": one.is_passed}
