"""A policy from its draft into force: tried, discussed, decided on, announced, signed for with the password."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from hengcai.appraisal import actions
from hengcai.appraisal.models import Acknowledgement, Policy, Procedure
from hengcai.appraisal.rules.procedure import text_hash
from hengcai.appraisal.tasks import begin_policy_step
from tests import cast
from tests.insight import stage
from tests.journeys.visitor import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)
SHARPER = 'bands: [{code: excellent, from: "3.5"}, {code: good, from: "3.0"}, {code: to_improve, from: "1"}]\n'


@pytest.fixture
def draft():
    """Beside a published quarter it can be tried on."""
    stage.standards()
    stage.rated(stage.quarter())
    return actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text=SHARPER)


def state(policy):
    return Policy.objects.get(pk=policy.pk).state


def explain_all(page):
    """Every difference from the version before names its reason, one after the other."""
    for at in range(page.locator("button[value=explain]").count()):
        page.locator(".proc-changes input[name=reason]").nth(at).fill("the quarter showed it")
        page.locator("button[value=explain]").nth(at).click()
        page.wait_for_selector(".hc-message")


def passed(policy, **days):
    """The clock moves on: days of the procedure lie so far back."""
    today = localdate()
    Procedure.objects.filter(policy=policy).update(**{name: today - days[name] * DAY for name in days})


def test_from_draft_to_in_force_and_signed(draft, visit):
    path = f"/policies/{draft.pk}/procedure/"
    zheng = visit("zheng", language="en")
    page = zheng.go(f"/policies/{draft.pk}/what-if/")
    page.click("text=Test the draft")
    page.wait_for_selector("h1:has-text('1 of 1 people would be in a different band')")
    page = zheng.go(path)
    explain_all(page)
    page.click("button[value=discuss]")
    page.wait_for_selector("text=Read the draft and comment")

    li = visit("li", language="en")
    page = li.go(path)
    page.select_option("#on", "bands")
    page.fill("#text", "3.5 is too low for excellent")
    page.click("button[value=comment]")
    page.wait_for_selector(".hc-message")
    wu = visit("wu", language="en")
    page = wu.go(path)
    page.click(".proc-comments a.btn-sm")
    page.fill("#reason", "three quarters of data say otherwise")
    page.click("button[value=answer]")
    page.wait_for_selector("text=three quarters of data say otherwise")

    passed(draft, closes_on=2)
    page = visit("qian", language="en").go(path)
    page.fill("#id_held_on", localdate().isoformat())
    page.fill("#id_minutes", "Read article by article, passed as amended.")
    page.locator("[name=present_name]").first.fill("He Mei, chair of the union")
    page.locator("[name=present_capacity]").first.select_option("union")
    page.fill("#id_votes_for", "1")
    page.click("button[value=decide]")
    page.wait_for_selector(".hc-message")
    assert state(draft) == "decided"

    page = wu.go(path)
    page.fill("#id_text", "The new rules of appraisal.")
    page.fill("#id_place", "notice board, ground floor")
    page.fill("#id_posted_on", localdate().isoformat())
    page.fill("#id_in_force_from", (localdate() + DAY).isoformat())
    page.click("button[value=announce]")
    page.wait_for_selector("h1:has-text('Announced')")

    page = li.go(path)
    page.fill("#password", "not mine")
    page.click("button[value=sign]")
    page.wait_for_selector(".ap-refusal")
    assert not Acknowledgement.objects.exists()
    page.fill("#password", PASSWORD)
    page.click("button[value=sign]")
    page.wait_for_selector(".hc-message")
    signed = Acknowledgement.objects.get(policy=draft)
    assert (signed.person.number, signed.text_hash) == ("li", text_hash(SHARPER))

    passed(draft, announced_on=1, promised_from=0)
    Policy.objects.filter(pk=draft.pk).update(in_force_from=localdate())
    begin_policy_step(draft.pk)
    assert li.go(path).locator("h1:has-text('In force since')").count() == 1
    assert Policy.objects.filter(kind="quarterly", state="published").get().pk == draft.pk
