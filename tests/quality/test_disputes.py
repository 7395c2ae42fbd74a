"""An agent confirms or disputes; somebody who took no part decides, blind first; nothing is lost and nothing lowered."""

from fractions import Fraction

import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.evidence.models import Evidence
from hengcai.jobs.models import Job
from hengcai.people.models import Placement
from hengcai.quality import actions, permissions, states
from hengcai.quality.models import Dispute, Evaluation
from hengcai.quality.queries import disputes as queries
from hengcai.quality.queries import rescore
from hengcai.quality.queries.pages import evaluations_seen_by
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.disputes import Ruling, Wish
from tests import cast
from tests.quality import disputing as dis
from tests.quality import scene

pytestmark = pytest.mark.django_db


def refusal(act, *args, **how):
    with pytest.raises((NotValid, NotNow, NotAllowed)) as caught:
        act(*args, **how)
    return caught.value.code


def also(name, role):
    RoleGrant.objects.get_or_create(user=cast.user(name), role=role)


def total(evaluation):
    return Fraction(evaluation.exact)


def test_publishing_fixes_the_last_day_to_answer_in_working_days():
    assert dis.published().dispute_closes_on == dis.LAST_DAY


def test_a_holiday_moves_the_last_day():
    made = scene.evaluation()
    with clock.set_to(dis.MONDAY.replace(month=9, day=30)):
        scene.publish([made])
    assert str(Evaluation.objects.get().dispute_closes_on) == "2026-10-10"


def test_the_agent_confirms_once():
    made = dis.confirm()
    assert made.confirmed_at is not None
    assert dis.confirm(made).confirmed_at == made.confirmed_at
    assert refusal(dis.dispute, made) == "quality.confirmed_already"


def test_answering_is_in_time_up_to_its_last_day():
    made = dis.published()
    assert refusal(dis.confirm, made, today=dis.TOO_LATE) == "quality.window_closed"
    assert refusal(dis.dispute, made, today=dis.TOO_LATE) == "quality.window_closed"
    assert dis.dispute(made, today=dis.LAST_DAY).due_on.isoformat() == "2026-03-24"


@pytest.mark.parametrize("by", ["wang", "he", "zhao", "chen", "feng", "zheng", "wu", "qian"])
def test_nobody_else_answers_for_the_agent(by):
    assert refusal(dis.confirm, by=by).startswith("permission.")
    assert refusal(dis.dispute, by=by).startswith("permission.")


def test_what_is_not_published_is_not_answered():
    made = scene.evaluation(cast.li())
    assert refusal(dis.dispute, made) == "permission.reach"


def test_a_dispute_holds_item_mark_words_and_moment():
    one = dis.dispute()
    row = one.items.get(item__code="listening")
    assert (row.first, row.wished, row.words, row.turn) == ("2", "4", "let her finish", 1)
    assert (one.state, one.due_on, one.subject_id) == ("open", dis.DUE, cast.user("li").pk)
    assert refusal(dis.dispute, one.evaluation) == "quality.disputed_already"
    assert refusal(dis.confirm, one.evaluation) == "quality.disputed_already"


def test_what_is_asked_for_is_checked_against_the_card_and_the_words():
    made = dis.published()
    assert refusal(dis.dispute, made, wishes={"listening": Wish("1", "x")}) == "quality.wish_unknown"
    assert refusal(dis.dispute, made, wishes={"listening": Wish("4", "x", 3)}) == "quality.turn_unknown"
    assert refusal(dis.dispute, made, wishes={"listening": Wish("4", "x" * 4001)}) == "text.too_long"
    assert not Dispute.objects.exists()


def test_while_a_correction_waits_the_old_version_is_not_disputed_and_the_new_one_has_its_own_days():
    made = dis.published()
    newer = scene.submit(made.assignment, scene.GOOD, edit_count=1, reason="heard again")
    assert refusal(dis.dispute, made) == "quality.newer_on_its_way"
    with clock.set_to(dis.MONDAY.replace(day=23)):
        scene.publish([newer])
    assert str(Evaluation.objects.get(pk=newer.pk).dispute_closes_on) == "2026-03-26"


