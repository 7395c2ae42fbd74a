"""Tests: listed, closed, published, opened again for resits; who sat them."""

from datetime import datetime
from decimal import Decimal

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from pydantic import AwareDatetime

from hengcai.api.assessment.sittings import SittingOut, sitting_told
from hengcai.api.fields import Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.queries.exams import ORDERS, ExamFilter, counted_exams, exam_moves_of, exams_seen_by
from hengcai.assessment.queries.sittings import ORDERS as SITTINGS
from hengcai.assessment.queries.sittings import SittingFilter, sittings_seen_by
from hengcai.assessment.rules.sitting_time import Window
from hengcai.people.models import Person

router = Router()


class ExamsWanted(Sorted):
    text: Text = ""
    state: Text = ""


class ExamSittingsWanted(Sorted):
    text: Text = ""
    state: Text = ""


class WindowIn(Schema):
    opens_at: AwareDatetime
    closes_at: AwareDatetime


class SittersIn(Schema):
    """Ids of people."""

    people: list[Key] = Field(max_length=5000)


class ExamOut(Schema):
    """`submitted`: those whose paper is in; `passed` counts only what was marked."""

    id: int
    name: str
    blueprint: int
    state: str
    opens_at: datetime
    closes_at: datetime
    minutes: int
    pass_percent: Decimal
    most_attempts: int
    resit_cap: Decimal
    shows: str
    is_instant: bool
    seed: str
    people: int
    submitted: int
    passed: int
    moves: list[str]


@router.get("", response=Page[ExamOut])
def exams(request, wanted: Query[ExamsWanted]):
    """The tests the caller may see."""
    let_in(permissions.SEE_EXAMS, request.user)
    narrowed = ExamFilter(**wanted.dict(exclude=PLACE))
    rows = counted_exams(exams_seen_by(request.user).filter(narrowed.condition()), request.user)
    return sorted_page(rows, lambda one: _told(one, request.user, moves=False), wanted, ORDERS)


@router.get("/{int:pk}", response=ExamOut)
def exam(request, pk: int):
    """One test."""
    return exam_told(_found(request, pk), request.user)


@router.get("/{int:pk}/sittings", response=Page[SittingOut])
def sittings(request, pk: int, wanted: Query[ExamSittingsWanted]):
    """Who sat or will sit the test, as far as the caller may see them."""
    found = _found(request, pk)
    narrowed = SittingFilter(**wanted.dict(exclude=PLACE))
    rows = sittings_seen_by(request.user).filter(narrowed.condition(), exam=found)
    return sorted_page(rows, lambda one: sitting_told(one, request.user), wanted, SITTINGS)


@router.post("/{int:pk}/people", response=ExamOut)
def add_people(request, pk: int, body: SittersIn):
    """Adds people while the test is open."""
    people = list(Person.objects.filter(pk__in=body.people, user__is_active=True).select_related("user").order_by("pk"))
    found = _found(request, pk)
    actions.add_sitters(found, by=request.user, people=people)
    return exam_told(found, request.user)


@router.post("/{int:pk}/close", response=ExamOut)
def close(request, pk: int):
    """No one can start any more; those who have started keep their full time."""
    return exam_told(actions.close_exam(_found(request, pk), by=request.user), request.user)


@router.post("/{int:pk}/publish", response=ExamOut)
def publish(request, pk: int):
    """Publishes everyone's result; refused until all are marked."""
    return exam_told(actions.release_exam(_found(request, pk), by=request.user), request.user)


@router.post("/{int:pk}/resits", response=ExamOut)
def resits(request, pk: int, body: WindowIn):
    """Schedules resits for those who failed or were absent and have an attempt left."""
    found = _found(request, pk)
    actions.open_resits(found, by=request.user, window=Window(body.opens_at, body.closes_at))
    return exam_told(found, request.user)


@router.post("/{int:pk}/call-off", response=ExamOut)
def call_off(request, pk: int):
    """Calls the test off; refused once someone has started."""
    return exam_told(actions.withdraw_exam(_found(request, pk), by=request.user), request.user)


def exam_told(exam, user):
    return _told(counted_exams(exams_seen_by(user), user).get(pk=exam.pk), user)


def _told(one, user, *, moves=True):
    return {
        "id": one.pk, "name": one.name, "blueprint": one.blueprint_id, "state": one.state, "opens_at": one.opens_at,
        "closes_at": one.closes_at, "minutes": one.minutes, "pass_percent": one.pass_percent,
        "most_attempts": one.most_attempts, "resit_cap": one.resit_cap, "shows": one.shows, "is_instant": one.is_instant,
        "seed": one.seed, "people": one.n_sittings, "submitted": one.n_ended, "passed": one.n_passed,
        "moves": exam_moves_of(one, user) if moves else [],
    }  # fmt: skip


def _found(request, pk):
    let_in(permissions.SEE_EXAMS, request.user)
    return get_object_or_404(exams_seen_by(request.user), pk=pk)
