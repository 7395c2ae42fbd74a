"""The desk under quick hands: a submission behind its own autosave, the same thing typed twice, grounds asked for."""

import pytest

from hengcai.quality.models import Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(visit):
    """desk(given) opens it as Chen, every time in a window of its own."""
    analyst = visit("chen", width=1280)

    def opened(given):
        page = analyst.context.new_page()
        page.on("pageerror", lambda error: analyst.problems.append(str(error)))
        page.goto(f"{analyst.address}/quality/assignments/{given.pk}/")
        return page

    return opened


def choose(page, item, value):
    page.locator(f"input[name='mark-{item}'][value='{value}']").focus()
    page.keyboard.press("Space")


def fill(page, marks=scene.GOOD):
    for item, mark in marks.items():
        choose(page, item, mark.value)


def hold(page, address, *, seconds):
    """The server's answer to this address takes its time."""

    def slowly(route):
        answer = route.fetch()
        page.wait_for_timeout(seconds * 1000)
        route.fulfill(response=answer)

    page.route(address, slowly)


def test_handing_in_waits_for_the_autosave_under_way(desk):
    given, after = scene.assignment(), scene.assignment()
    page = desk(given)
    hold(page, "**/draft/", seconds=1.5)
    fill(page)
    with page.expect_request("**/draft/"):
        pass
    choose(page, "wording", "3")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("form[data-undo]")
    page.wait_for_url(f"**/quality/assignments/{after.pk}/")
    made = Evaluation.objects.get(assignment=given)
    assert (made.state, made.revision, made.edit_count) == ("submitted", 1, 2)
    assert made.answers.get(item__code="wording").value == "3"


def test_handing_in_twice_at_once_is_one_submission(desk):
    given, after = scene.assignment(), scene.assignment()
    page = desk(given)
    fill(page)
    sent = []
    page.on("request", lambda request: sent.append(request.url.split("/")[-2]) if request.method == "POST" else None)
    page.evaluate(
        """() => { const button = document.querySelector("button[value=submit]"); button.click(); button.click(); }"""
    )
    page.wait_for_selector("form[data-undo]")
    page.wait_for_url(f"**/quality/assignments/{after.pk}/")
    assert len([door for door in sent if door in (str(given.pk), "hand-in")]) == 1
    assert Evaluation.objects.filter(assignment=given).count() == 1


def test_two_windows_that_say_the_same_are_in_no_conflict(desk):
    given = scene.assignment()
    first, second = desk(given), desk(given)
    for page in (first, second):
        fill(page)
        with page.expect_response("**/draft/") as answer:
            pass
        assert answer.value.json()["edit_count"] == 1
    choose(second, "wording", "3")
    with second.expect_response("**/draft/") as answer:
        pass
    assert answer.value.json()["edit_count"] == 2


def test_what_two_windows_say_differently_lies_side_by_side(desk):
    given = scene.assignment()
    first, second = desk(given), desk(given)
    choose(first, "wording", "5")
    with first.expect_response("**/draft/"):
        pass
    choose(second, "wording", "4")
    second.wait_for_selector(".desk-refused table")
    assert Evaluation.objects.get().answers.get().value == "5"


@pytest.mark.parametrize(("item", "value"), [("record", "1"), ("identity", "no")])
def test_a_mark_that_earns_nothing_asks_for_its_grounds_at_the_field(desk, item, value):
    given = scene.assignment()
    page = desk(given)
    fill(page, scene.GOOD | {"apology": Mark("4")})  # what is asked only after a bad record
    choose(page, item, value)
    field = page.locator(f"#comment-{item}")
    assert page.evaluate("document.activeElement.id") == f"comment-{item}"
    page.click("button[value=submit]")
    page.wait_for_selector(".desk-refused")
    assert page.evaluate("document.activeElement.id") == f"comment-{item}"
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("先改了套餐，事后才核对身份")
    page.click("button[value=submit]")
    page.wait_for_url("**/quality/assignments/")
    assert cast.user("chen").assignments.get().state == "done"


