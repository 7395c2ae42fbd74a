"""The quality team's own measures, and the causes of errors with their owners."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Comment, Day, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.people.queries.seen import teams_seen_by
from hengcai.quality import actions, permissions
from hengcai.quality.queries import causes as cause_queries
from hengcai.quality.queries import measures as queries
from hengcai.quality.queries.orders import CAUSE_ORDERS
from hengcai.quality.rules.causes import Answered
from hengcai.quality.rules.measures import CODES, Count, Figure

router, cause_router = Router(), Router()


class MeasuredIn(Schema):
    """`month` is any day of it, the last that is over by default; without a team the whole centre."""

    month: Day | None = None
    team: Key | None = None


class MeasureEstimateOut(Schema):
    estimate: float | None
    low: float | None
    high: float | None
    n: int
    method: str


class MeasureOut(Schema):
    """`numerator` of `denominator`; of the mean in seconds they are the sum and how many. `verdict`: up or down
    where the change is significant, within chance, or cannot_tell; `change` is this month less the one before."""

    code: str
    numerator: int
    denominator: int
    share: Exact | None
    estimate: MeasureEstimateOut | None
    before: MeasureEstimateOut | None
    change: MeasureEstimateOut | None
    verdict: str


class MeasuresOut(Schema):
    """`alpha`: agreement of the month's newest calibration, corrected for chance. `causes`: errors by cause."""

    month: date
    team: int | None
    counted_at: datetime | None
    measures: list[MeasureOut]
    alpha: dict | None
    causes: dict[str, int]


class OfTeamOut(Schema):
    team: int
    name: str
    measure: MeasureOut


class CauseOut(Schema):
    """A month's errors of one cause with whoever answers for it, a person or all of a role; `items`: on which items, [{code, name, n}]."""

    id: int
    cause: str
    month: date
    owner: str
    role: str
    state: str
    errors: int
    contacts: int
    items: list[dict]
    due_on: date
    answer: str
    measure: str
    measure_on: date | None
    closing_note: str


class WholeCauseOut(CauseOut):
    moves: list[str]


class CauseWanted(Sorted):
    state: Text = ""
    cause: Text = ""
    late: bool = False
    month: Day | None = None


class CauseOwnerOut(Schema):
    """A person, or whoever holds a role."""

    cause: str
    owner: int | None
    name: str
    role: str


class CauseOwnerIn(Schema):
    """Either a person or a role."""

    cause: Text
    owner: Key | None = None
    role: Text = ""


class CollectIn(Schema):
    """Any day of a month that is over."""

    month: Day


class CauseAnswerIn(Schema):
    words: Comment
    measure: Comment
    measure_on: Day


class CauseClosingIn(Schema):
    note: Comment


@router.get("", response=MeasuresOut)
def measures(request, wanted: Query[MeasuredIn]):
    """Of one month, beside the month before."""
    let_in(permissions.SEE_MEASURES, request.user)
    found = queries.measured(request.user, month=_month(wanted.month), team=_team(request, wanted.team))
    return {
        "month": found.month, "team": wanted.team, "counted_at": found.counted_at, "alpha": found.now.alpha,
        "measures": [_measure(one) for one in found.figures], "causes": _causes(found.now.causes),
    }  # fmt: skip


@router.get("/{code}/teams", response=list[OfTeamOut])
def by_team(request, code: str, wanted: Query[MeasuredIn]):
    """One measure of every team the caller may see."""
    let_in(permissions.SEE_MEASURES, request.user)
    if code not in CODES:
        raise NotValid("quality.measure_unknown", code=code)
    teams = queries.teams_measured(request.user)
    found = queries.by_team(request.user, code=code, month=_month(wanted.month), teams=teams)
    return [{"team": one.team.pk, "name": one.team.name, "measure": _measure(one.figure)} for one in found]


@router.post("/count", response=MeasuresOut)
def count(request):
    """Anew, of all the months that are shown."""
    let_in(permissions.SUM_UP, request.user)
    actions.sum_up_measures(the_centre(), by=request.user, today=localdate())
    return measures(request, MeasuredIn())


