"""A plan through any moves in any order beside a plain model of it: what is forbidden is refused and changes nothing."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from hengcai.base.errors import NotAllowed, NotNow
from hengcai.quality.actions import (
    close_plan,
    draw_plan,
    draw_week,
    edit_plan,
    give_picks,
    replace_pick,
    start_plan,
)
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Assignment
from tests import cast
from tests.quality import plans, scene

pytestmark = pytest.mark.django_db
TODAY = plans.FIRST + timedelta(days=17)  # two of six weeks are over
NEXT = {
    ("draft", "draw_plan"): "drawn", ("drawn", "start_plan"): "running", ("drawn", "close_plan"): "closed",
    ("running", "close_plan"): "closed", ("draft", "edit_plan"): "draft",
}  # fmt: skip
DOERS = st.sampled_from(["feng", "zheng", "chen", "qian", "li"])
PLANNERS = {"feng", "zheng"}


class PlanMachine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.atom = transaction.atomic()
        self.atom.__enter__()
        self.plan = plans.plan()
        self.state, self.edits, self.weeks, self.replaced, self.fixed = "draft", 1, set(), 0, {}
        self.today = TODAY

    def teardown(self):
        transaction.set_rollback(True)
        self.atom.__exit__(None, None, None)

    def attempt(self, act, *args, may, **facts):
        """True when it went through, which it must where it may and must not elsewhere."""
        if may:
            act(*args, **facts)
            return True
        with pytest.raises((NotAllowed, NotNow)):
            act(*args, **facts)
        return False

    @rule(
        who=DOERS,
        name=st.sampled_from(["draw_plan", "start_plan", "close_plan"]),
    )
    def move(self, who, name):
        after = NEXT.get((self.state, name))
        acts = {"draw_plan": draw_plan, "start_plan": start_plan, "close_plan": close_plan}
        facts = {"today": self.today} if name == "draw_plan" else {}
        may = after is not None and who in PLANNERS
        if self.attempt(acts[name], self.plan, by=cast.user(who), may=may, **facts):
            self.state = after
            if name == "draw_plan":
                self.weeks = {plans.FIRST + timedelta(weeks=n) for n in range(self.over())}

    def over(self):
        return sum(plans.FIRST + timedelta(weeks=n, days=6) < self.today for n in range(6))

    @rule(who=DOERS, seed=st.integers(0, 99), is_old=st.booleans())
    def edit(self, who, seed, is_old):
        facts = {"text": plans.TEXT, "analysts": plans.HEARERS, "days_to_score": 5, "seed": seed}
        may = self.state == "draft" and who in PLANNERS and not is_old
        count = self.edits - is_old
        if self.attempt(edit_plan, self.plan, by=cast.user(who), may=may, edit_count=count, **facts):
            self.edits += 1

    @precondition(lambda self: self.state != "draft")
    @rule(who=DOERS, days=st.integers(0, 7), week=st.integers(0, 5))
    def week(self, who, days, week):
        self.today = min(self.today + timedelta(days=days), plans.LAST)
        monday = plans.FIRST + timedelta(weeks=week)
        may = self.state == "running" and who in PLANNERS and week < self.over() and monday not in self.weeks
        if self.attempt(draw_week, self.plan, by=cast.user(who), week=monday, today=self.today, may=may):
            self.weeks.add(monday)

    @rule(who=DOERS)
    def give(self, who):
        left = Pick.objects.filter(draw__plan=self.plan, given_at=None, replaced_by=None).exists()
        may = self.state == "running" and who in PLANNERS and left
        self.attempt(give_picks, self.plan, by=cast.user(who), today=self.today, may=may)

    @precondition(lambda self: self.weeks)
    @rule(who=DOERS, place=st.integers(0, 50))
    def replace(self, who, place):
        picks = list(plans.picks(self.plan).order_by("pk"))
        if not picks:
            return
        pick = picks[place % len(picks)]
        is_last = pick.stratum.picks.count() == pick.stratum.n
        may = self.state in ("drawn", "running") and who in PLANNERS and not (pick.replaced_by_id or is_last)
        if self.attempt(replace_pick, pick, by=cast.user(who), reason="no_sound", today=self.today, may=may):
            self.replaced += 1

    @invariant()
    def it_is_as_the_plain_model_says(self):
        self.plan.refresh_from_db()
        assert (self.plan.state, self.plan.edit_count) == (self.state, self.edits)
        assert set(self.plan.draws.values_list("week", flat=True)) == self.weeks
        assert Pick.objects.filter(draw__plan=self.plan, replaced_by__isnull=False).count() == self.replaced

    @invariant()
    def nothing_drawn_is_disturbed(self):
        now = dict(plans.picks(self.plan).values_list("pk", "contact"))
        assert {key: now[key] for key in self.fixed} == self.fixed
        self.fixed = now

    @invariant()
    def a_stratum_keeps_its_k_and_nobody_is_given_what_was_replaced(self):
        for draw in self.plan.draws.prefetch_related("strata"):
            for stratum in draw.strata.all():
                assert stratum.picks.filter(replaced_by=None).count() == stratum.k
        assert not Assignment.objects.filter(pick__replaced_by__isnull=False, state="open").exists()


def test_a_plan_is_drawn_once_and_nothing_drawn_is_disturbed():
    plans.contacts(60)
    scene.scorecard()
    run_state_machine_as_test(PlanMachine, settings=settings(max_examples=12, stateful_step_count=16, deadline=None))
