"""Training plans with their needs and places; who still lacks what."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.programme import actions, permissions
from hengcai.programme.queries.plans import (
    NEED_ORDERS,
    ORDERS,
    course_lines,
    lacks_of,
    moves_of,
    needs_seen_by,
    plans_seen_by,
)
from hengcai.training.models import Course

router, of_lacks = Router(), Router()


class TrainingPlanIn(Schema):
    name: Text
    kind: Text
    first_on: Day
    last_on: Day
    because: Text = ""
    budget: Decimal | None = Field(default=None, ge=0, max_digits=12, decimal_places=2)
    away_percent: int = Field(default=10, ge=1, le=100)


class TrainingNeedIn(Schema):
    """A course, or a reason why nothing is planned."""

    course: Key | None = None
    dropped: Text = ""


class TrainingLineIn(Schema):
    course: Key
    sessions: int = Field(ge=0, le=200)
    cost: Decimal = Field(default=Decimal(0), ge=0, max_digits=12, decimal_places=2)
    note: Text = ""


class LacksWanted(Schema):
    competency: Text = ""
    only_certain: bool = False


class TrainingPlanOut(Schema):
    id: int
    name: str
    kind: str
    state: str
    first_on: date
    last_on: date
    because: str
    budget: str | None
    away_percent: int
    needs: int
    seated: int


class TrainingLineOut(Schema):
    course: str
    people: int
    certain: int
    seated: int
    planned: int
    held: int
    finished: int
    cost: str


class WholeTrainingPlanOut(TrainingPlanOut):
    """`timetable`: weight reached, the bound, the gap between them, whether it is proved best."""

    lines: list[TrainingLineOut]
    timetable: dict[str, Any]
    moves: list[str]


class TrainingNeedOut(Schema):
    id: int
    person: str
    number: str
    competency: str
    level: str
    required: str
    low: float | None
    high: float | None
    is_certain: bool
    course: str | None
    dropped: str
    session: int | None
    left_out: str


class LackOut(Schema):
    person: str
    number: str
    competency: str
    level: str
    required: str
    low: float | None
    high: float | None
    is_certain: bool
    course: str | None
    way: str


@router.get("", response=Page[TrainingPlanOut])
def training_plans(request, wanted: Query[Sorted]):
    """Training plans, the latest first."""
    let_in(permissions.SEE_PLANS, request.user)
    return sorted_page(plans_seen_by(request.user), _head, wanted, ORDERS)


@router.post("", response=WholeTrainingPlanOut)
def draft_training_plan(request, body: TrainingPlanIn):
    """Drafts a training plan."""
    let_in(permissions.WRITE_PLAN, request.user)
    frame = actions.Frame(**body.dict())
    return whole_plan(actions.draft_training_plan(the_centre(), by=request.user, frame=frame), request)


@router.get("/{int:pk}", response=WholeTrainingPlanOut)
def training_plan(request, pk: int):
    """One plan with its courses."""
    return whole_plan(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeTrainingPlanOut)
def change_training_plan(request, pk: int, body: TrainingPlanIn):
    """Changes a draft."""
    frame = actions.Frame(**body.dict())
    return whole_plan(actions.change_training_plan(_found(request, pk), by=request.user, frame=frame), request)


@router.post("/{int:pk}/gather", response=WholeTrainingPlanOut)
def gather_needs(request, pk: int):
    """Takes the needs anew from the gaps of the latest published quarter."""
    return whole_plan(actions.gather_needs(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/timetable", response=WholeTrainingPlanOut)
def make_timetable(request, pk: int):
    """Gives places in the planned sessions: nobody twice at once, shifts and the limit of people away kept."""
    found = _found(request, pk)
    actions.make_timetable(found, by=request.user)
    return whole_plan(found, request)


@router.post("/{int:pk}/approve", response=WholeTrainingPlanOut)
def approve_training_plan(request, pk: int):
    """Approves the plan of somebody else; everyone in it is enrolled and has their place."""
    found = actions.approve_training_plan(_found(request, pk), by=request.user, today=localdate())
    return whole_plan(found, request)


@router.post("/{int:pk}/close", response=WholeTrainingPlanOut)
def close_training_plan(request, pk: int):
    """Closes an approved plan."""
    return whole_plan(actions.close_training_plan(_found(request, pk), by=request.user), request)


@router.put("/{int:pk}/lines", response=WholeTrainingPlanOut)
def settle_line(request, pk: int, body: TrainingLineIn):
    """Says how many sessions of a course are planned and what one costs."""
    found = _found(request, pk)
    let_in(permissions.WRITE_PLAN, request.user)
    course = get_object_or_404(Course, pk=body.course)
    actions.settle_line(found, by=request.user, course=course, **body.dict(exclude={"course"}))
    return whole_plan(found, request)


@router.get("/{int:pk}/needs", response=Page[TrainingNeedOut])
def training_needs(request, pk: int, wanted: Query[Sorted]):
    """The needs of a plan as far as the role reaches, the heaviest first."""
    return sorted_page(needs_seen_by(request.user, _found(request, pk)), _need, wanted, NEED_ORDERS)


@router.put("/{int:pk}/needs/{int:need}", response=TrainingNeedOut)
def settle_need(request, pk: int, need: int, body: TrainingNeedIn):
    """Takes another course for a need, or none with a reason."""
    found = _found(request, pk)
    here = get_object_or_404(needs_seen_by(request.user, found), pk=need)
    let_in(permissions.WRITE_PLAN, request.user)
    course = get_object_or_404(Course, pk=body.course) if body.course else None
    actions.settle_need(found, by=request.user, need=here, course=course, dropped=body.dropped)
    return _need(needs_seen_by(request.user, found).get(pk=need))


@of_lacks.get("", response=list[LackOut])
def lacks(request, wanted: Query[LacksWanted]):
    """Who still lacks what, of the people one answers for: certain gaps first."""
    let_in(permissions.SEE_GAPS, request.user)
    rows = lacks_of(request.user, day=localdate(), **wanted.dict())
    return [lack_of(one) for one in rows]


def lack_of(one) -> dict[str, Any]:
    gap = one.gap
    return {
        "person": one.person.name, "number": one.person.number, "competency": gap.competency, "level": str(gap.level),
        "required": str(gap.required), "low": gap.low, "high": gap.high, "is_certain": gap.is_certain,
        "course": one.course.code if one.course else None, "way": one.way,
    }  # fmt: skip


def _found(request, pk):
    let_in(permissions.SEE_PLANS, request.user)
    return get_object_or_404(plans_seen_by(request.user), pk=pk)


def _head(one) -> dict[str, Any]:
    names = ("name", "kind", "state", "first_on", "last_on", "because", "away_percent")
    told = {name: getattr(one, name) for name in names}
    budget = None if one.budget is None else str(one.budget)
    return {"id": one.pk, **told, "budget": budget, "needs": one.n_needs, "seated": one.n_seated}


def whole_plan(one, request):
    found = plans_seen_by(request.user).get(pk=one.pk)
    lines = [_line(line) for line in course_lines(found)]
    return {**_head(found), "lines": lines, "timetable": found.told, "moves": moves_of(found, request.user)}


def _line(one):
    names = ("people", "certain", "seated", "planned", "held", "finished")
    return {"course": one.course.code, **{name: getattr(one, name) for name in names}, "cost": str(one.cost)}


def _need(one):
    names = ("competency", "level", "required", "low", "high", "is_certain", "dropped", "left_out")
    return {
        "id": one.pk, "person": one.person.name, "number": one.person.number,
        **{name: getattr(one, name) for name in names}, "course": one.course.code if one.course else None,
        "session": one.session_id,
    }  # fmt: skip
