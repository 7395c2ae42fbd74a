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
    """Quarters and probation appraisals have `final`, `band` and `sources`; months have `total`, `grade` (the band),
    `groups`, `indicators` and `cases`, the number of evaluations, ratings or first contacts behind each figure.
    If peers count, the person rated and the people who lead or train them see no `exact` score, and peers and
    line manager as one line."""

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
    """Other people's results, as far as the caller's role reaches, in the JSON format of `hengcai appraise`. Access
    is logged."""
    let_in(permissions.SEE_RESULT, request.user)
    rows = results_seen_by(request.user).order_by("participant__cycle__code", "participant__person__name", "pk")
    rows = rows.filter(participant__cycle__code=wanted.cycle) if wanted.cycle else rows
    is_inner = sees_peers(request.user)
    page = paged(rows, lambda row: result_out(row, to_rated=False, sees_peers=is_inner), wanted)
    note("read_results", page["items"], by=request.user, cycle=wanted.cycle, page=wanted.page, form="api")
    return page


@router.get("/mine", response=Page[ResultOut], exclude_unset=True)
def mine(request, cut: Query[Cut]):
    """The caller's own published results, newest first, reduced so that no peer can be identified."""
    let_in(permissions.SEE_OWN_RESULT, request.user)
    return paged(own_results(request.user), lambda row: result_out(row, to_rated=True), cut)


@router.get("/{int:pk}", response=ResultOut, exclude_unset=True)
def result(request, pk: int):
    """One result, the caller's own or someone else's. Access is logged."""
    found = result_for(request.user, pk)
    if found is None:
        raise Http404
    note(READ, found, by=request.user, form="api")
    return result_out(found, to_rated=is_about(found, request.user), sees_peers=sees_peers(request.user))


def result_out(row, *, to_rated: bool, sees_peers: bool = False) -> dict[str, Any]:
    detail = shown_detail(row, to_rated=to_rated, sees_peers=sees_peers)
    found = {"id": row.pk, "cycle": row.participant.cycle.code, "revision": row.revision, **detail}
    return {**found, "cases": cases_of(row)} if "indicators" in detail else found
