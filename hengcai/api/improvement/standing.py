"""Scheduled reports: places, reports made and read, subscriptions of one's own and for others."""

from dataclasses import asdict
from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Day, Text
from hengcai.api.files import PDF, XLSX, described, pdf, xlsx
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.improvement import actions, permissions
from hengcai.improvement.actions.standing import Place, When
from hengcai.improvement.papers.standing import standing_paper
from hengcai.improvement.queries import standing as queries
from hengcai.improvement.queries.standing import REPORT_ORDERS
from hengcai.improvement.telling import told
from hengcai.paper.telling import Teller

router = Router()


class ReportsWanted(Sorted):
    pass


class PlaceOut(Schema):
    """`scope` names it: centre, site:3, team:12 or post:2."""

    scope: str
    name: str


class PlacesOut(Schema):
    places: list[PlaceOut]


class StandingReportIn(Schema):
    """`span`: day, week, month or quarter; `day`: any day of a period that is over, else the newest that is."""

    span: Code
    place: Code = "centre"
    day: Day | None = None


class StandingReportOut(Schema):
    id: int
    span: str
    scope: str
    first: date
    last: date
    made_at: datetime


class StandingFigureOut(Schema):
    """As the page says it: value, interval, what it was counted from, the period before, the change and whether it is more
    than chance."""

    code: str
    name: str
    definition: str
    value: str
    interval: str
    counts: str
    before: str
    change: str
    said: str


class WholeStandingReportOut(StandingReportOut):
    figures: list[StandingFigureOut]


class SubscriptionIn(Schema):
    """`reader`: the account of whoever is to get it; oneself without. They must be allowed to see that place."""

    span: Code
    place: Code = "centre"
    hour: int = Field(8, ge=0, le=23)
    weekday: int = Field(0, ge=0, le=6, description="Of the weekly report; 0 is Monday.")
    reader: Text = Field("", max_length=150)


class SubscriptionOut(Schema):
    id: int
    span: str
    scope: str
    hour: int
    weekday: int
    reader: str
    made_by: str


class SubscriptionsOut(Schema):
    subscriptions: list[SubscriptionOut]


class SubscriptionGoneOut(Schema):
    id: int


@router.get("/places", response=PlacesOut)
def places(request):
    """What the caller may have a report of."""
    let_in(permissions.SEE_REPORT, request.user)
    return {"places": [{"scope": one.scope, "name": one.name} for one in queries.places_offered(request.user)]}


@router.get("", response=Page[StandingReportOut])
def reports(request, wanted: Query[ReportsWanted]):
    """Those that have been made, the newest first."""
    let_in(permissions.SEE_REPORT, request.user)
    return sorted_page(queries.reports_seen_by(request.user), _told, wanted, REPORT_ORDERS)


@router.post("", response=WholeStandingReportOut)
def make(request, body: StandingReportIn):
    """One that was made stays as it is."""
    let_in(permissions.MAKE_REPORT, request.user)
    day = body.day or queries.day_in(body.span, None, today=localdate())
    place = Place(*queries.place_named(body.place))
    made = actions.make_report(the_centre(), by=request.user, place=place, span=body.span, day=day, today=localdate())
    return _whole(made)


@router.get("/subscriptions", response=SubscriptionsOut)
def subscriptions(request):
    """One's own, and those one made for others."""
    let_in(permissions.SUBSCRIBE, request.user)
    rows = [*queries.subscriptions_of(request.user), *queries.made_for_others(request.user)]
    return {"subscriptions": [_subscription(one) for one in rows]}


@router.post("/subscriptions", response=SubscriptionOut)
def subscribe(request, body: SubscriptionIn):
    """For oneself, or for somebody who may see the place."""
    let_in(permissions.SUBSCRIBE, request.user)
    place, when = Place(*queries.place_named(body.place)), When(body.span, body.hour, body.weekday)
    if body.reader and body.reader != request.user.username:
        reader = queries.reader_called(body.reader)
        made = actions.subscribe_other(reader, by=request.user, place=place, when=when)
    else:
        made = actions.subscribe(the_centre(), by=request.user, place=place, when=when)
    return _subscription(made)


@router.delete("/subscriptions/{int:pk}", response=SubscriptionGoneOut)
def unsubscribe(request, pk: int):
    let_in(permissions.UNSUBSCRIBE, request.user)
    actions.unsubscribe(get_object_or_404(queries.subscriptions_to_end(request.user), pk=pk), by=request.user)
    return {"id": pk}


@router.get("/{int:pk}", response=WholeStandingReportOut)
def report(request, pk: int):
    """Whoever reads it has had it."""
    found = _found(request, pk)
    actions.read_report(found, by=request.user)
    return _whole(found)


@router.get("/{int:pk}/print.pdf", openapi_extra=described(PDF))
def printed(request, pk: int):
    return pdf(*_paper(request, pk, "pdf"))


@router.get("/{int:pk}/sheet.xlsx", openapi_extra=described(XLSX))
def sheet(request, pk: int):
    return xlsx(*_paper(request, pk, "xlsx"))


def _paper(request, pk: int, form: str):
    found = _found(request, pk)
    note("read_standing_report", found, by=request.user, form=form)
    language = get_language() or "zh-hans"
    paper = standing_paper(queries.sight_of(found), language=language, today=localdate())
    return paper, f"{found.span} {found.first:%Y-%m-%d} {found.scope.replace(':', '-')}"


def _found(request, pk: int):
    let_in(permissions.SEE_REPORT, request.user)
    return get_object_or_404(queries.reports_seen_by(request.user), pk=pk)


def _told(one) -> dict:
    names = ("span", "scope", "first", "last", "made_at")
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}


def _whole(one) -> dict:
    say = Teller(get_language() or "zh-hans").say
    return {**_told(one), "figures": [asdict(told(row, say)) for row in queries.sight_of(one).figures]}


def _subscription(one) -> dict:
    names = ("span", "scope", "hour", "weekday")
    people = {"reader": one.user.name, "made_by": one.made_by.name}
    return {"id": one.pk, **people, **{name: getattr(one, name) for name in names}}
