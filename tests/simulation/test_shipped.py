"""Every scenario that comes with the program is whole by the rules, and worth its time."""

from difflib import SequenceMatcher
from itertools import combinations

import pytest
import yaml

from hengcai.framework.shipped import SEEDS as LIBRARY
from hengcai.simulation.engine.running import walked
from hengcai.simulation.rules.ink_problems import problems_of_walk
from hengcai.simulation.rules.problems import fewest_choices, problems_of
from hengcai.simulation.rules.reading import read_scenario
from hengcai.simulation.shipped import SEEDS, shipped_cards, shipped_ink, shipped_scenarios

STORIES = {one["code"]: read_scenario(one) for one in shipped_scenarios()}
COMPETENCIES = {
    one["id"] for path in (LIBRARY / "library").glob("*.yaml") for one in yaml.safe_load(path.read_text("utf-8"))["competencies"]
}  # fmt: skip
EVERY = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
ALIKE = 0.6  # of two openings


@EVERY
def test_it_is_whole_by_the_rules(story):
    assert problems_of(story, known=COMPETENCIES) == []
    assert (SEEDS / f"{story.code}.yaml").exists()


@EVERY
def test_it_is_neither_thin_nor_endless(story):
    assert 8 <= len(story.nodes) <= 20
    assert fewest_choices(story) >= 4
    assert {one.end.kind for one in story.nodes.values() if one.end} == {"good", "middling", "poor"}
    assert all(2 <= len(one.choices) <= 4 for one in story.nodes.values() if one.choices)


@EVERY
def test_every_choice_is_marked_and_one_is_best(story):
    for node in story.nodes.values():
        assert all(one.marks for one in node.choices), node.id
        worth = sorted((one.worth for one in node.choices), reverse=True)
        assert not worth or worth[0] > worth[1], node.id


@EVERY
def test_the_longest_answer_is_not_the_one_to_take(story):
    asked = [one for one in story.nodes.values() if one.choices]
    longest = [one for one in asked if max(one.choices, key=lambda choice: len(choice.text.zh)) is one.best]
    assert len(longest) <= len(asked) * 2 / 3


def test_no_plot_comes_twice():
    for one, other in combinations(STORIES.values(), 2):
        briefs = SequenceMatcher(None, one.brief.zh, other.brief.zh, autojunk=False).ratio()
        ends = {node.end.text.zh for node in one.nodes.values() if node.end} & {
            node.end.text.zh for node in other.nodes.values() if node.end
        }
        assert (briefs < ALIKE, ends) == (True, set()), (one.code, other.code)
        assert one.competencies != other.competencies, (one.code, other.code)


@pytest.mark.parametrize("given", shipped_cards(), ids=lambda one: one["code"])
def test_a_role_card_is_whole_by_the_rules(given):
    assert problems_of(read_scenario(given), known=COMPETENCIES) == []


@pytest.mark.parametrize("given", shipped_ink(), ids=lambda one: one["code"])
def test_an_ink_story_is_whole_as_far_as_one_walks(given):
    rest = {name: value for name, value in given.items() if name != "ink"}
    assert problems_of(read_scenario(rest), known=COMPETENCIES) == []
    assert problems_of_walk(walked(given["ink"]["compiled"]), competencies=given["competencies"]) == []
