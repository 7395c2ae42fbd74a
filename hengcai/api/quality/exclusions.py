"""Who does not score whom: those that hold, entering one, ending one."""

from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.people.queries.seen import person_meant
from hengcai.quality import permissions
from hengcai.quality.actions import end_exclusion, enter_exclusion
from hengcai.quality.analysts import able_analysts
from hengcai.quality.queries.exclusions import EXCLUSION_ORDERS, exclusions_seen_by

router = Router()


class ExclusionIn(Schema):
    """`analyst` by user name, `agent` by number. `reason`: relative, former_team or other, which needs a note."""

    analyst: Text
    agent: Text
    reason: Text
    note: Comment = ""


class ExclusionOut(Schema):
    id: int
    analyst: str
    agent: str
    reason: str
    note: str
    entered_at: datetime
    ended_at: datetime | None


@router.get("/exclusions", response=Page[ExclusionOut])
def exclusions(request, wanted: Query[Sorted]):
    """Those that hold, the newest first; an analyst's own."""
    let_in(permissions.SEE_EXCLUSIONS, request.user)
    return sorted_page(exclusions_seen_by(request.user), _told, wanted, EXCLUSION_ORDERS)


@router.post("/exclusions", response=ExclusionOut)
def enter(request, body: ExclusionIn):
    """Holds from now on."""
    let_in(permissions.EXCLUDE, request.user)
    analyst, person = able_analysts().filter(username=body.analyst).first(), person_meant(body.agent)
    if analyst is None or person is None:
        raise Http404
    made = enter_exclusion(
        the_centre(), by=request.user, analyst=analyst, person=person, reason=body.reason, note=body.note
    )
    return _told(made)


@router.post("/exclusions/{int:pk}/end", response=ExclusionOut)
def end(request, pk: int):
    let_in(permissions.EXCLUDE, request.user)
    found = get_object_or_404(exclusions_seen_by(request.user, with_ended=True), pk=pk)
    return _told(end_exclusion(found, by=request.user))


def _told(row) -> dict:
    names = ("reason", "note", "entered_at", "ended_at")
    return {
        "id": row.pk, "analyst": row.analyst.username, "agent": row.person.number,
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip
