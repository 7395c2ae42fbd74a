"""One quarter in a real browser: scored, rated, computed, read in Chinese, printed."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.appraisal.actions import add_cycle, load_shipped_policies, open_cycle, pass_rater_training
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.models import RatingTask, Result
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.base.bilingual import Bilingual
from hengcai.framework.actions import load_shipped
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.files import look_at
from hengcai.interactions.importing import import_whole
from hengcai.interactions.models import Contact
from hengcai.quality.actions import load_seed_scorecards
from hengcai.quality.models import Evaluation
from tests import cast
from tests.appraisal.stage import publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST = date(2026, 1, 1)
SAID = """agent: 您好，工号 2031，请讲。
customer: 我家宽带这礼拜断了三回，孩子晚上八点要上网课。
agent: 一周断了三次，晚上八点前要能用，对吗？
customer: 对，就是这个！
agent: 我先核对户主姓名和预留手机号后四位。
customer: 赵先生，尾号 0417。
agent: 线路记录看到了，今天下午五点前换端口，换好我六点给您回电。
customer: 行，谢谢。"""


@pytest.fixture
def quarter(tmp_path):
    """A running quarter around today, six calls of Li with what was said, people with their roles."""
    by, today = system_user(), localdate()
    load_shipped(the_centre(), by=by, today=FIRST)
    load_seed_scorecards(the_centre(), by=by, on=FIRST)
    load_shipped_policies(the_centre(), by=by, today=FIRST)
    for name in ("li", "wang", "zhao"):
        cast.person(name)
    for name in ("zhao", "chen", "feng", "zheng", "qian"):
        pass_rater_training(cast.user(name), by=cast.user(name), answers=RIGHT_ANSWERS, today=today)
    _calls(tmp_path, today)
    period, dates = (
        (today - timedelta(days=60), today - timedelta(days=1)),
        Dates(*[today + timedelta(days=n) for n in (1, 2, 3, 4)]),
    )
    cycle = add_cycle(
        the_centre(), by=cast.user("zheng"), kind="quarter", code="now", name=Bilingual("本季度技能评价", "This quarter"),
        period=period, dates=dates,
    )  # fmt: skip
    return open_cycle(cycle, by=cast.user("zheng"), today=today)


def _calls(folder, today):
    rows = ["id,agent,started_at,channel,csat,text"]
    for number in range(6):
        day = today - timedelta(days=7 + number)
        rows.append(f'C{number},li,{day}T10:0{number}:00,call,5,"{SAID}"')
    path = folder / "calls.csv"
    path.write_text("\n".join(rows), "utf-8")
    run = start_import(the_centre(), by=system_user(), file=look_at(path, kind="contacts"))
    assert [list(import_whole(run, by=system_user()))[-1].done_count] == [6]


def choose(page, choice):
    """As somebody at the keyboard does: works with scripts and without."""
    choice.focus()
    page.keyboard.press("Space")


def score(analyst, pk):
    """Chooses the best mark of every item as a person would: one click each, then hands in."""
    page = analyst.go(f"/quality/assignments/{pk}/")
    for group in page.locator("div.hc-marks").all():
        for value in ("4", "yes", "clear", "solved", "within_30"):
            choice = group.locator(f"input[value='{value}']")
            if choice.count() and choice.is_enabled():
                choose(page, choice)
                break
    page.click("button[name='do'][value='submit']")
    page.wait_for_load_state()
    for _more in range(100):  # what is handed in is sent behind the next desk
        if Evaluation.objects.filter(assignment=pk, state="submitted").exists():
            break
        page.wait_for_timeout(100)
    assert Evaluation.objects.filter(assignment=pk, state="submitted").exists(), analyst.text()


def rate(rater, task, *, level="4"):
    page = rater.go(f"/ratings/{task.pk}/")
    for item in page.locator(f"input[type='radio'][value='{level}']").all():
        choose(page, item)
    page.click("button[name='action'][value='send']")
    page.wait_for_load_state()
    task.refresh_from_db()
    assert task.state == "sent", rater.text()


def test_from_a_scored_call_to_a_printed_report(quarter, visit):
    group = visit("zheng")
    page = group.go("/quality/assign/")
    for box in page.locator("input[name='contact']").all():
        box.check()
    page.select_option("select[name='analyst']", str(cast.user("chen").pk))
    page.click("button[form='giving']")
    page.wait_for_load_state()
    analyst = visit("chen")
    for assignment in cast.user("chen").assignments.all():
        score(analyst, assignment.pk)

    supervisor = visit("feng")
    page = supervisor.go("/quality/evaluations/")
    for box in page.locator("td.tick input[type='checkbox']").all():
        box.check()
    page.click("form[action$='/publish/'] button.btn-primary")
    page.wait_for_load_state()
    assert Evaluation.objects.filter(state="published").count() == 6

    rate(visit("li"), RatingTask.objects.get(source="self", rater=cast.li()), level="3")
    rate(visit("zhao"), RatingTask.objects.get(source="superior", participant__person=cast.li()))

    board = group.go(f"/cycles/{quarter.pk}/")
    board.click("main .page-header button.btn-primary")
    board.wait_for_load_state()
    quarter.refresh_from_db()
    assert quarter.state == "preliminary", group.text()
    publish(quarter)

    agent = visit("li", width=360)
    result = Result.objects.get(participant__person=cast.li(), is_current=True)
    agent.go(f"/results/{result.pk}/")
    assert "良好" in agent.text()
    assert "四舍五入" in agent.text()
    assert "自评" in agent.text()
    width = agent.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    printed = agent.context.request.get(f"{agent.address}/results/{result.pk}/pdf")
    assert printed.body()[:5] == b"%PDF-"


def test_the_road_works_with_scripts_blocked(quarter, visit):
    from hengcai.quality.actions import assign_contacts
    from hengcai.quality.models import Scorecard

    card = Scorecard.objects.get(code="call", state="published")
    contact = Contact.objects.get(key="C0")
    given = assign_contacts(
        [contact], by=cast.user("zheng"), analyst=cast.user("chen"), scorecard=card, due_on=localdate()
    )
    score(visit("chen", scripts=False), given[0].pk)
    rate(visit("li", scripts=False), RatingTask.objects.get(source="self", rater=cast.li()), level="3")


def test_the_desk_is_worked_by_keyboard(quarter, visit):
    from hengcai.quality.actions import assign_contacts
    from hengcai.quality.models import Answer, Scorecard

    card = Scorecard.objects.get(code="call", state="published")
    given = assign_contacts(
        [Contact.objects.get(key="C1")],
        by=cast.user("zheng"),
        analyst=cast.user("chen"),
        scorecard=card,
        due_on=localdate(),
    )
    page = visit("chen").go(f"/quality/assignments/{given[0].pk}/")
    for key in ("4", "5"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    page.click("button[name='do'][value='save']")
    page.wait_for_load_state()
    kept = dict(Answer.objects.filter(evaluation__assignment=given[0]).values_list("item__code", "value"))
    assert kept == {"wording": "4", "voice": "5"}
