"""Whatever people do in whatever order: a pay run, a plan and an award go exactly as their plain models say."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.consequences import actions
from hengcai.consequences.models import Nomination, Objection, PayLine, PayRun, Plan, Proposal
from hengcai.consequences.steps import steps_of
from tests import cast
from tests.consequences import plan_scene as ps
from tests.consequences import scene, test_awards
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
FEW = {"max_examples": 8, "stateful_step_count": 12, "deadline": None}
PAYERS = st.sampled_from(["wu", "qian", "zhou", "li"])
MAKERS = st.sampled_from(["zhao", "wang", "wu", "lin", "zhou"])


class Run(Machine):
    """What it paid on the day it was decided; whether an appeal is open, and whether one was when it was worked out."""

    def __init__(self):
        super().__init__()
        self.state, self.paid, self.appeal = "prepared", None, None
        self.reckoned_open = self.is_answered = False

    def run(self):
        return PayRun.objects.get(kind="month", last_on=scene.MARCH[1])

    @rule(by=PAYERS)
    def again(self, by):
        goes = self.state == "prepared" and by == "wu"
        if self.does(actions.prepare_run_anew, self.run(), by=cast.user(by), goes=goes):
            self.reckoned_open = self.appeal is not None

    @rule(ends=st.sampled_from(["rejected", "withdrawn"]))
    def appeal_or_end_it(self, ends):
        """Filed, or, where one is open, over without a change; what was answered is not appealed again."""
        if self.appeal is None and self.is_answered:
            return
        if self.appeal is None:
            found = scene.Result.objects.get(participant__person__number="he", is_current=True)
            self.appeal = scene.appealed(found, by="he")
        else:
            (scene.over if ends == "rejected" else scene.withdrawn)(self.appeal)
            self.appeal, self.is_answered = None, ends == "rejected"

    @rule(by=PAYERS)
    def decide(self, by):
        follows = self.reckoned_open == (self.appeal is not None)
        goes = self.state == "prepared" and by == "qian" and follows
        if self.does(actions.decide_run, self.run(), by=cast.user(by), because="x", goes=goes):
            self.state, self.paid = "decided", self.lines()

    @rule(by=PAYERS)
    def export(self, by):
        goes = self.state in {"decided", "exported"} and by in {"wu", "qian"}
        if self.does(actions.export_run, self.run(), by=cast.user(by), goes=goes):
            self.state = "exported"

    @rule(by=PAYERS)
    def call_off(self, by):
        goes = self.state == "prepared" and by == "wu"
        if self.does(actions.call_off_run, self.run(), by=cast.user(by), goes=goes):
            self.state = "called_off"

    def lines(self):
        return sorted(PayLine.objects.filter(run=self.run()).values_list("person", "total"))

    @invariant()
    def what_is_decided_never_changes(self):
        assert self.run().state == self.state
        held = set(
            PayLine.objects.filter(held_by__isnull=False, run=self.run()).values_list("person__number", flat=True)
        )
        assert held == ({"he"} if self.reckoned_open and self.state != "called_off" else set())
        if self.paid is not None:
            assert self.lines() == self.paid


class FourSteps(Machine):
    """Papers one by one, in whatever order; the model is the list of those that counted."""

    def __init__(self):
        super().__init__()
        self.known, self.below, self.plan, self.again = False, 0, "", ""

    def person(self):
        return cast.person("wang")

    @rule()
    def signs_the_rules(self):
        ps.known()
        self.known = True

    @rule()
    def stands_below_the_bar(self):
        if self.below < len(ps.QUARTERS):
            code = list(ps.QUARTERS)[self.below]
            ps.quarter(code)
            self.below += 1

    @rule(by=st.sampled_from(["wu", "zhou"]))
    def is_trained_on_paper(self, by):
        goes = by == "wu" and self.known and self.below > 0
        how = {"step": "trained", "on": ps.TODAY, "words": "签到表", "today": ps.TODAY}
        self.does(actions.keep_step_paper, self.person(), by=cast.user(by), goes=goes, **how)

    @rule()
    def is_given_a_plan(self):
        """Begun without the signature: what counts is that it began."""
        if self.plan:
            return
        goes = self.known and self.below > 0
        if self.does(
            actions.draft_improvement, self.person(), by=cast.user("zhao"), text=ps.TEXT, today=ps.TODAY, goes=goes
        ):
            found = Plan.objects.get(state="drafted")
            found = actions.offer_improvement(found, by=cast.user("zhao"), today=ps.TODAY)
            found = actions.refuse_improvement(ps.again(found), by=cast.user("wang"), words="no")
            actions.start_unsigned(ps.again(found), by=cast.user("wu"), because="support")
            self.plan = "running"

    @rule(above=st.booleans())
    def is_assessed_again(self, above):
        if self.plan == "running" and not self.again:
            found = ps.retest(*(ps.ABOVE if above else ps.BELOW))
            ends = actions.succeed_improvement if above else actions.fail_improvement
            ends(Plan.objects.get(), by=cast.user("zhao"), retest=found, words="seen")
            self.plan, self.again = "ended", "above" if above else "below"

    @rule(kind=st.sampled_from(["transfer", "exit"]), by=st.sampled_from(["zhao", "wu", "zhou", "wang"]))
    def is_to_be_moved(self, kind, by):
        """Only with all four, below the bar again and in two cycles running, and never on one's own word."""
        open_one = Proposal.objects.filter(state__in=["waiting", "proposed"], kind=kind).exists()
        goes = by in {"zhao", "wu"} and self.known and self.below == 2 and self.again == "below" and not open_one
        self.does(actions.propose_move, self.person(), by=cast.user(by), kind=kind, reason="two quarters", goes=goes)

    @invariant()
    def each_step_stands_on_those_before_it(self):
        there = len(steps_of(self.person()).standing.there)
        if not self.known:
            assert there == 0
        elif not self.below:
            assert there == 1
        elif self.again:
            assert there == 4

    def standing(self):
        return self.known, self.below, self.plan, self.again


