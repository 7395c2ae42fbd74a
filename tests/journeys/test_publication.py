"""An unfinished quarter in a real browser: stopped, then out with a reason and a second person, then taken back."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.appraisal.actions import add_cycle, compute_cycle, load_shipped_policies, open_cycle
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.models import Cycle, Policy, Publication
from hengcai.base.bilingual import Bilingual
from hengcai.framework.actions import load_shipped
from tests import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST = date(2026, 1, 1)
ALLOWED = "publication: {before_the_end: with_reason, without_score: with_reason, open_forms: with_reason, findings: with_reason}"


@pytest.fixture
def unfinished():
    """A quarter that has three days to go, computed, with nobody's forms in."""
    by, today = system_user(), localdate()
    load_shipped(the_centre(), by=by, today=FIRST)
    load_shipped_policies(the_centre(), by=by, today=FIRST)
    for name in ("li", "wang", "zhao"):
        cast.person(name)
    for name in ("zheng", "qian"):
        cast.user(name)
    period, due = (
        (today - timedelta(days=60), today + timedelta(days=3)),
        [today + timedelta(days=n) for n in range(1, 5)],
    )
    cycle = add_cycle(
        the_centre(), by=cast.user("zheng"), kind="quarter", code="now", name=Bilingual("本季度技能评价", "This quarter"),
        period=period, dates=Dates(*due),
    )  # fmt: skip
    return compute_cycle(open_cycle(cycle, by=cast.user("zheng"), today=today), by=cast.user("zheng"))


def press(page, move):
    page.click(f"button[name='move'][value='{move}']")
    page.wait_for_load_state()


@pytest.mark.parametrize("width", [1440, 360])
def test_an_unfinished_quarter_is_stopped_then_published_by_two_and_taken_back(unfinished, visit, width):
    address = f"/cycles/{unfinished.pk}/publication/"
    group, head = visit("zheng", width=width), visit("qian", width=width)
    page = group.go(f"/cycles/{unfinished.pk}/")
    page.click("main .page-header a.btn-primary")
    page.wait_for_load_state()
    assert "按制度，现在还不能发布" in group.text()
    assert page.locator("button[value='propose_publication']").count() == 0

    Policy.objects.filter(cycles=unfinished).update(text="\n".join([
        *(line for line in unfinished.policy.text.splitlines() if not line.startswith("publication:")), ALLOWED, "",
    ]))  # fmt: skip
    page = group.go(address)
    press(page, "propose_publication")  # the browser itself asks for the reason
    assert Cycle.objects.get().state == "preliminary"
    page.fill("#reason", "班组下周解散，来不及等了")
    press(page, "propose_publication")
    assert "要由另一位确认" in group.text()
    assert page.locator("button[value='confirm_publication']").count() == 0

    confirming = head.go(address)
    assert "班组下周解散，来不及等了" in head.text()
    press(confirming, "confirm_publication")
    assert Cycle.objects.get().state == "publishing"
    assert visit("li", width=width).go("/my/results/").locator("tbody tr").count() == 0
    assert confirming.evaluate("document.documentElement.scrollWidth") <= width

    page = group.go(address)
    page.fill("#reason", "漏了一个班")
    press(page, "take_back_publication")
    assert (Cycle.objects.get().state, Publication.objects.get().outcome) == ("preliminary", "taken_back")
    assert "漏了一个班" in group.text()
