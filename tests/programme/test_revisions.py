"""A course that did nothing is put up for revision, planned by its trainer, done with a new version, looked at again."""

from datetime import date, timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.programme import actions, measuring
from hengcai.programme.facts.outcomes import Held
from hengcai.programme.models import Effect, Revision
from hengcai.programme.queries.revisions import revisions_seen_by
from hengcai.programme.rules.revising import Found, by_hand, reasons
from hengcai.training.actions import Qualification, copy_course, publish_course, qualify_trainer
from hengcai.training.models import Course, Session
from tests import cast
from tests.programme.centres import by_chance

DAY = date(2026, 6, 30)


def test_what_is_worse_is_a_reason_whatever_else_is_better():
    found = reasons(Found({"quality": "better", "satisfaction": "worse", "month": "no_difference"}))
    assert found == [{"why": "worse", "outcome": "satisfaction"}]


def test_no_difference_is_a_reason_only_where_nothing_got_better():
    assert [one["why"] for one in reasons(Found({"quality": "no_difference", "month": "not_yet"}))] == ["no_difference"]
    assert reasons(Found({"quality": "not_yet"})) == []


def test_low_ratings_and_marks_count_where_even_their_upper_end_is_low():
    low, wide = (2.8, 2.3, 3.3), (3.2, 2.5, 3.9)
    found = reasons(Found(ratings={"use": low, "content": wide}, marks=(0.5, 0.45, 0.55)))
    assert [(one["why"], one.get("asked")) for one in found] == [("ratings", "use"), ("marks", None)]
    assert reasons(Found(marks=(0.55, 0.4, 0.7))) == []


@pytest.mark.django_db
class TestOneCourse:
    @pytest.fixture(autouse=True)
    def _scene(self, gaps_db):
        self.course = Course.objects.get(code="openings", state="published")
        self.zhou = cast.user("zhou")
        with clock.set_to(clock.now().replace(year=2026, month=6, day=30)):
            yield

    def held(self, monkeypatch, **more):
        """Of quality alone."""
        known = by_chance("revised", people=600, noise=1.0, **more)
        none = Held([], {}, {})
        monkeypatch.setattr(measuring, "held", lambda _course, one, **_days: known if one.code == "quality" else none)

    def measure(self, day=DAY):
        return actions.measure_effect(cast.centre(), by=self.zhou, course="openings", until=day)

    def test_a_course_that_did_nothing_is_put_before_whoever_taught_it_last(self, monkeypatch):
        trainer = qualify_trainer(cast.person("wang"), by=self.zhou, given=Qualification("senior", DAY))
        start = clock.now() - timedelta(days=20)
        facts = {"planned_by": self.zhou, "places": 5, "state": "held", "code": "1"}
        held = Session.objects.create(course=self.course, starts_at=start, ends_at=start + timedelta(hours=1), **facts)
        held.trainers.add(trainer)
        self.held(monkeypatch)
        self.measure()
        self.measure()
        (opened,) = Revision.objects.all()
        assert (opened.owner, opened.state) == (cast.user("wang"), "open")
        assert Duty.objects.filter(kind="course.revise", user=cast.user("wang"), done_at=None).count() == 1
        assert [one.pk for one in revisions_seen_by(cast.user("wang"))] == [opened.pk]
        assert not revisions_seen_by(cast.user("li")).exists()

    def test_from_the_plan_over_the_new_version_to_another_look(self, monkeypatch):
        self.held(monkeypatch)
        self.measure()
        opened = Revision.objects.get()
        with pytest.raises(NotAllowed):
            actions.plan_revision(opened, by=cast.user("li"), content="案例", method="演练", due_on=DAY)
        with pytest.raises(NotValid, match="revision_empty"):
            actions.plan_revision(opened, by=self.zhou, content=" ", method="演练", due_on=DAY)
        planned = actions.plan_revision(
            opened, by=self.zhou, content="案例", method="演练", due_on=DAY + timedelta(days=9)
        )
        with pytest.raises(NotNow, match="revision_no_version"):
            actions.finish_revision(planned, by=self.zhou, today=DAY)
        publish_course(copy_course(self.course, by=self.zhou), by=self.zhou, today=DAY)
        done = actions.finish_revision(planned, by=self.zhou, today=DAY)
        assert (done.state, done.done_with.number, done.done_on) == ("done", 2, DAY)
        assert not Duty.objects.filter(kind="course.revise", done_at=None).exists()
        self.held(monkeypatch, effect=9.0)
        self.measure(DAY + timedelta(days=90))
        done.refresh_from_db()
        assert (done.state, done.after) == ("measured", [])
        assert Revision.objects.count() == 1

    def test_whoever_took_the_course_before_its_revision_counts_no_more(self, monkeypatch):
        made = self.by_hand()
        Revision.objects.filter(pk=made.pk).update(state="done", done_with=self.next_version(), done_on=DAY)
        seen = []
        monkeypatch.setattr(measuring, "held", lambda *_given, **named: seen.append(named["since"]) or Held([], {}, {}))
        self.measure()
        assert set(seen) == {DAY}

    def next_version(self):
        return publish_course(copy_course(self.course, by=self.zhou), by=self.zhou, today=DAY)

    def by_hand(self):
        why = by_hand("案例太旧")
        return actions.open_revision(self.course, by=self.zhou, reasons=why, today=DAY)

    def test_one_at_a_time_and_never_without_a_reason(self):
        with pytest.raises(NotValid, match="revision_without_reason"):
            actions.open_revision(self.course, by=self.zhou, reasons=by_hand(" "), today=DAY)
        self.by_hand()
        with pytest.raises(NotNow, match="revision_runs"):
            self.by_hand()

    def test_what_stays_wrong_opens_the_next_revision(self, monkeypatch):
        made = self.by_hand()
        Revision.objects.filter(pk=made.pk).update(state="done", done_with=self.next_version(), done_on=DAY)
        self.held(monkeypatch)
        self.measure(DAY + timedelta(days=60))
        states = dict(Revision.objects.values_list("pk", "state"))
        assert states.pop(made.pk) == "measured"
        assert list(states.values()) == ["open"]
        assert Effect.objects.get(outcome="quality").verdict == "no_difference"
