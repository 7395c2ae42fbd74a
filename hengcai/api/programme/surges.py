"""Surges of complaints and errors, and the intensives opened for them."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.programme.plans import WholeTrainingPlanOut, whole_plan
from hengcai.api.rights import let_in
from hengcai.programme import actions, permissions
from hengcai.programme.queries.surges import ORDERS, moves_of, people_of, surges_seen_by
from hengcai.training.models import Course

router = Router()


class IntensiveIn(Schema):
    """`numbers`: employee numbers of those concerned; none: all of them."""

    name: Text
    course: Key
    first_on: Day
    last_on: Day
    because: Text
    numbers: list[Text] = []


class SurgeLeftIn(Schema):
    because: Text


class SurgeOut(Schema):
    """`facts`: cases and of how many, in the month and in the three before, the change with its interval."""

    id: int
    kind: str
    matter: str
    month: date
    state: str
    facts: dict[str, Any]
    course: str | None
    people: int
    plan: int | None
    because: str
    moves: list[str]


class WholeSurgeOut(SurgeOut):
    numbers: list[str]


@router.get("", response=Page[SurgeOut])
def surges(request, wanted: Query[Sorted]):
    """Surges, the newest first."""
    let_in(permissions.SEE_SURGES, request.user)
    return sorted_page(surges_seen_by(request.user), lambda one: _head(one, request), wanted, ORDERS)


@router.get("/{int:pk}", response=WholeSurgeOut)
def surge(request, pk: int):
    """One surge with the people it concerns."""
    return _whole(_found(request, pk), request)


@router.post("/{int:pk}/open", response=WholeTrainingPlanOut)
def open_intensive(request, pk: int, body: IntensiveIn):
    """Drafts an intensive for it; nobody is enrolled before the plan is approved."""
    found = _found(request, pk)
    let_in(permissions.SETTLE_SURGE, request.user)
    course = get_object_or_404(Course, pk=body.course)
    people = [one for one in people_of(found) if not body.numbers or one.number in body.numbers]
    frame = actions.Frame(body.name, "intensive", body.first_on, body.last_on, body.because)
    return whole_plan(
        actions.open_intensive(found, by=request.user, course=course, people=people, frame=frame), request
    )


@router.post("/{int:pk}/leave", response=WholeSurgeOut)
def leave_surge(request, pk: int, body: SurgeLeftIn):
    """Leaves it without an intensive, and says why."""
    return _whole(actions.leave_surge(_found(request, pk), by=request.user, because=body.because), request)


def _found(request, pk):
    let_in(permissions.SEE_SURGES, request.user)
    return get_object_or_404(surges_seen_by(request.user), pk=pk)


def _head(one, request) -> dict[str, Any]:
    names = ("kind", "matter", "month", "state", "facts", "because")
    return {
        "id": one.pk, **{name: getattr(one, name) for name in names}, "course": one.course.code if one.course else None,
        "people": one.n_people, "plan": one.plan_id, "moves": moves_of(one, request.user),
    }  # fmt: skip


def _whole(one, request) -> dict[str, Any]:
    return {**_head(one, request), "numbers": [person.number for person in people_of(one)]}