@cause_router.get("", response=Page[CauseOut])
def causes(request, wanted: Query[CauseWanted]):
    """Those to be answered or seen through first; an owner reads their own."""
    let_in(permissions.SEE_CAUSES, request.user)
    asked = wanted.dict(exclude=PLACE) | {"month": wanted.month.replace(day=1) if wanted.month else None}
    narrowed = cause_queries.CauseFilter(**asked).condition(today=localdate())
    return sorted_page(
        cause_queries.causes_listed(request.user).filter(narrowed), cause_queries.told, wanted, CAUSE_ORDERS
    )


@cause_router.get("/owners", response=list[CauseOwnerOut])
def owners(request):
    """Who answers for which cause."""
    let_in(permissions.SEE_CAUSES, request.user)
    return [_owner(one) for one in cause_queries.owners()]


@cause_router.put("/owners", response=list[CauseOwnerOut])
def name_owner(request, body: CauseOwnerIn):
    """What is still to be answered goes to them too."""
    let_in(permissions.ROUTE_CAUSES, request.user)
    owner = get_object_or_404(cause_queries.able_owners(), pk=body.owner) if body.owner else None
    actions.name_cause_owner(the_centre(), by=request.user, cause=body.cause, owner=owner, role=body.role)
    return [_owner(one) for one in cause_queries.owners()]


@cause_router.post("/collect", response=list[CauseOut])
def collect(request, body: CollectIn):
    """One report a cause; what is not yet answered takes in what was published since."""
    let_in(permissions.ROUTE_CAUSES, request.user)
    month = body.month.replace(day=1)
    made = actions.collect_causes(the_centre(), by=request.user, month=month, today=localdate())
    return [cause_queries.told(one) for one in made]


@cause_router.get("/{int:pk}", response=WholeCauseOut)
def cause(request, pk: int):
    """With what the caller may do with it now."""
    return _whole(_found(request, pk, permissions.SEE_CAUSES), request.user)


@cause_router.post("/{int:pk}/answer", response=WholeCauseOut)
def answer(request, pk: int, body: CauseAnswerIn):
    """By its owner: why it happens, what will be done, by when."""
    row = _found(request, pk, permissions.ANSWER_CAUSE)
    told = Answered(body.words, body.measure, body.measure_on)
    return _whole(actions.answer_cause(row, by=request.user, answer=told, today=localdate()), request.user)


@cause_router.post("/{int:pk}/close", response=WholeCauseOut)
def close(request, pk: int, body: CauseClosingIn):
    """By somebody other than its owner, with what was seen of the measure."""
    row = _found(request, pk, permissions.CLOSE_CAUSE)
    return _whole(actions.close_cause(row, by=request.user, note=body.note), request.user)


def _month(day: date | None) -> date:
    return (day or queries.last_month(localdate())).replace(day=1)


def _team(request, pk):
    return get_object_or_404(teams_seen_by(request.user), pk=pk) if pk else None


def _found(request, pk, permission):
    let_in(permission, request.user)
    return get_object_or_404(cause_queries.causes_listed(request.user), pk=pk)


def _measure(one: Figure) -> dict:
    is_count = isinstance(one.now, Count)
    return {
        "code": one.code, "numerator": one.now.top, "denominator": one.now.of, "verdict": one.verdict,
        "share": exact_or_none(one.now.share) if is_count else None, "estimate": _estimate(one.now.estimate),
        "before": _estimate(one.before.estimate), "change": _estimate(one.change),
    }  # fmt: skip


def _estimate(found) -> dict | None:
    names = ("estimate", "low", "high", "n", "method")
    return {name: getattr(found, name) for name in names} if found else None


def _causes(told) -> dict[str, int]:
    return {cause or "none": n for cause, n in told.items()}


def _owner(one) -> dict:
    return {
        "cause": one.cause,
        "owner": one.owner.pk if one.owner else None,
        "name": one.owner.name if one.owner else "",
        "role": one.role,
    }


def _whole(row, user) -> dict:
    sight = cause_queries.sight_of(row, user, today=localdate())
    return {**cause_queries.told(row), "moves": sorted(sight.moves)}
