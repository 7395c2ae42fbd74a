from typing import Any

from django.http import Http404
from ninja import Query, Router, Schema

from hengcai.api.fields import Exact, Text
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.appraisal import permissions
from hengcai.appraisal.queries.results import (
    cases_of,
    is_about,
    own_results,
    result_for,
    results_seen_by,
    sees_peers,
    shown_detail,
)
from hengcai.audit.action import note
from hengcai.insight.queries.person import READ

router = Router()


class Wanted(Cut):
    cycle: Text = ""


class ResultOut(Schema):
    """Quarters and probations have `final`, `band` and `sources`; months `total`, `grade`, `groups`, `indicators` and
    `cases`: of how many evaluations, ratings or first contacts each figure is made.

    For the person rated and for who leads or teaches them, where peers count: no `exact`, peers and superior as one line.
    """

    id: int
    cycle: str
    revision: int
    agent: str
    status: str
    exact: Exact | None
    reasons: list[str]
    final: Exact | None = None
    band: str | None = None
    sources: dict[str, dict[str, Any]] | None = None
    total: Exact | None = None
    grade: str | None = None
    groups: dict[str, dict[str, Any]] | None = None
    indicators: dict[str, dict[str, Any]] | None = None
    cases: dict[str, int] | None = None


@router.get("", response=Page[ResultOut], exclude_unset=True)
def results(request, wanted: Query[Wanted]):
    """Other people's, as far as the caller's role reaches: the JSON of `hengcai appraise`. The reading is on record."""
    let_in(permissions.SEE_RESULT, request.user)
    rows = results_seen_by(request.user).order_by("participant__cycle__code", "participant__person__name", "pk")
    rows = rows.filter(participant__cycle__code=wanted.cycle) if wanted.cycle else rows
    is_inner = sees_peers(request.user)
    page = paged(rows, lambda row: result_out(row, to_rated=False, sees_peers=is_inner), wanted)
    note("read_results", page["items"], by=request.user, cycle=wanted.cycle, page=wanted.page, form="api")
    return page


@router.get("/mine", response=Page[ResultOut], exclude_unset=True)
def mine(request, cut: Query[Cut]):
    """One's own, published, the newest first; cut so that no peer can be found out."""
    let_in(permissions.SEE_OWN_RESULT, request.user)
    return paged(own_results(request.user), lambda row: result_out(row, to_rated=True), cut)


@router.get("/{int:pk}", response=ResultOut, exclude_unset=True)
def result(request, pk: int):
    """One's own or another's. The reading is on record."""
    found = result_for(request.user, pk)
    if found is None:
        raise Http404
    note(READ, found, by=request.user, form="api")
    return result_out(found, to_rated=is_about(found, request.user), sees_peers=sees_peers(request.user))


def result_out(row, *, to_rated: bool, sees_peers: bool = False) -> dict[str, Any]:
    detail = shown_detail(row, to_rated=to_rated, sees_peers=sees_peers)
    found = {"id": row.pk, "cycle": row.participant.cycle.code, "revision": row.revision, **detail}
    return {**found, "cases": cases_of(row)} if "indicators" in detail else found
