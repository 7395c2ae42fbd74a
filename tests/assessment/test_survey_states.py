"""Any order of acts upon a survey: exactly what the model allows goes through, and no answer is counted twice or lost."""

import random

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.assessment.actions import answer_survey, close_survey, extend_survey, open_survey, remind_invitees
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.models import Survey, Tally
from tests import cast
from tests.assessment.asking import TODAY, agents, published, question
from tests.quality.machine import Machine

DAYS = some.integers(0, 12)
WHO = some.integers(0, 3)
SHORT = {
    "id": "short",
    "title": {"zh": "短", "en": "Short"},
    "intro": {},
    "questions": [question("q", "scale", required=True)],
}


class Surveys(Machine):
    def __init__(self):
        super().__init__()
        random.seed(1)
        self.people = agents(3)
        self.by = cast.user("zhou")
        plan = Plan("x", TODAY.replace(day=20))
        self.survey = open_survey(published(SHORT), by=self.by, plan=plan, today=TODAY)
        self.state, self.answered, self.closes = "open", set(), 20

    @rule(who=WHO, day=DAYS)
    def answer(self, who, day):
        user = self.people[who].user if who < 3 else cast.user("he")
        goes = self.state == "open" and who < 3 and who not in self.answered and 16 + day <= self.closes
        if self.does(answer_survey, self._fresh(), by=user, answers={"q": "4"}, today=_day(day), goes=goes):
            self.answered.add(who)

    @rule(who=WHO)
    def answer_wrongly(self, who):
        if who < 3:
            self.does(
                answer_survey, self._fresh(), by=self.people[who].user, answers={"q": "9"}, today=TODAY, goes=False
            )

    @rule(day=DAYS)
    def extend(self, day):
        goes = self.state == "open" and 16 + day > self.closes
        if self.does(extend_survey, self._fresh(), by=self.by, closes_on=_day(day), today=TODAY, goes=goes):
            self.closes = 16 + day

    @rule(day=DAYS)
    def remind(self, day):
        goes = self.state == "open" and 16 + day <= self.closes
        self.does(remind_invitees, self._fresh(), by=self.by, today=_day(day), goes=goes)

    @rule()
    def close(self):
        if self.does(close_survey, self._fresh(), by=self.by, goes=self.state == "open"):
            self.state = "closed"

    @invariant()
    def every_answer_is_counted_once(self):
        found = Tally.objects.filter(survey=self.survey, by="all").first()
        assert (found.n if found else 0) == self.survey.sheets.count() == len(self.answered)
        assert self.survey.invitees.filter(has_answered=True).count() == len(self.answered)

    def _fresh(self):
        return Survey.objects.get(pk=self.survey.pk)


def _day(day):
    return TODAY.replace(day=16 + day)


def test_any_order_of_acts(db):
    run_state_machine_as_test(Surveys, settings=settings(max_examples=6, stateful_step_count=12, deadline=None))
