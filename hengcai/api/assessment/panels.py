"""Panels that set a cut score by Angoff's method."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Exact, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.models import PanelJudge
from hengcai.assessment.queries.panels import (
    ORDERS,
    able_judges,
    found_in,
    own_round,
    panel_moves,
    panels_seen_by,
    questions_meant,
    seat_of,
    sheet_lines,
)
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid

router = Router()


class PanelsWanted(Sorted):
    pass


class PanelQuestionIn(Schema):
    """`code` of a published question of the bank."""

    code: Text
    points: Decimal = Field(default=Decimal(1), gt=0, le=100, max_digits=7, decimal_places=2)


class PanelIn(Schema):
    """`judges`: accounts by id, three at least."""

    name: Text
    borderline: Comment
    questions: list[PanelQuestionIn] = Field(max_length=200)
    judges: list[Key] = Field(max_length=40)


class EstimatesIn(Schema):
    """Question of the panel → of a hundred who only just suffice, how many get it right."""

    percents: dict[str, int] = Field(max_length=200)


class AdoptIn(Schema):
    """Without `points`, the panel's own figure."""

    points: Text = ""
    why: Comment


class CutOut(Schema):
    points: Exact
    total: Decimal
    panel_points: Exact
    error: Decimal | None
    n_judges: int
    why: str
    adopted_at: datetime


class PanelOut(Schema):
    id: int
    name: str
    state: str
    n_judges: int
    n_questions: int
    opened_at: datetime
    cut: CutOut | None


class SpreadOut(Schema):
    """Shares from 0 to 1 over the judges; `is_apart`: worth talking about."""

    question: int
    code: str
    points: Decimal
    mean: Exact | None
    low: Exact | None
    high: Exact | None
    sd: float | None
    is_apart: bool


class PanelRoundOut(Schema):
    """Without figures while the round is on. `error`: standard error over judges; null where it cannot be known."""

    number: int
    n_sent: int
    cut: Exact | None
    total: Exact | None
    error: float | None
    caution: str
    questions: list[SpreadOut]


class PanelWholeOut(PanelOut):
    borderline: str
    rounds: list[PanelRoundOut]
    moves: list[str]


class JudgeLineOut(Schema):
    question: int
    code: str
    points: Decimal
    percent: int | None
    first: int | None


class JudgeSheetOut(Schema):
    """`round`: which one the caller may fill in now; 0 where none."""

    round: int
    lines: list[JudgeLineOut]


@router.get("", response=Page[PanelOut])
def panels(request, wanted: Query[PanelsWanted]):
    """Panels one looks after or judges in."""
    let_in(permissions.SEE_PANELS, request.user)
    return sorted_page(panels_seen_by(request.user), _head, wanted, ORDERS)


@router.post("", response=PanelOut)
def open_one(request, body: PanelIn):
    """Calls a panel; every judge finds a sheet in their inbox."""
    let_in(permissions.RUN_PANEL, request.user)
    known = questions_meant([one.code for one in body.questions])
    for one in body.questions:
        if one.code not in known:
            raise NotValid("panel.question_unknown", code=one.code[:60])
    put = [actions.Put(known[one.code], one.points) for one in body.questions]
    judges = [one for one in able_judges() if one.pk in set(body.judges)]
    made = actions.open_panel(
        the_centre(), by=request.user, name=body.name, borderline=body.borderline, questions=put, judges=judges
    )
    return _head(panels_seen_by(request.user).get(pk=made.pk))


@router.get("/{int:pk}", response=PanelWholeOut)
def panel(request, pk: int):
    """One panel: of rounds that are over, the cut with its error and the spread of each question."""
    return _whole(_found(request, pk), request.user)


@router.get("/{int:pk}/sheet", response=JudgeSheetOut)
def sheet(request, pk: int):
    """The caller's own sheet in the round that is on."""
    return _sheet(_seat(request, pk))


@router.put("/{int:pk}/sheet", response=JudgeSheetOut)
def keep(request, pk: int, body: EstimatesIn):
    """Keeps the caller's estimates as a draft."""
    return _sheet(actions.keep_panel_sheet(_seat(request, pk), by=request.user, percents=_percents(body)))


