"""When the centre works: service hours, and days of its own."""

from datetime import date

from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Day, Text
from hengcai.api.rights import let_in
from hengcai.interactions.actions.hours import settle_service_hours
from hengcai.interactions.hours import service_week
from hengcai.interactions.rules.openings import openings_of, written
from hengcai.people import permissions
from hengcai.people.actions import remove_day, settle_day
from hengcai.people.models import OwnDay
from hengcai.people.queries import own_days

router = Router()


class OwnDayOut(Schema):
    date: date
    kind: str
    name: str


class TimeOut(Schema):
    week: list[str]
    is_closed_on_holidays: bool
    days: list[OwnDayOut]


class HoursIn(Schema):
    """`week`: seven texts, Monday first, such as `8:30-12:00, 13:30-18:00`; empty where the centre is closed."""

    week: list[Text] = Field(min_length=7, max_length=7)
    is_closed_on_holidays: bool = False


class OwnDayIn(Schema):
    """`kind`: working, weekend, holiday or made_up."""

    date: Day
    kind: Text
    name: Text = ""


@router.get("", response=TimeOut)
def working_time(request):
    """Service hours, Monday first, and the days the centre has settled itself."""
    let_in(permissions.SEE_TIME, request.user)
    return _told()


@router.put("/hours", response=TimeOut)
def hours(request, sent: HoursIn):
    let_in(permissions.SETTLE_TIME, request.user)
    week = {day: openings_of(text) for day, text in enumerate(sent.week)}
    settle_service_hours(the_centre(), by=request.user, week=week, is_closed_on_holidays=sent.is_closed_on_holidays)
    return _told()


@router.put("/days", response=TimeOut)
def day(request, sent: OwnDayIn):
    """What a day is here, whatever was settled of it before."""
    let_in(permissions.SETTLE_TIME, request.user)
    settle_day(the_centre(), by=request.user, day=sent.date, kind=sent.kind, name=sent.name)
    return _told()


@router.delete("/days/{day}", response=TimeOut)
def no_day(request, day: date):
    let_in(permissions.SETTLE_TIME, request.user)
    remove_day(get_object_or_404(OwnDay, date=day), by=request.user)
    return _told()


def _told() -> dict:
    week, is_closed = service_week()
    days = [{"date": one.date, "kind": one.kind, "name": one.name} for one in own_days()]
    return {"week": [written(one) for one in week.values()], "is_closed_on_holidays": is_closed, "days": days}