class Improvement(Machine):
    """A state and who has signed."""

    def __init__(self):
        super().__init__()
        self.state, self.signed = "drafted", set()

    def plan(self):
        return Plan.objects.get()

    @rule(by=MAKERS)
    def offer(self, by):
        goes = self.state == "drafted" and by == "zhao"
        if self.does(actions.offer_improvement, self.plan(), by=cast.user(by), today=ps.TODAY, goes=goes):
            self.state = "offered"

    @rule(by=MAKERS)
    def sign(self, by):
        goes = self.state == "offered" and by in {"zhao", "wang"} - self.signed
        how = {"password": ps.PASSWORD, "edit_count": self.plan().edit_count}
        if self.does(actions.sign_improvement, self.plan(), by=cast.user(by), goes=goes, **how):
            self.signed.add(by)
            self.state = "running" if len(self.signed) == 2 else "offered"

    @rule(by=MAKERS)
    def refuse(self, by):
        goes = self.state == "offered" and by == "wang" and "wang" not in self.signed
        if self.does(actions.refuse_improvement, self.plan(), by=cast.user(by), words="no", goes=goes):
            self.state = "refused"

    @rule(by=MAKERS)
    def redraft(self, by):
        goes = self.state == "refused" and by == "zhao"
        if self.does(actions.redraft_improvement, self.plan(), by=cast.user(by), goes=goes):
            self.state, self.signed = "drafted", set()

    @rule(by=MAKERS)
    def start(self, by):
        goes = self.state == "refused" and by == "wu"
        if self.does(actions.start_unsigned, self.plan(), by=cast.user(by), because="support", goes=goes):
            self.state = "running"

    @rule(by=MAKERS, wants=st.booleans())
    def end(self, by, wants):
        """The re-test lies above the bar: nobody closes it as failed."""
        act = actions.succeed_improvement if wants else actions.fail_improvement
        goes = self.state == "running" and by in {"zhao", "wu"} and wants
        retest = scene.Result.objects.get(participant__cycle__kind="special")
        if self.does(act, self.plan(), by=cast.user(by), retest=retest, words="seen", goes=goes):
            self.state = "succeeded"

    @rule(by=MAKERS)
    def call_off(self, by):
        goes = self.state in {"drafted", "offered", "refused", "running"} and by in {"zhao", "wu"}
        if self.does(actions.call_off_improvement, self.plan(), by=cast.user(by), words="not needed", goes=goes):
            self.state = "called_off"

    @invariant()
    def it_is_as_the_model_says(self):
        one = self.plan()
        assert one.state == self.state
        assert (one.person_signed_at is not None) == ("wang" in self.signed)
        assert (one.lead_signed_at is not None) == ("zhao" in self.signed)


