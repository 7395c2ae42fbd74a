"""Tests in a real browser: no answer lost through reload, second page, lost connection; no minute won by a device's clock; from
blueprint to resit; without scripts too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hengcai.assessment.actions import announce_exam, start_sitting
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.models import Answer, Exam, Sitting
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from tests import cast
from tests.assessment.sitting import bank, blueprint
from tests.journeys.test_simulations import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = 360
SAVED = "() => document.querySelector('.exam-bar [data-told]').textContent.includes('已全部保存')"
LATER = "const there = Date.now.bind(Date); Date.now = () => there() + 3 * 3600 * 1000;"


@pytest.fixture
def sitting(transactional_db):
    """Li is in the middle of a test of three questions."""
    bank(6, essays=1)
    now = timezone.now()
    plan = Announcement("上岗考试", Window(now - timedelta(hours=1), now + timedelta(days=1)), people=[cast.li().pk])
    exam = announce_exam(
        blueprint([Part(3, competency="listening"), Part(1, kind="essay")]), by=cast.user("zhou"), plan=plan
    )
    return start_sitting(exam.sittings.get(), by=cast.user("li"))


def choose(page, place, value="a"):
    page.check(f"#question-{place} input[value={value}]")


def saved(page):
    page.wait_for_function(SAVED)


def stored():
    return {one.question_id: one.response for one in Answer.objects.all()}


def test_answers_survive_a_reload_and_a_second_page_overwrites_nothing(sitting, visit):
    path, first = f"/tests/sittings/{sitting.pk}/", visit("li", width=PHONE)
    page = first.go(path)
    choose(page, 1)
    page.fill("#question-4 textarea", "先道歉，再说几点回电。")
    saved(page)
    page.reload()
    assert page.is_checked("#question-1 input[value=a]")
    assert page.input_value("#question-4 textarea") == "先道歉，再说几点回电。"

    second = visit("li").go(path)
    choose(second, 2)
    choose(second, 1, "b")
    saved(second)
    page.fill("#question-4 textarea", "先道歉。")
    choose(page, 1, "a")  # still checked here: nothing changes until it is touched
    page.evaluate(
        "document.querySelector('#question-1 input[value=a]').dispatchEvent(new Event('change', {bubbles: true}))"
    )
    page.wait_for_selector("#question-1 [data-note]:not([hidden])")
    assert page.is_checked("#question-1 input[value=b]")
    assert stored()[sitting.paper[0]] == "b"
    assert stored()[sitting.paper[1]] == "a"


def test_answers_given_without_a_connection_are_sent_when_it_is_back_even_after_a_reload(sitting, visit):
    visitor = visit("li", width=PHONE)
    page = visitor.go(f"/tests/sittings/{sitting.pk}/")
    page.route(
        "**/tests/sittings/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    choose(page, 1)
    choose(page, 2, "b")
    page.wait_for_function("() => document.querySelector('.exam-bar [data-told]').textContent.includes('网络断了')")
    assert stored() == {}
    page.reload()
    assert page.is_checked("#question-1 input[value=a]")
    page.unroute("**/tests/sittings/**")
    saved(page)
    assert stored() == {sitting.paper[0]: "a", sitting.paper[1]: "b"}
    visitor.problems.clear()  # the browser tells of requests that came to nothing


def test_a_changed_device_clock_changes_nothing(sitting, visit):
    visitor = visit("li")
    visitor.context.add_init_script(LATER)
    page = visitor.go(f"/tests/sittings/{sitting.pk}/")
    left = page.inner_text("[data-clock]")
    assert left.startswith(("29:", "30:"))
    choose(page, 1)
    saved(page)
    assert stored() == {sitting.paper[0]: "a"}


def test_when_the_time_is_up_the_page_hands_in_and_nothing_more_is_taken(sitting, visit):
    page = visit("li", width=PHONE).go(f"/tests/sittings/{sitting.pk}/")
    choose(page, 1)
    saved(page)
    Sitting.objects.filter(pk=sitting.pk).update(ends_at=timezone.now() + timedelta(seconds=2))
    page.reload()
    page.wait_for_selector("#result")
    sitting.refresh_from_db()
    assert sitting.state == "marked"
    assert sitting.submitted_at <= sitting.ends_at
    assert "成绩发布后在这里查看" in page.inner_text("main")


def test_it_is_sat_without_scripts(sitting, visit):
    page = visit("li", scripts=False).go(f"/tests/sittings/{sitting.pk}/")
    choose(page, 1)
    choose(page, 3)
    page.click("button[value=submit]")
    page.wait_for_load_state()
    assert stored() == {sitting.paper[0]: "a", sitting.paper[2]: "a"}
    assert Sitting.objects.get().state == "marked"


def press(page, selector):
    with page.expect_navigation():
        page.click(selector)


def test_from_a_blueprint_to_a_resit(transactional_db, visit):
    bank(8)
    li = cast.li()
    zhou = visit("zhou")
    page = zhou.go("/tests/blueprints/add/")
    found = faults(page, "blueprint")
    page.fill("[name=code]", "permit")
    page.fill("[name=title_zh]", "上岗考试")
    page.fill("[name=count-0]", "9")
    page.select_option("[name=kind-0]", "single")
    press(page, "main form .btn-primary")
    press(page, "button[value=publish]")
    assert "只有 8 道" in page.inner_text("main")
    press(page, "a[href$='/edit/']")
    page.fill("[name=count-0]", "3")
    press(page, "main form .btn-primary")
    press(page, "button[value=publish]")
    press(page, "a[href$='/schedule/']")
    found += faults(page, "schedule")
    today = timezone.localdate()
    page.fill("[name=opens_on]", today.isoformat())
    page.fill("[name=opens_at]", "00:00")
    page.fill("[name=numbers]", li.number)
    page.fill("[name=closes_on]", (today + timedelta(days=1)).isoformat())
    press(page, "main form .btn-primary")
    exam = Exam.objects.get()

    phone = visit("li", width=PHONE).go("/tests/mine/")
    found += faults(phone, "mine")
    press(phone, ".exam-rows a")
    found += faults(phone, "cover")
    press(phone, "button[value=start]")
    found += faults(phone, "paper")
    for place in (1, 2, 3):
        choose(phone, place, "b")
    phone.click("button[value=submit]")
    phone.wait_for_selector("#result")

    page = zhou.go(f"/tests/{exam.pk}/")
    press(page, "button[value=release]")
    found += faults(page, "exam")
    page.fill("[name=opens_on]", today.isoformat())
    page.fill("[name=opens_at]", "00:00")
    press(page, "button[value=resits]")
    phone.reload()
    assert "不及格" in phone.inner_text("main")
    found += faults(phone, "result")
    again = Sitting.objects.get(attempt=2)
    assert again.person == li
    assert not found, "\n".join(found)
