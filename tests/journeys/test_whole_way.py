"""One contact the whole way in a real browser: scored by keyboard, rechecked blind, settled, published, disputed, rescored
blind, and the month says another score than before."""

from fractions import Fraction

import pytest

from hengcai.accounts.models import RoleGrant, User
from hengcai.appraisal.actions import compute_cycle
from hengcai.appraisal.models import Result
from hengcai.quality.models import Dispute, Evaluation
from hengcai.quality.recheck_models import Recheck
from tests import cast
from tests.appraisal import stage
from tests.journeys.test_desk import choose, fill
from tests.journeys.test_disputes import looked_at
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
AGAIN = {**{code: mark.value for code, mark in scene.GOOD.items()}, "listening": "1", "wording": "1", "record": "2"}


def pressed(visitor, what):
    visitor.page.click(f"button[value={what}]")
    visitor.page.wait_for_load_state("networkidle")


def scored(analyst, given):
    page = analyst.go(f"/quality/assignments/{given.pk}/")
    fill(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda url: f"/assignments/{given.pk}/" not in url)


def rechecked(supervisor, second):
    """Drawn by the supervisor, scored far off by somebody else, who reads nothing of the first; settled for the second."""
    supervisor.go("/quality/rechecks/").click("form[action$='/draw/'] button")
    supervisor.page.wait_for_load_state("networkidle")
    one = Recheck.objects.get()
    address = f"/quality/rechecks/{one.pk}/"
    page = second.go(address)
    assert cast.user("chen").name not in second.text()
    for item, value in AGAIN.items():
        choose(page, item, value)
    choose(page, "apology", "3")
    for item in ("listening", "wording", "record"):
        page.fill(f"#comment-{item}", "抢话，没有记录")
    looked_at(second, "recheck-blind", 1440, "zh")
    pressed(second, "submit")
    supervisor.go(address).check("input[name=outcome][value=taken]")
    supervisor.page.fill("#settle-reason", "复听属实")
    looked_at(supervisor, "recheck-settling", 1440, "zh")
    pressed(supervisor, "settle")
    looked_at(supervisor, "recheck-settled", 1440, "zh")


def published(supervisor):
    page = supervisor.go("/quality/evaluations/")
    page.check("input[name=evaluation]")
    page.click("form[data-ticks] button[type=submit]")
    page.wait_for_load_state("networkidle")
    return Evaluation.objects.get(state="published", is_current=True)


def disputed(agent, evaluation):
    page = agent.go(f"/quality/evaluations/{evaluation.pk}/dispute/")
    page.click("summary:has-text('istening')")
    page.select_option("#wish-listening", "4")
    page.fill("#words-listening", "客户讲完我才接话")
    page.click("main form button[type=submit]")
    page.wait_for_url("**/quality/disputes/*/")
    return f"/quality/disputes/{Dispute.objects.get().pk}/"


def decided(decider, address):
    decider.go(address)
    pressed(decider, "take")
    assert "客户讲完我才接话" not in decider.text()
    decider.page.check("input[name=mark-listening][value='4']")
    pressed(decider, "mark")
    decider.page.check("input[name=outcome-listening][value=upheld]")
    decider.page.fill("#reasons-listening", "录音里听得到")
    pressed(decider, "decide")


def total():
    return Fraction(Result.objects.get(participant__person__number="li", is_current=True).detail["exact"])


def test_from_the_desk_over_recheck_publication_and_dispute_to_the_changed_month(visit, settings):
    settings.RECHECK_SHARE = Fraction(1, 10)
    month = stage.open_month()
    given = scene.assignment(scene.contact(stage.person("li")))
    for name in ("cao", "qian"):
        cast.user(name)
    analyst, second, supervisor, agent = (visit(name, by_password=True) for name in ("chen", "cao", "feng", "li"))
    scored(analyst, given)
    rechecked(supervisor, second)
    first = published(supervisor)
    assert (first.revision, first.answers.get(item__code="listening").value) == (2, "1")
    compute_cycle(month, by=cast.user("zheng"))
    before = total()
    address = disputed(agent, first)
    assert second.page.goto(f"{second.address}{address}").status == 404  # read the first marks, so decides nothing
    RoleGrant.objects.create(user=User.objects.create(username="tang", name="Tang"), role="analyst")
    decided(visit("tang"), address)
    group = visit("zheng")
    group.go(f"/cycles/{month.pk}/")
    compute_cycle(month, by=cast.user("zheng"))
    assert total() > before
    group.go(f"/results/{Result.objects.get(participant__person__number='li', is_current=True).pk}/")
