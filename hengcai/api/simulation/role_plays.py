"""Role plays and the check-lists by which they, and conversations with the simulated customer, are marked."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Key, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.api.simulation.runs import SimulationRunOut, run_told
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.ids import folded
from hengcai.people.models import Person
from hengcai.simulation import actions, permissions
from hengcai.simulation.definitions import bilingual
from hengcai.simulation.models import Sheet
from hengcai.simulation.queries.role_plays import people_observed_by, runs_observed_by, sheet_seen
from hengcai.simulation.queries.runs import ORDERS, RunFilter
from hengcai.simulation.queries.scenarios import scenarios_seen_by

router = Router()


class RolePlaysWanted(Sorted):
    state: Text = ""


class RolePlayIn(Schema):
    """`person` and `partner` by employee number; `partner` plays the customer."""

    scenario: Key
    person: Text
    partner: Text = ""


class RolePlayNoteIn(Schema):
    """`seconds` from the beginning of the role play."""

    seconds: int = Field(ge=0)
    text: Text


class RolePlaySheetIn(Schema):
    """`marks`: item → 2 (done), 1 (partly), 0 (not done) or na (did not come up)."""

    marks: dict[str, str]
    moments: list[RolePlayNoteIn] = []
    comment: Text = ""
    edit_count: int


class CheckItemOut(Schema):
    id: str
    text: dict[str, str]
    competency: str
    is_critical: bool
    mark: str | None


class RolePlaySheetOut(Schema):
    run: SimulationRunOut
    items: list[CheckItemOut]
    moments: list[dict[str, Any]]
    comment: str
    edit_count: int
    saved_at: datetime | None
    handed_in_at: datetime | None


@router.get("", response=Page[SimulationRunOut])
def role_plays(request, wanted: Query[RolePlaysWanted]):
    """Role plays and conversations the caller may mark."""
    let_in(permissions.OBSERVE, request.user)
    narrowed = RunFilter(**wanted.dict(exclude=PLACE))
    return sorted_page(runs_observed_by(request.user).filter(narrowed.condition()), run_told, wanted, ORDERS)


@router.post("", response=RolePlaySheetOut)
def start(request, body: RolePlayIn):
    """Starts a role play, or returns the one the caller observes with this agent."""
    let_in(permissions.ROLE_PLAY, request.user)
    rows = permissions.ROLE_PLAY.rows(scenarios_seen_by(request.user), request.user)
    found = get_object_or_404(rows, pk=body.scenario)
    person = _person(people_observed_by(request.user), body.person)
    partner = _person(Person.objects.all(), body.partner) if body.partner else None
    return _sheet(actions.start_role_play(found, by=request.user, person=person, partner=partner))


@router.post("/{int:pk}/take", response=RolePlaySheetOut)
def take(request, pk: int):
    """Takes the check-list of a conversation that waits to be marked."""
    run = _found(request, pk)
    actions.take_sheet(run, by=request.user)
    return _sheet(run)


@router.get("/{int:pk}", response=RolePlaySheetOut)
def sheet(request, pk: int):
    """The check-list as it stands."""
    return _sheet(_found(request, pk))


@router.put("/{int:pk}", response=RolePlaySheetOut)
def save(request, pk: int, body: RolePlaySheetIn):
    """Saves the check-list; refused if it was changed since it was read."""
    run = _found(request, pk)
    actions.save_sheet(run, by=request.user, **_told(body))
    return _sheet(run)


@router.post("/{int:pk}/hand-in", response=RolePlaySheetOut)
def hand_in(request, pk: int, body: RolePlaySheetIn):
    """Submits the check-list: the run has its result."""
    return _sheet(actions.hand_in_sheet(_found(request, pk), by=request.user, **_told(body)))


@router.post("/{int:pk}/call-off", response=SimulationRunOut)
def call_off(request, pk: int):
    """Cancels a role play. It is kept and counts nowhere."""
    return run_told(actions.call_off_role_play(_found(request, pk), by=request.user))


def _told(body):
    found = body.dict()
    return {"notes": found.pop("moments"), **found}


def _person(rows, number):
    found = rows.filter(number=folded(number)).first()
    if found is None:
        raise NotValid("simulation.person_unknown", number=number[:40])
    return found


def _found(request, pk):
    let_in(permissions.OBSERVE, request.user)
    return get_object_or_404(runs_observed_by(request.user), pk=pk)


def _sheet(run):
    found = Sheet.objects.filter(run=run).first()
    if found is None:
        raise NotNow("simulation.not_waiting")
    items = [
        {
            "id": one.item.id, "text": names(bilingual(one.item.text)), "competency": one.item.competency,
            "is_critical": one.item.is_critical, "mark": one.mark or None,
        }
        for one in sheet_seen(run, found).lines
    ]  # fmt: skip
    return {
        "run": run_told(run), "items": items, "moments": found.notes, "comment": found.comment, "edit_count": found.edit_count,
        "saved_at": found.saved_at, "handed_in_at": found.handed_in_at,
    }  # fmt: skip
