"""Sampling plans: drafts, the draw, its assignment, drawing again to compare, replacing a contact."""

from datetime import date, datetime
from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base import clock
from hengcai.quality import permissions
from hengcai.quality.actions import (
    ask_for_estimates,
    assign_plan,
    close_plan,
    compare_plan,
    draw_plan,
    edit_plan,
    make_plan,
    replace_pick,
    start_plan,
)
from hengcai.quality.queries import plans as queries
from hengcai.quality.queries.assigned import Share, preview
from hengcai.quality.queries.estimated import estimates
from hengcai.quality.queries.orders import PICK_ORDERS, PLAN_ORDERS

router = Router()
LONGEST_TEXT, LARGEST_SEED = 20_000, 2**62


class AnalystIn(Schema):
    """A row of an analysts file: `capacity` is relative; `excluded` names agents, `;` between them."""

    analyst: Text
    capacity: Text
    excluded: Comment = ""


class PlanIn(Schema):
    """`text` is a plan file as `hengcai sample` reads it. Without `seed` one is drawn."""

    text: Annotated[Text, Field(max_length=LONGEST_TEXT)]
    analysts: list[AnalystIn] = Field(max_length=1000)
    days_to_score: int = Field(5, ge=1, le=60)
    seed: int | None = Field(None, ge=0, le=LARGEST_SEED)


class PlanChangeIn(PlanIn):
    """`edit_count` as the plan was read; an older one is refused, nothing is overwritten."""

    seed: int = Field(ge=0, le=LARGEST_SEED)
    edit_count: int


class PlanOut(Schema):
    id: int
    name: str
    first_on: date
    last_on: date
    seed: int
    state: str
    is_weekly: bool
    days_to_score: int
    edit_count: int
    pick_count: int


class DrawOut(Schema):
    """`week` is a Monday, null for the whole period; `number` above 0: what came in late. `n` and `digest` of the frame."""

    week: date | None
    number: int
    n: int
    digest: str
    at: datetime


class LoadOut(Schema):
    name: str
    count: int
    seconds: int
    done: int


class PairOut(Schema):
    analysts: list[str]
    shared: int


class WholePlanOut(PlanOut):
    """`loads`, `groups` and `lacking` (pairs with fewer than five contacts in common) are empty for an analyst."""

    text: str
    draws: list[DrawOut]
    is_connected: bool | None
    groups: list[list[str]]
    lacking: list[PairOut]
    loads: list[LoadOut]


class PickOut(Schema):
    """`inclusion` is k/n as it was drawn. Who hears it is told to those who see the whole draw."""

    id: int
    contact: int
    key: str
    agent: str
    rule: str
    stratum: str
    inclusion: str
    analyst: str | None
    second: str | None
    state: str
    reason: str


class ComparedOut(Schema):
    """`gone_count` and `new_count` count all; of the contacts themselves the first thousand are named."""

    week: date | None
    number: int
    is_same: bool
    n_then: int
    n_now: int
    is_frame_same: bool
    strata_changed: int
    gone_count: int
    new_count: int
    picks_gone: list[str]
    picks_new: list[str]


class ComparisonOut(Schema):
    """`is_done` false: the worker still draws, or nobody has asked yet (then `asked_at` is null). `is_same` is null until
    it is done."""

    is_done: bool
    is_same: bool | None
    asked_at: datetime | None
    done_at: datetime | None
    draws: list[ComparedOut]


class ShareOut(Schema):
    """`due`: what capacity times the time at work asks for; `present`: how much of the days to score they are there, by
    the `hours` of their `shifts`, or by days where `hours` is null; `barred`: reason → how many agents; `held`: rechecks that lay with
    them, which count towards their share."""

    name: str
    capacity: str
    present: str
    shifts: int
    hours: str | None
    held: int
    count: int
    seconds: int
    due: str
    barred: dict[str, int]


class BarredOut(Schema):
    analyst: str
    reason: str


class UnplacedOut(Schema):
    agent: str
    count: int
    why: list[BarredOut]


class PlanAssignmentOut(Schema):
    """Of all draws of a plan. `groups` more than one: severities cannot be told apart; `needed` shared contacts join them."""

    picks: int
    doubles: int
    doubles_missing: int
    shares: list[ShareOut]
    unplaced: list[UnplacedOut]
    groups: list[list[str]]
    needed: int
    lacking: list[PairOut]


