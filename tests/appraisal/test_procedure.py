"""征求意见, 讨论决定, 公示, 签收, 施行: what each step asks, and what stays on record."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from hengcai.appraisal import actions
from hengcai.appraisal.in_force import policy_on
from hengcai.appraisal.models import Acknowledgement, Attendee, Policy, PolicyComment
from hengcai.appraisal.policy_changes import unexplained
from hengcai.appraisal.policy_duties import to_sign
from hengcai.appraisal.rules.procedure import Present, text_hash
from hengcai.appraisal.tasks import SIGN_JOB, ask_joiners_to_sign, ask_to_sign_step, begin_policy_step
from hengcai.base import clock
from hengcai.base.errors import NotAllowed
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from tests import cast
from tests.appraisal import procedure, stage
from tests.appraisal.procedure import A_DAY
from tests.appraisal.refusals import refused

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
DAY = cast.MONDAY
TEXT = "name: Sharper\ncustomer_minimum: 8\n"


def draft(text=TEXT, *, by="zheng", kind="quarterly"):
    return actions.add_policy(cast.centre(), by=cast.user(by), kind=kind, text=text)


def commented(policy, *, by="li", article="sources.self", today=DAY):
    return actions.comment_on_policy(policy, by=cast.user(by), text="自评占 20% 太高", article=article, today=today)


def decide(policy, day, *, by="qian", alone_because="", **changes):
    words = procedure.meeting(day, **changes)
    return actions.decide_policy(policy, by=cast.user(by), meeting=words, today=day, alone_because=alone_because)


def password(name, word="right"):
    user = cast.user(name)
    user.set_password(word)
    user.save()
    return user


def test_every_change_names_its_reason_before_anybody_is_asked():
    policy = draft()
    facts = refused("policy.reasons_missing", actions.discuss_policy, policy, by=cast.user("zheng"),
                    closes_on=DAY + A_DAY, today=DAY)  # fmt: skip
    assert facts["count"] == 1
    assert [one.place for one in unexplained(policy)] == ["policy:customer_minimum"]
    refused("policy.change_unknown", actions.explain_change, policy, by=cast.user("wu"), place="band:good", reason="x")
    refused("appraisal.reason_missing", actions.explain_change, policy, by=cast.user("wu"),
            place="policy:customer_minimum", reason=" ")  # fmt: skip
    assert procedure.discussed(policy, today=DAY).state == "discussed"


def test_a_comment_points_at_an_article_and_is_answered_before_anything_is_decided():
    policy = procedure.discussed(draft(), today=DAY)
    comment = commented(policy)
    refused("policy.article_unknown", commented, policy, article="sources.quality")
    refused("policy.comments_closed", commented, policy, today=DAY + 2 * A_DAY)
    assert refused("policy.comments_unanswered", decide, policy, DAY + 2 * A_DAY)["count"] == 1
    refused("appraisal.reason_missing", actions.answer_comment, comment, by=cast.user("wu"), answer="taken", reason="")
    refused(
        "policy.comment_answer_unknown", actions.answer_comment, comment, by=cast.user("wu"), answer="ok", reason="x"
    )
    actions.answer_comment(comment, by=cast.user("wu"), answer="partly", reason="降到 15%")
    assert decide(policy, DAY + 2 * A_DAY).state == "decided"
    with pytest.raises(NotAllowed):
        actions.answer_comment(comment, by=cast.user("wu"), answer="taken", reason="later")


def test_nobody_answers_their_own_comment():
    policy = procedure.discussed(draft(), today=DAY)
    comment = commented(policy, by="wu")
    with pytest.raises(NotAllowed):
        actions.answer_comment(comment, by=cast.user("wu"), answer="taken", reason="mine")


def test_the_text_stands_still_while_people_comment_and_is_amended_afterwards():
    policy = procedure.discussed(draft(), today=DAY)
    facts = {"by": cast.user("wu"), "text": TEXT.replace("8", "7"), "edit_count": 0}
    refused("policy.discussion_runs", actions.amend_policy, policy, today=DAY + A_DAY, **facts)
    refused("move.state", actions.rewrite_policy, policy, **facts)
    actions.amend_policy(policy, today=DAY + 2 * A_DAY, **facts)
    assert (policy.text, policy.procedure.discussed_text) == (facts["text"], TEXT)
    assert decide(policy, DAY + 2 * A_DAY).procedure.text_hash == text_hash(facts["text"])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"minutes": " "}, "policy.minutes_missing"),
        ({"present": (Present("郑远山", "panel"),) * 3}, "policy.nobody_for_staff"),
        ({"present": (Present("", "union"),) * 3}, "policy.name_missing"),
        ({"present": (Present("何梅", "friend"),) * 3}, "policy.capacity_unknown"),
        ({"present": (Present("何梅", "union", number="nobody"),) * 3}, "appraisal.person_unknown"),
        ({"votes_for": 4}, "policy.more_votes_than_people"),
        ({"votes_for": 3, "votes_against": -1}, "policy.more_votes_than_people"),
        ({"votes_for": 1, "votes_against": 1, "votes_abstained": 1}, "policy.not_adopted"),
        ({"votes_for": 0}, "policy.not_adopted"),
    ],
)
def test_a_decision_needs_minutes_somebody_for_the_staff_and_a_majority(changes, code):
    policy = procedure.discussed(draft(), today=DAY)
    refused(code, decide, policy, DAY + 2 * A_DAY, **changes)
    assert Policy.objects.get(pk=policy.pk).state == "discussed"
    assert not Attendee.objects.exists()


def test_the_meeting_comes_after_the_comments():
    policy = procedure.discussed(draft(), today=DAY)
    refused("policy.meeting_day", decide, policy, DAY + A_DAY)
    for name in ("zheng", "wu"):
        cast.user(name)


def test_who_is_present_for_the_staff_may_be_one_of_our_people():
    li = cast.person("li")
    present = (Present("李", "staff", number=li.number), *procedure.PRESENT)
    policy = decide(procedure.discussed(draft(), today=DAY), DAY + 2 * A_DAY, present=present, votes_for=4)
    assert [(one.name, one.person) for one in policy.procedure.attendees.order_by("pk")][:1] == [("李", li)]


def test_nobody_confirms_alone_what_they_drafted_unless_nobody_else_could():
    policy = procedure.discussed(draft(), today=DAY)
    cast.user("qian")
    with pytest.raises(NotAllowed) as caught:
        decide(policy, DAY + 2 * A_DAY, by="zheng", alone_because="急")
    assert caught.value.code == "policy.own_draft"
    actions.amend_policy(policy, by=cast.user("wu"), text=TEXT, edit_count=0, today=DAY + 2 * A_DAY)
    cast.user("qian").role_grants.all().delete()
    refused("policy.alone_without_reason", decide, policy, DAY + 2 * A_DAY, by="zheng")
    assert decide(policy, DAY + 2 * A_DAY, by="zheng", alone_because="只有一人").procedure.alone_because == "只有一人"


@pytest.mark.parametrize(
    ("posted", "begins", "changes", "code"),
    [
        (2, 3, {"place": " "}, "policy.notice_missing"),
        (2, 3, {"text": ""}, "policy.notice_missing"),
        (1, 3, {}, "policy.notice_day"),
        (3, 4, {}, "policy.notice_day"),
        (2, 2, {}, "policy.in_force_too_early"),
    ],
)
def test_a_notice_says_what_where_and_from_when(posted, begins, changes, code):
    policy = procedure.decided(draft(), today=DAY)
    words = procedure.notice(DAY + posted * A_DAY, DAY + begins * A_DAY, **changes)
    refused(code, actions.announce_policy, policy, by=cast.user("wu"), notice=words, today=DAY + 2 * A_DAY)


def test_one_version_a_day_and_none_under_a_cycle_that_has_begun():
    cycle = stage.open_quarter()
    policy = procedure.decided(draft(), today=DAY)
    for begins, code in ((stage.END, "policy.cycle_open"),):
        words = procedure.notice(DAY + 2 * A_DAY, begins)
        facts = refused(code, actions.announce_policy, policy, by=cast.user("wu"), notice=words, today=DAY + 2 * A_DAY)
        assert facts["cycle"] == cycle.code
    first = procedure.notice(DAY + 2 * A_DAY, stage.END + A_DAY)
    actions.announce_policy(policy, by=cast.user("wu"), notice=first, today=DAY + 2 * A_DAY)
    other = procedure.decided(draft(), today=DAY)
    facts = refused("policy.day_taken", actions.announce_policy, other, by=cast.user("wu"), notice=first,
                    today=DAY + 2 * A_DAY)  # fmt: skip
    assert facts["number"] == policy.number
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.filter(pk=other.pk).update(in_force_from=policy.in_force_from)


def test_a_cycle_has_the_version_in_force_on_its_last_day_and_results_keep_theirs():
    begins = stage.END - 5 * A_DAY
    policy = procedure.announced(draft(), today=DAY, in_force_from=begins)
    assert policy_on("quarterly", begins) == policy
    assert policy_on("quarterly", begins - A_DAY).number == 1
    assert stage.cycle().policy == policy
    assert stage.cycle(code="before", period=(stage.START, begins - A_DAY)).policy.number == 1
    assert policy_on("quarterly", cast.HIRED - 99 * A_DAY).number == 1
    actions.withdraw_policy(policy, by=cast.user("qian"), reason="改期")
    assert policy_on("quarterly", begins).number == 1


def test_a_cycle_laid_out_before_a_version_was_announced_takes_it_when_it_opens():
    early = stage.cycle()
    policy = procedure.announced(draft(), today=DAY, in_force_from=stage.END - A_DAY)
    stage.person("li")
    assert early.policy.number == 1
    assert actions.open_cycle(early, by=cast.user("zheng"), today=stage.END).policy == policy


def test_it_begins_by_itself_on_the_day_announced():
    policy = procedure.announced(draft(), today=DAY)
    job = Job.objects.get(kind="begin-policy")
    assert job.lease_until.astimezone().date() <= policy.in_force_from
    refused("policy.not_in_force_yet", actions.publish_policy, policy, by=cast.user("qian"), today=DAY + 2 * A_DAY)
    with clock.set_to(clock.now() - timedelta(days=3650)):
        begin_policy_step(policy.pk)
    assert Policy.objects.get(pk=policy.pk).state == "announced"
    begin_policy_step(policy.pk)
    begin_policy_step(policy.pk)
    assert list(Policy.objects.filter(kind="quarterly").order_by("number").values_list("state", flat=True)) == [
        "retired", "published",
    ]  # fmt: skip


def test_each_signs_with_their_password_for_the_text_they_saw():
    cast.person("li")
    policy = procedure.announced(draft(), today=DAY)
    li, day = password("li"), DAY + 2 * A_DAY
    refused("accounts.password_wrong", actions.acknowledge_policy, policy, by=li, password="wrong", today=day)
    refused("policy.other_text", actions.acknowledge_policy, policy, by=li, password="right", today=day, text_seen="0")
    made = actions.acknowledge_policy(policy, by=li, password="right", today=day, text_seen=text_hash(TEXT))
    assert (made.person.number, made.text_hash) == ("li", policy.procedure.text_hash)
    assert actions.acknowledge_policy(policy, by=li, password="", today=day) == made
    assert not Duty.objects.filter(kind="policy.sign", user=li, done_at=None).exists()
    refused("policy.not_staff", actions.acknowledge_policy, policy, by=password("sun"), password="right", today=day)


def test_a_draft_is_not_signed_for():
    with pytest.raises(NotAllowed):
        actions.acknowledge_policy(draft(), by=password("li"), password="right", today=DAY)


def test_who_has_not_signed_is_nudged_once_a_day_and_joiners_are_asked():
    for name in ("li", "wang"):
        cast.person(name)
    policy = procedure.announced(draft(), today=DAY)
    actions.acknowledge_policy(policy, by=password("li"), password="right", today=DAY + 2 * A_DAY)
    names = lambda: set(to_sign(policy, DAY + 2 * A_DAY).values_list("number", flat=True))  # noqa: E731
    assert "wang" in names()
    assert "li" not in names()
    Duty.objects.update(seen_at=clock.now())
    actions.nudge_signers(policy, by=cast.user("wu"), today=DAY + 2 * A_DAY)
    unread = Duty.objects.filter(kind="policy.sign", done_at=None, seen_at=None)
    assert [one.user.username for one in unread] == [one.user.username for one in unread.exclude(user__username="li")]
    Duty.objects.update(seen_at=clock.now())
    actions.nudge_signers(policy, by=cast.user("wu"), today=DAY + 2 * A_DAY)
    assert not Duty.objects.filter(kind="policy.sign", done_at=None, seen_at=None).exists()
    cast.person("he")
    ask_joiners_to_sign()
    ask_joiners_to_sign()
    assert Job.objects.filter(kind=SIGN_JOB).count() == 1
    ask_to_sign_step(0)
    assert Duty.objects.filter(kind="policy.sign", user=cast.user("he"), done_at=None).exists()
    refused("policy.not_to_sign", actions.nudge_signers, draft(), by=cast.user("wu"), today=DAY)


def test_what_is_in_force_is_not_withdrawn_and_nothing_is_deleted():
    policy = procedure.in_force(draft(), on=DAY)
    refused("move.state", actions.withdraw_policy, policy, by=cast.user("qian"), reason="x")
    refused("policy.frozen", actions.delete_policy, policy, by=cast.user("zheng"))
    other = procedure.discussed(draft(), today=DAY)
    refused("appraisal.reason_missing", actions.withdraw_policy, other, by=cast.user("qian"), reason="")
    refused("policy.frozen", actions.delete_policy, other, by=cast.user("zheng"))
    actions.withdraw_policy(other, by=cast.user("qian"), reason="先不改")
    assert other.procedure.withdrawn_because == "先不改"
    refused("policy.frozen", actions.explain_change, other, by=cast.user("zheng"), place="x", reason="x")


def test_a_wrong_comment_is_refused_and_there_is_an_end_to_them():
    policy = procedure.discussed(draft(), today=DAY)
    refused("policy.comment_missing", actions.comment_on_policy, policy, by=cast.user("li"), text=" ", today=DAY)
    PolicyComment.objects.bulk_create([PolicyComment(policy=policy, text="x", by=cast.user("li"))] * 50)
    refused("policy.too_many_comments", commented, policy)
    assert commented(policy, by="wang", article="").article == ""


def test_shipped_policies_hold_without_a_procedure_and_nothing_else_does():
    shipped = Policy.objects.get(kind="quarterly")
    assert (shipped.in_force_from, hasattr(shipped, "procedure")) == (cast.HIRED, False)
    cast.person("li")
    made = actions.acknowledge_policy(shipped, by=password("li"), password="right", today=DAY)
    assert Acknowledgement.objects.get() == made
