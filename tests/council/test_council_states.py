"""Suggestions and tasks go as a plain model says, whoever tries what in whatever order."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from hengcai.base import clock
from hengcai.council import actions
from hengcai.council.actions.group import Errand
from hengcai.council.models import Suggestion, Task
from hengcai.inbox.models import Duty
from tests import cast
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["li", "zheng", "qian", "wu", "chen"])
PANEL, OFFICE = {"zheng", "qian"}, {"zheng", "qian", "wu"}
WORDS = st.sampled_from(["", "因为这样更清楚"])
OUTCOMES = st.sampled_from(["adopted", "not_adopted", "perhaps"])
OWNER = "chen"


class Working(Machine):
    """The model beside it: a suggestion of the panel's own Zheng or of Li, and a task of Chen's."""

    def __init__(self):
        super().__init__()
        self.said, self.task, self.words = "received", "open", ("", "")

    @initialize(writer=st.sampled_from(["li", "zheng"]))
    def begun(self, writer):
        self.writer, self.asked = writer, PANEL - {writer}
        for name in OFFICE:
            cast.user(name)
        facts = {"title": "公布算法", "text": "写明怎么算", "today": clock.today()}
        self.suggestion = actions.suggest(cast.centre(), by=cast.user(writer), **facts)
        errand = Errand("挑三通录音", cast.user(OWNER), clock.today())
        self.errand = actions.set_errand(cast.centre(), by=cast.user("qian"), errand=errand, today=clock.today())

    def standing(self):
        return self.said, self.task

    @rule(by=PEOPLE)
    def take_up(self, by):
        goes = by in PANEL and by != self.writer and self.said == "received"
        if self.does(actions.take_up_suggestion, self.suggestion, by=cast.user(by), goes=goes):
            self.said, self.asked = "taken_up", {by}

    @rule(by=PEOPLE, outcome=OUTCOMES, words=WORDS)
    def answer(self, by, outcome, words):
        fits = outcome != "perhaps" and bool(words)
        goes = by in PANEL and by != self.writer and self.said != "answered" and fits
        how = {"by": cast.user(by), "outcome": outcome, "answer": words}
        if self.does(actions.answer_suggestion, self.suggestion, goes=goes, **how):
            self.said, self.asked, self.words = "answered", set(), (outcome, words)

    @rule(by=PEOPLE, words=WORDS)
    def finish(self, by, words):
        goes = by in OFFICE | {OWNER} and self.task == "open" and bool(words)
        if self.does(actions.finish_errand, self.errand, by=cast.user(by), result=words, goes=goes):
            self.task = "done"

    @rule(by=PEOPLE, words=WORDS)
    def drop(self, by, words):
        goes = by in OFFICE and self.task == "open" and bool(words)
        if self.does(actions.drop_errand, self.errand, by=cast.user(by), reason=words, goes=goes):
            self.task = "dropped"

    @invariant()
    def it_stands_as_the_model_says_and_those_are_asked_who_are_to_act(self):
        one, task = Suggestion.objects.get(), Task.objects.get()
        assert (one.state, task.state, (one.outcome, one.answer)) == (self.said, self.task, self.words)
        waits = Duty.objects.filter(done_at=None)
        asked = set(waits.filter(kind="suggestion.answer").values_list("user__username", flat=True))
        assert asked == self.asked
        assert waits.filter(kind="council.do").exists() == (self.task == "open")


def test_the_panels_work_goes_as_its_model_does():
    run_state_machine_as_test(Working, settings=settings(max_examples=10, stateful_step_count=10, deadline=None))
