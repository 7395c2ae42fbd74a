"""An appeal from filing to its answer: in time, by the one it is about, handled by people without a part in the score."""

from datetime import timedelta

import pytest
from django.conf import settings

from hengcai.appeals import actions
from hengcai.appeals.models import Appeal
from hengcai.appeals.parts import parts_in
from hengcai.appeals.rules.appeals import Petition
from hengcai.appeals.rules.panel import ordered
from hengcai.appeals.signals import appeal_answered
from hengcai.appraisal.actions import correct_result
from hengcai.appraisal.models import Correction, Ruling
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.consequences.queries.following import following
from hengcai.inbox.models import Duty
from hengcai.people.queries.calendar import the_calendar
from tests import cast
from tests.appeals import appeal_scene as ap
from tests.consequences import scene as pay

pytestmark = pytest.mark.django_db


def duties(kind):
    rows = Duty.objects.filter(kind=kind, done_at=None).order_by("user__username")
    return list(rows.values_list("user__username", flat=True))


def test_it_is_drawn_from_those_without_a_part_and_can_be_drawn_again_by_anyone():
    one = ap.filed()
    assert (one.state, one.drawn["circles"]) == ("assigned", ["group", "staff"])
    names = [user.username for user in ap.sitting(one)]
    assert names == ordered(sorted(ap.STAFF), seed=one.seed) == one.drawn["order"][:3]
    assert one.drawn["left_out"] == {"publisher": 2}
    assert duties("appeal.hear") == sorted(ap.STAFF)
    assert set(Duty.objects.filter(kind="appeal.hear").values_list("due_on", flat=True)) == {one.due_on}
    assert one.due_on == the_calendar().add(one.filed_on, 10).date


def test_everybody_with_a_part_in_it_is_told_by_the_plainest_of_them():
    ap.published_month()
    found = {cast.user(name).pk: name for name in ("li", "zhao", "chen", "zheng", "qian")}
    parts = {found[user]: part for user, part in parts_in(ap.result()).items() if user in found}
    assert parts == {
        "li": "appellant", "zhao": "superior", "chen": "evaluator", "zheng": "publisher", "qian": "publisher",
    }  # fmt: skip


def test_whoever_proposed_a_correction_has_a_part_in_it_like_whoever_confirmed_it():
    ap.published_month()
    fresh = correct_result(ap.result(), by=cast.user("zheng"), reason="a mark was changed")
    Correction.objects.filter(fresh=fresh).update(proposed_by=cast.user("wu"))
    assert parts_in(fresh)[cast.user("wu").pk] == "corrector"


def test_the_last_day_is_in_time_and_the_day_after_is_told_the_last_day():
    ap.published_month()
    closes = the_calendar().add(clock.today(), 5).date
    with pytest.raises(NotNow) as refused:
        ap.file(today=closes + timedelta(days=1))
    assert (refused.value.code, refused.value.facts["day"]) == ("appeals.window_closed", closes.isoformat())
    assert ap.file(today=closes).closes_on == closes


@pytest.mark.parametrize(("petition", "code"), [
    (Petition((), "x", "y"), "appeals.subjects_missing"), (Petition(("else",), "x", "y"), "appeals.subjects_missing"),
    (Petition(("rating",), " ", "y"), "appeals.grounds_missing"), (Petition(("rating",), "x", ""), "appeals.wanted_missing"),
    (Petition(("rating",), "x" * 4001, "y"), "text.too_long"),
])  # fmt: skip
def test_it_says_what_is_wrong_why_and_what_is_asked_for(petition, code):
    ap.published_month()
    with pytest.raises(NotValid) as refused:
        ap.file(petition=petition)
    assert refused.value.code == code


def test_nobody_appeals_for_another_nor_twice():
    one = ap.filed()
    for name in ("zhao", "zheng", "wang", "wu"):
        with pytest.raises(NotAllowed):
            actions.file_appeal(one.result, by=cast.user(name), petition=ap.PETITION, today=clock.today())
    with pytest.raises(NotNow, match="filed_already"):
        ap.file()
    actions.withdraw_appeal(one, by=cast.user("li"))
    second = ap.file()
    assert second.state == "assigned"
    assert [user.username for user in ap.sitting(second)] == [user.username for user in ap.sitting(one)]
    actions.withdraw_appeal(second, by=cast.user("li"))
    with pytest.raises(NotNow, match="withdrawn_twice"):
        ap.file()