def test_the_analyst_does_not_change_what_is_under_dispute():
    one = dis.dispute()
    given = one.evaluation.assignment
    assert refusal(scene.submit, given, scene.GOOD, edit_count=1, reason="x") == "quality.under_dispute"
    dis.decide(dis.mark(dis.take(one)))
    assert scene.submit(given, scene.GOOD, edit_count=1, reason="x").revision == 3


def test_the_lead_gives_an_opinion_until_it_is_decided():
    one = dis.support(dis.dispute())
    assert (one.opinion, one.opinion_by) == ("I heard it as she did", cast.user("zhao"))
    assert dis.support(one, opinion="on second thoughts").opinion == "on second thoughts"
    assert refusal(dis.support, one, opinion=" ") == "quality.opinion_missing"
    dis.decide(dis.mark(dis.take(one)))
    assert refusal(dis.support, one) == "quality.dispute_decided"


@pytest.mark.parametrize("by", ["li", "lin", "chen", "cao", "feng", "wu"])
def test_only_the_agents_own_lead_gives_an_opinion(by):
    assert refusal(dis.support, dis.dispute(), by=by).startswith("permission.")


def test_a_lead_who_is_scored_does_not_speak_for_themselves():
    also("li", "lead")
    Placement.objects.filter(person=cast.li()).update(lead=cast.li())
    assert refusal(dis.support, dis.dispute(), by="li") == "permission.reach"


@pytest.mark.parametrize("state", Dispute.State.values)
@pytest.mark.parametrize("move", states.DISPUTE_MOVES, ids=lambda move: move.name)
def test_every_move_of_a_dispute_from_every_state(move, state):
    one = dis.in_state(state)
    if move is not states.TAKE_OVER:
        Dispute.objects.update(decider=cast.user("cao"))
    run = {
        "take_dispute": dis.take,
        "take_over_dispute": dis.take_over,
        "mark_blind": dis.mark,
        "decide_dispute": dis.decide,
        "give_back_dispute": dis.give_back,
        "withdraw_dispute": dis.withdraw,
    }
    if state in move.sources:
        if move is states.DECIDE or state != "decided":
            run[move.name](one)
        assert Dispute.objects.get().state == move.target
    else:
        assert refusal(run[move.name], one) == "move.state"
        assert Dispute.objects.get().state == state


@pytest.mark.parametrize("by", ["chen", "li", "zhao", "feng", "zheng", "wu", "qian", "zhou"])
def test_who_scored_it_is_meant_or_is_no_analyst_does_not_take_it(by):
    assert refusal(dis.take, dis.dispute(), by=by).startswith("permission.")


@pytest.mark.parametrize("act", ["take", "take_over"])
def test_nobody_decides_in_their_own_case_or_their_peoples_whatever_else_they_are(act):
    one = dis.support(dis.dispute())
    run = getattr(dis, act)
    for name in ("li", "zhao", "chen"):
        also(name, "analyst")
        also(name, "quality_supervisor")
        assert refusal(run, one, by=name) == "permission.reach"


def test_who_was_given_the_same_contact_does_not_decide():
    made = dis.published()
    scene.assignment(made.assignment.contact, analyst=cast.user("cao"))
    assert refusal(dis.take, dis.dispute(made)) == "permission.reach"


@pytest.mark.parametrize("role", ["hr", "head"])
def test_hr_and_the_head_never_decide(role):
    also("cao", role)
    assert refusal(dis.take, dis.dispute()) == "permission.role"


def test_who_has_come_to_lead_the_agent_decides_no_more():
    one = dis.take(dis.dispute())
    Placement.objects.filter(person=cast.li()).update(lead=cast.person("cao"))
    also("cao", "lead")
    assert refusal(dis.mark, one) == "permission.reach"


def test_one_who_did_not_take_it_neither_marks_nor_decides():
    one = dis.take(dis.dispute())
    also("feng", "analyst")
    assert refusal(dis.mark, one, by="feng") == "permission.reach"
    dis.mark(one)
    assert refusal(dis.decide, one, by="feng") == "permission.reach"


