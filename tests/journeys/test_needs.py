"""A needs survey in a real browser: answered on a phone in two goes, closed, somebody interviewed, the report issued and
printed."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from hengcai.assessment.actions import add_questionnaire, answer_survey, open_survey, publish_questionnaire
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.models import Sheet
from hengcai.training.models import Interview, Report
from tests import cast
from tests.assessment.asking import YES_NO, agents, question
from tests.journeys.visitor import PASSWORD
from tests.training.needs import rated, standards

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUESTIONS = [
    question("trained", "single", options=YES_NO, required=True),
    question("calm", "scale", required=True, competency="emotion_management"),
    question("why", "short"),
]
LEFT_HERE = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.includes('sheet'))"


@pytest.fixture
def survey():
    """Twelve agents with rated levels; all of them but Li have answered."""
    standards()
    _li, *others = people = [cast.li(), *agents(11)]
    rated(people, lambda place, code: 2 if code == "emotion_management" else (5, 4, 3)[place % 3])
    by, today = cast.user("zhou"), localdate()
    definition = {"id": "short", "title": {"zh": "小调查", "en": "Short"}, "intro": {}, "questions": QUESTIONS}
    used = publish_questionnaire(add_questionnaire(cast.centre(), by=by, definition=definition), by=by, today=today)
    made = open_survey(used, by=by, plan=Plan("需求问卷", today + timedelta(days=7)), today=today)
    for one in others:
        answer_survey(made, by=one.user, answers={"trained": "yes", "calm": "2"}, today=today)
    return made


def pressed(page, value):
    page.click(f"button[value={value}]")
    page.wait_for_load_state()


def test_from_the_phone_to_the_printed_report(survey, visit):
    phone = visit("li", width=360)
    page = phone.go(f"/surveys/{survey.pk}/answer/")
    page.check("input[value=yes]")
    pressed(page, "next")
    page.check("input[name=a-calm][value='2']")
    page = phone.go(f"/surveys/{survey.pk}/answer/")  # a call came in between
    page.click("[data-resume] button[type=submit]")
    page.wait_for_selector("input[name=a-calm][value='2']:checked")
    pressed(page, "next")
    page.fill("#answer", "规则改了没人说")
    pressed(page, "next")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    pressed(page, "send")
    page.wait_for_selector("[data-sheet-over]")
    assert page.evaluate(LEFT_HERE) == []
    assert {"trained": "yes", "calm": "2", "why": "规则改了没人说"} in Sheet.objects.values_list("answers", flat=True)

    zhou = visit("zhou")
    pressed(zhou.go(f"/surveys/{survey.pk}/"), "close")
    page = zhou.go("/needs-surveys/add/")
    page.fill("[name=name]", "年度调研")
    page.select_option("[name=survey]", str(survey.pk))
    page.click("main form .btn-primary")
    page.wait_for_selector("#seed")
    address = page.url.removeprefix(zhou.address)
    page.fill("#size", "10")
    page.fill("#seed", "2026")
    pressed(page, "draw")
    page.locator("section[aria-labelledby=spoken] tbody a").first.click()
    page.fill("[name=notes]", "上周三那一通，挂了之后手还在抖")
    page.select_option("[name=competency-0]", "emotion_management")
    page.select_option("[name=kind-0]", "gap")
    pressed(page, "write")
    page.fill("#password", PASSWORD)
    pressed(page, "sign")
    assert Interview.objects.get().signed_by == cast.user("zhou")
    page = zhou.go(address)
    pressed(page, "draft")
    pressed(page, "issue")
    assert Report.objects.get().facts["survey"] == {"asked": 12, "answered": 12, "name": "需求问卷"}
    page.click("main .page-header a.btn-primary")
    page.wait_for_selector("svg.hc-chart")
    assert "情绪管理" in zhou.text()
    assert "手还在抖" not in zhou.text()
    link = page.locator("main a[href*='/status-report/pdf']").first.get_attribute("href")
    printed = page.request.get(f"{zhou.address}{link}")
    assert printed.body().startswith(b"%PDF")