@router.post("/{int:pk}/sheet", response=JudgeSheetOut)
def send(request, pk: int, body: EstimatesIn):
    """Submits the caller's estimates of this round."""
    return _sheet(actions.send_panel_sheet(_seat(request, pk), by=request.user, percents=_percents(body)))


@router.post("/{int:pk}/end-first", response=PanelWholeOut)
def end_first(request, pk: int):
    """Ends the first round; judges see the spread and may change their minds."""
    actions.end_first_round(_found(request, pk), by=request.user)
    return _whole(_found(request, pk), request.user)


@router.post("/{int:pk}/close", response=PanelWholeOut)
def close(request, pk: int):
    """Ends the second round; its cut can be adopted."""
    actions.close_panel(_found(request, pk), by=request.user)
    return _whole(_found(request, pk), request.user)


@router.post("/{int:pk}/drop", response=PanelWholeOut)
def drop(request, pk: int):
    """Calls the panel off."""
    actions.drop_panel(_found(request, pk), by=request.user)
    return _whole(_found(request, pk), request.user)


@router.post("/{int:pk}/adopt", response=PanelWholeOut)
def adopt(request, pk: int, body: AdoptIn):
    """Adopts a cut with the reason; once."""
    points: Fraction | None = exact(body.points) if body.points.strip() else None
    actions.adopt_cut(_found(request, pk), by=request.user, points=points, why=body.why)
    return _whole(_found(request, pk), request.user)


def _found(request, pk):
    let_in(permissions.SEE_PANELS, request.user)
    return get_object_or_404(panels_seen_by(request.user), pk=pk)


def _seat(request, pk) -> PanelJudge:
    let_in(permissions.ESTIMATE, request.user)
    seat = seat_of(_found(request, pk), request.user)
    return get_object_or_404(PanelJudge.objects.select_related("panel"), pk=seat.pk if seat else 0)


def _percents(body):
    if not all(key.isascii() and key.isdigit() and len(key) < 19 for key in body.percents):
        raise NotValid("panel.percent_wrong")
    return {int(key): value for key, value in body.percents.items()}


def _sheet(seat):
    number = own_round(seat)
    rows = sheet_lines(seat) if number else []
    lines = [
        {
            "question": one.row.pk, "code": one.row.question.code, "points": one.row.points, "percent": one.percent,
            "first": one.first,
        }
        for one in rows
    ]  # fmt: skip
    return {"round": number, "lines": lines}


def _head(one):
    cut = getattr(one, "adopted", None)
    return {
        "id": one.pk, "name": one.name, "state": one.state, "n_judges": one.n_judges, "n_questions": one.n_questions,
        "opened_at": one.opened_at, "cut": cut and _cut(cut),
    }  # fmt: skip


def _cut(one):
    return {
        "points": one.exact, "total": one.total, "panel_points": one.panel_exact, "error": one.error, "n_judges": one.n_judges,
        "why": one.why, "adopted_at": one.adopted_at,
    }  # fmt: skip


def _whole(one, user):
    told = found_in(one)
    rounds = [_round(part, told.questions) for part in told.rounds]
    return {**_head(one), "borderline": one.borderline, "rounds": rounds, "moves": panel_moves(one, user)}


def _round(found, questions):
    cut = found.cut
    head = {"number": found.number, "n_sent": found.n_sent}
    if cut is None:
        return {**head, "cut": None, "total": None, "error": None, "caution": "", "questions": []}
    rows = [_spread(one, questions[one.id]) for one in cut.questions]
    figures = {"cut": None if cut.cut is None else str(cut.cut), "total": str(cut.total), "error": cut.se}
    return {**head, **figures, "caution": cut.caution, "questions": rows}


def _spread(one, row):
    shares = {name: None if (value := getattr(one, name)) is None else str(value) for name in ("mean", "low", "high")}
    return {
        "question": row.pk, "code": row.question.code, "points": row.points, **shares, "sd": one.sd, "is_apart": one.is_apart
    }  # fmt: skip