def test_two_members_agree_and_the_score_is_the_policys_own_arithmetic_with_their_figure():
    heard = []
    receive = lambda sender, appeal, by, **_: heard.append((appeal.pk, appeal.fresh_id))  # noqa: E731
    appeal_answered.connect(receive, weak=False)
    one = ap.put_forward()
    before = ap.result()
    actions.agree_to_answer(one, by=ap.sitting(one)[1])
    appeal_answered.disconnect(receive)
    one, after = ap.again(one), ap.result()
    assert (one.state, one.outcome, one.fresh, after.revision) == ("answered", "upheld", after, before.revision + 1)
    assert (after.inputs["rated"]["wording"], after.reason) == ("100", "录音里没有错")
    assert after.exact != before.exact
    assert {user.username for user in Ruling.objects.get().decided_by.all()} == {
        user.username for user in ap.sitting(one)[:2]
    }
    assert heard == [(one.pk, after.pk)]
    assert (duties("appeal.vote"), duties("appeal.decide"), duties("appeal.read")) == ([], [], ["li"])
    actions.read_answer(one, by=cast.user("li"))
    assert duties("appeal.read") == []


def test_what_was_ruled_holds_when_it_is_corrected_again():
    ap.answered()
    fresh = correct_result(ap.result(), by=cast.user("zheng"), reason="something else")
    assert fresh.inputs["rated"]["wording"] == "100"
    assert fresh.inputs["ruled"] == [["figure::wording", "100.000000"]]


def test_a_rejection_leaves_the_result_as_it_is_and_gives_reasons():
    before = None
    one = ap.put_forward(outcome="rejected")
    before = ap.result().pk
    actions.agree_to_answer(one, by=ap.sitting(one)[2])
    one = ap.again(one)
    assert (one.state, one.outcome, one.fresh, ap.result().pk) == ("answered", "rejected", None, before)


@pytest.mark.parametrize(("outcome", "value", "code"), [
    ("upheld", None, "appeals.changes_nothing"), ("adjusted", "0", "appeals.lowers"), ("rejected", "100", "appeals.rejected_changes"),
    ("upheld", "101", "quantity.percent_outside"), ("maybe", None, "appeals.outcome_unknown"),
])  # fmt: skip
def test_an_answer_does_what_it_says_and_never_costs_the_appellant(outcome, value, code):
    one = ap.heard()
    ruled = ap.better(value) if value else []
    with pytest.raises(NotValid) as refused:
        actions.propose_answer(one, by=ap.sitting(one)[0], outcome=outcome, reasons="x", ruled=ruled)
    assert refused.value.code == code


def test_the_answer_of_an_appeal_is_not_appealed_again():
    ap.answered()
    with pytest.raises(NotNow, match="is_an_answer"):
        ap.file()


def test_who_steps_back_is_followed_by_the_draw_then_by_the_next_circle_and_then_it_goes_up():
    one = ap.filed()
    first = ap.sitting(one)[0]
    actions.step_back(one, by=first, reason="我带过他")
    assert [user.username for user in ap.sitting(one)][-1] == "lin"
    assert ap.again(one).drawn["circles"] == ["group", "staff", "leads"]
    with pytest.raises(NotAllowed):
        actions.hear_appeal(one, by=first, held_on=clock.today(), present="x", words="y", today=clock.today())
    for user in ap.sitting(one)[:2]:
        actions.step_back(one, by=user, reason="出差")
    one = ap.again(one)
    assert (one.state, duties("appeal.hear"), duties("appeal.appoint")) == ("filed", [], ["wu"])


def test_by_hand_only_where_the_draw_fell_short_and_only_people_without_a_part():
    one = ap.filed()
    while ap.again(one).state == "assigned":
        actions.step_back(one, by=ap.sitting(one)[0], reason="x")
    one, head = ap.again(one), cast.user("qian")
    for name in ("zhao", "chen", "zheng", "li", "qian", "feng"):
        with pytest.raises(NotNow, match="has_a_part"):
            actions.appoint_members(one, by=head, users=[cast.user(name)], reason="人不够")
    with pytest.raises(NotValid, match="appoint_reason_missing"):
        actions.appoint_members(one, by=head, users=[cast.user("cao")], reason=" ")
    actions.appoint_members(one, by=head, users=[cast.user("cao")], reason="人不够")
    assert (ap.again(one).state, one.members.get(user=cast.user("cao")).because) == ("assigned", "人不够")
    with pytest.raises(NotNow):
        actions.appoint_members(one, by=head, users=[cast.user("sun")], reason="再加一个")