class Award(Machine):
    """A state, the day, and how many objections wait."""

    def __init__(self):
        super().__init__()
        self.state, self.day, self.waits, self.objected = "nominated", test_awards.MONDAY, 0, set()

    def one(self):
        return Nomination.objects.get()

    @rule(days=st.integers(1, 4))
    def days_go_by(self, days):
        self.day += timedelta(days=days)

    @rule(by=st.sampled_from(["wu", "qian", "li", "zhao"]))
    def notice(self, by):
        goes = self.state == "nominated" and by == "wu"
        if self.does(actions.open_notice, self.one(), by=cast.user(by), today=self.day, goes=goes):
            self.state, self.last = "notice", self.one().notice_until

    @rule(by=st.sampled_from(["he", "wang"]))
    def objects(self, by):
        goes = self.state == "notice" and self.day <= self.last and by not in self.objected
        if self.does(actions.object_to_award, self.one(), by=cast.user(by), words="no", today=self.day, goes=goes):
            self.waits += 1
            self.objected.add(by)

    @rule()
    def answers(self):
        found = Objection.objects.filter(answered_at=None).first()
        if found is not None:
            self.does(
                actions.answer_objection, self.one(), by=cast.user("wu"), objection=found, words="heard", goes=True
            )
            self.waits -= 1

    @rule(by=st.sampled_from(["qian", "wu", "li"]))
    def grant(self, by):
        goes = self.state == "notice" and by == "qian" and self.day > self.last and not self.waits
        if self.does(actions.grant_award, self.one(), by=cast.user(by), today=self.day, goes=goes):
            self.state = "granted"

    @invariant()
    def it_is_as_the_model_says(self):
        assert self.one().state == self.state


def test_a_pay_run_is_decided_by_a_second_person_and_stays():
    scene.prepared()
    for name in ("li", "zhou"):
        cast.person(name)
    run_state_machine_as_test(Run, settings=_few())


def test_nobody_is_moved_before_all_four_steps_are_there():
    for name in ("wang", "zhao", "zhou"):
        cast.person(name)
    cast.user("wu")
    run_state_machine_as_test(FourSteps, settings=settings(**{**FEW, "max_examples": 5, "stateful_step_count": 14}))


def test_a_plan_runs_signed_by_both_or_for_a_reason_and_ends_by_its_re_test():
    ps.drafted()
    ps.retest(*ps.ABOVE)
    for name in ("lin", "zhou", "wu"):
        cast.person(name)
    ps.knows_password("zhao", "wang", "wu", "lin", "zhou")
    run_state_machine_as_test(Improvement, settings=_few())


def test_an_award_is_granted_after_its_notice_with_every_objection_answered():
    test_awards.nominated()
    for name in ("he", "wang", "wu", "qian"):
        cast.person(name)
    run_state_machine_as_test(Award, settings=_few())


def _few():
    return settings(**FEW)
