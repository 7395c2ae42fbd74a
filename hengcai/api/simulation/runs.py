"""Runs: begun, played choice by choice, read with their debrief."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Exact, Key, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.simulation import actions, permissions
from hengcai.simulation.definitions import bilingual
from hengcai.simulation.models import Run
from hengcai.simulation.queries.runs import (
    ORDERS,
    RunFilter,
    debrief_of,
    runs_played_by,
    runs_seen_by,
    scene_of,
)
from hengcai.simulation.queries.scenarios import scenarios_seen_by

router = Router()


class SimulationRunsWanted(Sorted):
    code: Text = ""
    state: Text = ""


class SimulationRunIn(Schema):
    """`scenario` by id. Where one is being played already, that run is returned."""

    scenario: Key


class ChooseIn(Schema):
    """`at_step`: how many choices had been made when the scene was read."""

    choice: Text
    at_step: int = Field(ge=0)


class SimulationRunOut(Schema):
    id: int
    scenario: int
    code: str
    number: int
    way: str
    person: str
    state: str
    n_choices: int
    share: Exact | None
    scores: dict[str, str]
    started_at: datetime
    ended_at: datetime | None


class SpokenOut(Schema):
    who: str
    text: dict[str, str]


class OfferedChoiceOut(Schema):
    id: str
    text: dict[str, str]


class SceneOut(Schema):
    """Where the run stands; when it is over there are no choices, and the debrief can be read."""

    run: SimulationRunOut
    node: str
    lines: list[SpokenOut]
    choices: list[OfferedChoiceOut]


class DebriefStepOut(Schema):
    node: str
    choice: str
    marks: dict[str, str]
    feedback: dict[str, str]
    better: str | None


class DebriefOut(Schema):
    run: SimulationRunOut
    end: str
    kind: str
    text: dict[str, str]
    steps: list[DebriefStepOut]


@router.get("", response=Page[SimulationRunOut])
def runs(request, wanted: Query[SimulationRunsWanted]):
    """One's own runs, and the finished ones of the people the caller answers for."""
    let_in(permissions.SEE_RUNS, request.user)
    narrowed = RunFilter(**wanted.dict(exclude=PLACE))
    return sorted_page(runs_seen_by(request.user).filter(narrowed.condition()), run_told, wanted, ORDERS)


@router.post("", response=SceneOut)
def start(request, body: SimulationRunIn):
    """Starts a published scenario, or goes on with the run of it that is in progress."""
    let_in(permissions.START, request.user)
    found = get_object_or_404(permissions.START.rows(scenarios_seen_by(request.user), request.user), pk=body.scenario)
    return _scene(actions.start_run(found, by=request.user))


@router.get("/{int:pk}", response=SceneOut)
def scene(request, pk: int):
    """Where one's own run stands."""
    return _scene(_own(request, pk))


@router.post("/{int:pk}/choose", response=SceneOut)
def choose(request, pk: int, body: ChooseIn):
    """Makes a choice; refused if another page has chosen meanwhile."""
    run = actions.choose(_own(request, pk), by=request.user, choice=body.choice, at_step=body.at_step)
    return _scene(run)


@router.post("/{int:pk}/leave", response=SimulationRunOut)
def leave(request, pk: int):
    """Gives the run up. It is kept and counts nowhere."""
    return run_told(actions.leave_run(_own(request, pk), by=request.user))


@router.get("/{int:pk}/debrief", response=DebriefOut)
def debrief(request, pk: int):
    """The path of a finished run with marks, feedback and what would have been better."""
    let_in(permissions.SEE_RUNS, request.user)
    rows = runs_seen_by(request.user).filter(state=Run.State.FINISHED, way=Run.Way.CHOICES)
    run = get_object_or_404(rows, pk=pk)
    told = debrief_of(run)
    end: Any = told.end.end
    return {
        "run": run_told(run), "end": told.end.id, "kind": end.kind, "text": names(bilingual(end.text)),
        "steps": [_step(one) for one in told.steps],
    }  # fmt: skip


def _own(request, pk):
    let_in(permissions.PLAY, request.user)
    return get_object_or_404(runs_played_by(request.user).filter(way=Run.Way.CHOICES), pk=pk)


def run_told(one):
    return {
        "id": one.pk, "scenario": one.scenario_id, "code": one.scenario.code, "number": one.scenario.number,
        "way": one.way, "person": one.person.number, "state": one.state, "n_choices": one.n_choices, "share": one.exact or None,
        "scores": one.scores, "started_at": one.started_at, "ended_at": one.ended_at,
    }  # fmt: skip


def _scene(run):
    found = scene_of(run)
    choices = [] if run.state == Run.State.FINISHED else found.choices
    return {
        "run": run_told(run), "node": found.node.id,
        "lines": [{"who": one.who, "text": names(bilingual(one.text))} for one in found.lines],
        "choices": [{"id": one.id, "text": names(bilingual(one.text))} for one in choices],
    }  # fmt: skip


def _step(one):
    return {
        "node": one.node, "choice": one.choice.id, "marks": {code: str(share) for code, share in one.choice.marks.items()},
        "feedback": names(bilingual(one.choice.feedback)), "better": one.better.id if one.better else None,
    }  # fmt: skip
