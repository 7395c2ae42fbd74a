"""What is wrong with a story is named by node and choice."""

import pytest
from hypothesis import given

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.problems import check_scenario, fewest_choices, problems_of
from hengcai.simulation.rules.reading import read_scenario, written
from tests.simulation.stories import any_story, choice, definition, end, node, said, story, with_node


def found(given, **how):
    return {
        (one.code.removeprefix("simulation."), one.node, one.choice) for one in problems_of(read_scenario(given), **how)
    }


def test_a_whole_story_has_no_problem():
    assert found(definition()) == set()
    assert fewest_choices(story()) == 2


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (definition(start="nowhere"), ("start_missing", "", "")),
        (definition(competencies=[]), ("competency_missing", "", "")),
        (definition(brief={"zh": "只有中文"}), ("head_untold", "", "")),
        (with_node("well", end=None), ("few_ends", "", "")),
        (with_node("well", end=None), ("dead_end", "well", "")),
        (with_node("lost", **end("good")), ("unreachable", "lost", "")),
        (with_node("first", end={"kind": "good", "text": said("x")}), ("mixed", "first", "")),
        (with_node("second", choices=[choice("a", "fork", marks={"listening": "1"})]), ("few_choices", "second", "")),
        (with_node("second", **node(choice("a", "gone"), choice("b", "fork"))), ("target_unknown", "second", "a")),
        (with_node("fork", goes=[{"to": "gone"}]), ("way_unknown", "fork", "")),
        (with_node("fork", goes=[{"when": {"flag": "x", "below": "1"}, "to": "well"}, {"to": "soso"}]), ("flag_unset", "fork", "")),
        (with_node("fork", goes=[{"to": "well"}, {"to": "soso"}]), ("no_default", "fork", "")),
        (with_node("second", **node(choice("a", "fork", marks={"patience": "1"}), choice("b", "fork"))), ("mark_unknown", "second", "a")),
        (with_node("second", says=[]), ("nothing_said", "second", "")),
        (with_node("second", says=[{"who": "system", "text": {"zh": "停"}}]), ("untold", "second", "")),
    ],
)  # fmt: skip
def test_each_problem_names_its_place(given, problem):
    assert problem in found(given)


def test_a_choice_without_feedback_is_named():
    bare = {"id": "b", "text": said("b"), "to": "fork"}
    assert ("choice_untold", "second", "b") in found(with_node("second", **node(choice("a", "fork"), bare)))


def test_a_path_without_a_mark_is_told_with_its_way():
    given = with_node("first", **node(choice("a", "second", marks={"empathy": "1"}), choice("b", "second")))
    (problem,) = problems_of(read_scenario({**given, "competencies": ["empathy", "listening"]}))
    assert (problem.code, problem.facts["path"]) == ("simulation.unmarked", "first → second → fork → well")


def test_a_loop_is_refused_unless_somebody_can_leave_it():
    back = node(choice("a", "first", marks={"listening": "1"}), choice("b", "first"))
    assert ("no_way_out", "second", "") in found(with_node("second", **back))
    out = node(choice("a", "first", marks={"listening": "1"}), choice("b", "fork"))
    assert not any(one[0] == "no_way_out" for one in found(with_node("second", **out)))


def test_a_way_out_that_hangs_on_luck_is_none():
    given = with_node("fork", goes=[{"when": {"flag": "trust", "at_least": "9"}, "to": "well"}, {"to": "second"}])
    assert ("no_way_out", "second", "") in found(given)


def test_competencies_must_be_there_where_they_are_known():
    assert ("competency_unknown", "", "") in found(definition(), known=["listening"])
    check_scenario(story(), known=["listening", "empathy"])
    with pytest.raises(NotValid, match="start_missing"):
        check_scenario(story(start="nowhere"))


@given(any_story())
def test_any_story_is_judged_and_written_as_it_was_read(story):
    assert read_scenario(written(story)) == story
    for one in problems_of(story):
        assert not one.node or one.node in story.nodes


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("text", "unreadable"), ({"code": "A"}, "code_wrong"), (definition(channel="fax"), "channel_unknown"),
        (definition(minutes=0), "minutes_wrong"), (definition(nodes=[]), None), (definition(more=1), "key_unknown"),
        (definition(nodes={"A": {}}), "node_name"), (definition(nodes=7), "nodes_wrong"),
        (with_node("first", says=[{"who": "cat", "text": said("miau")}]), "speaker_unknown"),
        (with_node("first", choices="ab"), "unreadable"), (with_node("first", choices=[choice("a", "x")] * 2), "choice_twice"),
        (with_node("first", choices=[choice("A", "x")]), "choice_name"),
        (with_node("first", choices=[choice("a", "x", marks={"listening": "2"})]), "share_wrong"),
        (with_node("first", choices=[choice("a", "x", sets={"trust": True})]), "flag_wrong"),
        (with_node("fork", goes=[{"when": {"below": "1"}, "to": "x"}]), "condition_wrong"),
        (with_node("fork", goes=[{"when": {"flag": "a", "below": "x"}, "to": "x"}]), "condition_wrong"),
        (with_node("well", end={"kind": "odd"}), "end_unknown"), (definition(brief={"zh": "长" * 2001}), "text_long"),
        (definition(competencies=list("abcdefg")), "too_many"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(given, code):
    if code is None:
        assert read_scenario(given).nodes == {}
        return
    with pytest.raises(NotValid, match=code):
        read_scenario(given)
