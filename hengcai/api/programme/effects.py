"""What training did, by course and outcome."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.rights import let_in
from hengcai.programme import actions, permissions
from hengcai.programme.queries.effects import effects_of, effects_seen_by
from hengcai.training.queries.catalogue import courses_seen_by

router = Router()


class EffectOut(Schema):
    """`verdict`: better, worse, no_difference or not_yet. `detail` holds the design with its intervals, the plain look before
    and after beside it, the size of a change that would have been seen, and about how many more people would tell."""

    course: str
    outcome: str
    verdict: str
    trained: int
    until: date
    detail: dict[str, Any]


@router.get("", response=list[EffectOut])
def effects(request):
    """All effects that are known, of courses in use."""
    let_in(permissions.SEE_EFFECTS, request.user)
    return [_told(effect) for one in effects_seen_by(request.user) for effect in one.effects]


@router.get("/{int:pk}", response=list[EffectOut])
def effects_of_course(request, pk: int):
    """The effects of one course."""
    return [_told(one) for one in effects_of(_found(request, pk))]


@router.post("/{int:pk}/measure", response=list[EffectOut])
def measure_effect(request, pk: int):
    """Works the effects of one course out again, up to today."""
    found = _found(request, pk)
    made = actions.measure_effect(the_centre(), by=request.user, course=found.code, until=localdate())
    return [_told(one) for one in made]


def _found(request, pk):
    let_in(permissions.SEE_EFFECTS, request.user)
    return get_object_or_404(courses_seen_by(request.user).exclude(state="draft"), pk=pk)


def _told(one):
    names = ("course", "outcome", "verdict", "trained", "until", "detail")
    return {name: getattr(one, name) for name in names}