def test_the_superior_reads_the_question_and_answers_it_once():
    one = ap.filed()
    asked = actions.ask_opinion(
        one, by=ap.sitting(one)[0], of=cast.user("zhao"), question="当天谁值班？", today=clock.today()
    )
    with pytest.raises(NotValid, match="not_a_superior"):
        actions.ask_opinion(one, by=ap.sitting(one)[0], of=cast.user("lin"), question="?", today=clock.today())
    assert duties("appeal.say") == ["zhao"]
    with pytest.raises(NotAllowed):
        actions.answer_opinion(asked, by=cast.user("lin"), answer="我")
    actions.answer_opinion(asked, by=cast.user("zhao"), answer="是他")
    with pytest.raises(NotNow):
        actions.answer_opinion(ap.again(asked), by=cast.user("zhao"), answer="不是他")
    assert duties("appeal.say") == []


def test_a_proposal_that_cannot_be_carried_falls_and_another_is_put_forward():
    one = ap.put_forward()
    first, second, third = ap.sitting(one)
    with pytest.raises(NotNow, match="voted_already"):
        actions.agree_to_answer(one, by=first)
    actions.disagree_with_answer(one, by=second, words="录音听不清")
    assert ap.again(one).proposals.get().state == "open"
    with pytest.raises(NotNow, match="one_on_the_table"):
        actions.propose_answer(one, by=third, outcome="rejected", reasons="x")
    actions.disagree_with_answer(one, by=third, words="同上")
    assert (ap.again(one).state, one.proposals.get().state, len(duties("appeal.decide"))) == ("heard", "fallen", 3)
    actions.propose_answer(one, by=third, outcome="rejected", reasons="证据不足")
    actions.agree_to_answer(one, by=second)
    assert ap.again(one).outcome == "rejected"


def test_its_record_is_held_until_it_is_answered_or_withdrawn():
    one = ap.filed()
    record = one.result.record
    assert one.number in ap.again(record).held_because
    actions.withdraw_appeal(one, by=cast.user("li"))
    assert ap.again(record).held_because == ""
    ap.answered(appeal=ap.heard(ap.file()))
    assert ap.again(record).state == "replaced"
    assert ap.result().record.state == "notified"


def test_a_late_interview_lengthens_the_time_to_appeal():
    ap.published_month()
    record = ap.result().record
    record.appeal_by = clock.today() + timedelta(days=30)
    record.save()
    assert ap.file(today=record.appeal_by).closes_on == record.appeal_by


def test_an_appeal_takes_so_many_files_and_none_once_it_is_closed():
    assert settings.EVIDENCE_FILES == 10
    one = ap.filed()
    facts = {"place": "appeals/1", "media_type": "image/png", "size": 1, "digest": "-"}
    for number in range(settings.EVIDENCE_FILES):
        actions.add_evidence(one, by=cast.user("li"), name=f"{number}.png", **facts)
    with pytest.raises(NotValid, match="too_many_files"):
        actions.add_evidence(one, by=cast.user("li"), name="11.png", **facts)
    actions.withdraw_appeal(one, by=cast.user("li"))
    with pytest.raises(NotNow, match=r"appeals\.closed"):
        actions.add_evidence(one, by=cast.user("li"), name="x.png", **facts)
    assert Appeal.objects.get().withdrawn_at is not None


def test_what_follows_from_an_answer_is_shown_to_those_who_may_know_of_pay():
    """The month's pay is decided before the answer; the members learn nothing of it."""
    one = ap.put_forward()
    decided = pay.decided(one.result.participant.cycle)
    actions.agree_to_answer(one, by=ap.sitting(one)[1])
    fresh = ap.again(one).fresh
    found = following(fresh, cast.user("qian"))
    assert (found.pay.line.run_id, found.run, found.is_settled) == (decided.pk, None, False)
    assert following(fresh, cast.user("li")).pay == found.pay
    assert [following(fresh, cast.user(name)).pay for name in ("zhou", "feng", "zheng")] == [None] * 3
    assert following(None, cast.user("wu")).sees_pay is False
