"""Every role walks the menu on a phone and at a desk; the search and the keys over it."""

import pytest

from tests import cast
from tests.factories.standing_centre import standing_centre
from tests.journeys.test_every_page import AXE, RULES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, DESK = 360, 1440
TAP = 44
VISIBLE = """[...document.querySelectorAll("header a")]
    .filter(one => one.getClientRects().length && one.checkVisibility({visibilityProperty: true}))
    .map(one => [one.getAttribute("href"), one.innerText.trim()])"""


@pytest.fixture
def centre():
    return standing_centre(agents=16, contacts=60, evaluations=40)


def reachable(page):
    """What can be clicked in the frame once every menu was opened: addresses with the words on them."""
    found = {}
    closed = page.locator("header details > summary")
    for place in range(closed.count()):
        summary = closed.nth(place)
        if not summary.is_visible():
            continue
        summary.click()
        found |= dict(page.evaluate(VISIBLE))
        page.keyboard.press("Escape")
    return found


def test_a_phone_reaches_what_a_desk_reaches_and_all_of_it_opens(centre, visit):
    opened = set()
    for name in sorted(centre.users):
        wide, narrow = visit(name, width=DESK), visit(name, width=PHONE)
        there = reachable(wide.page)
        assert set(reachable(narrow.page)) == set(there), name
        assert len(there) >= 6, name
        for path in sorted(set(there) - opened):
            page = narrow.go(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], path
        opened |= set(there)


def test_on_a_phone_everything_of_the_menu_fits_a_thumb(centre, visit):
    page = visit("zheng", width=PHONE).page
    bar = page.locator(".hc-bar > *")
    assert bar.count() == 5
    page.click(".hc-all summary")
    links = [link for link in page.locator(".hc-bar a").all() if link.is_visible()]
    boxes = {link.inner_text(): link.bounding_box() for link in links}
    assert len(links) > 15
    assert [text for text, box in boxes.items() if box["height"] < TAP or box["width"] < TAP] == []
    assert [text for text, box in boxes.items() if box["x"] < 0 or box["x"] + box["width"] > PHONE] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_menu_works_without_scripts_and_by_keyboard(centre, visit, width):
    visitor = visit("zheng", width=width, scripts=False)
    page = visitor.page
    summary = page.locator(
        ".hc-all summary" if width == PHONE else ".hc-groups details:has(a[href='/scorecards/']) summary"
    )
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator("header a[href='/scorecards/']:visible")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{visitor.address}/scorecards/")
    assert page.locator("header a[aria-current=page]").first.get_attribute("href") == "/scorecards/"
    page.goto(f"{visitor.address}/search/?q=2026-Q1")
    page.click("main .hc-found a")
    assert f"/cycles/{centre.published.pk}/" in page.url


def test_escape_gives_the_keyboard_back_to_where_the_menu_was_opened(centre, visit):
    page = visit("zheng").page
    page.locator(".hc-groups summary >> nth=0").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.locator("details[open]").count() == 0


def test_the_search_is_worked_by_keyboard_alone(centre, visit):
    visitor = visit("zheng")
    page = visitor.page
    page.keyboard.press("Control+k")
    page.keyboard.type("2026-Q")
    page.wait_for_selector("#palette [role=option]")
    options = page.locator("#palette [role=option]")
    assert options.count() == 2
    box = page.locator("#palette input")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    wanted = options.nth(1).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{visitor.address}{wanted}")
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    assert not page.locator("#palette").is_visible()


def test_on_a_phone_the_search_opens_from_the_sheet(centre, visit):
    page = visit("wu", width=PHONE).page
    page.click(".hc-all summary")
    page.click(".hc-all .hc-seek")
    page.keyboard.type(centre.people[0].number)
    page.wait_for_selector("#palette [role=option]")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.locator("#palette [role=option]").first.click()
    page.wait_for_url(f"**/people/{centre.people[0].pk}/")


def shown(page):
    return page.locator("dialog[open]").count()


def test_single_keys_do_nothing_while_typing_nor_for_somebody_who_switched_them_off(centre, visit):
    visitor = visit("wu")
    page = visitor.go("/people/")
    page.locator("main input[type=search], main input[name=q]").first.focus()
    page.keyboard.type("/?t")
    assert shown(page) == 0
    assert page.locator("main input[type=search], main input[name=q]").first.input_value() == "/?t"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open] dl")
    page.keyboard.press("Escape")
    visitor.go("/keys/")
    page.uncheck("input[name=single_keys]")
    page.click("main button.btn-primary")
    page.wait_for_load_state()
    for key in ("?", "/", "t"):
        page.keyboard.press(key)
    assert shown(page) == 0
    page.keyboard.press("Control+k")
    assert shown(page) == 1


def test_the_desk_heeds_the_switch(centre, visit):
    chen = cast.user("chen")
    pressed = []
    for switch in (True, False):
        chen.has_single_keys = switch
        chen.save()
        page = visit("chen").go(f"/quality/assignments/{centre.open_assignment.pk}/")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("3")
        pressed.append(page.locator("#card input[type=radio]:checked").count())
        page.wait_for_timeout(200)
        page.on("dialog", lambda dialog: dialog.accept())
    assert pressed[1] == 0
    assert pressed[0] >= 1


OPENED = {
    "groups": (DESK, [("click", ".hc-groups summary >> nth=1")]),
    "all": (PHONE, [("click", ".hc-all summary")]),
    "palette": (DESK, [("press", "Control+k"), ("type", "2026"), ("wait", "#palette [role=option]")]),
    "keys": (DESK, [("press", "?"), ("wait", "dialog[open] dl")]),
}


@pytest.mark.skipif(not AXE, reason="axe is missing: make assets")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_over_a_page_is_accessible(centre, visit, scheme):
    found = []
    for width in (DESK, PHONE):
        page = visit("zheng", width=width).page
        page.emulate_media(color_scheme=scheme)
        for name, (fits, steps) in OPENED.items():
            if fits != width:
                continue
            page.goto(page.url)
            for verb, what in steps:
                {"click": page.click, "press": page.keyboard.press, "type": page.keyboard.type,
                 "wait": page.wait_for_selector}[verb](what)  # fmt: skip
            page.evaluate(AXE)
            violations = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
            found += [f"{name} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in violations]
    assert not found, "\n".join(found)
