"""What the home page tells its reader: what is due, what is late and with whom, one's own yardstick, trends."""

from datetime import date

from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.paging import Cut
from hengcai.api.rights import let_in
from hengcai.base.roles import ANALYST
from hengcai.insight import permissions
from hengcai.insight.queries.home import tasks_due
from hengcai.insight.queries.late import lateness
from hengcai.insight.queries.own import own_yardstick
from hengcai.insight.queries.trends import Picked, period_code, trends
from hengcai.insight.rules import due

router, trend_router = Router(), Router()


class EstimateOut(Schema):
    estimate: float | None
    low: float | None
    high: float | None
    n: int


class DueOut(Schema):
    """`is_next` marks the first thing to do; `page` and `key` say where it is done."""

    kind: str
    due_on: date | None
    done: int | None
    total: int | None
    page: str
    key: int | None
    is_next: bool


class LateOut(Schema):
    """`n` items with one person, the oldest due `days` ago; without a name, they are waiting for anyone with the
    role."""

    kind: str
    name: str
    n: int
    due_on: date
    days: int


class LatenessOut(Schema):
    people: int
    pieces: int
    oldest: list[LateOut]


class OwnSeverityOut(Schema):
    """In points out of 100, positive for a stricter analyst; `unknown` says why there is no figure."""

    cycle: str
    severity: float | None
    se: float | None
    n: int
    unknown: str


class AgreementOut(Schema):
    """For contacts that someone else also scored; null if there are too few."""

    since: date
    n: int
    exact: EstimateOut | None
    alpha: EstimateOut | None


class OwnOut(Schema):
    severity: OwnSeverityOut | None
    by_cycle: list[OwnSeverityOut]
    agreement: AgreementOut
    by_month: list[AgreementOut]


class HomeOut(Schema):
    """`late` is empty for people who are only responsible for their own work; `own` is null for anyone who is not an
    analyst."""

    tasks: list[DueOut]
    late: LatenessOut
    own: OwnOut | None


class PointOut(Schema):
    """`mean` is null if fewer than three people have a score; `n` counts scorings."""

    period: str
    mean: float | None
    low: float | None
    high: float | None
    people: int
    n: int


class ChangeOut(Schema):
    """The latest period compared with earlier ones; `adjusted_p` by Holm over all `compared` changes of the trends."""

    estimate: float
    low: float
    high: float
    p: float
    adjusted_p: float
    is_beyond_chance: bool


class SeriesOut(Schema):
    """A whole site if `team` is null."""

    site: str
    team: int | None
    name: str
    points: list[PointOut]
    change: ChangeOut | None


class TrendOut(Schema):
    kind: str
    compared: int
    count: int
    series: list[SeriesOut]


@router.get("", response=HomeOut)
def home(request):
    """The caller's own start page: tasks, soonest first."""
    today = localdate()
    tasks = tasks_due(request.user, today=today)
    first = due.first(tasks)
    late = lateness(request.user, today=today)
    return {
        "tasks": [_task(one, is_next=one is first) for one in due.in_order(tasks)],
        "late": {"people": late.people, "pieces": late.pieces, "oldest": late.lines},
        "own": _own(request.user, today) if ANALYST in request.user.roles else None,
    }


def _task(task, *, is_next: bool) -> dict:
    return {
        "kind": task.kind, "due_on": task.due_on, "done": task.done, "total": task.total, "page": task.page,
        "key": task.key, "is_next": is_next,
    }  # fmt: skip


def _own(user, today: date) -> dict:
    found = own_yardstick(user, today=today)
    return {
        "severity": found.newest and _severity(found.newest), "by_cycle": [_severity(one) for one in found.months],
        "agreement": found.agreement, "by_month": found.by_month,
    }  # fmt: skip


def _severity(one) -> dict:
    return {"cycle": one.cycle.code, "severity": one.severity, "se": one.se, "n": one.n, "unknown": one.unknown}


@trend_router.get("", response=list[TrendOut])
def read_trends(request, cut: Query[Cut]):
    """Quality by month and skill by quarter, for the sites and teams the caller is responsible for."""
    let_in(permissions.SEE_TEAM, request.user)
    found = trends(request.user, picked=Picked(cut.size, start=(cut.page - 1) * cut.size))
    return [
        {
            "kind": one.kind,
            "compared": one.compared,
            "count": one.places,
            "series": [_series(row) for row in one.series],
        }
        for one in found
    ]


def _series(row) -> dict:
    points = [
        {
            "period": period_code(at.period),
            "mean": at.mean,
            "low": at.low,
            "high": at.high,
            "people": at.people,
            "n": at.n,
        }
        for at in row.points
    ]
    return {"site": row.site, "team": row.team, "name": row.name, "points": points, "change": row.move}
