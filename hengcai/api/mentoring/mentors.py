"""What mentors' newcomers came to."""

from datetime import date
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from hengcai.api.fields import exact_or_none
from hengcai.api.rights import let_in
from hengcai.mentoring import permissions
from hengcai.mentoring.queries.pairs import mentor_page, mentors
from hengcai.mentoring.rules.mentors import is_apart
from hengcai.people.models import Person

router = Router()


class MentorResultOut(Schema):
    """`first_share` with its 95 % interval, and the median of days: null where fewer than five were examined."""

    n: int
    passed: int
    first_share: str | None
    low: float | None
    high: float | None
    days: float | None


class MentorOut(MentorResultOut):
    person: int
    mentor: str
    now: int


class BroughtOut(Schema):
    pair: int
    newcomer: str
    first_on: date
    last_on: date
    state: str
    is_first_try: bool | None
    days: int | None


class WholeMentorOut(MentorOut):
    """`is_apart`: whether the two intervals do not meet; null where either cannot be told."""

    others: MentorResultOut
    is_apart: bool | None
    newcomers: list[BroughtOut]


@router.get("", response=list[MentorOut])
def mentoring_mentors(request):
    """Everybody who is or was a mentor."""
    let_in(permissions.SEE_MENTORS, request.user)
    return [_mentor(one) for one in mentors()]


@router.get("/{int:pk}", response=WholeMentorOut)
def mentoring_mentor(request, pk: int):
    """One of them beside all others; newcomers by name as far as the role reaches."""
    let_in(permissions.SEE_MENTOR, request.user)
    person = get_object_or_404(permissions.SEE_MENTOR.rows(Person.objects.all(), request.user), pk=pk)
    found = mentor_page(person, request.user)
    if found is None:
        raise Http404
    apart = is_apart(found.mentor.result, found.others)
    rows = [_brought(one) for one in found.brought]
    return {**_mentor(found.mentor), "others": _result(found.others), "is_apart": apart, "newcomers": rows}


def _mentor(one) -> dict[str, Any]:
    return {"person": one.person.pk, "mentor": one.person.name, "now": one.now, **_result(one.result)}


def _result(one) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("n", "passed", "low", "high", "days")}
    return {**told, "first_share": exact_or_none(one.first_share)}


def _brought(one) -> dict[str, Any]:
    pair, way = one.pair, one.way
    told = {name: getattr(pair, name) for name in ("first_on", "last_on", "state")}
    first, days = (way.is_first_try, way.days) if way else (None, None)
    return {"pair": pair.pk, "newcomer": pair.newcomer.name, **told, "is_first_try": first, "days": days}
