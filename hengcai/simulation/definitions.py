"""A stored scenario as its rules read it."""

from typing import Any

from hengcai.base.bilingual import Bilingual, encode
from hengcai.framework.queries import competencies_of, framework_in_force
from hengcai.simulation.inkplay import problems_of_ink
from hengcai.simulation.models import InkStory, Scenario
from hengcai.simulation.rules.problems import Problem, problems_of
from hengcai.simulation.rules.reading import read_scenario
from hengcai.simulation.rules.scenario import INK, Text
from hengcai.simulation.rules.scenario import Scenario as Story


def definition_of(scenario: Scenario) -> dict[str, Any]:
    """As files, forms and programs hand it in."""
    return dict(encode(scenario.content))


def whole_definition_of(scenario: Scenario) -> dict[str, Any]:
    """With the ink story that lies beside it."""
    found = definition_of(scenario)
    story = InkStory.objects.filter(scenario=scenario).first() if scenario.kind == INK else None
    return {**found, "ink": {"source": story.source, "compiled": story.compiled}} if story else found


def story_of(scenario: Scenario) -> Story:
    return read_scenario(definition_of(scenario))


def bilingual(text: Text) -> Bilingual:
    return Bilingual(text.zh, text.en)


def known_competencies() -> dict[str, str]:
    """Code → name of every competency in force."""
    framework = framework_in_force()
    return {one.code: str(one.name) for one in competencies_of(framework)} if framework else {}


def problems_in(story: Story) -> list[Problem]:
    """Where no framework is in force yet, codes are taken as they are."""
    return problems_of(story, known=known_competencies() or None)


def problems_of_draft(scenario: Scenario) -> list[Problem]:
    """Of an ink story what a walk through it finds, too."""
    story = story_of(scenario)
    found = problems_in(story)
    return [*found, *problems_of_ink(scenario, story.competencies)] if scenario.kind == INK else found