def test_the_desk_tells_its_place_and_pins_by_the_time_in_the_call(desk):
    first, second = scene.assignment(), scene.assignment()
    page = desk(first)
    assert "第 1/2" in page.inner_text(".desk-head")
    assert first.contact.key in page.inner_text(".desk-facts")
    page.click(".hc-turn[data-line='0:31'] .hc-pin")
    assert page.inner_text("#item-listening .pinned").strip() == "0:31"
    assert page.input_value("#line-listening") == "0:31"
    fill(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("form[data-undo]")
    page.wait_for_url(f"**/quality/assignments/{second.pk}/")
    assert "第 2/2" in page.inner_text(".desk-head")
    made = Evaluation.objects.get(assignment=first)
    assert made.answers.get(item__code="listening").turn == 2
    page.click(".hc-message a")
    page.wait_for_url(f"**/quality/evaluations/{made.pk}/")
    assert "0:31" in page.inner_text(".eval-lines")


@pytest.mark.parametrize("item", ["listening", "identity", "extra"])
def test_every_button_says_its_word_to_eye_and_ear(desk, item):
    page = desk(scene.assignment())
    for button in page.locator(f"input[name='mark-{item}']").all():
        label = button.get_attribute("aria-label")
        assert label.strip("0123456789 ")
        assert button.locator("xpath=..").get_attribute("title") == label


def test_a_click_on_a_button_of_another_row_chooses_it_at_once(desk):
    """The row above folds up under the pointer; the click still counts."""
    page = desk(scene.assignment())
    for item, value in (("wording", "4"), ("identity", "yes"), ("listening", "3")):
        button = page.locator(f"input[name='mark-{item}'][value='{value}']")
        place = button.bounding_box()
        page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        assert button.is_checked()


def test_what_a_closed_browser_never_sent_is_shown_beside_what_was_saved(desk):
    given = scene.assignment()
    page = desk(given)
    choose(page, "wording", "5")
    with page.expect_response("**/draft/"):
        pass
    page.context.set_offline(True)
    choose(page, "wording", "4")
    page.keyboard.press("c")
    page.keyboard.insert_text("打断了两次")
    page.close()
    page.context.set_offline(False)
    again = desk(given)
    assert again.locator(".kept-here tbody tr").count() == 2
    assert again.locator("input[name='mark-wording'][value='5']").is_checked()
    with again.expect_response("**/draft/"):
        again.keyboard.press("Enter")  # what is in this browser
    again.wait_for_function("Object.keys(localStorage).every((key) => !key.startsWith('hc-desk:'))")
    kept = Evaluation.objects.get().answers.get(item__code="wording")
    assert (kept.value, kept.comment) == ("4", "打断了两次")


def test_the_other_version_can_be_taken_and_the_browser_lets_go(desk):
    given = scene.assignment()
    page = desk(given)
    page.evaluate("""() => {
      const { user, assignment } = document.querySelector("form[data-assignment]").dataset;
      localStorage.setItem(`hc-desk:${user}:${assignment}`, JSON.stringify({ "mark-wording": "4" }));
    }""")
    page.close()
    again = desk(given)
    again.click("[data-take=there]")
    assert not again.locator("input[name='mark-wording']:checked").count()
    assert again.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('hc-desk:')).length") == 0


def test_what_was_handed_in_leaves_the_browser(desk):
    given = scene.assignment()
    page = desk(given)
    fill(page)
    assert page.evaluate("Object.keys(localStorage).length") >= 1
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/quality/assignments/")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('hc-desk:')).length") == 0


def test_a_key_takes_back_what_was_just_submitted(desk):
    given = scene.assignment()
    page = desk(given)
    fill(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("form[data-undo]")
    page.keyboard.press("u")
    page.wait_for_url(f"**/quality/assignments/{given.pk}/")
    assert page.locator("input[name='mark-wording'][value='5']").is_checked()
    assert Evaluation.objects.get().state == "draft"
