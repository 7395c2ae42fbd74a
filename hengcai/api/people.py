from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Key, Text
from hengcai.api.paging import Cut, Page, Sorted, paged, sorted_page
from hengcai.api.rights import let_in
from hengcai.mentoring.queries.roster import GATE, roster_rule, staffing
from hengcai.people import permissions
from hengcai.people.queries import Filters, Staying, people_listed, people_orders, teams_seen_by
from hengcai.people.queries.roster import roster, week_of

router = Router()


class Wanted(Sorted):
    q: Text = ""
    day: Day | None = None
    team: Key | None = None
    post: Key | None = None
    site: Key | None = None
    staying: Staying = Staying.STAFF


class PersonOut(Schema):
    id: int
    number: str
    name: str
    team: str | None
    site: str | None
    post: str | None
    lead: str | None


class TeamOut(Schema):
    id: int
    name: str
    site: str


class RosterWanted(Cut):
    """`day`: any day of the week wanted."""

    q: Text = ""
    day: Day | None = None
    team: Key | None = None


class ShiftOut(Schema):
    starts_at: datetime
    ends_at: datetime
    kind: str
    skill_group: str


class AbsenceOut(Schema):
    """Both days included."""

    first_on: date
    last_on: date
    kind: str


class RosterOut(PersonOut):
    shifts: list[ShiftOut]
    absences: list[AbsenceOut]


class StaffedDayOut(Schema):
    day: date
    on_shift: int
    without_permit: int
    counted: int


class StaffingOut(Schema):
    rule: str
    days: list[StaffedDayOut]


@router.get("", response=Page[PersonOut])
def people(request, wanted: Query[Wanted]):
    """Staff on a day (today unless told otherwise) with where they stand, by name."""
    let_in(permissions.SEE, request.user)
    narrowed = Filters(
        day=wanted.day or localdate(), word=wanted.q, team=wanted.team, post=wanted.post, site=wanted.site,
        staying=wanted.staying,
    )  # fmt: skip
    return sorted_page(people_listed(request.user, narrowed), _person, wanted, people_orders(narrowed))


@router.get("/teams", response=Page[TeamOut])
def teams(request, cut: Query[Cut]):
    let_in(permissions.SEE_TEAMS, request.user)
    return paged(teams_seen_by(request.user), _team, cut)


@router.get("/roster", response=Page[RosterOut])
def who_works_when(request, wanted: Query[RosterWanted]):
    """Shifts that begin in the week of a day (this week unless told otherwise) and absences on any of its days, as they
    were imported, with who has them, by name."""
    let_in(permissions.SEE_ROSTER, request.user)
    return paged(roster(request.user, wanted.day or localdate(), word=wanted.q, team=wanted.team), _roster, wanted)


@router.get("/roster/staffing", response=StaffingOut)
def how_many_work(request, wanted: Query[RosterWanted]):
    """People at work on each day of that week, absences left out: how many, how many of them without the permit their role
    asks for, and how many count by the centre's rule (off, warn, gate)."""
    let_in(permissions.SEE_ROSTER, request.user)
    day = wanted.day or localdate()
    rows = staffing(roster(request.user, day, word=wanted.q, team=wanted.team), week_of(day))
    rule = roster_rule()
    days = [
        {"day": one.day, "on_shift": one.on_shift, "without_permit": one.without,
         "counted": one.counted if rule == GATE else one.on_shift}
        for one in rows
    ]  # fmt: skip
    return {"rule": rule, "days": days}


def _roster(row) -> dict:
    return {**_person(row), "shifts": row.week_shifts, "absences": row.week_absences}


@router.get("/{int:pk}", response=PersonOut)
def person(request, pk: int):
    """Also of those who left: then where they stood last."""
    let_in(permissions.SEE, request.user)
    everybody = people_listed(request.user, Filters(day=localdate(), staying=Staying.ALL))
    return _person(get_object_or_404(everybody, pk=pk))


def _person(row) -> dict:
    place = row.stands[0] if row.stands else None
    team = place.team if place else None
    return {
        "id": row.pk, "number": row.number, "name": row.name,
        "team": team.name if team else None, "site": team.site.name if team else None,
        "post": place.post.code if place and place.post else None,
        "lead": place.lead.number if place and place.lead else None,
    }  # fmt: skip


def _team(row) -> dict:
    return {"id": row.pk, "name": row.name, "site": row.site.name}
