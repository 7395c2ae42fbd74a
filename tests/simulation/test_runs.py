"""Runs: every choice is kept, nothing is chosen twice, scores are exact."""

from decimal import Decimal
from fractions import Fraction

import pytest

from hengcai.audit.models import Entry, Values
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.simulation.actions import choose, finish_run, leave_run, start_run
from hengcai.simulation.models import Run, Step
from hengcai.simulation.queries.held import runs_held
from hengcai.simulation.queries.parting import parting_of
from hengcai.simulation.queries.runs import (
    debrief_of,
    practised,
    runs_seen_by,
    scene_of,
    sees_others,
)
from hengcai.simulation.queries.scenarios import standings
from tests import cast
from tests.simulation.stories import published

pytestmark = pytest.mark.django_db


def played(person, codes, scenario=None):
    run = start_run(scenario or published(), by=person.user, seed=1)
    for step, code in enumerate(codes):
        choose(run, by=person.user, choice=code, at_step=step)
    return run


def test_a_run_to_its_end_is_scored_exactly(db):
    run = Run.objects.get(pk=played(cast.li(), "ba").pk)
    assert (run.state, run.end, run.n_choices) == ("finished", "soso", 2)
    assert run.scores == {"listening": "2/3", "empathy": "0"}
    assert (run.exact, run.share) == ("1/3", Decimal("0.333333"))
    assert list(run.steps.order_by("number").values_list("node", "choice")) == [("first", "b"), ("second", "a")]


def test_a_second_start_goes_on_where_one_was(db):
    scenario = published()
    run = played(cast.li(), "a", scenario)
    again = start_run(scenario, by=cast.li().user)
    assert (again.pk, again.n_choices) == (run.pk, 1)
    scene = scene_of(again)
    assert (scene.node.id, scene.said.id, {one.id for one in scene.choices}) == ("second", "a", {"a", "b"})


def test_a_second_tab_chooses_nothing_twice(db):
    run = played(cast.li(), "a")
    with pytest.raises(NotNow, match="moved_on"):
        choose(run, by=cast.li().user, choice="b", at_step=0)
    with pytest.raises(NotNow, match="moved_on"):
        choose(run, by=cast.li().user, choice="b", at_step=-1)
    assert Step.objects.filter(run=run).count() == 1


def test_what_is_not_offered_is_refused_and_leaves_nothing(db):
    run = played(cast.li(), "")
    with pytest.raises(NotValid, match="choice_unknown"):
        choose(run, by=cast.li().user, choice="z", at_step=0)
    assert run.steps.count() == 0


def test_a_finished_run_takes_no_more(db):
    run = played(cast.li(), "aa")
    with pytest.raises(NotNow, match="run_over"):
        choose(run, by=cast.li().user, choice="a", at_step=2)
    with pytest.raises(NotNow, match=r"move\.state"):
        leave_run(run, by=cast.li().user)


def test_no_run_is_finished_before_its_end(db):
    with pytest.raises(NotNow, match="not_over"):
        finish_run(played(cast.li(), "a"), by=cast.li().user)


def test_a_run_given_up_is_kept_and_counts_nowhere(db):
    scenario = published()
    left = leave_run(played(cast.li(), "a", scenario), by=cast.li().user)
    fresh = start_run(scenario, by=cast.li().user)
    assert (left.state, left.steps.count(), fresh.pk != left.pk) == ("left", 1, True)
    assert practised([cast.li()]) == []
    assert parting_of(scenario)[0].n == 0


def test_nobody_plays_for_somebody_else(db):
    run = played(cast.li(), "a")
    for name in ("wang", "zhou", "zhao"):
        with pytest.raises(NotAllowed):
            choose(run, by=cast.person(name).user, choice="a", at_step=1)


def test_whoever_is_no_person_of_the_centre_has_no_runs(db):
    with pytest.raises(NotNow, match="nobody"):
        start_run(published(), by=cast.user("zhou"))


def test_who_sees_whose_runs(db):
    scenario = published()
    going, done = played(cast.li(), "a", scenario), played(cast.wang(), "aa", scenario)
    seen = {
        name: {one.pk for one in runs_seen_by(cast.person(name).user)} for name in ("li", "wang", "zhao", "lin", "zhou")
    }
    assert seen == {"li": {going.pk}, "wang": {done.pk}, "zhao": {done.pk}, "lin": set(), "zhou": {done.pk}}
    assert [sees_others(cast.user(name)) for name in ("li", "zhao", "zhou")] == [False, True, True]


def test_the_debrief_tells_the_path_and_what_was_better(db):
    told = debrief_of(played(cast.li(), "ba"))
    assert [(one.choice.id, one.better and one.better.id) for one in told.steps] == [("b", "a"), ("a", None)]
    assert (told.end.id, told.total) == ("soso", Fraction(1, 3))
    assert told.scores == {"listening": Fraction(2, 3), "empathy": Fraction(0)}


def test_others_read_what_was_practised_as_shares(db):
    played(cast.li(), "ab")
    rows = practised([cast.li(), cast.wang()])
    assert [(one.competency, one.share, one.scenario) for one in rows] == [
        ("listening", Fraction(1, 2), "tiny"),
        ("empathy", Fraction(1, 2), "tiny"),
    ]
    (standing,) = standings(cast.li().user).values()
    assert (standing.n_finished, standing.best, standing.is_playing) == (1, Decimal("0.5"), False)


def test_only_the_first_finished_run_of_each_counts_for_the_split(db):
    scenario = published()
    played(cast.li(), "bb", scenario)
    played(cast.li(), "aa", scenario)
    assert parting_of(scenario)[0].n == 1


def test_what_is_held_has_every_choice(db):
    played(cast.li(), "ab")
    (row,) = runs_held(cast.li())
    assert (row["scenario"], row["state"], row["share"]) == ("tiny", "finished", "1/2")
    assert "first/a" in str(row["choices"])
    assert list(runs_held(cast.wang())) == []


def test_the_log_says_that_choices_were_made_not_which(db):
    played(cast.li(), "aa")
    acts = list(Entry.objects.filter(subject=cast.li().user.pk).order_by("number").values_list("action", flat=True))
    assert acts == ["start_run", "choose", "finish_run", "choose"]
    assert not any("choice" in one.values for one in Values.objects.filter(entry__action="choose"))