class PlanEstimateOut(Schema):
    """Means of the scored contacts of a plan, plain and weighted by n/k with a 95 % interval (null: cannot tell). `team`
    empty: the centre; `counted_at`: of a large plan, when the worker counted it (null: now)."""

    team: str
    n: int
    plain: float
    weighted: float
    low: float | None
    high: float | None
    counted_at: datetime | None


class ReplacementIn(Schema):
    """no_sound, wrong_agent or test_call."""

    reason: Text


@router.get("/plans", response=Page[PlanOut])
def plans(request, wanted: Query[Sorted]):
    """The newest first; an analyst's are those that gave them contacts."""
    let_in(permissions.SEE_PLANS, request.user)
    return sorted_page(queries.plans_counted(request.user), _plan, wanted, PLAN_ORDERS)


@router.post("/plans", response=WholePlanOut)
def make(request, body: PlanIn):
    """A draft; nothing is drawn."""
    let_in(permissions.PLAN, request.user)
    made = make_plan(the_centre(), by=request.user, **_written(body))
    return _whole(request, made.pk)


@router.get("/plans/{int:pk}", response=WholePlanOut)
def plan(request, pk: int):
    return _whole(request, pk)


@router.put("/plans/{int:pk}", response=WholePlanOut)
def edit(request, pk: int, body: PlanChangeIn):
    """A draft only."""
    edit_plan(_seen(request, pk), by=request.user, edit_count=body.edit_count, **_written(body))
    return _whole(request, pk)


@router.post("/plans/{int:pk}/draw", response=WholePlanOut)
def draw(request, pk: int):
    """Once. A period that is over is drawn whole, otherwise each week by itself when it is over."""
    draw_plan(_seen(request, pk), by=request.user, today=clock.today())
    return _whole(request, pk)


@router.post("/plans/{int:pk}/start", response=WholePlanOut)
def start(request, pk: int):
    """The worker then gives the contacts out and draws what comes due."""
    start_plan(_seen(request, pk), by=request.user)
    return _whole(request, pk)


@router.post("/plans/{int:pk}/close", response=WholePlanOut)
def close(request, pk: int):
    """Nothing more is drawn; work given out stays."""
    close_plan(_seen(request, pk), by=request.user)
    return _whole(request, pk)


@router.get("/plans/{int:pk}/picks", response=Page[PickOut])
def picks(request, pk: int, wanted: Query[Sorted]):
    """In the order they were drawn; an analyst's own."""
    rows, sees_all = queries.picks_seen_by(request.user, _seen(request, pk)), queries.sees_all_of(request.user)
    found = sorted_page(rows, lambda row: row, wanted, PICK_ORDERS)
    return {
        **found,
        "items": [_pick(one, sees_all=sees_all) for one in queries.pick_rows(found["items"], request.user)],
    }


@router.get("/plans/{int:pk}/assignment", response=PlanAssignmentOut)
def assignment(request, pk: int):
    """Who scores how much, what nobody may score and why, whether severities will be separable; may change until the
    plan starts."""
    found = _seen(request, pk)
    permissions.COMPARE.enter(found, request.user)
    page = preview(found)
    there = page.separable
    return {
        "picks": page.picks, "doubles": page.doubles, "doubles_missing": page.doubles_missing,
        "shares": [_share(one) for one in page.shares],
        "unplaced": [_unplaced(one) for one in page.unplaced],
        "groups": [list(group) for group in there.groups], "needed": there.needed,
        "lacking": [{"analysts": [one, other], "shared": n} for one, other, n in there.lacking],
    }  # fmt: skip


def _share(one: Share) -> dict:
    exact = {name: str(getattr(one, name)) for name in ("capacity", "present", "due")}
    return {**vars(one), **exact, "hours": None if one.hours is None else str(one.hours)}


@router.get("/plans/{int:pk}/estimates", response=list[PlanEstimateOut])
def estimated(request, pk: int):
    """The centre, then its teams; nothing before something is scored."""
    found = _seen(request, pk)
    permissions.COMPARE.enter(found, request.user)
    told = estimates(found)
    if told.is_stale:
        ask_for_estimates(found, by=request.user)
    return [{**vars(one), "counted_at": told.at} for one in told.lines]


