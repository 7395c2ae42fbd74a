"""The drawing: every node once, no two on one place, arrows that lead down unless they lead back."""

from itertools import pairwise

from hypothesis import given, settings

from hengcai.simulation.rules.picture import HIGH, WIDE, drawn
from hengcai.simulation.rules.reading import read_scenario
from hengcai.simulation.shipped import shipped_scenarios
from tests.simulation.stories import any_story, story


@settings(max_examples=60)
@given(any_story())
def test_every_node_has_a_place_of_its_own_within_the_frame(story):
    made = drawn(story)
    assert [one.node.id for one in made.boxes] != []
    assert {one.node.id for one in made.boxes} == set(story.nodes)
    places = sorted((one.y, one.x) for one in made.boxes)
    assert all(below > above or right - left > WIDE for (above, left), (below, right) in pairwise(places))
    assert all(0 <= one.x <= made.width - WIDE and 0 <= one.y <= made.height - HIGH for one in made.boxes)


def test_arrows_of_a_story_without_loops_lead_down():
    for given_one in shipped_scenarios():
        made = drawn(read_scenario(given_one))
        y = {one.node.id: one.y for one in made.boxes}
        assert all(y[one.start] < y[one.to] for one in made.arrows), given_one["code"]


def test_the_best_choice_and_what_goes_by_itself_are_told_apart():
    kinds = {(one.start, one.to): one.kind for one in drawn(story()).arrows}
    assert kinds == {
        ("first", "second"): "good", ("second", "fork"): "good", ("fork", "well"): "auto", ("fork", "badly"): "auto", ("fork", "soso"): "auto",
    }  # fmt: skip


def test_an_empty_draft_is_an_empty_drawing():
    made = drawn(story(nodes={}))
    assert (made.boxes, made.arrows) == ((), ())
