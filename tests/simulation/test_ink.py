"""Ink stories: played on the server, scored by their tags, branching on score and history, never running away."""

from fractions import Fraction

import pytest

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation.actions import add_scenario, choose, copy_scenario, edit_scenario, publish_scenario, start_run
from hengcai.simulation.definitions import problems_of_draft, whole_definition_of
from hengcai.simulation.engine import running
from hengcai.simulation.models import InkStory, Run
from hengcai.simulation.queries.held import runs_held
from hengcai.simulation.queries.parting import parting_of
from hengcai.simulation.queries.runs import debrief_of, practised, scene_of
from tests import cast
from tests.simulation.ink_stories import (
    ASK,
    COMPILED,
    ENDLESS,
    LISTEN,
    REFUND,
    RULES,
    WAIT,
    ink_definition,
    published_ink,
)

pytestmark = pytest.mark.django_db


def played(person, codes, scenario=None):
    run = start_run(scenario or published_ink(), by=person.user, seed=1)
    for step, code in enumerate(codes):
        choose(run, by=person.user, choice=code, at_step=step)
    return Run.objects.get(pk=run.pk)


def test_points_become_shares_of_what_could_be_had(db):
    run = played(cast.li(), [RULES, REFUND])
    assert (run.state, run.end, run.n_choices) == ("finished", "middling", 2)
    # listening: (-1 + 1) of at least -1 and at most 2 + 1; process: 1 of 1
    assert run.scores == {"listening": "1/4", "process_policy": "1"}
    assert Fraction(run.exact) == Fraction(5, 8)


def test_the_story_branches_on_the_score_and_on_what_was_asked_before(db):
    scenario = published_ink()
    assert played(cast.li(), [LISTEN, REFUND], scenario).end == "good"
    assert played(cast.li(), [RULES, WAIT], scenario).end == "poor"
    asked = played(cast.li(), [ASK, ASK], scenario)
    said = [line.text.zh for line in scene_of(asked).lines]
    assert "刚才不是说过了吗？" in said
    assert said[-1].endswith("我上次也打过来。")  # two runs were finished before


def test_what_was_shown_is_kept_and_told_again_without_the_engine(db, monkeypatch):
    run = played(cast.li(), [RULES, WAIT])
    monkeypatch.setattr(running, "_asked", None)
    told = debrief_of(run)
    assert [one.choice.text.zh for one in told.steps] == ["直接报规则", "这个要等财务审核。"]
    assert told.steps[0].choice.marks == {"listening": Fraction(0)}
    assert told.steps[0].better.text.zh == "您先说说是哪天扣的，我记一下。"
    assert (told.end.end.kind, told.end.end.text.zh) == ("poor", "我去投诉。")
    assert {(one.competency, one.share) for one in practised([cast.li()])} == {
        ("listening", Fraction(0)), ("process_policy", Fraction(1, 2))
    }  # fmt: skip
    assert next(iter(runs_held(cast.li())))["choices"][0] == f"opening.0/{RULES}: 直接报规则"


def test_an_older_page_chooses_nothing_and_what_is_not_offered_is_refused(db):
    run = played(cast.li(), [ASK])
    with pytest.raises(NotNow, match="moved_on"):
        choose(run, by=cast.li().user, choice=LISTEN, at_step=0)
    with pytest.raises(NotValid, match="choice_unknown"):
        choose(run, by=cast.li().user, choice=REFUND, at_step=1)


def test_of_each_place_it_is_told_who_chose_what(db):
    played(cast.li(), [RULES, WAIT])
    scenario = played(cast.wang(), [LISTEN, REFUND], published_ink(ink_definition(code="again"))).scenario
    told, nodes = parting_of(scenario)
    assert told.n == 1
    assert {one.node for one in told.forks} == {"opening.0", "checked.0"} == set(nodes)


def test_a_story_that_never_stops_is_refused_in_time(db):
    draft = add_scenario(
        cast.centre(), by=cast.user("zhou"), definition=ink_definition(ink={"compiled": ENDLESS}, code="endless")
    )
    assert [one.code for one in problems_of_draft(draft)] == ["simulation.ink_endless"]
    with pytest.raises(NotValid, match="ink_endless"):
        publish_scenario(draft, by=cast.user("zhou"), today=cast.MONDAY)


def test_what_is_wrong_with_a_story_is_found_by_walking_it(db):
    draft = add_scenario(
        cast.centre(), by=cast.user("zhou"), definition=ink_definition(competencies=["empathy", "listening"])
    )
    found = {(one.code, one.facts.get("competency")) for one in problems_of_draft(draft)}
    assert found == {
        ("simulation.ink_competency", "process_policy"), ("simulation.ink_unmarked", "empathy")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("compiled", "code"),
    [
        ("{", "ink_not_compiled"), ('{"inkVersion": 99, "root": []}', "ink_version"), ("[]", "ink_not_compiled"),
        ('{"inkVersion": 21, "root": [{"x()": "save", "exArgs": 0}]}', "ink_external"),
        ("x" * 1_000_001, "ink_large"),
    ],
)  # fmt: skip
def test_what_cannot_be_played_is_not_stored(db, compiled, code):
    with pytest.raises(NotValid, match=code):
        add_scenario(cast.centre(), by=cast.user("zhou"), definition=ink_definition(ink={"compiled": compiled}))


def test_a_copy_brings_its_story_along_and_an_edit_replaces_it(db):
    made = copy_scenario(published_ink(), by=cast.user("zhou"))
    assert whole_definition_of(made)["ink"]["compiled"] == COMPILED
    edit_scenario(made, by=cast.user("zhou"), edit_count=0, definition={**ink_definition(), "ink": {"source": "hello"}})
    assert InkStory.objects.get(scenario=made).source == "hello"
    with pytest.raises(NotNow, match="stale"):
        edit_scenario(made, by=cast.user("zhou"), edit_count=0, definition=ink_definition())
    with pytest.raises(NotValid, match="ink_uncompiled"):
        publish_scenario(made, by=cast.user("zhou"), today=cast.MONDAY)
