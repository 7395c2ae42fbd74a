"""Whatever people do in whatever order: an appeal is answered only after a hearing and by two who agree, and by nobody else."""

import pytest
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.appeals import actions
from hengcai.appeals.models import Appeal
from hengcai.base import clock
from tests import cast
from tests.appeals import appeal_scene as ap
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["li", "zhao", "zheng", "qian", "first", "second", "third"])


class Case(Machine):
    """The model: a state, and who spoke for and against what lies on the table."""

    def __init__(self):
        super().__init__()
        self.appeal = Appeal.objects.get()
        names = [user.username for user in ap.sitting(self.appeal)]
        self.members = dict(zip(("first", "second", "third"), names, strict=True))
        self.state, self.table, self.spoken = "assigned", None, {}

    def who(self, by):
        return cast.user(self.members.get(by, by))

    def act(self, verb, by, *, goes, **how):
        return self.does(verb, Appeal.objects.get(), by=self.who(by), goes=goes, **how)

    @rule(by=PEOPLE)
    def hear(self, by):
        goes = by in self.members and self.state in ("assigned", "heard")
        today = clock.today()
        if self.act(actions.hear_appeal, by, held_on=today, present="x", words="y", today=today, goes=goes):
            self.state = "heard"

    @rule(by=PEOPLE, outcome=st.sampled_from(["upheld", "rejected"]))
    def propose(self, by, outcome):
        goes = by in self.members and self.state == "heard" and self.table is None
        ruled = ap.better() if outcome == "upheld" else []
        if self.act(actions.propose_answer, by, outcome=outcome, reasons="x", ruled=ruled, goes=goes):
            self.table, self.spoken = outcome, {by: True}

    @rule(by=PEOPLE)
    def agree(self, by):
        goes = by in self.members and self.state == "heard" and self.table is not None and by not in self.spoken
        if self.act(actions.agree_to_answer, by, goes=goes):
            self.spoken[by] = True
            self.state = "answered"

    @rule(by=PEOPLE, why=st.sampled_from(["", "no"]))
    def disagree(self, by, why):
        open_to = self.state == "heard" and self.table is not None and by not in self.spoken
        if self.act(actions.disagree_with_answer, by, words=why, goes=by in self.members and open_to and bool(why)):
            self.spoken[by] = False
            if list(self.spoken.values()).count(False) == 2:
                self.table, self.spoken = None, {}

    @rule(by=PEOPLE)
    def withdraw(self, by):
        goes = by == "li" and self.state in ("assigned", "heard")
        if self.act(actions.withdraw_appeal, by, goes=goes):
            self.state = "withdrawn"

    @invariant()
    def it_is_as_the_model_says(self):
        one = Appeal.objects.get()
        assert one.state == self.state
        assert (one.outcome or None) == (self.table if self.state == "answered" else None)
        assert (one.fresh_id is not None) == (self.state == "answered" and self.table == "upheld")
        assert bool(one.result.record.held_because) == (self.state in ("assigned", "heard"))


def test_an_appeal_is_answered_by_two_of_its_members_after_a_hearing():
    ap.filed()
    run_state_machine_as_test(Case, settings=examples(max_examples=8, stateful_step_count=12, deadline=None))
