"""Scenarios from draft to retired. A published version is never changed: a copy is."""

from datetime import date
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import permissions, states
from hengcai.simulation.definitions import bilingual, problems_of_draft, whole_definition_of
from hengcai.simulation.models import InkStory, Scenario
from hengcai.simulation.rules import ink_files
from hengcai.simulation.rules.reading import read_scenario, written
from hengcai.simulation.rules.scenario import INK
from hengcai.simulation.rules.scenario import Scenario as Story
from hengcai.simulation.rules.twee import Taken
from hengcai.simulation.rules.values import NAME
from hengcai.simulation.shipped import all_shipped

Definition = dict[str, Any]
MOST_LEFT_OUT, LONGEST_LEFT_OUT = 200, 300


@action(permissions.WRITE, unsaid={"definition"})
def add_scenario(centre: Centre, *, by: User, definition: Definition) -> Scenario:
    """A draft: version 1 of a new one, or the next version of a known one. It may lack what publishing asks for."""
    return _made(definition, by)


@action(permissions.WRITE, unsaid={"taken"})
def bring_scenario(centre: Centre, *, by: User, taken: Taken) -> Scenario:
    """As `add_scenario`, from a file; what was not taken over stays with the draft, line by line."""
    made = _made(taken.definition, by)
    made.left_out = [{"line": one.line, "text": one.text[:LONGEST_LEFT_OUT]} for one in taken.dropped[:MOST_LEFT_OUT]]
    made.save(update_fields=["left_out"])
    return made


@action(states.EDIT, unsaid={"definition"})
def edit_scenario(scenario: Scenario, *, by: User, definition: Definition, edit_count: int) -> Scenario:
    """The whole draft anew, under its own code. An older page overwrites nothing."""
    if edit_count != scenario.edit_count:
        raise NotNow("simulation.stale")
    story, written_ink = _read({**definition, "code": scenario.code})
    facts = _facts(story)
    for name, value in facts.items():
        setattr(scenario, name, value)
    scenario.edit_count += 1
    scenario.save(update_fields=[*facts, "edit_count"])
    if written_ink is not None:
        InkStory.objects.update_or_create(scenario=scenario, defaults=written_ink)
    return scenario


@action(permissions.WRITE)
def copy_scenario(scenario: Scenario, *, by: User, code: str = "") -> Scenario:
    """A draft with the same story: the next version, or under a new code a scenario of its own."""
    if code and not NAME.fullmatch(code):
        raise NotValid("simulation.code_wrong")
    if code and Scenario.objects.filter(code=code).exists():
        raise NotValid("simulation.code_known", code=code)
    return _made({**whole_definition_of(scenario), "code": code or scenario.code}, by)


@action(states.PUBLISH)
def publish_scenario(scenario: Scenario, *, by: User, today: date) -> Scenario:
    """From now on it stays as it is; an earlier version in use is retired, and what runs of it goes on."""
    for problem in problems_of_draft(scenario):
        raise NotValid(problem.code, **problem.told)
    for one in Scenario.objects.filter(code=scenario.code, state=Scenario.State.PUBLISHED):
        retire_scenario(one, by=by)
    scenario.published_on = today
    scenario.save(update_fields=["published_on"])
    return scenario


@action(states.RETIRE)
def retire_scenario(scenario: Scenario, *, by: User) -> Scenario:
    """Nobody starts it any more."""
    return scenario


@action(permissions.WRITE)
def load_shipped_scenarios(centre: Centre, *, by: User, today: date) -> list[Scenario]:
    """Published at once; what a centre has under the same code is left as it is."""
    known = set(Scenario.objects.values_list("code", flat=True))
    made = [add_scenario(centre, by=by, definition=one) for one in all_shipped() if one["code"] not in known]
    return [publish_scenario(one, by=by, today=today) for one in made]


def _made(definition: Definition, by: User) -> Scenario:
    story, written_ink = _read(definition)
    if Scenario.objects.filter(code=story.code, state=Scenario.State.DRAFT).exists():
        raise NotNow("simulation.draft_there", code=story.code)
    newest = Scenario.objects.filter(code=story.code).aggregate(most=Max("number"))["most"] or 0
    made = Scenario.objects.create(
        code=story.code, number=newest + 1, made_by=by, made_at=clock.now(), **_facts(story)
    )  # fmt: skip
    if written_ink is not None:
        InkStory.objects.create(scenario=made, **written_ink)
    return made


def _read(definition: Any) -> tuple[Story, dict[str, str] | None]:
    """The scenario, and of an ink story its texts, which lie beside it."""
    if not isinstance(definition, dict):
        return read_scenario(definition), None
    rest = {name: value for name, value in definition.items() if name != "ink"}
    story = read_scenario(rest)
    return story, ink_files.read_ink(definition.get("ink") or {}) if story.kind == INK and "ink" in definition else None


def _facts(story: Story) -> dict[str, Any]:
    if not story.title:
        raise NotValid("simulation.title_missing")
    return {
        "kind": story.kind, "title": bilingual(story.title), "channel": story.channel, "minutes": story.minutes,
        "content": written(story),
    }  # fmt: skip
