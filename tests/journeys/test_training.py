"""Training in a real browser: from a gap over the plan to a course learned on a phone and its effect page; and a trainer who
builds a course with a lesson and a session."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from hengcai.assessment.actions import announce_exam
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.rules.sitting_time import Window
from hengcai.training.models import Certificate, Course, Enrolment, Progress, Session
from tests import cast
from tests.assessment.sitting import bank, blueprint
from tests.programme.scene import quarter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gaps():
    return quarter()


def press(page, selector):
    page.click(selector)
    page.wait_for_load_state()


def test_from_a_gap_to_a_finished_course(gaps, visit):
    zhou = visit("zhou")
    page = zhou.go("/training-needs/")
    assert page.locator("tbody tr").count() == 2
    page = zhou.go("/training-plans/add/")
    today = localdate()
    page.fill("[name=name]", "五月计划")
    page.select_option("[name=kind]", "month")
    page.fill("[name=first_on]", today.isoformat())
    page.fill("[name=last_on]", (today + timedelta(days=20)).isoformat())
    press(page, "main form .btn-primary")
    press(page, "button[value=gather]")
    address = page.url.split("/", 3)[3]

    qian = visit("qian")
    press(qian.go(f"/{address}"), "button[value=approve]")
    way = Enrolment.objects.get(person=cast.person("li"))

    phone = visit("li", width=360)
    page = phone.go("/learning/")
    press(page, ".learn-steps a")
    press(page, "a.btn-primary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.check("[name=q-q1][value=a]")
    page.check("[name=q-q2][value=b]")
    press(page, "form .btn-primary")
    press(page, ".survey-foot .btn-primary")
    press(page, ".survey-foot button")
    way.refresh_from_db()
    assert (way.state, Progress.objects.filter(done_at__isnull=False).count()) == ("finished", 2)

    bank(5)
    plan = blueprint(course=way.course.code)
    page = zhou.go("/learning/certificates/")
    assert "li" not in page.inner_text("main").lower()  # not before the test
    window = Window(timezone.now() - timedelta(hours=1), timezone.now() + timedelta(days=1))
    announced = Announcement("课程考试", window, people=[way.person_id], is_instant=True)
    announce_exam(plan, by=cast.user("zhou"), plan=announced)
    page = phone.go("/tests/mine/")
    press(page, ".exam-rows a")
    press(page, "button[value=start]")
    for place in (1, 2, 3):
        page.check(f"#question-{place} input[value=a]")
    page.click("button[value=submit]")
    page.wait_for_selector("#result")
    assert "100" in page.inner_text("main")
    page = zhou.go("/learning/certificates/")
    page.check("[name=ids]")
    press(page, "main form .btn-primary")
    assert Certificate.objects.get().enrolment == way
    page = qian.go(f"/training-effects/{Course.objects.get(code='openings').pk}/")
    assert page.locator("h1").inner_text().startswith("还不能判断")


def test_a_trainer_builds_a_course_and_plans_a_session(gaps, visit):
    zhou = visit("zhou")
    page = zhou.go("/courses/add/")
    page.fill("[name=code]", "calm")
    page.fill("[name=title_zh]", "稳住情绪")
    page.select_option("[name=module]", "stress")
    page.select_option("[name=tier]", "advanced")
    page.fill("[name=hours]", "2")
    page.select_option("[name=competency_1]", "emotion_management")
    page.select_option("[name=from_1]", "2")
    page.select_option("[name=to_1]", "4")
    press(page, "main form .btn-primary")
    page.fill("[name=aims_skill_zh]", "三个呼吸后再接下一通")
    page.fill("[name=trainer_zh]", "做过班组长")
    page.fill("[name=topic_1_zh]", "认出上火的信号")
    page.fill("[name=points_1_zh]", "语速变快\n抢话")
    press(page, "main form .btn-primary")
    press(page, "a[href$='/add-lesson/']")
    page.fill("[name=title_zh]", "三个呼吸")
    page.fill("[name=minutes]", "8")
    page.fill("[name=body_zh]", "### 做一遍\n\n吸四拍，呼六拍。")
    press(page, "main form .btn-primary")
    press(page, "button[value=publish]")
    press(page, "a[href$='/sessions/add/']")
    page.fill("[name=on]", (localdate() + timedelta(days=9)).isoformat())
    page.fill("[name=starts]", "09:30")
    page.fill("[name=ends]", "11:30")
    page.fill("[name=place]", "301")
    page.fill("[name=places]", "8")
    press(page, "main form .btn-primary")
    made = Course.objects.get(code="calm")
    assert (made.state, made.lessons.count(), Session.objects.get().course_id) == ("published", 1, made.pk)
