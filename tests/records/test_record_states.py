"""Whatever people do in whatever order: three answers stay three, nobody answers for another, and what is archived stays."""

import pytest
from django.core.cache import cache
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from hengcai.appraisal.actions import correct_result
from hengcai.base.workdays import Calendar
from hengcai.records import actions, rounds
from hengcai.records.models import Record, Seal
from hengcai.records.rules.sealing import judged, line_of
from tests import cast
from tests.quality.machine import Machine
from tests.records import scene
from tests.records.scene import A_DAY, PUBLISHED_ON, at, password_of

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
PEOPLE = st.sampled_from(["li", "li", "wang", "zhao", "lin", "wu", "zheng"])
LEADERS = {"zhao", "wu"}
CALENDAR, WINDOW = Calendar(), 5  # working days to answer, and to appeal


def last_day(day):
    return CALENDAR.add(day, WINDOW).date


class Confirming(Machine):
    """The model beside it: where it stands, how it was answered, whether it is held, and its last days."""

    def __init__(self):
        super().__init__()
        self.state, self.outcome, self.is_held, self.day = "notified", "", False, PUBLISHED_ON
        self.sign_by = self.appeal_by = last_day(PUBLISHED_ON)

    @initialize()
    def published(self):
        cache.clear()
        self.key = Record.objects.get(person__number="li", result__revision=1).pk
        for name in ("li", "wang", "zhao"):
            password_of(name)

    @property
    def one(self):
        return Record.objects.select_related("person", "cycle__policy").get(pk=self.key)

    def does(self, act, *args, goes, **how):
        with at(self.day):
            return super().does(act, *args, goes=goes, **how)

    def answered(self, outcome):
        self.state = self.outcome = outcome

    @rule(weeks=st.integers(1, 2))
    def time_passes(self, weeks):
        """From Monday to Monday."""
        self.day += weeks * 7 * A_DAY

    @rule(by=PEOPLE)
    def talk(self, by):
        goes = self.state == "notified" and by in LEADERS
        held = getattr(self.one, "interview", None)
        edits = held.edit_count if held else 0
        self.does(
            actions.save_interview, self.one, by=cast.user(by), talk=scene.talk(self.day), edit_count=edits, goes=goes
        )

    @rule(by=PEOPLE)
    def hold_talk(self, by):
        held = getattr(self.one, "interview", None)
        fresh = held is not None and bool(held.plan) and held.plan[0]["by"] > self.day.isoformat()
        goes = self.state == "notified" and by in LEADERS and fresh
        if self.does(actions.hold_interview, self.one, by=cast.user(by), held_on=self.day, today=self.day, goes=goes):
            self.talked_over()

    @rule(by=PEOPLE)
    def skip_talk(self, by):
        goes = self.state == "notified" and by in LEADERS
        if self.does(actions.skip_interview, self.one, by=cast.user(by), because="away", today=self.day, goes=goes):
            self.talked_over()

    def talked_over(self):
        self.state = "interviewed"
        self.sign_by = max(self.sign_by, last_day(self.day))
        self.appeal_by = max(self.appeal_by, self.sign_by)

    @rule(by=PEOPLE)
    def sign(self, by):
        goes = self.state == "interviewed" and by == "li"
        if self.does(actions.sign_record, self.one, by=cast.user(by), password=f"{by}'s own", goes=goes):
            self.answered("signed")

    @rule(by=PEOPLE, words=st.sampled_from(["", "not my call"]))
    def objects(self, by, words):
        is_late = self.state == "interviewed" and not self.is_held and self.day > self.sign_by
        goes = self.state in ("notified", "interviewed") and by == "li" and bool(words) and not is_late
        how = {"by": cast.user(by), "password": f"{by}'s own", "words": words, "today": self.day}
        if self.does(actions.object_to_record, self.one, goes=goes, **how):
            self.answered("objected")

    @rule()
    def an_appeal_holds_it(self):
        if self.does(actions.hold_record, self.one, by=cast.user("zheng"), because="appeal", goes=True):
            self.is_held = self.state != "archived"

    @rule()
    def and_releases_it(self):
        self.does(actions.release_record, self.one, by=cast.user("zheng"), goes=True)
        self.is_held = False
        if self.state in ("notified", "interviewed"):
            self.sign_by = max(self.sign_by, last_day(self.day))

    @rule()
    def the_round_goes(self):
        with at(self.day):
            actions.note_silences([self.one], by=cast.user("wu"), today=self.day)
            due = [one for one in rounds.due_to_archive(self.day) if one.pk == self.key]
        if self.state == "interviewed" and not self.is_held and self.day > self.sign_by:
            self.answered("silent")
        is_due = self.outcome and self.state != "archived" and not self.is_held and self.day > self.appeal_by
        assert bool(due) == bool(is_due), self.standing()
        with at(self.day):
            actions.archive_records([self.one], by=cast.user("wu"), today=self.day)
        self.state = "archived" if is_due else self.state

    @invariant()
    def it_stands_as_the_model_says_and_whatever_was_answered_can_be_verified(self):
        one = self.one
        assert (one.state, one.outcome, bool(one.held_because)) == (self.state, self.outcome, self.is_held)
        assert (one.sign_by, one.appeal_by) == (self.sign_by, self.appeal_by)
        seal = Seal.objects.filter(record=one).first()
        assert (seal is not None) == bool(self.outcome)
        assert seal is None or judged(line_of(seal.content, seal.digest, seal.values)).faults == []


def test_confirming_goes_as_its_model_does():
    scene.published_quarter()
    run_state_machine_as_test(Confirming, settings=settings(max_examples=8, stateful_step_count=12, deadline=None))


def test_a_correction_at_any_moment_leaves_the_old_one_verifiable_and_asks_anew():
    scene.published_quarter()
    one = Record.objects.select_related("result").get(person__number="li")
    fresh = correct_result(one.result, by=cast.user("zheng"), reason="a form came in late")
    one.refresh_from_db()
    assert (one.outcome, one.seal.digest != "") == ("replaced", True)
    new = Record.objects.get(result=fresh)
    with at(PUBLISHED_ON):
        actions.skip_interview(new, by=cast.user("zhao"), because="spoken to already", today=PUBLISHED_ON)
        password = password_of("li")
        actions.sign_record(new, by=cast.user("li"), password=password)
    assert f'"former":"{one.seal.digest}"' in Seal.objects.get(record=new).content
