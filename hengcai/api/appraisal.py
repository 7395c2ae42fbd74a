from datetime import date
from fractions import Fraction

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.api.paging import Page, paged
from hengcai.appraisal.actions import compute_cycle, open_cycle, publish_cycle, reopen_cycle, save_rating, send_rating
from hengcai.appraisal.queries.forms import tasks_of
from hengcai.appraisal.queries.results import cycles_seen_by, own_results, results_seen_by, shown_detail
from hengcai.appraisal.rules.raters import Given
from hengcai.base.decimals import exact

router = Router()


class CycleOut(Schema):
    id: int
    code: str
    kind: str
    name: dict[str, str]
    period_start: date
    period_end: date
    state: str
    people: int


class Reason(Schema):
    reason: str = ""


class GivenIn(Schema):
    level: str | None
    comment: str = ""
    reason: str = ""


class RatingIn(Schema):
    given: dict[str, GivenIn]
    comment: str = ""
    edit_count: int


class TaskOut(Schema):
    id: int
    cycle: str
    rated: str
    source: str
    due_on: date | None
    state: str
    edit_count: int


def _cycle(row) -> dict:
    name = {"zh": row.name.zh, "en": row.name.en}
    return {
        "id": row.pk, "code": row.code, "kind": row.kind, "name": name, "period_start": row.period_start,
        "period_end": row.period_end, "state": row.state, "people": row.people,
    }  # fmt: skip


@router.get("/cycles", response=Page[CycleOut])
def cycles(request, page: int = 1):
    return paged(cycles_seen_by(request.user), _cycle, page=page)


@router.get("/cycles/{int:pk}", response=CycleOut)
def cycle(request, pk: int):
    return _cycle(get_object_or_404(cycles_seen_by(request.user), pk=pk))


@router.post("/cycles/{int:pk}/{move}", response=CycleOut)
def move(request, pk: int, move: str, body: Reason):
    """open, compute, reopen or publish: the moves of the cycle's page."""
    found = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    verbs = {
        "open": lambda: open_cycle(found, by=request.user, today=localdate()),
        "compute": lambda: compute_cycle(found, by=request.user),
        "reopen": lambda: reopen_cycle(found, by=request.user, reason=body.reason),
        "publish": lambda: publish_cycle(found, by=request.user),
    }
    if move not in verbs:
        get_object_or_404(cycles_seen_by(request.user), pk=0)
    verbs[move]()
    return _cycle(get_object_or_404(cycles_seen_by(request.user), pk=pk))


def _task(row) -> dict:
    participant = row.participant
    return {
        "id": row.pk, "cycle": participant.cycle.code, "rated": participant.person.number, "source": row.source,
        "due_on": row.due_on, "state": row.state, "edit_count": row.edit_count,
    }  # fmt: skip


@router.get("/ratings", response=Page[TaskOut])
def ratings(request, page: int = 1):
    """The forms the caller fills in."""
    return paged(tasks_of(request.user), _task, page=page)


@router.put("/ratings/{int:pk}/draft", response=TaskOut)
def draft(request, pk: int, body: RatingIn):
    task = get_object_or_404(tasks_of(request.user), pk=pk)
    save_rating(task, by=request.user, given=_given(body), comment=body.comment, edit_count=body.edit_count)
    return _task(task)


@router.post("/ratings/{int:pk}/send", response=TaskOut)
def send(request, pk: int, body: RatingIn):
    task = get_object_or_404(tasks_of(request.user), pk=pk)
    send_rating(
        task, by=request.user, given=_given(body), comment=body.comment, edit_count=body.edit_count, today=localdate()
    )
    return _task(task)


def _given(body: RatingIn) -> dict[str, Given]:
    return {code: Given(_level(one.level), one.comment, one.reason) for code, one in body.given.items()}


def _level(text: str | None) -> Fraction | None:
    return None if text is None else exact(text)


@router.get("/results")
def results(request, cycle: str = "", page: int = 1):
    """Other people's results, as the caller's role reaches them: the JSON of `hengcai appraise`."""
    rows = results_seen_by(request.user).order_by("participant__cycle__code", "participant__person__name", "pk")
    rows = rows.filter(participant__cycle__code=cycle) if cycle else rows
    return paged(rows, lambda row: _result(row, to_rated=False), page=page)


@router.get("/results/mine")
def mine(request, page: int = 1):
    """One's own, cut so that no peer can be found out."""
    return paged(own_results(request.user), lambda row: _result(row, to_rated=True), page=page)


def _result(row, *, to_rated: bool) -> dict:
    return {
        "id": row.pk,
        "cycle": row.participant.cycle.code,
        "revision": row.revision,
        **shown_detail(row, to_rated=to_rated),
    }
