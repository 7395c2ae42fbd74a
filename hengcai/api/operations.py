"""Operational measures: counted from contacts, with what hours and queues explain; and those that were imported."""

from datetime import date, datetime

from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base import clock
from hengcai.base.days import months_back
from hengcai.base.errors import NotValid
from hengcai.interactions import operation_queries as queries
from hengcai.interactions import permissions
from hengcai.interactions.rules.operations import CODES, TIME

router = Router()


class OperationWanted(Sorted):
    """`month` is any day of it, the last that is over by default; `months`: 1, or 3 for the three that end with it;
    `code`: contact_time, satisfaction, first_contact or complaints; `level`: agents or teams."""

    month: Day | None = None
    months: int = 1
    code: Text = TIME
    level: Text = queries.AGENTS
    team: Key | None = None
    agent: Text = ""


class OperationOut(Schema):
    """`value` in seconds or as a share. `expected`: the others' with the same mix of hours and queues; `difference` with
    its 95 % interval; `adjusted`: with the whole centre's mix. All of them null where `verdict` is cannot_tell.
    `compared`: contacts that had enough of their like."""

    agent: str | None
    team: int | None
    month: date
    months: int
    code: str
    numerator: float
    denominator: int
    value: float
    compared: int
    expected: float | None
    difference: float | None
    low: float | None
    high: float | None
    adjusted: float | None
    verdict: str
    counted_at: datetime


class ImportedWanted(Sorted):
    code: Text = ""
    agent: Text = ""
    first_day: Day | None = None
    last_day: Day | None = None


class ImportedOut(Schema):
    agent: str
    code: str
    period_start: date
    period_end: date
    value: Exact
    numerator: Exact | None
    denominator: Exact | None


@router.get("", response=Page[OperationOut])
def operations(request, wanted: Query[OperationWanted]):
    """By name. Leads read their people and teams, agents their own."""
    let_in(permissions.SEE_OPERATIONS, request.user)
    if wanted.code not in CODES:
        raise NotValid("operation.unknown", column="code", value=wanted.code, known=", ".join(CODES))
    facts = wanted.dict(exclude=PLACE)
    month = (facts.pop("month") or months_back(clock.today(), 2)).replace(day=1)
    rows = queries.figures_seen_by(request.user, queries.FigureFilter(month=month, **facts))
    return sorted_page(rows, _told, wanted, queries.FIGURE_ORDERS)


@router.get("/imported", response=Page[ImportedOut])
def imported(request, wanted: Query[ImportedWanted]):
    """As they came in."""
    let_in(permissions.SEE_IMPORTED, request.user)
    narrowed = queries.ImportedFilter(**wanted.dict(exclude=PLACE)).condition()
    rows = queries.imported_seen_by(request.user).filter(narrowed)
    return sorted_page(rows, _imported, wanted, queries.IMPORTED_ORDERS)


def _told(row) -> dict:
    names = (
        "month", "months", "code", "numerator", "denominator", "value", "compared", "expected", "difference", "low", "high", "adjusted",
        "verdict", "counted_at",
    )  # fmt: skip
    whose = {"agent": row.agent.number if row.agent else None, "team": row.team_id}
    return {**whose, **{name: getattr(row, name) for name in names}}


def _imported(row) -> dict:
    days = {name: getattr(row, name) for name in ("code", "period_start", "period_end")}
    figures = {name: exact_or_none(getattr(row, name)) for name in ("value", "numerator", "denominator")}
    return {"agent": row.agent.number, **days, **figures}