@router.post("/plans/{int:pk}/assign", response=WholePlanOut)
def assign(request, pk: int):
    """By the exclusions, absences and teams as they are now, until the plan starts; the draw stays. Many contacts the
    worker assigns."""
    assign_plan(_seen(request, pk), by=request.user, today=clock.today())
    return _whole(request, pk)


@router.get("/plans/{int:pk}/compare", response=ComparisonOut)
def compared(request, pk: int):
    """What came of drawing again the last time somebody asked, for those who see the whole draw."""
    found = _seen(request, pk)
    permissions.COMPARE.enter(found, request.user)
    return _comparison(queries.latest_comparison(found))


@router.post("/plans/{int:pk}/compare", response=ComparisonOut)
def compare(request, pk: int):
    """Draws again from what is there now; with many contacts the worker does, and GET tells how far it is."""
    found = _seen(request, pk)
    compare_plan(found, by=request.user)
    return _comparison(queries.latest_comparison(found))


@router.post("/picks/{int:pk}/replace", response=PickOut)
def replace(request, pk: int, body: ReplacementIn):
    """By the next in the draw; answers with the one that took its place."""
    let_in(permissions.PLAN, request.user)
    found = get_object_or_404(queries.all_picks(request.user), pk=pk)
    made = replace_pick(found, by=request.user, reason=body.reason, today=clock.today())
    (row,) = queries.pick_rows([queries.all_picks(request.user).get(pk=made.pk)], request.user)
    return _pick(row, sees_all=True)


def _seen(request, pk: int):
    let_in(permissions.SEE_PLANS, request.user)
    return get_object_or_404(queries.plans_counted(request.user), pk=pk)


def _written(body: PlanIn) -> dict:
    return {
        "text": body.text, "analysts": [one.dict() for one in body.analysts], "days_to_score": body.days_to_score,
        "seed": body.seed,
    }  # fmt: skip


def _plan(row) -> dict:
    names = (
        "name", "first_on", "last_on", "seed", "state", "is_weekly", "days_to_score", "edit_count", "pick_count",
    )  # fmt: skip
    return {"id": row.pk, **{name: getattr(row, name) for name in names}}


def _whole(request, pk: int) -> dict:
    row, sees_all = _seen(request, pk), queries.sees_all_of(request.user)
    page = queries.plan_page(row)
    there = page.separable if sees_all and page.draws else None
    return {
        **_plan(row), "text": row.text, "draws": [_draw(draw) for draw in page.draws],
        "is_connected": there.is_connected if there else None,
        "groups": [list(group) for group in there.groups] if there else [],
        "lacking": [{"analysts": [one, other], "shared": n} for one, other, n in there.lacking] if there else [],
        "loads": [vars(load) for load in page.loads] if there else [],
    }  # fmt: skip


def _draw(row) -> dict:
    return {name: getattr(row, name) for name in ("week", "number", "n", "digest", "at")}


def _pick(row, *, sees_all: bool) -> dict:
    pick = row.pick
    return {
        "id": pick.pk, "contact": pick.contact_id, "key": pick.contact.key, "agent": pick.contact.agent.number,
        "rule": pick.stratum.rule, "stratum": pick.stratum.key, "inclusion": f"{pick.stratum.k}/{pick.stratum.n}",
        "analyst": pick.analyst.name if sees_all and pick.analyst else None,
        "second": pick.second.name if sees_all and pick.second else None,
        "state": pick.trouble if row.state == "trouble" else row.state, "reason": pick.reason,
    }  # fmt: skip


def _unplaced(one) -> dict:
    why = [{"analyst": name, "reason": reason} for name, reason in one.why]
    return {"agent": one.number, "count": one.count, "why": why}


def _comparison(found) -> dict:
    if found is None:
        return {"is_done": False, "is_same": None, "asked_at": None, "done_at": None, "draws": []}
    return {
        "is_done": found.is_done, "is_same": found.is_same if found.is_done else None, "asked_at": found.row.asked_at,
        "done_at": found.row.done_at, "draws": [_compared(line) for line in found.lines],
    }  # fmt: skip


def _compared(line) -> dict:
    return {**line.kept(), "week": line.monday, "is_same": line.is_same}
