"""Improvement plans and the order of steps: each step with its paper, one out of order refused, the outcome the re-test's."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.consequences import actions
from hengcai.consequences.models import Plan, Proposal
from hengcai.consequences.steps import steps_of
from hengcai.inbox.models import Duty
from tests import cast
from tests.consequences import plan_scene as ps
from tests.consequences import scene

pytestmark = pytest.mark.django_db
SAID = {"reason": "two quarters and a re-test"}


def missing(name="wang"):
    return steps_of(cast.person(name)).standing.missing


def test_a_plan_out_of_order_is_refused_and_names_the_missing_step():
    cast.person("zhao")
    with pytest.raises(NotNow) as refused:
        actions.draft_improvement(cast.person("wang"), by=cast.user("zhao"), text=ps.TEXT, today=ps.TODAY)
    assert refused.value.code == "consequences.step_missing.known"
    ps.known()
    with pytest.raises(NotNow) as refused:
        actions.draft_improvement(cast.person("wang"), by=cast.user("zhao"), text=ps.TEXT, today=ps.TODAY)
    assert refused.value.code == "consequences.step_missing.evidence"
    with pytest.raises(NotNow):
        actions.keep_step_paper(
            cast.person("wang"), by=cast.user("wu"), step="trained", on=ps.TODAY, words="course", today=ps.TODAY
        )


def test_a_paper_of_later_than_the_period_is_no_knowledge_of_its_standard():
    ps.known(on=date(2026, 1, 5))
    ps.quarters()
    assert missing() == ("known", "evidence", "trained", "again")


def test_a_signed_plan_is_the_third_step_and_a_called_off_one_is_none():
    plan = ps.running()
    assert (plan.state, missing()) == ("running", ("again",))
    actions.call_off_improvement(plan, by=cast.user("zhao"), words="moved away")
    assert missing() == ("trained", "again")


def test_both_sign_with_their_password_and_nobody_else():
    plan = actions.offer_improvement(ps.drafted(), by=cast.user("zhao"), today=ps.TODAY)
    ps.knows_password("zhao", "wang", "wu")
    with pytest.raises(NotValid):
        actions.sign_improvement(plan, by=cast.user("wang"), password="wrong", edit_count=1)
    for name in ("wu", "li", "zheng"):
        cast.person(name)
        with pytest.raises(NotAllowed):
            ps.signed(plan, name)
    assert set(Duty.objects.filter(kind="improvement.sign", done_at=None).values_list("user__username", flat=True)) == {
        "wang", "zhao",
    }  # fmt: skip


def test_a_refusal_stays_on_it_and_only_hr_starts_it_all_the_same():
    plan = actions.offer_improvement(ps.drafted(), by=cast.user("zhao"), today=ps.TODAY)
    plan = actions.refuse_improvement(plan, by=cast.user("wang"), words="the goals are not mine")
    with pytest.raises(NotAllowed):
        actions.start_unsigned(plan, by=cast.user("zhao"), because="no")
    plan = actions.start_unsigned(plan, by=cast.user("wu"), because="support is given all the same")
    assert (ps.again(plan).state, plan.refusal) == ("running", "the goals are not mine")


def test_one_that_succeeded_closes_with_its_measured_change():
    plan = ps.running()
    better = ps.retest(*ps.ABOVE)
    with pytest.raises(NotNow):
        actions.fail_improvement(plan, by=cast.user("zhao"), retest=better, words="-")
    done = ps.again(actions.succeed_improvement(plan, by=cast.user("zhao"), retest=better, words="lets them finish"))
    assert (done.state, done.change) == ("succeeded", {"before": "31/10", "after": "39/10", "verdict": "cannot_tell"})


@pytest.mark.parametrize(
    ("final", "band", "who", "period"),
    [
        (*ps.BELOW, "wang", ps.AGAIN),
        (*ps.ABOVE, "li", ps.AGAIN),
        (*ps.ABOVE, "wang", (date(2026, 1, 1), date(2026, 1, 9))),
    ],
)
def test_success_is_not_written_without_a_re_test_that_says_so(final, band, who, period):
    plan = ps.running()
    with pytest.raises(NotNow):
        actions.succeed_improvement(
            plan, by=cast.user("zhao"), retest=ps.retest(final, band, name=who, period=period), words="-"
        )


def test_a_transfer_needs_all_four_steps_two_cycles_and_a_human_look():
    plan = ps.running()
    for kind in ("transfer", "exit"):
        with pytest.raises(NotNow) as refused:
            actions.propose_move(cast.person("wang"), by=cast.user("zhao"), kind=kind, **SAID)
        assert refused.value.code == "consequences.step_missing.again"
    actions.fail_improvement(plan, by=cast.user("zhao"), retest=ps.retest(*ps.BELOW), words="still cuts in")
    move = actions.propose_move(cast.person("wang"), by=cast.user("zhao"), kind="transfer", **SAID)
    assert (move.state, move.why) == ("waiting", "probability_unknown")
    with pytest.raises(NotNow):
        actions.decide_move(move, by=cast.user("qian"), **SAID)
    with pytest.raises(NotAllowed):
        actions.carry_move(move, by=cast.user("zhao"), **SAID)
    move = actions.carry_move(move, by=cast.user("wu"), **SAID)
    move = actions.decide_move(ps.again(move), by=cast.user("qian"), **SAID)
    assert (move.state, move.decided_by.username, move.looked_by.username) == ("decided", "qian", "wu")


def test_a_certain_re_test_goes_to_the_head_at_once():
    plan = ps.running()
    worse = ps.retest(*ps.BELOW)
    scene.sure_of(worse, ("excellent", 0.0), ("good", 0.05), ("to_improve", 0.95))
    actions.fail_improvement(plan, by=cast.user("zhao"), retest=worse, words="still cuts in")
    move = actions.propose_move(cast.person("wang"), by=cast.user("wu"), kind="exit", **SAID)
    assert (move.state, move.why, move.bar) == ("proposed", "", "0.9")
    scene.corrected(worse, *ps.BELOW)
    with pytest.raises(NotNow) as refused:
        actions.decide_move(ps.again(move), by=cast.user("qian"), **SAID)
    assert refused.value.code == "consequences.move_overtaken"


def test_one_cycle_below_is_too_few_and_a_passed_re_test_ends_it():
    ps.known()
    ps.quarters(until="2025-Q3")
    plan = actions.draft_improvement(cast.person("wang"), by=cast.user("zhao"), text=ps.TEXT, today=ps.TODAY)
    Plan.objects.filter(pk=plan.pk).update(state="failed", started_unsigned_because="-", retest=ps.retest(*ps.BELOW))
    with pytest.raises(NotNow) as refused:
        actions.propose_move(cast.person("wang"), by=cast.user("zhao"), kind="transfer", **SAID)
    assert refused.value.code == "consequences.cycles_few"
    ps.retest(*ps.ABOVE, period=(date(2026, 6, 1), date(2026, 6, 5)))
    with pytest.raises(NotNow) as refused:
        actions.propose_move(cast.person("wang"), by=cast.user("zhao"), kind="transfer", **SAID)
    assert refused.value.code == "consequences.passed_again"


def test_a_move_for_somebody_needs_no_steps_and_is_decided_by_another():
    cast.person("zhao")
    move = actions.propose_move(
        cast.person("li"), by=cast.user("zhao"), kind="promotion", where="senior agent", reason="three good quarters"
    )
    assert move.state == "proposed"
    assert actions.decide_move(move, by=cast.user("qian"), reason="yes").state == "decided"


@pytest.mark.parametrize("name", ["wang", "he", "lin", "chen", "zhou", "sun"])
def test_nobody_drafts_a_plan_or_a_move_about_themselves_or_beyond_their_reach(name):
    ps.known()
    ps.quarters()
    cast.person(name)
    with pytest.raises(NotAllowed):
        actions.draft_improvement(cast.person("wang"), by=cast.user(name), text=ps.TEXT, today=ps.TODAY)
    with pytest.raises(NotAllowed):
        actions.propose_move(cast.person("wang"), by=cast.user(name), kind="promotion", **SAID)


def test_a_plan_is_the_persons_only_from_the_moment_it_is_offered():
    from hengcai.consequences.queries.plans import plans_seen_by

    plan = ps.drafted()
    assert not plans_seen_by(cast.user("wang")).exists()
    actions.offer_improvement(plan, by=cast.user("zhao"), today=ps.TODAY)
    assert plans_seen_by(cast.user("wang")).get() == plan


def test_an_older_page_overwrites_nothing():
    plan = ps.drafted()
    text = replace(ps.TEXT, goals="other", ends_on=ps.ENDS + timedelta(days=7))
    with pytest.raises(NotNow):
        actions.edit_improvement(plan, by=cast.user("zhao"), text=text, edit_count=0, today=ps.TODAY)
    assert (
        actions.edit_improvement(plan, by=cast.user("zhao"), text=text, edit_count=1, today=ps.TODAY).goals == "other"
    )


def test_proposals_are_listed_by_name_never_by_score():
    from hengcai.consequences.queries.plans import MOVE_ORDERS, PLAN_ORDERS, moves_seen_by

    for name in ("li", "he"):
        actions.propose_move(cast.person(name), by=cast.user("wu"), kind="project", **SAID)
    names = [one.person.name for one in moves_seen_by(cast.user("qian"))]
    assert names == sorted(names)
    assert Proposal.objects.count() == 2
    fields = [one for orders in (MOVE_ORDERS, PLAN_ORDERS) for keys in orders.keys.values() for one in keys]
    assert not [one for one in fields if "final" in one or "score" in one or "exact" in one]
