"""Whatever people do in whatever order: a month's report of one cause is answered once by whom it was put to and closed
once by somebody else; nothing else goes through."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.inbox.models import Duty
from hengcai.quality.actions import answer_cause, close_cause, collect_causes, name_cause_owner
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.rules.causes import Answered
from tests import cast
from tests.quality import measuring
from tests.quality.machine import Machine
from tests.quality.measuring import MARCH, TODAY

pytestmark = pytest.mark.django_db
ROLE_OF = {
    "sun": "admin",
    "wu": "hr",
    "zhou": "trainer",
    "feng": "quality_supervisor",
    "lin": "lead",
    "chen": "analyst",
}
ABLE, ROUTERS = {"sun", "wu", "zhou", "feng"}, {"feng"}
PEOPLE = st.sampled_from(sorted(ROLE_OF))
APRIL = date(2026, 4, 1)


class Cause(Machine):
    """The model beside it: to whom the cause goes from now on, what became of the report and who answered it."""

    def __init__(self):
        super().__init__()
        self.route = "quality_supervisor"  # nobody is named yet
        self.state, self.put_to, self.by = "", "", ""

    def standing(self):
        return self.state, self.put_to, self.by

    def one(self):
        return CauseReport.objects.filter(cause="system").first()

    def asked(self):
        return {name for name, role in ROLE_OF.items() if self.put_to in (name, role)}

    @rule(by=PEOPLE, to=PEOPLE, as_role=st.booleans())
    def route_it(self, by, to, as_role):
        goes = by in ROUTERS and to in ABLE
        put = {"role": ROLE_OF[to]} if as_role else {"owner": cast.user(to)}
        if self.does(name_cause_owner, cast.centre(), by=cast.user(by), cause="system", goes=goes, **put):
            self.route = ROLE_OF[to] if as_role else to
            self.put_to = self.route if self.state == "open" else self.put_to

    @rule(by=PEOPLE, month=st.sampled_from([MARCH, APRIL]))
    def collect(self, by, month):
        goes = by in ROUTERS and month == MARCH
        if self.does(collect_causes, cast.centre(), by=cast.user(by), month=month, today=TODAY, goes=goes):
            self.state, self.put_to = self.state or "open", self.put_to or self.route

    @rule(by=PEOPLE, words=st.sampled_from(["", "慢"]), days=st.sampled_from([-1, 0, 14, 400]))
    def answer(self, by, words, days):
        if self.state:
            said = Answered(words, "换掉接口", TODAY + timedelta(days=days))
            goes = self.state == "open" and by in self.asked() and bool(words) and 0 <= days < 366
            if self.does(answer_cause, self.one(), by=cast.user(by), answer=said, today=TODAY, goes=goes):
                self.state, self.by = "answered", by

    @rule(by=PEOPLE, note=st.sampled_from(["", "看过"]))
    def close(self, by, note):
        if self.state:
            goes = self.state == "answered" and by in ROUTERS - {self.by, self.put_to} and bool(note)
            if self.does(close_cause, self.one(), by=cast.user(by), note=note, goes=goes):
                self.state = "closed"

    @invariant()
    def the_report_is_as_the_model_says(self):
        found = self.one()
        assert (found.state if found else "") == self.state
        if found:
            assert (found.owner.username if found.owner else found.role) == self.put_to
            assert (found.answered_by.username if found.answered_by else "") == self.by
            assert (found.errors, found.contacts) == (1, 1)

    @invariant()
    def it_waits_in_the_inbox_of_those_asked_and_of_nobody_else(self):
        waits = Duty.objects.filter(kind="cause.answer", done_at=None).values_list("user__username", flat=True)
        assert sorted(waits) == (sorted(self.asked()) if self.state == "open" else [])


def test_a_cause_is_answered_once_and_closed_by_somebody_else():
    measuring.scored()
    for name in ROLE_OF:
        cast.user(name)
    run_state_machine_as_test(Cause, settings=settings(max_examples=20, stateful_step_count=25, deadline=None))