def test_a_centre_with_one_analyst_has_a_way_out_that_is_logged_with_its_reason():
    one = dis.dispute()
    assert refusal(dis.take_over, one, reason=" ") == "quality.take_over_reason_missing"
    dis.take_over(one)
    assert (one.decider, one.taken_over) == (cast.user("feng"), "Chen is the only analyst")
    assert Entry.objects.filter(action="take_over_dispute").count() == 1
    assert dis.decide(dis.mark(one, by="feng"), by="feng").state == "decided"


def test_the_supervisor_takes_over_from_one_who_does_not_come_to_it():
    one = dis.take_over(dis.take(dis.dispute()), reason="Cao is away")
    assert refusal(dis.mark, one) == "permission.reach"


def test_while_the_supervisor_marks_blind_no_page_shows_the_first_marks():
    one = dis.dispute()
    seen = evaluations_seen_by(cast.user("feng"))
    assert seen.count() == 1
    dis.take_over(one)
    assert evaluations_seen_by(cast.user("feng")).count() == 0
    dis.mark(one, by="feng")
    assert evaluations_seen_by(cast.user("feng")).count() == 1


def test_the_decider_is_veiled_until_their_own_marks_are_in():
    one = dis.dispute()

    def sight(name):
        fresh = queries.disputes_seen_by(cast.user(name)).get()
        return queries.sight_of(fresh, cast.user(name))

    assert sight("cao").is_veiled
    dis.take(one)
    assert sight("cao").is_veiled
    assert not sight("li").is_veiled
    dis.mark(one)
    assert (sight("cao").is_veiled, sight("cao").shows_blind) == (False, True)
    assert not sight("li").shows_blind
    dis.decide(one)
    assert sight("li").shows_blind
    assert not sight("li").shows_names


def test_blind_marks_are_whole_and_given_once():
    one = dis.take(dis.dispute())
    assert refusal(dis.mark, one, values={"listening": "4"}) == "quality.blind_incomplete"
    dis.mark(one)
    assert {row.item.code: row.blind for row in one.items.all()} == dis.BLIND
    assert refusal(dis.mark, one) == "move.state"


def test_a_decision_makes_a_new_revision_and_keeps_the_old_one():
    first = dis.published()
    one = dis.decide(dis.mark(dis.take(dis.dispute(first))))
    first.refresh_from_db()
    made = one.outcome
    assert (made.revision, made.state, made.is_current, made.evaluator) == (2, "published", True, cast.user("chen"))
    assert (first.revision, first.state, first.is_current) == (1, "published", False)
    assert made.answers.get(item__code="listening").value == "4"
    assert first.answers.get(item__code="listening").value == "2"
    assert made.answers.get(item__code="identity").value == "no"
    assert (made.revision_reason, made.comment, made.dispute_closes_on) == ("she was heard out", first.comment, None)
    assert list(rescore()) == []
    assert Job.objects.filter(kind="sum-up-months").exists()
    assert refusal(dis.dispute, made) == "quality.no_window"


def test_what_was_decided_is_in_the_ledger():
    one = dis.decide(dis.mark(dis.take(dis.dispute())))
    found = Evidence.objects.filter(competency__code="listening", source_id=one.evaluation.assignment_id)
    assert dict(found.order_by().values_list("source_revision", "value")) == {1: 2, 2: 4}
    assert dict(found.order_by().values_list("source_revision", "is_superseded")) == {1: True, 2: False}


def test_rejected_whole_nothing_changes():
    rulings = {code: Ruling("rejected", "as scored") for code in dis.WISHES}
    one = dis.decide(dis.mark(dis.take(dis.dispute())), rulings=rulings)
    assert (one.state, one.outcome, Evaluation.objects.count()) == ("decided", None, 1)


def test_upheld_in_part_takes_the_mark_between():
    wishes = {"listening": Wish("5", "x")}
    one = dis.take(dis.dispute(wishes=wishes))
    dis.mark(one, values={"listening": "3"})
    dis.decide(one, rulings={"listening": Ruling("partly", "half of it", "3")})
    row = one.items.get()
    assert (row.outcome, row.decided, row.blind) == ("partly", "3", "3")
    assert total(one.outcome) == total(one.evaluation) == 0  # the fatal error was not disputed


