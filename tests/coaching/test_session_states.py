"""Whatever people do in whatever order: signed only by both, refused only by the agent, nothing looked at twice."""

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hengcai.base.errors import Refusal
from hengcai.coaching import actions
from hengcai.coaching.models import Coaching
from hengcai.inbox.models import Duty
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["li", "zhao", "lin", "feng"])


class Session(RuleBasedStateMachine):
    """The model beside it: a state, who coaches, and who has signed."""

    def __init__(self):
        super().__init__()
        self.atom = transaction.atomic()
        self.atom.__enter__()
        self.state, self.signed, self.coach = "prepared", set(), "zhao"

    def teardown(self):
        transaction.set_rollback(True)
        self.atom.__exit__(None, None, None)

    def does(self, act, *, goes, **how):
        """Exactly what the model allows goes through."""
        try:
            with transaction.atomic():
                act(Coaching.objects.get(), **how)
        except Refusal:
            went = False
        else:
            went = True
        assert went == goes, (act, how, self.state)
        return went

    @rule(by=PEOPLE)
    def hold(self, by):
        goes = self.state == "prepared" and by == self.coach
        if self.does(actions.hold_coaching, by=cast.user(by), held_on=co.TUESDAY, today=co.TUESDAY, goes=goes):
            self.state = "held"

    @rule(by=PEOPLE)
    def sign(self, by):
        part = {"li": "agent", self.coach: "coach"}.get(by)
        goes = self.state == "held" and part is not None and part not in self.signed
        if self.does(actions.sign_coaching, by=cast.user(by), password=co.PASSWORD, goes=goes):
            self.signed.add(part)
            self.state = "signed" if len(self.signed) == 2 else "held"

    @rule(by=PEOPLE)
    def refuse(self, by):
        goes = self.state == "held" and by == "li"
        if self.does(actions.refuse_coaching, by=cast.user(by), words="no", goes=goes):
            self.state = "refused"

    @rule(by=PEOPLE)
    def anew(self, by):
        goes = self.state == "refused" and by == self.coach
        if self.does(actions.prepare_anew, by=cast.user(by), goes=goes):
            self.state, self.signed = "prepared", set()

    @rule(by=PEOPLE, to=PEOPLE, why=st.sampled_from(["", "away"]))
    def hand_over(self, by, to, why):
        able = {"zhao", "feng"} - {self.coach}
        goes = self.state != "closed" and by in {self.coach, "feng"} and to in able and bool(why)
        if self.does(actions.hand_over_coaching, by=cast.user(by), to=cast.user(to), reason=why, goes=goes):
            self.coach = to

    @rule(by=PEOPLE)
    def look(self, by):
        goes = self.state in {"signed", "refused"} and by == self.coach
        if self.does(actions.look_again, by=cast.user(by), words="seen", goes=goes):
            self.state = "looked"

    @rule(by=PEOPLE)
    def close(self, by):
        goes = self.state in {"prepared", "refused", "looked"} and by == self.coach
        if self.does(actions.close_coaching, by=cast.user(by), words="done", goes=goes):
            self.state = "closed"

    @invariant()
    def it_is_as_the_model_says(self):
        one = Coaching.objects.get()
        assert one.state == self.state
        assert one.coach.username == self.coach
        assert (one.coach_signed_at is not None) == ("coach" in self.signed)
        assert (one.agent_signed_at is not None) == ("agent" in self.signed)

    @invariant()
    def to_look_again_lies_with_the_coach_of_now(self):
        waits = Duty.objects.filter(kind="coaching.look", done_at=None).values_list("user__username", flat=True)
        assert set(waits) <= {self.coach}


def test_a_session_is_signed_by_both_or_by_nobody_else(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    co.prepared()
    co.knows_password("li", "zhao", "lin", "feng")
    cast.lin()
    run_state_machine_as_test(Session, settings=_few())


def _few():
    return settings(max_examples=10, stateful_step_count=15, deadline=None)
