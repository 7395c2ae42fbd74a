"""Patterns of a cycle: computed with it, shown to nobody they concern, settled once, in the way while beyond chance."""

from datetime import date

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Finding, Pattern, Question, RatingTask
from hengcai.appraisal.patterns import forms_of
from hengcai.appraisal.queries.patterns import beyond_chance, lines_of_patterns, pattern_counts, patterns_in
from hengcai.appraisal.standing import in_the_way
from hengcai.base.errors import NotAllowed
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
LATER = date(2026, 4, 20)
FIGURES = {"value": "0.1", "expected": "0.6", "chance": "0.0001", "looks": 9, "n": 4}


@pytest.fixture
def cycle():
    made = stage.open_quarter()
    for name in ("li", "wang"):
        stage.rate_by_file(stage.task(made, name, "self"))
        stage.rate_by_file(stage.task(made, name), level=5)
    return actions.compute_cycle(made, by=cast.user("zheng"))


def pattern(cycle, *concerns, kind="halo", source="superior", adjusted="0.001", rater=None):
    facts = {"adjusted": adjusted, "rater": rater and stage.person(rater), "key": f"{kind}:{concerns}"}
    made = Pattern.objects.create(cycle=cycle, kind=kind, source=source, **facts, **FIGURES)
    made.concerns.set([stage.person(name) for name in concerns])
    return Pattern.objects.get(pk=made.pk)


def seen(cycle, name):
    return [one.pk for one in patterns_in(cycle, cast.user(name))]


def in_way(cycle):
    return {one.kind: one.count for one in in_the_way(cycle, today=LATER)}.get("findings", 0)


def test_the_database_sums_the_levels_of_each_form(cycle):
    forms = forms_of(cycle)
    told = {
        (source, n): (total, squares)
        for source, n, total, squares in zip(forms.source, forms.n, forms.total, forms.squares, strict=True)
    }
    assert set(forms.source) == {"self", "superior"}
    assert all(squares == total * total / n for (_source, n), (total, squares) in told.items())


def test_nobody_sees_what_concerns_their_own_result_or_ratings(cycle):
    one = pattern(cycle, "zheng", "li", rater="zheng")
    assert (seen(cycle, "zheng"), seen(cycle, "wu"), seen(cycle, "qian")) == ([], [one.pk], [one.pk])
    assert seen(cycle, "li") == seen(cycle, "zhao") == []
    with pytest.raises(NotAllowed):
        actions.settle_pattern(one, by=cast.user("zheng"), reason="mine")
    with pytest.raises(NotAllowed):
        actions.ask_about_pattern(one, by=cast.user("zheng"), text="why", today=LATER)


def test_peers_are_named_to_the_group_alone(cycle):
    one = pattern(cycle, "li", "he", kind="mutual", source="peer")
    assert (seen(cycle, "zheng"), seen(cycle, "wu"), seen(cycle, "qian")) == ([one.pk], [], [])
    with pytest.raises(NotAllowed):
        actions.settle_pattern(one, by=cast.user("wu"), reason="looked at")
    refused("appraisal.nobody_to_ask", actions.ask_about_pattern, one, by=cast.user("zheng"), text="?", today=LATER)


def test_only_what_is_beyond_chance_stands_in_the_way_until_it_is_settled(cycle):
    before = in_way(cycle)
    pattern(cycle, "li", "zhao", rater="zhao", adjusted="0.4", kind="same_level")
    one = pattern(cycle, "li", "zhao", rater="zhao")
    assert in_way(cycle) == before + 1
    assert beyond_chance(cycle, cast.user("wu")) == 1
    refused("appraisal.reason_missing", actions.settle_pattern, one, by=cast.user("wu"), reason=" ")
    actions.settle_pattern(one, by=cast.user("wu"), reason="compared with the calls")
    refused("appraisal.settled_already", actions.settle_pattern, one, by=cast.user("wu"), reason="again")
    assert in_way(cycle) == before
    (line,) = lines_of_patterns(cycle, [one.pk])
    assert line.settlement.reason == "compared with the calls"


def test_its_rater_is_asked_what_the_ratings_rest_on(cycle):
    one = pattern(cycle, "li", "zhao", rater="zhao")
    actions.ask_about_pattern(one, by=cast.user("wu"), text="Why all the same?", today=LATER)
    assert Question.objects.get().asked_of == cast.user("zhao")


def test_computing_anew_makes_them_anew(cycle):
    pattern(cycle, "li", "zhao", rater="zhao")
    assert pattern_counts(cycle, cast.user("wu")) == {"halo": 1}
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert pattern_counts(cycle, cast.user("wu")) == {}


def test_who_rated_far_off_does_not_settle_that_finding(cycle):
    """Zheng, of the group, rated Li: what is found about it is for others."""
    form = stage.task(cycle)
    RatingTask.objects.filter(pk=form.pk).update(rater=stage.person("zheng"))
    result = stage.participant(cycle).results.get(is_current=True)
    far = Finding.objects.create(result=result, kind="far_off", task=form, key="far", n=3)
    with pytest.raises(NotAllowed):
        actions.settle_finding(far, by=cast.user("zheng"), reason="I am right")
    actions.settle_finding(far, by=cast.user("wu"), reason="looked at")
