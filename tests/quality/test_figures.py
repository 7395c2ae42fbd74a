from datetime import date
from fractions import Fraction

import pytest

from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Answer, Evaluation
from hengcai.quality.queries import indicator_shares, rescore
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import plans, scene

pytestmark = pytest.mark.django_db
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def shares(agents=None):
    return {(one.agent, one.indicator): (one.percent, one.n) for one in indicator_shares(*MARCH, agents)}


def test_each_contact_is_one_value_the_mean_of_its_items():
    scene.evaluation()
    scene.evaluation(marks=scene.GOOD | {"wording": Mark("3"), "identity": Mark("na"), "record": Mark("na")})
    li = cast.li().pk
    assert shares() == {
        (li, "listening"): (Fraction(80), 2),
        (li, "wording"): ((Fraction(100) + 60) / 2, 2),
        (li, "records"): (Fraction(80), 1),
    }


def test_a_contact_scored_by_two_analysts_counts_once():
    seen = scene.contact()
    scene.submit(scene.assignment(seen), scene.GOOD | {"record": Mark("5")})
    scene.submit(scene.assignment(seen, analyst=cast.user("cao")), scene.GOOD | {"record": Mark("3")})
    scene.evaluation(marks=scene.GOOD | {"record": Mark("5")})
    assert shares()[cast.li().pk, "records"] == (Fraction(80 + 100, 2), 2)


def test_what_a_cause_outside_took_does_not_count():
    outside = {"record": Mark("1", "down", "system"), "wording": Mark("5", cause="system"), "apology": Mark("na")}
    scene.evaluation(marks=scene.GOOD | outside)
    assert (cast.li().pk, "records") not in shares()
    assert shares()[cast.li().pk, "wording"] == (100, 1)


def test_faults_of_a_deduction_card_count_as_found_or_not():
    card = scene.scorecard(definition=scene.deduction_definition())
    given = scene.assignment(scene.contact(channel="ticket"), card=card)
    scene.submit(given, {"late": Mark("hit", "two days late"), "unclear": Mark("clear")})
    assert shares() == {(cast.li().pk, "records"): (50, 1)}


def test_only_the_days_asked_for_and_only_current_revisions_count():
    scene.evaluation(at=scene.LATE_EVENING)
    given = scene.assignment()
    scene.submit(given)
    scene.submit(given, scene.GOOD | {"record": Mark("5")}, edit_count=1, reason="again")
    assert shares()[cast.li().pk, "records"] == (100, 1)


def test_agents_may_be_named():
    scene.evaluation()
    scene.evaluation(cast.wang())
    assert {agent for agent, _ in shares([cast.wang()])} == {cast.wang().pk}
    assert {agent for agent, _ in shares([cast.wang().pk, cast.li().pk])} == {cast.wang().pk, cast.li().pk}
    assert shares([]) == {}


def test_every_stored_score_can_be_rebuilt():
    scene.evaluation()
    scene.evaluation(marks=scene.GOOD | {"identity": Mark("no", "not asked")})
    nothing = {code: Mark("na") for code in ("listening", "wording", "identity", "record")} | {"extra": Mark("hit")}
    scene.evaluation(marks=nothing)
    given = scene.assignment()
    scene.submit(given)
    scene.submit(given, scene.GOOD | {"record": Mark("5")}, edit_count=1, reason="again")
    assert list(rescore()) == []


def differences():
    return [(one.field, one.stored) for one in rescore()]


def test_a_figure_changed_behind_the_systems_back_is_found():
    made = scene.evaluation()
    Evaluation.objects.filter(pk=made.pk).update(exact="100", has_fatal=True)
    assert differences() == [("exact", "100"), ("has_fatal", "True")]


@pytest.mark.parametrize("value", ["5", "9"])
def test_an_answer_changed_behind_the_systems_back_is_found(value):
    scene.evaluation()
    Answer.objects.filter(item__code="record").update(value=value)
    assert differences()


def test_an_answer_taken_away_is_found():
    scene.evaluation()
    Answer.objects.filter(item__code="extra").delete()
    assert [one.rebuilt for one in rescore()] == ["unanswered: extra"]


def test_drafts_are_left_alone():
    from hengcai.quality.actions import save_draft

    save_draft(scene.assignment(), by=cast.user("chen"), marks={}, comment="", edit_count=0)
    assert list(rescore()) == []


def test_many_evaluations_take_as_many_queries_as_one(django_assert_num_queries):
    scene.evaluation()
    for _ in range(3):
        scene.evaluation(cast.wang())
    with django_assert_num_queries(4):
        list(indicator_shares(*MARCH))
    with django_assert_num_queries(6):
        list(rescore())


def scored(level, agent=None):
    return scene.evaluation(agent, marks=scene.GOOD | {"record": Mark(level)})


def test_once_a_plan_gave_contacts_out_those_picked_by_hand_do_not_count_for_its_agents():
    plans.picked(scored("5").assignment)
    scored("3")
    scored("3", cast.wang())
    assert shares()[cast.li().pk, "records"] == (100, 1)
    assert shares()[cast.wang().pk, "records"] == (60, 1)


def test_a_plan_of_other_days_and_one_that_was_not_started_leave_it_as_it_was():
    april = plans.TEXT.replace("2026-02-02, 2026-03-15", "2026-04-01, 2026-04-30")
    plans.picked(scored("5").assignment, n=4, text=april)
    scored("3")
    assert shares()[cast.li().pk, "records"] == (80, 2)
    plans.picked(scored("3").assignment, n=4)
    Pick.objects.update(given_at=None)
    assert shares()[cast.li().pk, "records"] == (Fraction(220, 3), 3)


def test_what_was_drawn_on_a_suspicion_weighs_as_little_as_it_is_rare():
    plans.picked(scored("5").assignment, n=30, k=3)
    plans.picked(scored("3").assignment, n=2, k=2)
    assert shares()[cast.li().pk, "records"] == (Fraction(10 * 100 + 1 * 60, 11), 2)


def test_a_policy_may_let_those_picked_by_hand_count_beside_what_was_drawn_each_as_one():
    plans.picked(scored("5").assignment, n=9, k=3)
    scored("3")
    li, found = cast.li().pk, list(indicator_shares(*MARCH, hand_picked=True))
    (records,) = [one for one in found if (one.agent, one.indicator) == (li, "records")]
    assert (records.percent, records.n) == (90, 2)
