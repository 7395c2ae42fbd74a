"""A rise that chance does not explain is proposed once, with people and a course; nothing starts by itself."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from hengcai.base.errors import NotAllowed, NotValid
from hengcai.inbox.models import Duty
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Contact
from hengcai.programme import actions
from hengcai.programme.actions import Frame
from hengcai.programme.models import Need, Surge
from hengcai.programme.rules.surges import Count, rise, rises
from hengcai.training.models import Course
from tests import cast
from tests.programme.scene import another_course

MAY, TODAY = date(2026, 5, 1), date(2026, 5, 29)
FRAME = Frame("退费集训", "intensive", TODAY, TODAY + timedelta(days=14), "五月退费投诉激增")


def test_only_what_chance_does_not_explain_is_a_surge():
    assert rise("退费", Count(30, 1000), Count(30, 3000)).change.low > 0
    assert rise("退费", Count(12, 1000), Count(30, 3000)) is None  # within chance
    assert rise("退费", Count(7, 1000), Count(0, 3000)) is None  # too few
    assert rise("退费", Count(600, 10_000), Count(1500, 30_000)) is None  # certain, but small
    assert rise("退费", Count(30, 1000), Count(0, 0)) is None


def test_of_several_the_greatest_rise_comes_first():
    found = rises({"a": 40, "b": 80, "c": 10}, 1000, {"a": 20, "b": 20, "c": 30}, 3000)
    assert [one.matter for one in found] == ["b", "a"]


@pytest.mark.django_db
class TestComplaints:
    @pytest.fixture(autouse=True)
    def _scene(self, gaps_db):
        self.zhou = cast.user("zhou")
        another_course("complaint_surge_intensive", tier="intensive")
        for month, n in ((2, 3), (3, 3), (4, 3), (5, 30)):
            self.month(month, n)

    def month(self, month, complaints, contacts=300):
        start = datetime(2026, month, 2, 10, tzinfo=get_current_timezone())
        facts = {"channel": "call", "agent": cast.person("li")}
        Contact.objects.bulk_create(
            Contact(
                key=f"{month}-{n}",
                started_at=start + timedelta(minutes=n),
                ended_at=start + timedelta(minutes=n + 1),
                **facts,
            )
            for n in range(contacts)
        )
        people = [cast.person(name) for name in ("li", "wang")]
        Complaint.objects.bulk_create(
            Complaint(agent=people[n % 2], received_at=start + timedelta(minutes=n), matter="退费")
            for n in range(complaints)
        )

    def find(self, month=MAY):
        return actions.find_surges(cast.centre(), by=self.zhou, month=month, today=TODAY)

    def test_a_rise_is_proposed_once_with_people_and_course_and_nothing_is_opened(self):
        (found,) = self.find()
        assert (found.matter, found.state, found.course.code) == ("退费", "proposed", "complaint_surge_intensive")
        assert {one.number for one in found.people.all()} == {"li", "wang"}
        assert not Need.objects.filter(plan__kind="intensive").exists()
        assert Duty.objects.filter(kind="training.surge", user=self.zhou, done_at=None).count() == 1
        assert self.find() == []
        assert self.find(date(2026, 4, 1)) == []

    def test_opened_it_is_a_draft_with_the_people_chosen_and_gathering_keeps_them(self):
        (found,) = self.find()
        course = Course.objects.get(code="complaint_surge_intensive")
        with pytest.raises(NotAllowed):
            actions.open_intensive(found, by=cast.user("qian"), course=course, people=[cast.person("li")], frame=FRAME)
        with pytest.raises(NotValid, match="nobody_chosen"):
            actions.open_intensive(found, by=self.zhou, course=course, people=[cast.person("he")], frame=FRAME)
        plan = actions.open_intensive(found, by=self.zhou, course=course, people=[cast.person("li")], frame=FRAME)
        assert (plan.kind, plan.state, plan.because) == ("intensive", "draft", "五月退费投诉激增")
        assert not Duty.objects.filter(kind="training.surge", done_at=None).exists()
        actions.gather_needs(plan, by=self.zhou)
        kept = plan.needs.get(course=course)
        assert (kept.person, kept.level) == (cast.person("li"), "")

    def test_left_it_says_why(self):
        (found,) = self.find()
        with pytest.raises(NotValid, match="surge_without_reason"):
            actions.leave_surge(found, by=self.zhou, because=" ")
        left = actions.leave_surge(found, by=self.zhou, because="系统已修复")
        assert (left.state, left.settled_by, self.find()) == ("left", self.zhou, [])
        assert Surge.objects.count() == 1

    def test_what_was_nobodys_fault_does_not_count(self):
        Complaint.objects.update(judged=Complaint.Judged.NOT_UPHELD)
        assert self.find() == []
