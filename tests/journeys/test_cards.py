"""A card is built in rows, tried, published, given out and scored with: nothing but the browser."""

import re

import pytest

from hengcai.quality.models import Evaluation, Scorecard
from tests import cast
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def saved(page):
    page.locator("#saved", has_text=re.compile(r"^saved \d")).wait_for()


@pytest.fixture
def centre():
    scene.library()
    scene.contact(channel="chat")
    cast.user("chen")
    return cast.centre()


def build(page):
    """Two sections, three items: levels with anchors, a fatal item, a bonus."""
    page.click("#add-section")
    page.keyboard.type("Talk")
    section = page.locator("[data-row=section]").nth(0)
    section.locator("[data-f=weight]").first.fill("70")
    item = section.locator("[data-row=item]").first
    item.locator("[data-f='name.en']").fill("Listening")
    item.locator("[data-at=weight] input").fill("10")
    item.locator("[data-do=open]").click()
    item.locator("[data-f='anchors.1.en']").fill("Asks again for what was said")
    item.locator("[data-f='anchors.5.en']").fill("Restates the request and the worry behind it")
    item.locator("[data-f=competency]").select_option("listening")
    page.click("#add-section")
    page.keyboard.type("Rules")
    rules = page.locator("[data-row=section]").nth(1)
    rules.locator("[data-f=weight]").first.fill("20")
    identity = rules.locator("[data-row=item]").first
    identity.locator("[data-f='name.en']").fill("Identity")
    identity.locator("[data-f=kind]").select_option("yes_no")
    identity.locator("[data-at=weight] input").fill("5")
    identity.locator("[data-do=open]").click()
    identity.locator("[data-f='critical.scope']").select_option("whole")
    return rules


def test_a_card_is_built_in_rows_and_scored_with(centre, visit):
    zheng = visit("zheng", language="en")
    page = zheng.go("/scorecards/add/")
    page.fill("[name=name]", "Our chat card")
    page.fill("[name=code]", "our_chat")
    page.select_option("[name=channel]", "chat")
    page.click("button.btn-primary")
    rules = build(page)
    assert "add up to 90" in page.inner_text("#sum")
    rules.locator("[data-f=weight]").first.fill("30")
    assert page.inner_text("#sum") == "The sections add up to 100"
    saved(page)
    page.wait_for_selector("#wrong-title:has-text('Ready to publish')")
    pane = page.locator("#try form")
    pane.locator("label:has(input[value='5'])").first.click()
    pane.locator("label:has(input[value=yes])").first.click()
    page.wait_for_selector("#try [data-tally=total]:has-text('100.0')")
    card = Scorecard.objects.get(code="our_chat")
    assert list(card.sections.order_by("order").values_list("items__competency__code", flat=True)) == [
        "listening",
        None,
    ]
    page.goto(f"{zheng.address}/scorecards/{card.pk}/")
    page.click("main a.btn-primary")
    page.click("main button.btn-primary")
    page.wait_for_selector(".hc-message")
    feng = visit("feng", language="en")
    page = feng.go("/quality/assign/")
    page.check("tbody input[type=checkbox]")
    page.select_option("[name=analyst]", str(cast.user("chen").pk))
    page.click("main button.btn-primary")
    page.wait_for_selector(".hc-message")
    chen = visit("chen", language="en")
    page = chen.go("/quality/assignments/")
    page.click("main a.btn-primary")
    page.wait_for_selector("#card")
    page.wait_for_selector("tr.item.current input:focus")  # the desk is ready for keys
    page.keyboard.press("4")
    page.keyboard.press("1")  # pass, the first of the two
    page.locator("[data-tally=total]", has_text="86").wait_for()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".hc-message")
    made = Evaluation.objects.get(state="submitted")
    assert (made.scorecard, str(made.exact)) == (card, "86")


def test_rows_move_by_keys_are_copied_removed_and_brought_back(centre, visit):
    card = scene.add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition(posts=["vip"]))
    page = visit("zheng", language="en").go(f"/scorecards/{card.pk}/edit/")
    names = lambda: page.eval_on_selector_all(  # noqa: E731
        "[data-row=item] .row-line [data-f^=name]", "all => all.map((one) => one.value)"
    )
    assert names()[:3] == ["Listening", "Wording", "Identity"]
    page.locator("[data-row=item] .row-line [data-f^=name]").nth(1).focus()
    page.keyboard.press("Alt+ArrowUp")
    assert names()[:2] == ["Wording", "Listening"]
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    assert names()[:3] == ["Listening", "Wording", "Identity"]
    assert page.locator("[data-row=section]").nth(0).locator("[data-row=item]").count() == 1  # on into the next section
    page.locator("[data-row=item] [data-do=copy]").first.click()
    assert names()[:2] == ["Listening", "Listening (copy)"]
    page.locator("[data-row=item] [data-do=remove]").nth(1).click()
    page.click("#undo")
    assert names()[1] == "Listening (copy)"
    page.click("#redo")
    assert names()[1] == "Wording"
    page.keyboard.press("Control+s")
    saved(page)
    kept = Scorecard.objects.get(pk=card.pk)
    assert kept.posts == ["vip"]
    assert list(kept.sections.get(code="talk").items.values_list("code", flat=True)) == ["listening"]


def test_two_who_edit_at_once_overwrite_nothing(centre, visit):
    card = scene.add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition())
    mine = visit("zheng", language="en").go(f"/scorecards/{card.pk}/edit/")
    theirs = visit("feng", language="en").go(f"/scorecards/{card.pk}/edit/")
    theirs.locator("[data-row=section] [data-f=weight]").first.fill("50")
    saved(theirs)
    mine.locator("[data-row=item] .row-line [data-f^=name]").first.fill("Hearing")
    mine.wait_for_selector("#clash:not([hidden])")
    assert Scorecard.objects.get(pk=card.pk).sections.get(code="talk").weight == 50
    assert "Hearing" in mine.inner_text("#clash-differs")
    assert "50" in mine.inner_text("#clash-differs")
    mine.click("#take-theirs")
    assert mine.locator("[data-row=section] [data-f=weight]").first.input_value() == "50"
    mine.locator("[data-row=item] .row-line [data-f^=name]").first.fill("Hearing")
    saved(mine)
    kept = Scorecard.objects.get(pk=card.pk).sections.get(code="talk")
    assert (kept.weight, kept.items.get(code="listening").name.en) == (50, "Hearing")


def test_what_is_wrong_is_told_at_its_field(centre, visit):
    card = scene.add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition())
    page = visit("zheng", language="en").go(f"/scorecards/{card.pk}/edit/")
    weight = page.locator("[data-row=item] [data-at=weight] input").first
    weight.fill("six")
    page.wait_for_selector("[data-row=item] .invalid-feedback")
    assert weight.get_attribute("aria-invalid") == "true"
    assert "not saved" in page.inner_text("#saved")
    weight.fill("0")
    page.wait_for_selector("#wrong-title:has-text('1 to fix')")
    assert "weight above 0" in page.locator("[data-row=item]").first.inner_text()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_rows_fit_a_phone(centre, visit, language):
    card = scene.add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition())
    visitor = visit("zheng", width=360, language=language)
    for path in ("edit/", "edit/text/", "try/", "compare/"):
        page = visitor.go(f"/scorecards/{card.pk}/{path}")
        if path == "edit/":
            page.locator("[data-row=item] [data-do=open]").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
