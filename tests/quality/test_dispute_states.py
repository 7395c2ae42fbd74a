"""Whatever people do in whatever order: one dispute, decided by who took no part, blind first, never to the agent's loss."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.accounts.models import RoleGrant, User
from hengcai.quality.models import Dispute, Evaluation
from hengcai.quality.queries import disputes as queries
from hengcai.quality.rules.disputes import Ruling
from tests import cast
from tests.quality import disputing as dis
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["li", "zhao", "chen", "cao", "tang", "feng"])
ANALYSTS, SUPERVISORS = {"chen", "cao", "tang"}, {"feng"}
STRANGERS = {"cao", "tang", "feng"}
MARKS = st.sampled_from(["1", "2", "3", "4", "5"])


class Disputing(Machine):
    """The model beside it: has Li answered, who decides, what was marked blind, what came of it."""

    def __init__(self):
        super().__init__()
        self.day = dis.TUESDAY
        self.answer, self.state, self.decider, self.opinion = "", "", "", False
        self.blind, self.mark, self.gave_back = None, "2", set()

    def standing(self):
        return self.state, self.decider

    def first(self):
        return Evaluation.objects.get(revision=1)

    def one(self):
        return Dispute.objects.first()

    @rule(days=st.integers(0, 2))
    def days_pass(self, days):
        self.day += timedelta(days=days)

    @rule(by=PEOPLE)
    def confirm(self, by):
        goes = by == "li" and (self.answer == "confirmed" or (not self.answer and self.day <= date(2026, 3, 19)))
        if self.does(dis.confirm, self.first(), by=by, today=self.day, goes=goes):
            self.answer = "confirmed"

    @rule(by=PEOPLE)
    def dispute(self, by):
        goes = by == "li" and not self.answer and self.day <= date(2026, 3, 19)
        if self.does(dis.dispute, self.first(), by=by, today=self.day, goes=goes):
            self.answer, self.state = "disputed", "open"

    @rule(by=PEOPLE)
    def support(self, by):
        if self.state:
            goes = by == "zhao" and self.state not in {"decided", "withdrawn"}
            self.opinion |= self.does(dis.support, self.one(), by=by, goes=goes)

    @rule(by=PEOPLE)
    def take(self, by):
        if self.state:
            goes = self.state == "open" and by in ANALYSTS & STRANGERS - self.gave_back
            if self.does(dis.take, self.one(), by=by, goes=goes):
                self.state, self.decider = "taken", by

    @rule(by=PEOPLE, reason=st.sampled_from(["", "away"]))
    def take_over(self, by, reason):
        if self.state:
            goes = self.state in {"open", "taken"} and by in SUPERVISORS - self.gave_back and bool(reason)
            if self.does(dis.take_over, self.one(), by=by, reason=reason, goes=goes):
                self.state, self.decider = "taken", by

    @rule(by=PEOPLE, mark=MARKS)
    def mark_blind(self, by, mark):
        if self.state:
            goes = self.state == "taken" and by == self.decider
            if self.does(dis.mark, self.one(), by=by, values={"listening": mark, "identity": "yes"}, goes=goes):
                self.state, self.blind = "marked", mark

    @rule(by=PEOPLE, outcome=st.sampled_from(["upheld", "partly", "rejected"]), mark=MARKS)
    def decide(self, by, outcome, mark):
        if not self.state:
            return
        rulings = {"listening": Ruling(outcome, "heard", mark), "identity": Ruling("rejected", "not asked")}
        goes = self.state == "marked" and by == self.decider and (outcome != "partly" or mark == "3")
        if self.does(dis.decide, self.one(), by=by, rulings=rulings, goes=goes):
            self.state, self.mark = "decided", {"upheld": "4", "partly": "3", "rejected": "2"}[outcome]

    @rule(by=PEOPLE, reason=st.sampled_from(["", "away"]))
    def give_back(self, by, reason):
        if self.state:
            goes = self.state in {"taken", "marked"} and by == self.decider and bool(reason)
            if self.does(dis.give_back, self.one(), by=by, reason=reason, goes=goes):
                self.gave_back.add(by)
                self.state, self.decider, self.blind = "open", "", None

    @rule(by=PEOPLE)
    def withdraw(self, by):
        if self.state:
            goes = by == "li" and self.state in {"open", "taken", "marked"}
            if self.does(dis.withdraw, self.one(), by=by, goes=goes):
                self.state = "withdrawn"

    @invariant()
    def the_dispute_is_as_the_model_says(self):
        one = self.one()
        assert (one.state if one else "") == self.state
        assert (self.first().confirmed_at is not None) == (self.answer == "confirmed")
        if one:
            assert (one.decider.username if one.decider else "") == self.decider
            assert bool(one.opinion) == self.opinion
            assert one.items.get(item__code="listening").blind == (self.blind or "")

    @invariant()
    def the_mark_in_force_is_the_decided_one_and_the_first_stays(self):
        current = Evaluation.objects.get(is_current=True)
        assert current.answers.get(item__code="listening").value == self.mark
        assert self.first().answers.get(item__code="listening").value == "2"
        assert Fraction(current.exact) >= Fraction(self.first().exact)
        assert current.state == "published"

    @invariant()
    def whoever_decides_sees_no_mark_before_their_own_is_in(self):
        if self.state == "taken":
            user = cast.user(self.decider)
            assert queries.sight_of(queries.disputes_seen_by(user).get(), user).is_veiled


def test_a_dispute_is_decided_once_blind_first_and_never_lowers():
    dis.published()
    cast.person("zhao")
    RoleGrant.objects.create(user=User.objects.create(username="tang"), role="analyst")
    for name in ("cao", "feng", "zhao"):
        cast.user(name)
    run_state_machine_as_test(Disputing, settings=settings(max_examples=12, stateful_step_count=25, deadline=None))
