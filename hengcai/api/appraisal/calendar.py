"""The calendar of cycles: what comes up, what is settled of each kind, deadlines put off, raters who are late."""

from datetime import date, time
from typing import Annotated

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Day, Names, Text, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.queries import calendar as queries
from hengcai.appraisal.queries import late_raters
from hengcai.appraisal.queries.people import person_meant
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.base.bilingual import Bilingual
from hengcai.people.models import Person

router = Router()
After = Annotated[int, Field(ge=0, le=60)]
Name = Annotated[Text, Field(max_length=80)]


class ComingOut(Schema):
    """`on` is the last day or, for an opening, the day it opens at the cycle's site; `time` is empty if the whole
    day is meant."""

    what: str
    on: date
    time: str
    zone: str
    cycle: str
    cycle_id: int
    is_over: bool


class TemplateBody(Schema):
    """Days are working days after the end of the period; those for raters are null for months and years."""

    is_on: bool
    ahead_days: After = 10
    opens_after: After = 1
    opens_at: time = time(9)
    opens_itself: bool = False
    self_after: After | None = None
    others_after: After | None = None
    superior_after: After | None = None
    closes_after: After | None = None
    publish_after: After = 9
    zone: Code = ""


class TemplateOut(TemplateBody):
    kind: str


class CalendarOut(Schema):
    coming: list[ComingOut]
    templates: list[TemplateOut]


class DatesBody(Schema):
    self_due_on: Day | None = None
    others_due_on: Day | None = None
    superior_due_on: Day | None = None
    publish_due_on: Day | None = None


class NewCycle(DatesBody):
    """`purpose` is for special appraisals only: entry, confirmation, promotion, retest."""

    kind: Code
    code: Annotated[Text, Field(min_length=1, max_length=20)]
    name_zh: Name
    name_en: Name = ""
    purpose: Code = ""
    period_start: Day
    period_end: Day


class CycleMade(Schema):
    id: int
    code: str
    kind: str
    purpose: str
    name: Names
    state: str


class Who(Schema):
    person: Annotated[Text, Field(min_length=1, max_length=120, description="Employee number or full name.")]


class PersonAdded(Schema):
    participant: int


class Lengthen(DatesBody):
    """Dates to extend; an earlier date is refused."""

    reason: Comment


class LengthenedOut(Schema):
    days: dict[str, list[date]]
    reason: str


class StillToRateOut(Schema):
    """`days`: working days since the oldest form was due."""

    number: str
    name: str
    team: str
    open: int
    late: int
    oldest: date | None
    days: int
    nudged_on: date | None


class NudgedOut(Schema):
    raters: int


@router.get("", response=CalendarOut)
def calendar(request):
    let_in(permissions.SEE_CYCLE, request.user)
    coming = [{**vars(one), "cycle": one.cycle.code, "cycle_id": one.cycle.pk} for one in queries.coming(request.user)]
    return {"coming": coming, "templates": [_template(one) for one in queries.templates()]}


@router.put("/templates/{kind}", response=TemplateOut)
def settle(request, kind: Code, body: TemplateBody):
    let_in(permissions.SETTLE_TEMPLATE, request.user)
    terms = actions.Terms(**body.dict())
    return _template(actions.settle_template(the_centre(), by=request.user, kind=kind, terms=terms))


@router.post("/cycles", response=CycleMade)
def add(request, body: NewCycle):
    """Creates a cycle as a draft; no one is told anything until it is opened."""
    let_in(permissions.RUN_CYCLE, request.user)
    made = actions.add_cycle(
        the_centre(), by=request.user, kind=body.kind, code=body.code.strip(), name=Bilingual(body.name_zh, body.name_en),
        period=(body.period_start, body.period_end), dates=_dates(body), purpose=body.purpose,
    )  # fmt: skip
    facts = {name: getattr(made, name) for name in ("code", "kind", "purpose", "state")}
    return {"id": made.pk, "name": names(made.name), **facts}


@router.post("/cycles/{int:pk}/people", response=PersonAdded)
def add_person(request, pk: int, body: Who):
    """Adds someone the cycle does not include automatically; for a special appraisal, everyone."""
    let_in(permissions.RUN_CYCLE, request.user)
    cycle = _seen(request, pk)
    person: Person = person_meant(request.user, body.person)
    return {"participant": actions.add_participant(cycle, by=request.user, person=person).pk}


@router.post("/cycles/{int:pk}/deadlines", response=LengthenedOut)
def lengthen(request, pk: int, body: Lengthen):
    let_in(permissions.RUN_CYCLE, request.user)
    made = actions.lengthen_cycle(_seen(request, pk), by=request.user, reason=body.reason, dates=_dates(body))
    return {"days": made.days, "reason": made.reason}


@router.get("/cycles/{int:pk}/late", response=Page[StillToRateOut])
def late(request, pk: int, wanted: Query[Sorted]):
    """Everyone with a form still to submit, overdue raters first."""
    let_in(permissions.SEE_CYCLE, request.user)
    cycle, today = _seen(request, pk), localdate()
    rows = late_raters.raters_out(cycle, request.user, today=today)

    def line(one):
        (told,) = late_raters.lines_of(cycle, [one], today=today)
        return {**vars(told), "number": one.number, "name": one.name}

    return sorted_page(rows, line, wanted, late_raters.LATE_ORDERS)


@router.post("/cycles/{int:pk}/nudge", response=NudgedOut)
def nudge(request, pk: int):
    """Reminds everyone who is overdue, once a day."""
    let_in(permissions.RUN_CYCLE, request.user)
    return {"raters": actions.nudge_late(_seen(request, pk), by=request.user).raters.count()}


def _dates(body: DatesBody) -> actions.Dates:
    return actions.Dates(body.self_due_on, body.others_due_on, body.superior_due_on, body.publish_due_on)


def _template(one) -> dict:
    return {name: getattr(one, name) for name in TemplateOut.model_fields}


def _seen(request, pk: int) -> Cycle:
    let_in(permissions.SEE_CYCLE, request.user)
    return get_object_or_404(cycles_seen_by(request.user), pk=pk)
