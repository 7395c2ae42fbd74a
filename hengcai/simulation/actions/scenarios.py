"""Scenarios from draft to retired. A published version is never changed: a copy is."""

from datetime import date
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import permissions, states
from hengcai.simulation.definitions import bilingual, definition_of, problems_in, story_of
from hengcai.simulation.models import Scenario
from hengcai.simulation.rules.reading import NAME, read_scenario, written
from hengcai.simulation.rules.scenario import Scenario as Story
from hengcai.simulation.shipped import shipped_scenarios

Definition = dict[str, Any]


@action(permissions.WRITE, unsaid={"definition"})
def add_scenario(centre: Centre, *, by: User, definition: Definition) -> Scenario:
    """A draft: version 1 of a new one, or the next version of a known one. It may lack what publishing asks for."""
    return _made(read_scenario(definition), by)


@action(states.EDIT, unsaid={"definition"})
def edit_scenario(scenario: Scenario, *, by: User, definition: Definition, edit_count: int) -> Scenario:
    """The whole draft anew, under its own code. An older page overwrites nothing."""
    if edit_count != scenario.edit_count:
        raise NotNow("simulation.stale")
    story = read_scenario({**definition, "code": scenario.code})
    for name, value in _facts(story).items():
        setattr(scenario, name, value)
    scenario.edit_count += 1
    scenario.save(update_fields=[*_facts(story), "edit_count"])
    return scenario


@action(permissions.WRITE)
def copy_scenario(scenario: Scenario, *, by: User, code: str = "") -> Scenario:
    """A draft with the same story: the next version, or under a new code a scenario of its own."""
    if code and not NAME.fullmatch(code):
        raise NotValid("simulation.code_wrong")
    if code and Scenario.objects.filter(code=code).exists():
        raise NotValid("simulation.code_known", code=code)
    return _made(read_scenario({**definition_of(scenario), "code": code or scenario.code}), by)


@action(states.PUBLISH)
def publish_scenario(scenario: Scenario, *, by: User, today: date) -> Scenario:
    """From now on it stays as it is; an earlier version in use is retired, and what runs of it goes on."""
    for problem in problems_in(story_of(scenario)):
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
    made = [add_scenario(centre, by=by, definition=one) for one in shipped_scenarios() if one["code"] not in known]
    return [publish_scenario(one, by=by, today=today) for one in made]


def _made(story: Story, by: User) -> Scenario:
    if Scenario.objects.filter(code=story.code, state=Scenario.State.DRAFT).exists():
        raise NotNow("simulation.draft_there", code=story.code)
    newest = Scenario.objects.filter(code=story.code).aggregate(most=Max("number"))["most"] or 0
    facts = _facts(story)
    return Scenario.objects.create(code=story.code, number=newest + 1, made_by=by, made_at=clock.now(), **facts)


def _facts(story: Story) -> dict[str, Any]:
    if not story.title:
        raise NotValid("simulation.title_missing")
    return {
        "title": bilingual(story.title), "channel": story.channel, "minutes": story.minutes, "content": written(story)
    }  # fmt: skip
