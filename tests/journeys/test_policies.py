"""A policy is changed in rows, read as it will print and compared."""

import re

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy
from tests import cast
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def saved(page):
    page.locator("#saved", has_text=re.compile(r"^saved \d")).wait_for()


@pytest.fixture
def policies():
    scene.library()
    return actions.load_shipped_policies(cast.centre(), by=cast.user("zheng"), today=cast.MONDAY)


def test_weights_and_bands_are_changed_in_rows(policies, visit):
    zheng = visit("zheng", language="en")
    page = zheng.go(f"/policies/{policies[0].pk}/")
    page.click("form[action$='/revise/'] button")
    page.wait_for_selector("#source-rows [data-row]")
    page.fill("[data-code=superior] [data-f=weight]", "0.50")
    assert page.inner_text("#sum") == "The sources add up to 1.1 of 1"
    page.wait_for_selector("#wrong-title:has-text('1 to fix')")
    page.fill("[data-code=self] [data-f=weight]", "0.10")
    saved(page)
    page.wait_for_selector("#printed:has-text('50%')")
    page.locator("[data-row=band] [data-f=from]").nth(1).fill("4.6")
    page.wait_for_selector("[data-row=band] .invalid-feedback")
    page.click("#undo")
    page.wait_for_selector("#wrong-title:has-text('Ready to be opened for comments')")
    made = Policy.objects.get(state="draft")
    page = zheng.go(f"/policies/{made.pk}/compare/")
    assert page.locator("tbody.changed").count() == 2


def test_points_of_a_month_are_summed_by_group_as_one_types(policies, visit):
    made = actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="monthly", text=policies[1].text)
    page = visit("zheng", language="en").go(f"/policies/{made.pk}/edit/")
    group = page.locator("[data-row=group]").first
    group.locator("[data-row=indicator] [data-f=points]").first.fill("6.5")
    assert group.locator("[data-sum]").inner_text() == "indicators add up to 21.5"
    group.locator("[data-row=indicator] [data-f=points]").nth(1).fill("3.5")
    group.locator("[data-row=indicator] [data-f=rule]").first.select_option("steps")
    group.locator("[data-row=indicator] [data-f=steps]").first.fill("0.8 0.5\n0.9 1")
    saved(page)
    page.wait_for_selector("#wrong-title:has-text('Ready to be opened for comments')")
    assert "kind: steps" in Policy.objects.get(pk=made.pk).text


@pytest.mark.parametrize("kind", [0, 1])
def test_policies_in_rows_fit_a_phone(policies, visit, kind):
    made = actions.add_policy(cast.centre(), by=cast.user("zheng"), kind=policies[kind].kind, text=policies[kind].text)
    visitor = visit("zheng", width=360)
    for path in ("edit/", "edit/text/", "compare/"):
        page = visitor.go(f"/policies/{made.pk}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
