"""A dispute from the agent's page to the changed evaluation, in a real browser, wide and narrow."""

import os
from pathlib import Path

import pytest
from django.utils.timezone import localdate

from hengcai.quality.models import Dispute, Evaluation
from tests import cast
from tests.quality import disputing as dis

TOO_WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll("main *")].filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 90))"""
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def first():
    """Li's, published and open to an answer today."""
    made = dis.published()
    Evaluation.objects.filter(pk=made.pk).update(dispute_closes_on=localdate(), published_at=made.submitted_at)
    return made


def looked_at(visitor, name, width, language):
    """Nothing wider than the screen; a picture where somebody wants to look at it."""
    assert visitor.page.evaluate(TOO_WIDE) == [], name
    if folder := os.environ.get("PICTURES"):
        visitor.page.screenshot(path=Path(folder) / f"{name}-{language}-{width}.png", full_page=True)


@pytest.mark.parametrize(("width", "language"), [(1440, "zh-hans"), pytest.param(360, "en", marks=pytest.mark.slow)])
def test_a_dispute_goes_from_the_agent_over_the_blind_step_to_the_changed_evaluation(first, visit, width, language):
    for name in ("cao", "zhao", "feng"):
        cast.user(name)
    agent, decider, lead = (visit(name, width=width, language=language) for name in ("li", "cao", "zhao"))
    agent.go(f"/quality/evaluations/{first.pk}/")
    looked_at(agent, "1-evaluation", width, language)
    agent.page.click(f"a[href$='/evaluations/{first.pk}/dispute/']")
    agent.page.click("summary:has-text('istening')")
    agent.page.select_option("#wish-listening", "5")
    agent.page.fill("#words-listening", "客户讲完我才接话")
    agent.page.fill("#line-listening", "0:09")
    looked_at(agent, "2-disputing", width, language)
    agent.page.click("main form button[type=submit]")
    agent.page.wait_for_url("**/quality/disputes/*/")
    looked_at(agent, "3-sent", width, language)
    address = f"/quality/disputes/{Dispute.objects.get().pk}/"

    lead.go(address).fill("#opinion", "复听过，属实")
    lead.page.click("button[value=support]")
    lead.page.wait_for_load_state()

    decider.go(address).click("button[value=take]")
    decider.page.wait_for_selector("button[value=mark]")
    assert "客户讲完我才接话" not in decider.text()
    assert "cut in" not in decider.text()
    looked_at(decider, "4-blind", width, language)
    decider.page.check("input[name=mark-listening][value='4']")
    decider.page.click("button[value=mark]")
    decider.page.wait_for_selector("button[value=decide]")
    assert "客户讲完我才接话" in decider.text()
    decider.page.check("input[name=outcome-listening][value=partly]")
    decider.page.select_option("#value-listening", "4")
    decider.page.fill("#reasons-listening", "听完了，没有复述")
    looked_at(decider, "5-deciding", width, language)
    decider.page.click("button[value=decide]")
    decider.page.wait_for_load_state()

    agent.go(address)
    assert "听完了，没有复述" in agent.text()
    looked_at(agent, "6-decided", width, language)
    made = Evaluation.objects.get(revision=2)
    agent.go(f"/quality/evaluations/{made.pk}/")
    looked_at(agent, "7-changed", width, language)
    assert made.answers.get(item__code="listening").value == "4"
    watcher = visit("feng", width=width, language=language)
    watcher.go("/quality/disputes/")
    looked_at(watcher, "8-list", width, language)
