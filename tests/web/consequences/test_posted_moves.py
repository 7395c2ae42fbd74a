"""Every move from every state it does not start from, sent by whoever may make it: turned away, and nothing has changed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hengcai.consequences import actions, states
from hengcai.consequences.models import LookAgain, Nomination, PayRun, Plan, Proposal, Review
from tests import cast
from tests.consequences import plan_scene as ps
from tests.consequences import scene, test_awards, test_looking

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WU, QIAN, ZHAO, WANG = "wu", "qian", "zhao", "wang"
RUN = {"again": (WU, states.PREPARE_ANEW), "call_off": (WU, states.CALL_OFF), "decide": (QIAN, states.DECIDE), "export": (WU, states.EXPORT)}  # fmt: skip
REVIEW = {"uphold": (QIAN, states.UPHOLD), "waive": (QIAN, states.WAIVE)}
PLAN = {
    "offer": (ZHAO, states.OFFER_PLAN), "sign": (WANG, states.SEAL_PLAN), "refuse": (WANG, states.REFUSE_PLAN),
    "redraft": (ZHAO, states.REDRAFT_PLAN), "start": (WU, states.START_UNSIGNED), "succeed": (ZHAO, states.SUCCEED_PLAN),
    "fail": (ZHAO, states.FAIL_PLAN), "call_off": (ZHAO, states.CALL_OFF_PLAN),
}  # fmt: skip
PERSONS = ("sign", "refuse")
MOVE = {
    "carry": (WU, states.CARRY_MOVE), "drop": (WU, states.DROP_MOVE), "decide": (QIAN, states.DECIDE_MOVE),
    "decline": (QIAN, states.DECLINE_MOVE),
}  # fmt: skip
AWARD = {"notice": (WU, states.OPEN_NOTICE), "grant": (QIAN, states.GRANT), "decline": (WU, states.DECLINE_AWARD)}


def run(state):
    made = scene.prepared()
    if state in PayRun.FINAL:
        actions.decide_run(made, by=cast.user(QIAN))
    if state == "exported":
        actions.export_run(ps.again(made), by=cast.user(WU))
    if state == "called_off":
        actions.call_off_run(made, by=cast.user(WU))
    return made


def review(state):
    scene.prepared()
    found = Review.objects.get(person__number="he")
    if state == "overtaken":
        scene.corrected(found.result, "85.0", "good")
    elif state != "open":
        ends = {"upheld": actions.uphold_review, "waived": actions.waive_review}[state]
        ends(found, by=cast.user(QIAN), reason="听了九通")
    return found


def plan(state):
    ps.retest(*(ps.BELOW if state == "failed" else ps.ABOVE))
    if state == "drafted":
        return ps.drafted()
    if state in ("offered", "refused"):
        made = actions.offer_improvement(ps.drafted(), by=cast.user(ZHAO), today=ps.TODAY)
        return made if state == "offered" else actions.refuse_improvement(made, by=cast.user(WANG), words="不同意")
    made, again = ps.running(), scene.Result.objects.get(participant__cycle__kind="special")
    ends = {"succeeded": actions.succeed_improvement, "failed": actions.fail_improvement}
    if state in ends:
        ends[state](made, by=cast.user(ZHAO), retest=again, words="复评见分晓")
    if state == "called_off":
        actions.call_off_improvement(made, by=cast.user(ZHAO), words="调走了")
    return made


def move(state):
    cast.person(ZHAO)
    made = actions.propose_move(cast.li(), by=cast.user(ZHAO), kind="promotion", where="组长", reason="三个季度都好")
    if state == "waiting":
        Proposal.objects.filter(pk=made.pk).update(state="waiting", why="probability_unknown")
    if state in ("decided", "declined"):
        ends = {"decided": actions.decide_move, "declined": actions.decline_move}[state]
        ends(made, by=cast.user(QIAN), reason="看过材料")
    return made


def award(state):
    made = test_awards.nominated()
    if state in ("notice", "granted"):
        actions.open_notice(made, by=cast.user(WU), today=test_awards.MONDAY)
    if state == "granted":
        actions.grant_award(ps.again(made), by=cast.user(QIAN), today=test_awards.LAST + timedelta(days=1))
    if state == "declined":
        actions.decline_award(made, by=cast.user(WU), reason="改过了")
    return made


KINDS = {
    "see-pay-run": (PayRun, RUN, run), "see-review": (Review, REVIEW, review), "see-improvement-plan": (Plan, PLAN, plan),
    "see-move": (Proposal, MOVE, move), "see-nomination": (Nomination, AWARD, award),
}  # fmt: skip
CASES = [(page, state) for page, (model, _moves, _make) in KINDS.items() for state in model.State.values]


def posted(page, row, by, **body):
    client = Client(raise_request_exception=False)
    cast.person(by)
    client.force_login(cast.user(by))
    return client.post(reverse(page, args=[row.pk]), {"reason": "x", "words": "x", "password": "x", **body}).status_code


@pytest.mark.parametrize(("page", "state"), CASES)
def test_a_move_out_of_place_is_turned_away(page, state):
    _model, moves, make = KINDS[page]
    row = make(state)
    retest = scene.Result.objects.filter(participant__cycle__kind="special").first()
    body = {"retest": retest.pk} if retest else {}
    wrong = {do: by for do, (by, move) in moves.items() if state not in move.sources}
    assert ps.again(row).state == state
    answers = {do: posted(page, row, by, do=do, **body) for do, by in wrong.items()}
    hidden = set(PERSONS) if state == "drafted" else set()  # a draft is its writer's: for its person it is not there
    assert answers == {do: 404 if do in hidden else 409 for do in wrong}
    assert ps.again(row).state == state


def test_what_is_answered_is_not_answered_again():
    look = test_looking.asked()
    actions.answer_look_again(look, by=look.handler, outcome="stands", answer="听过了")
    assert posted("see-look-again", look, look.handler.username, outcome="to_correct", answer="再看") == 409
    assert LookAgain.objects.get().outcome == "stands"
