"""Whatever five people do in whatever order and on whatever day: no step of a policy's procedure is left out."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from hengcai.appraisal import actions
from hengcai.appraisal.models import Acknowledgement, Policy, PolicyComment, Procedure
from hengcai.appraisal.policy_changes import unexplained
from hengcai.appraisal.rules.procedure import Present, text_hash
from hengcai.audit.models import Entry
from hengcai.base import clock
from tests import cast
from tests.appraisal import procedure
from tests.quality.machine import Machine

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
PEOPLE = st.sampled_from(["zheng", "qian", "wu", "li"])
DRAFTERS, APPROVERS, ANNOUNCERS, WITHDRAWERS = (
    {"zheng", "wu"},
    {"zheng", "qian"},
    {"zheng", "qian", "wu"},
    {"zheng", "qian"},
)
TEXTS = [f"name: Sharper\ncustomer_minimum: {least}\n" for least in (6, 7, 8)]
A_DAY = timedelta(days=1)


class Way(Machine):
    """The model knows the day, the state, whose words are in the text, which comments wait, and the days agreed."""

    def __init__(self):
        super().__init__()
        self.today = cast.MONDAY
        self.state, self.drafters, self.waiting, self.comments = "draft", {"zheng"}, [], 0
        self.closes = self.decided_on = self.begins = None
        self.signed, self.explained = False, False
        self.made = actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text=TEXTS[0]).pk

    def policy(self):
        return Policy.objects.get(pk=self.made)

    def runs(self, act, by, *, goes, **facts):
        with clock.set_to(clock.now()):
            return self.does(act, self.policy(), by=cast.user(by), goes=goes, **facts)

    @rule(days=st.integers(1, 2))
    def time_passes(self, days):
        self.today += days * A_DAY

    @rule(by=PEOPLE, text=st.sampled_from(TEXTS))
    def rewrite(self, by, text):
        count = self.policy().edit_count
        if self.runs(actions.rewrite_policy, by, text=text, edit_count=count,
                     goes=self.state == "draft" and by in DRAFTERS):  # fmt: skip
            self.drafters.add(by)

    @rule(by=PEOPLE, text=st.sampled_from(TEXTS))
    def amend(self, by, text):
        goes = self.state == "discussed" and by in DRAFTERS and self.today > self.closes
        count = self.policy().edit_count
        if self.runs(actions.amend_policy, by, text=text, edit_count=count, today=self.today, goes=goes):
            self.drafters.add(by)

    @rule()
    def explain(self):
        if self.state in ("draft", "discussed"):
            procedure.explained(self.policy(), by="wu")
            self.explained = True

    @rule(by=PEOPLE, days=st.integers(0, 2))
    def discuss(self, by, days):
        goes = self.state == "draft" and by in DRAFTERS and days > 0 and self.explained
        closes = self.today + days * A_DAY
        if self.runs(actions.discuss_policy, by, closes_on=closes, today=self.today, goes=goes):
            self.state, self.closes = "discussed", closes

    @rule(by=PEOPLE, article=st.sampled_from(["", "sources.self", "nowhere"]))
    def comment(self, by, article):
        goes = self.state == "discussed" and self.today <= self.closes and article != "nowhere"
        if self.runs(actions.comment_on_policy, by, text="自评权重偏高", article=article, today=self.today, goes=goes):
            self.waiting.append(by)
            self.comments += 1

    @precondition(lambda self: self.waiting)
    @rule(by=PEOPLE, reason=st.sampled_from(["", "按意见改"]))
    def answer(self, by, reason):
        one = PolicyComment.objects.filter(policy=self.made, answer="").order_by("pk")[0]
        goes = self.state == "discussed" and by in DRAFTERS - {self.waiting[0]} and bool(reason)
        if self.does(actions.answer_comment, one, by=cast.user(by), answer="taken", reason=reason, goes=goes):
            self.waiting.pop(0)

    @rule(
        by=PEOPLE, votes=st.sampled_from([(3, 0), (1, 1)]), union=st.booleans(), alone=st.sampled_from(["", "人手不够"])
    )
    def decide(self, by, votes, union, alone):
        present = procedure.PRESENT if union else (Present("郑远山", "panel"),) * 3
        others = APPROVERS - self.drafters - {by}
        second = by not in self.drafters or (not others and bool(alone))
        goes = (
            self.state == "discussed" and by in APPROVERS and self.today > self.closes and not self.waiting
            and votes == (3, 0) and union and second and self.explained
        )  # fmt: skip
        words = procedure.meeting(self.today, votes_for=votes[0], votes_against=votes[1], present=present)
        if self.runs(actions.decide_policy, by, meeting=words, today=self.today, alone_because=alone, goes=goes):
            self.state, self.decided_on = "decided", self.today

    @rule(by=PEOPLE, days=st.integers(0, 2))
    def announce(self, by, days):
        begins = self.today + days * A_DAY
        goes = self.state == "decided" and by in ANNOUNCERS and days > 0
        words = procedure.notice(self.today, begins)
        if self.runs(actions.announce_policy, by, notice=words, today=self.today, goes=goes):
            self.state, self.begins = "announced", begins

    @rule(by=PEOPLE)
    def begin(self, by):
        goes = self.state == "announced" and by in APPROVERS and self.today >= self.begins
        if self.runs(actions.publish_policy, by, today=self.today, goes=goes):
            self.state = "published"

    @rule(by=PEOPLE)
    def withdraw(self, by):
        goes = self.state in ("discussed", "decided", "announced") and by in WITHDRAWERS
        if self.today > cast.MONDAY + 6 * A_DAY and self.runs(
            actions.withdraw_policy, by, reason="还不成熟", goes=goes
        ):
            self.state = "withdrawn"

    @rule(password=st.sampled_from(["right", "wrong"]))
    def sign(self, password):
        li = cast.user("li")
        li.set_password("right")
        goes = self.state in ("announced", "published") and (self.signed or password == "right")
        if self.does(actions.acknowledge_policy, self.policy(), by=li, password=password, today=self.today, goes=goes):
            self.signed = True

    @rule()
    def the_right_next_step(self):
        """So that the far end is reached often."""
        self.today += 2 * A_DAY
        if self.state == "draft":
            self.explain()
            self.discuss("wu", 1)
        elif self.state == "discussed":
            while self.waiting:
                self.answer("wu" if self.waiting[0] == "zheng" else "zheng", "按意见改")
            self.decide("qian", (3, 0), union=True, alone="")
        elif self.state == "decided":
            self.announce("wu", 1)
        else:
            self.begin("qian")

    @invariant()
    def it_stands_where_the_model_says(self):
        assert self.policy().state == self.state
        assert Acknowledgement.objects.filter(policy=self.made).exists() == self.signed
        assert PolicyComment.objects.filter(policy=self.made).count() == self.comments

    @invariant()
    def one_holds_at_a_time_and_what_went_before_has_its_proof(self):
        assert Policy.objects.filter(kind="quarterly", state="published").count() == 1
        told = Procedure.objects.filter(policy=self.made).first()
        assert (told is None) == (self.state == "draft")
        if self.state in ("decided", "announced", "published"):
            assert told.text_hash == text_hash(self.policy().text)
            assert told.decided_by_id not in self.policy().drafters.values_list("pk", flat=True) or told.alone_because
            assert not unexplained(self.policy()) or self.state == "published"
        if self.state == "published":
            assert self.policy().in_force_from == told.promised_from == self.begins
            assert Entry.objects.filter(action="publish_policy").count() == 1


def test_no_step_is_left_out_in_whatever_order_people_try():
    for name in ("zheng", "qian", "wu"):
        cast.user(name)
    cast.person("li")
    run_state_machine_as_test(Way, settings=settings(max_examples=12, stateful_step_count=16, deadline=None))
