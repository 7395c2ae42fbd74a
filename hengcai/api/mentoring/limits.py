"""What the centre settled: newcomers per mentor at a time, and how the roster takes people without a permit."""

from typing import Literal

from ninja import Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.rights import let_in
from hengcai.mentoring import actions, permissions
from hengcai.mentoring.actions.pairs import limits

router = Router()


class MentoringLimitsIn(Schema):
    """`roster`: off, warn (counted and marked) or gate (not counted). What is left out stays."""

    newcomers: int | None = Field(default=None, ge=1, le=20)
    roster: Literal["off", "warn", "gate"] | None = None


class MentoringLimitsOut(Schema):
    newcomers: int
    roster: str


@router.get("", response=MentoringLimitsOut)
def mentoring_limits(request):
    """As they are."""
    let_in(permissions.SEE_MENTORS, request.user)
    return _told()


@router.put("", response=MentoringLimitsOut)
def settle_mentoring(request, body: MentoringLimitsIn):
    """Settles one or both."""
    let_in(permissions.SETTLE, request.user)
    if body.newcomers is not None:
        actions.settle_limit(the_centre(), by=request.user, newcomers=body.newcomers)
    if body.roster is not None:
        actions.settle_roster(the_centre(), by=request.user, roster=body.roster)
    return _told()


def _told():
    found = limits()
    return {"newcomers": found.newcomers, "roster": found.roster}
