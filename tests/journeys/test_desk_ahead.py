"""The next desk stands there at the press of a key; who else is there; words cited by a selection."""

import contextlib

import pytest
from playwright.sync_api import Error

from hengcai.quality.actions import save_draft, withdraw_assignment
from hengcai.quality.models import Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
READY = "performance.getEntriesByType('resource').some((one) => one.name.endsWith('/next/') && one.responseEnd > 0)"


def until(page, expression):
    """Asked from outside: the page's own rules let nothing be evaluated within it."""
    for _more in range(300):
        with contextlib.suppress(Error):  # between two pages there is nobody to ask
            if page.evaluate(expression):
                return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


@pytest.fixture
def desk(visit):
    def opened(given):
        page = visit("chen", width=1280).go(f"/quality/assignments/{given.pk}/")
        until(page, READY)
        page.wait_for_timeout(100)
        return page

    return opened


def fill(page, marks=scene.GOOD):
    for item, mark in marks.items():
        page.locator(f"input[name='mark-{item}'][value='{mark.value}']").focus()
        page.keyboard.press("Space")


def hold(page, address, *, seconds):
    def slowly(route):
        answer = route.fetch()
        page.wait_for_timeout(seconds * 1000)
        route.fulfill(response=answer)

    page.route(address, slowly)


def shown(page):
    return int(page.get_attribute("form#card", "data-assignment"))


def test_the_next_desk_does_not_wait_for_the_answer_and_keeps_what_is_entered_meanwhile(desk):
    given, after = scene.assignment(), scene.assignment()
    page = desk(given)
    fill(page)
    hold(page, "**/hand-in/", seconds=0.7)
    page.keyboard.press("Control+Enter")
    assert shown(page) == after.pk
    page.keyboard.press("4")
    assert not page.locator("form[data-undo]").count()
    page.wait_for_selector("form[data-undo]")
    until(
        page, "Object.keys(localStorage).every((key) => !key.startsWith('hc-desk:'))"
    )  # saved, however slow the machine
    assert Evaluation.objects.get(assignment=given).state == "submitted"
    assert Evaluation.objects.get(assignment=after).answers.get().value == "4"
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('hc-desk:')).length") == 0
    page.keyboard.press("u")
    page.wait_for_url(f"**/quality/assignments/{given.pk}/")
    assert page.locator("input[name='mark-wording'][value='5']").is_checked()


def test_what_the_server_refuses_is_back_with_every_entry(desk):
    given, _after = scene.assignment(), scene.assignment()
    page = desk(given)
    fill(page)
    save_draft(given, by=cast.user("chen"), marks={"wording": Mark("2", "from elsewhere")}, comment="", edit_count=0)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".desk-refused table")
    assert shown(page) == given.pk
    assert page.locator("input[name='mark-wording'][value='5']").is_checked()


def test_a_contact_taken_away_meanwhile_gives_way_to_what_is_true(desk):
    given, taken, left = (scene.assignment() for _one in range(3))
    page = desk(given)
    fill(page)
    withdraw_assignment(taken, by=cast.user("feng"))
    page.keyboard.press("Control+Enter")
    until(page, f"document.querySelector('form#card')?.dataset.assignment === '{left.pk}'")
    page.wait_for_selector("form[data-undo]")
    assert Evaluation.objects.get(assignment=given).state == "submitted"


def test_whoever_reads_it_is_seen_on_the_desk_within_three_seconds(visit):
    given = scene.assignment()
    made = scene.submit(given)
    page = visit("chen").go(f"/quality/assignments/{given.pk}/")
    other = visit("feng").go(f"/quality/evaluations/{made.pk}/")
    told = page.locator(".hc-others output")
    told.filter(has_text=cast.user("feng").name).wait_for(timeout=3000)
    assert cast.user("chen").name in other.inner_text(".hc-others output")
    other.goto("about:blank")
    page.wait_for_selector(".hc-others", state="hidden", timeout=3000)


def test_words_selected_in_a_line_are_cited_and_shown_to_the_reader(desk, visit):
    given = scene.assignment()
    page = desk(given)
    page.evaluate("""() => {
      const words = document.querySelector(".hc-turn[data-line='0:31'] .words").firstChild, range = document.createRange();
      range.setStart(words, 1); range.setEnd(words, 3);
      getSelection().removeAllRanges(); getSelection().addRange(range);
    }""")
    page.keyboard.press("p")
    assert page.inner_text("mark.hc-phrase") == "来查"
    fill(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/quality/assignments/")
    made = Evaluation.objects.get()
    assert made.answers.get(item__code="listening").quote == "来查"
    assert made.item_seconds == {} or set(made.item_seconds) <= set(scene.GOOD)
    assert visit("feng").go(f"/quality/evaluations/{made.pk}/").inner_text("mark.hc-phrase") == "来查"
