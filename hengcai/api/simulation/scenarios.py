"""Scenarios: read, written as a whole, checked, copied, published, retired; where good agents part from weak ones."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Exact, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.base.say import sentence
from hengcai.simulation import actions, permissions
from hengcai.simulation.definitions import problems_of_draft, whole_definition_of
from hengcai.simulation.queries.parting import parting_of
from hengcai.simulation.queries.scenarios import ORDERS, ScenarioFilter, moves_of, scenarios_seen_by

router = Router()


class ScenariosWanted(Sorted):
    state: Text = ""
    channel: Text = ""


class ScenarioIn(Schema):
    """In the form that `GET /{pk}/story` returns."""

    definition: dict[str, Any]


class ScenarioChangeIn(ScenarioIn):
    edit_count: int


class ScenarioCopyIn(Schema):
    """Without `code`, the copy becomes the next version."""

    code: Text = ""


class ScenarioOut(Schema):
    id: int
    kind: str
    code: str
    number: int
    title: dict[str, str]
    channel: str
    minutes: int
    state: str
    moves: list[str]


class ScenarioProblemOut(Schema):
    code: str
    node: str
    choice: str
    text: str


class StoryOut(ScenarioOut):
    definition: dict[str, Any]
    edit_count: int
    problems: list[ScenarioProblemOut]


class ChoiceSplitOut(Schema):
    choice: str
    best_third: Exact
    weakest_third: Exact


class ForkOut(Schema):
    """Without `splits` where fewer than five people of a third came there."""

    node: str
    n_best: int
    n_weakest: int
    gap: Exact
    splits: list[ChoiceSplitOut]


class PartingOut(Schema):
    people: int
    n_best: int
    n_weakest: int
    forks: list[ForkOut]


@router.get("", response=Page[ScenarioOut])
def scenarios(request, wanted: Query[ScenariosWanted]):
    """The scenarios the caller may see: those published, for those who look after them all versions."""
    let_in(permissions.SEE, request.user)
    narrowed = ScenarioFilter(**wanted.dict(exclude=PLACE))
    rows = scenarios_seen_by(request.user).filter(narrowed.condition())
    return sorted_page(rows, lambda one: _head(one, request.user, moves=False), wanted, ORDERS)


@router.post("", response=StoryOut)
def add(request, body: ScenarioIn):
    """Adds a scenario as a draft, or the next version of a known one."""
    let_in(permissions.WRITE, request.user)
    return _story(actions.add_scenario(the_centre(), by=request.user, definition=body.definition), request)


@router.get("/{int:pk}", response=ScenarioOut)
def scenario(request, pk: int):
    """One scenario, without its story."""
    return _head(_found(request, pk), request.user)


@router.get("/{int:pk}/story", response=StoryOut)
def story(request, pk: int):
    """The whole story with its marks; of a draft, what is wrong with it."""
    let_in(permissions.SEE_RESULTS, request.user)
    found = _found(request, pk)
    note("export_scenario", found, by=request.user, kind="api")
    return _story(found, request)


@router.put("/{int:pk}", response=StoryOut)
def edit(request, pk: int, body: ScenarioChangeIn):
    """Replaces the whole content of a draft; refused if someone else has changed it since it was read."""
    found = actions.edit_scenario(
        _found(request, pk), by=request.user, definition=body.definition, edit_count=body.edit_count
    )
    return _story(found, request)


@router.post("/{int:pk}/publish", response=ScenarioOut)
def publish(request, pk: int):
    """Publishes the draft; the version in use before is retired."""
    found = actions.publish_scenario(_found(request, pk), by=request.user, today=localdate())
    return _head(found, request.user)


@router.post("/{int:pk}/retire", response=ScenarioOut)
def retire(request, pk: int):
    """Retires the scenario: it can no longer be started."""
    return _head(actions.retire_scenario(_found(request, pk), by=request.user), request.user)


@router.post("/{int:pk}/copy", response=ScenarioOut)
def copy(request, pk: int, body: ScenarioCopyIn):
    """Copies the scenario as a draft."""
    return _head(actions.copy_scenario(_found(request, pk), by=request.user, code=body.code), request.user)


@router.get("/{int:pk}/results", response=PartingOut)
def results(request, pk: int):
    """For each node, which share of the best and of the weakest third took which choice."""
    let_in(permissions.SEE_RESULTS, request.user)
    told, _nodes = parting_of(_found(request, pk))
    return {
        "people": told.n, "n_best": told.n_upper, "n_weakest": told.n_lower, "forks": [_fork(one) for one in told.forks]
    }  # fmt: skip


def _fork(one):
    splits = [
        {"choice": part.choice, "best_third": str(part.upper), "weakest_third": str(part.lower)} for part in one.splits
    ]
    return {
        "node": one.node, "n_best": one.n_upper, "n_weakest": one.n_lower, "gap": str(one.gap), "splits": splits
    }  # fmt: skip


def _found(request, pk):
    let_in(permissions.SEE, request.user)
    return get_object_or_404(scenarios_seen_by(request.user), pk=pk)


def _head(one, user, *, moves=True):
    return {
        "id": one.pk, "kind": one.kind, "code": one.code, "number": one.number, "title": names(one.title), "channel": one.channel,
        "minutes": one.minutes, "state": one.state, "moves": moves_of(one, user) if moves else [],
    }  # fmt: skip


def _story(one, request):
    language = get_language() or "zh-hans"
    problems = [
        {
            "code": found.code,
            "node": found.node,
            "choice": found.choice,
            "text": sentence(found.code, language, found.told),
        }
        for found in (problems_of_draft(one) if one.state == "draft" else [])
    ]
    more = {"definition": whole_definition_of(one), "edit_count": one.edit_count, "problems": problems}
    return {**_head(one, request.user), **more}
