"""Playing: every walk ends, and what was chosen says all there is to say."""

import random
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from hengcai.base.errors import NotValid
from hengcai.simulation.rules import play
from hengcai.simulation.rules.problems import problems_of
from tests.simulation.stories import any_story, story

LONG = 20_000


def walk(story, dice):
    state, codes = play.begin(story), []
    while not play.is_over(story, state) and len(codes) < LONG:
        codes.append(dice.choice(story.nodes[state.node].choices).id)
        state = play.choose(story, state, codes[-1])
    return state, codes


@given(any_story(), some.integers(0, 99))
def test_random_walks_of_a_sound_story_always_end(story, seed):
    wrong = {one.code for one in problems_of(story)}
    assume(not wrong & {"simulation.no_way_out"})
    state, _codes = walk(story, random.Random(seed))
    assert play.is_over(story, state)


@given(any_story(), some.integers(0, 99))
def test_scores_are_rebuilt_from_the_stored_choices(story, seed):
    assume(not any(one.code == "simulation.no_way_out" for one in problems_of(story)))
    state, codes = walk(story, random.Random(seed))
    assert play.replay(story, codes) == state
    found = play.scores(state)
    by_hand = {}
    for code, share in state.marks:
        by_hand.setdefault(code, []).append(share)
    assert found == {code: sum(some, Fraction(0)) / len(some) for code, some in by_hand.items()}
    assert all(0 <= share <= 1 for share in found.values())


@given(any_story(), some.integers(0, 2**31))
def test_the_order_of_choices_hangs_on_the_seed_and_loses_none(story, seed):
    for node in story.nodes.values():
        shown = play.shuffled(node, seed)
        assert shown == play.shuffled(node, seed)
        assert {one.id for one in shown} == {one.id for one in node.choices}


def test_the_best_choice_stands_at_every_place():
    node = story().nodes["first"]
    assert {play.shuffled(node, seed)[0].id for seed in range(20)} == {"a", "b"}


@pytest.mark.parametrize(
    ("codes", "end", "listening"),
    [("aa", "well", "1"), ("ab", "soso", "1/2"), ("ba", "soso", "2/3"), ("bb", "badly", "1/6")],
)
def test_flags_and_scores_decide_where_it_goes(codes, end, listening):
    state = play.replay(story(), codes)
    assert (state.node, state.heard) == (end, ("fork", end))
    assert play.scores(state)["listening"] == Fraction(listening)


def test_the_whole_is_the_mean_over_competencies():
    found = play.scores(play.replay(story(), "ab"))
    assert found == {"listening": Fraction(1, 2), "empathy": Fraction(1, 2)}
    assert play.total(found) == Fraction(1, 2)
    assert play.total({}) is None


def test_what_is_not_there_cannot_be_chosen():
    with pytest.raises(NotValid, match="choice_unknown"):
        play.choose(story(), play.begin(story()), "z")
    with pytest.raises(NotValid, match="choice_unknown"):
        play.replay(story(), "aaa")
