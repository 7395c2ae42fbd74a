"""Whatever four people do in whatever order and at whatever time: a cycle goes out once, by two, and never early."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hengcai.appraisal import actions
from hengcai.appraisal.models import Cycle, Publication, Result
from hengcai.appraisal.queries.results import own_results
from hengcai.appraisal.tasks import publish_step
from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.base.errors import Refusal
from hengcai.evidence.models import Evidence
from tests import cast
from tests.appraisal import stage

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
LATER = date(2026, 4, 20)
WINDOW = timedelta(minutes=10)
PROPOSERS, CONFIRMERS = {"zheng", "qian", "wu"}, {"zheng", "qian"}
PEOPLE = st.sampled_from(["zheng", "qian", "wu", "li"])


class Publishing(RuleBasedStateMachine):
    """The model beside it knows the state, who proposed, when it takes effect; nothing else."""

    def __init__(self):
        super().__init__()
        self.atom = transaction.atomic()
        self.atom.__enter__()
        self.now = clock.now()
        self.state, self.proposer, self.due = "preliminary", "", self.now

    def teardown(self):
        transaction.set_rollback(True)
        self.atom.__exit__(None, None, None)

    def does(self, move, by, *, goes, **facts):
        """Exactly what the model allows goes through."""
        cycle = Cycle.objects.get()
        with clock.set_to(self.now):
            try:
                getattr(actions, move)(cycle, by=cast.user(by), **facts)
            except Refusal:
                went = False
            else:
                went = True
        assert went == goes, (move, by, self.state)
        return went

    @rule(minutes=st.integers(1, 12))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule(by=PEOPLE, reason=st.sampled_from(["", "they will not come"]))
    def propose(self, by, reason):
        goes = self.state == "preliminary" and by in PROPOSERS and bool(reason)
        if self.does("propose_publication", by, goes=goes, reason=reason, today=LATER):
            self.state, self.proposer = "proposed", by

    @rule(by=PEOPLE)
    def decline(self, by):
        if self.does("decline_publication", by, goes=self.state == "proposed" and by in PROPOSERS):
            self.state = "preliminary"

    @rule(by=PEOPLE)
    def confirm(self, by):
        goes = self.state == "proposed" and by in CONFIRMERS - {self.proposer}
        if self.does("confirm_publication", by, goes=goes, today=LATER):
            self.state, self.due = "publishing", self.now + WINDOW

    @rule(by=PEOPLE)
    def confirm_alone(self, by):
        self.does("confirm_publication_alone", by, goes=False, reason="in a hurry", today=LATER)

    @rule(by=PEOPLE)
    def take_back(self, by):
        goes = self.state == "publishing" and by in PROPOSERS and self.now < self.due
        if self.does("take_back_publication", by, goes=goes, reason="a team is missing"):
            self.state = "preliminary"

    @rule(by=PEOPLE)
    def finish(self, by):
        goes = self.state == "publishing" and by in CONFIRMERS and self.now >= self.due
        if self.does("publish_cycle", by, goes=goes):
            self.state = "published"

    @rule()
    def worker_looks(self):
        with clock.set_to(self.now):
            publish_step(Cycle.objects.get().pk)
        if self.state == "publishing" and self.now >= self.due:
            self.state = "published"

    @rule(by=PEOPLE)
    def compute_again(self, by):
        self.does("compute_cycle", by, goes=self.state == "preliminary" and by in {"zheng", "wu"})

    @invariant()
    def the_state_is_as_the_model_says(self):
        assert Cycle.objects.get().state == self.state

    @invariant()
    def results_and_evidence_are_out_exactly_when_published(self):
        is_out = self.state == "published"
        assert own_results(cast.user("li")).exists() == is_out
        assert Evidence.objects.exists() == is_out
        assert Entry.objects.filter(action="publish_cycle").count() == int(is_out)

    @invariant()
    def what_goes_out_has_two_people_and_one_open_attempt_at_most(self):
        still_open = Publication.objects.filter(outcome="open").count()
        assert still_open == int(self.state in {"proposed", "publishing"})
        for one in Publication.objects.exclude(confirmed_by=None):
            assert one.confirmed_by_id != one.proposed_by_id

    @invariant()
    def no_result_is_lost(self):
        assert Result.objects.filter(is_current=True).count() == Cycle.objects.get().participants.count()


def test_a_cycle_goes_out_once_by_two_people_and_never_early():
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle, source="self"), by="li")
    stage.send(stage.task(cycle), by="zhao")
    stage.send(stage.task(cycle, source="practical"), by="zhou")
    for name in ("qian", "wu"):
        cast.user(name)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    run_state_machine_as_test(Publishing, settings=settings(max_examples=15, stateful_step_count=16, deadline=None))
