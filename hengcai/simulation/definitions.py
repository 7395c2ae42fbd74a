"""A stored scenario as its rules read it."""

from typing import Any

from hengcai.base.bilingual import Bilingual, encode
from hengcai.framework.queries import competencies_of, framework_in_force
from hengcai.simulation.models import Scenario
from hengcai.simulation.rules.problems import Problem, problems_of
from hengcai.simulation.rules.reading import read_scenario
from hengcai.simulation.rules.scenario import Scenario as Story
from hengcai.simulation.rules.scenario import Text


def definition_of(scenario: Scenario) -> dict[str, Any]:
    """As files, forms and programs hand it in."""
    return dict(encode(scenario.content))


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
