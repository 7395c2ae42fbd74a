"""Whatever people do in whatever order: done only by its owner, checked by nobody with a part in it, never twice."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.improvement import actions
from hengcai.inbox.models import Duty
from tests import cast
from tests.improvement import improving as im
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["li", "zhao", "feng", "qian", "zhou"])
WORDS = st.sampled_from(["", "看过"])
STEERS = {"feng", "qian"}  # Zhao leads Li, but owns it; Zhou did not raise it


class Measure(Machine):
    """The model beside it: a state and who owns it. The sample never tells: there is none."""

    def __init__(self):
        super().__init__()
        self.one, self.state, self.owner = im.raised(), "open", "zhao"

    def steers(self, by):
        leads = {"zhao"} if self.owner != "zhao" else set()
        return by in (STEERS | leads) - {self.owner}

    @rule(by=PEOPLE, words=WORDS)
    def finish(self, by, words):
        goes = self.state == "open" and by == self.owner and bool(words)
        how = {"by": cast.user(by), "proof": words, "today": im.TUESDAY}
        if self.does(actions.finish_remedy, im.again(self.one), goes=goes, **how):
            self.state = "done"

    @rule(by=PEOPLE, words=WORDS, verb=st.sampled_from(["return", "go_on"]), due=st.sampled_from([None, im.LATER]))
    def again(self, by, words, verb, due):
        act, state = {
            "return": (actions.return_remedy, "done"), "go_on": (actions.go_on_with_remedy, "checked"),
        }[verb]  # fmt: skip
        goes = self.state == state and self.steers(by) and bool(words) and due is not None
        how = {"by": cast.user(by), "words": words, "due_on": due, "today": im.TUESDAY}
        if self.does(act, im.again(self.one), goes=goes, **how):
            self.state = "open"

    @rule(by=PEOPLE, words=WORDS)
    def check(self, by, words):
        goes = self.state == "done" and self.steers(by) and bool(words)
        how = {"by": cast.user(by), "words": words, "today": im.TUESDAY}
        if self.does(actions.check_remedy, im.again(self.one), goes=goes, **how):
            self.state = "checked"

    @rule(by=PEOPLE, words=WORDS, verb=st.sampled_from(["close", "drop"]))
    def end(self, by, words, verb):
        act, state = {"close": (actions.close_remedy, "checked"), "drop": (actions.drop_remedy, "open")}[verb]
        goes = self.state == state and self.steers(by) and bool(words)
        if self.does(act, im.again(self.one), goes=goes, by=cast.user(by), words=words):
            self.state = "closed"

    @rule(by=PEOPLE, to=PEOPLE)
    def hand_over(self, by, to):
        goes = self.state == "open" and self.steers(by) and to != self.owner
        if self.does(
            actions.hand_over_remedy, im.again(self.one), goes=goes, by=cast.user(by), to=cast.user(to), reason="换人"
        ):
            self.owner = to

    @invariant()
    def it_is_as_the_model_says(self):
        kept = im.again(self.one)
        assert (kept.state, kept.owner.username) == (self.state, self.owner)
        assert kept.check_on > kept.due_on

    @invariant()
    def it_waits_for_its_owner_or_for_whoever_checks_and_for_nobody_else(self):
        waits = set(Duty.objects.filter(done_at=None).values_list("kind", "user__username"))
        if self.state == "open":
            assert waits == {("remedy.do", self.owner)}
        elif self.state == "done":
            assert {kind for kind, _name in waits} == {"remedy.check"}
            assert all(self.steers(name) for _kind, name in waits)
        else:
            assert not waits


def test_a_measure_is_done_by_its_owner_and_checked_by_others():
    for name in ("li", "zhao", "feng", "qian", "zhou"):
        cast.user(name)
    cast.zhao(), cast.li()
    run_state_machine_as_test(Measure, settings=settings(max_examples=12, stateful_step_count=18, deadline=None))
