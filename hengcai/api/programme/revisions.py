"""Revisions of courses: listed, opened, planned, finished."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.programme import actions, permissions
from hengcai.programme.queries.revisions import ORDERS, moves_of, revisions_seen_by
from hengcai.programme.rules.revising import by_hand
from hengcai.training.queries.catalogue import courses_seen_by

router = Router()


class RevisionIn(Schema):
    """Which course, and why."""

    course: Key
    because: Text


class RevisionPlanIn(Schema):
    new_content: Text
    new_method: Text
    due_on: Day


class RevisionOut(Schema):
    """`reasons`: what was found, with its figures; `after`: what is still found of the new version."""

    id: int
    course: str
    number: int
    state: str
    owner: str
    due_on: date
    reasons: list[dict[str, Any]]
    content: str
    method: str
    done_with: int | None
    done_on: date | None
    after: list[dict[str, Any]]
    measured_on: date | None
    moves: list[str]


@router.get("", response=Page[RevisionOut])
def revisions(request, wanted: Query[Sorted]):
    """Revisions of courses, the newest first; of whoever answers for a course alone, their own."""
    let_in(permissions.SEE_REVISIONS, request.user)
    return sorted_page(revisions_seen_by(request.user), lambda one: _told(one, request), wanted, ORDERS)


@router.post("", response=RevisionOut)
def open_revision(request, body: RevisionIn):
    """Asks for a course to be revised; whoever answers for it is told."""
    let_in(permissions.OPEN_REVISION, request.user)
    course = get_object_or_404(courses_seen_by(request.user), pk=body.course)
    made = actions.open_revision(course, by=request.user, reasons=by_hand(body.because), today=localdate())
    return _told(made, request)


@router.get("/{int:pk}", response=RevisionOut)
def revision(request, pk: int):
    """One revision."""
    return _told(_found(request, pk), request)


@router.post("/{int:pk}/plan", response=RevisionOut)
def plan_revision(request, pk: int, body: RevisionPlanIn):
    """Says what of the content and of the method changes, and by when."""
    found = actions.plan_revision(
        _found(request, pk), by=request.user, content=body.new_content, method=body.new_method, due_on=body.due_on
    )
    return _told(found, request)


@router.post("/{int:pk}/finish", response=RevisionOut)
def finish_revision(request, pk: int):
    """Done, with the newer version that is in use."""
    return _told(actions.finish_revision(_found(request, pk), by=request.user, today=localdate()), request)


def _found(request, pk):
    let_in(permissions.SEE_REVISIONS, request.user)
    return get_object_or_404(revisions_seen_by(request.user), pk=pk)


def _told(one, request) -> dict[str, Any]:
    names = ("state", "due_on", "reasons", "content", "method", "done_on", "after", "measured_on")
    done_with = one.done_with.number if one.done_with else None
    return {
        "id": one.pk, "course": one.code, "number": one.course.number, "owner": one.owner.name, "done_with": done_with,
        **{name: getattr(one, name) for name in names}, "moves": moves_of(one, request.user),
    }  # fmt: skip
