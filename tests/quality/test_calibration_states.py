"""Whatever people do in whatever order: blind until revealed, one reference, nobody certified twice over or for nothing."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from hengcai.inbox.models import Duty
from hengcai.quality import actions
from hengcai.quality.calibration_models import BlindSheet, Calibration
from hengcai.quality.queries import calibrations as queries
from tests import cast
from tests.quality import calibrating as cal
from tests.quality import scene
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
CHAIRS, ANALYSTS = {"feng", "zheng"}, set(cal.ANALYSTS)
PEOPLE = st.sampled_from(["feng", "feng", "zheng", "qian", *cal.ANALYSTS])
NAMES = st.sampled_from(cal.ANALYSTS)


class Calibrating(Machine):
    """The model beside it: the state, who has handed in, whether the reference is whole, who was told what."""

    def __init__(self):
        super().__init__()
        self.pk = cal.plan(contacts=[scene.contact()]).pk
        self.state, self.done, self.is_whole = "planned", set(), False
        self.left_out, self.outcomes = set(), {}

    def standing(self):
        return self.state, self.done

    def one(self):
        return Calibration.objects.get(pk=self.pk)

    @initialize(steps=st.integers(0, 5))
    def has_come_so_far(self, steps):
        """Else chance alone would hardly ever reach the end."""
        on_the_way = (
            lambda: self.begin("feng"),
            lambda: [self.hand_in(name, name) for name in cal.ANALYSTS[1:]],
            lambda: (self.hand_in("chen", "chen"), self.reveal("feng", True)),
            lambda: (self.agree_marks("feng"), self.agree("feng")),
            lambda: [self.certify("feng", name, "certified", "") for name in cal.ANALYSTS[1:]],
        )
        for step in on_the_way[:steps]:
            step()

    @rule(by=PEOPLE)
    def edit(self, by):
        people, one = [cal.analyst(name) for name in cal.ANALYSTS], self.one()
        facts = {
            "name": "March",
            "scorecard": one.scorecard,
            "analysts": people,
            "due_on": cal.DUE,
            "today": cal.MONDAY,
        }
        contacts = [place.contact for place in one.contacts.select_related("contact__agent")]
        goes = by in CHAIRS and self.state == "planned"
        self.does(actions.edit_calibration, one, by=cast.user(by), contacts=contacts, goes=goes, **facts)

    @rule(by=PEOPLE)
    def begin(self, by):
        if self.does(cal.begin, self.one(), by=by, goes=by in CHAIRS and self.state == "planned"):
            self.state = "scoring"

    @rule(by=NAMES, of=NAMES)
    def hand_in(self, by, of):
        for sheet in cal.sheets(self.one(), of):
            is_again = of in self.done  # the same sent twice is once
            goes = by == of and (is_again or self.state == "scoring")
            if self.does(cal.hand_in, sheet, cal.MARKS[of], by=by, goes=goes):
                self.done.add(of)

    @rule(of=NAMES)
    def save(self, of):
        for sheet in cal.sheets(self.one(), of):
            self.does(cal.save, sheet, {}, by=of, goes=self.state == "scoring" and of not in self.done)

    @rule(by=PEOPLE, leave_out=st.booleans())
    def reveal(self, by, leave_out):
        is_enough = len(self.done) >= 2 and (leave_out or self.done == ANALYSTS)
        goes = by in CHAIRS and self.state == "scoring" and is_enough
        if self.does(cal.reveal, self.one(), by=by, leave_out=leave_out, goes=goes):
            self.state, self.left_out = "revealed", ANALYSTS - self.done

    @rule(by=PEOPLE)
    def agree_marks(self, by):
        goes = by in CHAIRS and self.state == "revealed"
        self.is_whole |= self.does(cal.agree_marks, self.one(), by=by, numbers=(1,), goes=goes)

    @rule(by=PEOPLE)
    def agree(self, by):
        if self.does(cal.agree, self.one(), by=by, goes=by in CHAIRS and self.state == "revealed" and self.is_whole):
            self.state = "agreed"

    @rule(
        by=PEOPLE, name=NAMES, outcome=st.sampled_from(["certified", "retraining"]), reasons=st.sampled_from(["", "x"])
    )
    def certify(self, by, name, outcome, reasons):
        is_fit = bool(reasons) if outcome == "retraining" else name not in self.left_out
        goes = by in CHAIRS and self.state == "agreed" and is_fit
        if self.does(cal.certify, self.one(), by=by, name=name, outcome=outcome, reasons=reasons, goes=goes):
            self.outcomes[name] = outcome

    @rule(by=PEOPLE)
    def close(self, by):
        goes = by in CHAIRS and self.state == "agreed" and set(self.outcomes) == ANALYSTS
        if self.does(cal.close, self.one(), by=by, goes=goes):
            self.state = "closed"

    @invariant()
    def the_session_is_as_the_model_says(self):
        one = self.one()
        sheets = BlindSheet.objects.filter(of__calibration=one)
        assert one.state == self.state
        assert set(sheets.filter(state="in").values_list("analyst__username", flat=True)) == self.done
        assert dict(one.seats.exclude(outcome="").values_list("analyst__username", "outcome")) == self.outcomes
        assert set(one.seats.filter(is_left_out=True).values_list("analyst__username", flat=True)) == self.left_out

    @invariant()
    def nobody_reads_a_mark_before_the_reveal_or_a_name_before_their_own_are_in(self):
        one = self.one()
        for name in ("chen", "feng"):
            session = queries.session_of(one, cast.user(name))
            assert session.shows_marks == (self.state not in ("planned", "scoring"))
            assert session.is_blind == (name == "chen" and not session.shows_marks and "chen" not in self.done)

    @invariant()
    def whoever_has_something_to_do_has_it_in_their_inbox(self):
        owed = Duty.objects.filter(kind="calibration.score", source_id=self.pk, done_at=None)
        late = ANALYSTS - self.done if self.state == "scoring" else set()
        assert set(owed.values_list("user__username", flat=True)) == late
        ends = Duty.objects.filter(kind="calibration.conclude", source_id=self.pk, done_at=None)
        assert ends.exists() == (self.state in ("revealed", "agreed"))

    @invariant()
    def a_certificate_runs_out_and_retraining_has_no_day(self):
        for seat in self.one().seats.exclude(outcome=""):
            ends = seat.issued_on + timedelta(days=184) if seat.outcome == "certified" else None
            assert seat.expires_on == ends


def test_a_session_goes_its_way_and_no_other():
    scene.scorecard()
    for name in ("zheng", "qian", "feng", *cal.ANALYSTS):
        cal.analyst(name)
    run_state_machine_as_test(Calibrating, settings=settings(max_examples=10, stateful_step_count=12, deadline=None))