def test_a_fatal_error_that_is_none_gives_the_points_back():
    one = dis.mark(dis.take(dis.dispute(wishes={"identity": Wish("yes", "x")})), values={"identity": "yes"})
    dis.decide(one, rulings={"identity": Ruling("upheld", "asked")})
    assert total(one.evaluation) == 0
    assert total(one.outcome) == Fraction(one.evaluation.exact_without_fatal) or total(one.outcome) > 60
    assert not one.outcome.has_fatal


def test_a_change_the_analyst_has_begun_waits_behind_the_decision():
    made = dis.published()
    given = made.assignment
    draft = actions.save_draft(given, by=cast.user("chen"), marks=scene.GOOD, comment="", edit_count=1)
    dis.decide(dis.mark(dis.take(dis.dispute(made))))
    draft.refresh_from_db()
    assert (draft.state, draft.revision) == ("draft", 3)
    assert scene.submit(given, {**scene.GOOD, "record": Mark("5")}, edit_count=2, reason="x").revision == 3


def seen(name):
    return queries.disputes_listed(cast.user(name)).count()


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("open", {"li", "zhao", "chen", "cao", "feng", "zheng", "wu", "qian", "zhou"}),
        ("decided", {"li", "zhao", "chen", "cao", "feng", "zheng", "wu", "qian", "zhou"}),
    ],
)
def test_who_sees_a_dispute(state, readers):
    dis.in_state(state)
    assert {name for name in cast.ROLES if seen(name)} == readers


def test_an_analyst_no_longer_sees_what_somebody_else_has_taken():
    one = dis.dispute()
    cast.user("he")
    also("he", "analyst")
    assert seen("he") == 1
    dis.take(one)
    assert seen("he") == 0


def test_rates_count_disputed_of_published_and_changed_of_decided():
    dis.published(cast.wang())
    with clock.set_to(dis.MONDAY):
        one = dis.take(dis.dispute())
        dis.decide(dis.mark(one))
    found = queries.rates(today=dis.TUESDAY)
    assert (found.disputed.count, found.disputed.of) == (1, 2)
    assert (found.changed.count, found.changed.of) == (1, 1)
    assert found.changed.estimate.low < 1
    own, all_of = (queries.records(cast.user(name), today=dis.TUESDAY) for name in ("chen", "feng"))
    assert [(row.analyst, row.disputed.count, row.disputed.of, row.changed.count) for row in own] == [("Chen", 1, 2, 1)]
    assert all_of == own
    assert queries.records(cast.user("cao"), today=dis.TUESDAY) == []
    assert queries.records(cast.user("li"), today=dis.TUESDAY) == []


def test_nothing_published_has_no_rate():
    assert queries.rates(today=dis.TUESDAY).disputed.estimate is None


def test_the_list_is_narrowed_by_state_agent_outcome_and_lateness():
    dis.in_state("decided")
    rows = queries.disputes_listed(cast.user("feng"))

    def count(today=dis.TOO_LATE, **how):
        return rows.filter(queries.DisputeFilter(**how).condition(today=today)).count()

    assert (count(state="decided"), count(state="open")) == (1, 0)
    assert (count(agent="li"), count(agent="wang")) == (1, 0)
    assert (count(outcome="upheld"), count(outcome="partly")) == (1, 0)
    assert count(late=True, today=dis.DUE.replace(day=30)) == 0
    Dispute.objects.update(state="open")
    assert (count(late=True, today=dis.DUE.replace(day=30)), count(late=True, today=dis.DUE)) == (1, 0)


def test_a_decision_cannot_be_made_past_the_dispute():
    made = dis.published()
    assert refusal(actions.change_by_decision, made, by=cast.user("cao"), marks={}, reason="x") == "permission.reach"
    assert permissions.CHANGE_BY_DECISION.is_held_by(cast.user("cao"))


def test_whoever_gives_a_dispute_back_takes_no_part_in_it_again_and_the_next_begins_blind():
    cast.user("feng")
    one = dis.give_back(dis.mark(dis.take(dis.dispute())))
    assert (one.state, one.decider, one.marked_at) == ("open", None, None)
    assert set(one.items.values_list("blind", flat=True)) == {""}
    assert one.given_back.get().reason == "away next week"
    with pytest.raises(NotAllowed):
        dis.take(one)
    assert dis.take_over(one).decider.username == "feng"
