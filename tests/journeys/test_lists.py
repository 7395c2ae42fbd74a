"""Lists in a real browser: sorted by a heading, remembered, saved as shown, twenty-two rows on a screen, cards on a phone."""

import csv

import pytest

from tests.factories.standing_centre import standing_centre

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LISTS = (
    ("feng", "/quality/evaluations/"), ("feng", "/contacts/"), ("wu", "/people/"), ("sun", "/audit/"),
    ("zheng", "/quality/assignments/given/?state="),
)  # fmt: skip
LOW = 22
VISIBLE = """() => {
  const foot = document.querySelector(".hc-listfoot, .hc-tabbar");
  const end = foot ? foot.getBoundingClientRect().top : innerHeight;
  return [...document.querySelectorAll(".hc-listing tbody tr")].filter((row) => row.getBoundingClientRect().bottom <= end).length;
}"""
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def centre():
    return standing_centre(agents=40, contacts=120, evaluations=80)


def first_cells(page):
    return page.locator(".hc-listing tbody th").all_inner_texts()


def test_a_heading_sorts_and_the_list_stays_so_until_it_is_reset(centre, visit):
    wu = visit("wu", language="en")
    page = wu.go("/people/")
    page.get_by_role("link", name="Number").click()
    page.wait_for_url("**/people/?sort=number")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Employee number")
    page.get_by_label("Team", exact=True).select_option(label="Chengdu · Team 0001")
    page.wait_for_url("**team=**")
    shown = first_cells(page)
    page = wu.go("/people/")
    assert first_cells(page) == shown
    assert page.locator(".hc-chip").all_inner_texts()[0].startswith("Team: Chengdu · Team 0001")
    page.get_by_role("link", name="Remove: Team").click()
    page.wait_for_url("**/people/?sort=number")
    assert len(first_cells(page)) > len(shown)
    page.get_by_role("link", name="Reset").click()
    assert page.locator(".hc-chip").count() == 0
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Full name")


def test_a_file_holds_what_the_list_shows(centre, visit):
    wu = visit("wu", language="en")
    page = wu.go("/people/?q=Agent 00000&sort=-number")
    shown = first_cells(page)
    path = wu.download("a[href*='to=csv']")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["Full name"] for row in csv.DictReader(file)] == shown
    assert len(shown) == 10


def test_compact_rows_show_twenty_two_without_scrolling(centre, visit):
    found = {}
    for who, path in LISTS:
        visitor = visit(who)
        page = visitor.go("/people/" if who == "wu" else path)
        if page.get_by_role("button", name="紧凑行高").count():
            page.get_by_role("button", name="紧凑行高").click()
        page = visitor.go(path)
        rows = page.locator(".hc-listing tbody tr").count()
        found[path] = page.evaluate(VISIBLE)
        assert page.evaluate(WIDTH) <= 1440
        assert found[path] >= min(LOW, rows), (path, found[path], rows)
    assert sum(count >= LOW for count in found.values()) >= 4, found


def test_on_a_phone_a_list_is_cards_that_can_be_narrowed_and_sorted(centre, visit):
    wu = visit("wu", width=360, language="en")
    page = wu.go("/people/")
    assert page.evaluate(WIDTH) <= 360
    assert not page.get_by_label("Team", exact=True).is_visible()
    page.get_by_text("Filter", exact=True).click()
    assert page.get_by_label("Team", exact=True).is_visible()
    page.locator(".hc-sorts > summary").click()
    page.locator(".hc-sorts a", has_text="Number").click()
    page.wait_for_url("**/people/?sort=number")
    assert page.evaluate(WIDTH) <= 360


def test_a_list_sorts_and_is_narrowed_without_scripts(centre, visit):
    page = visit("wu", language="en", scripts=False).go("/people/")
    page.get_by_role("link", name="Number").click()
    page.wait_for_url("**/people/?sort=number")
    page.get_by_label("Team", exact=True).select_option(label="Chengdu · Team 0000")
    page.get_by_role("button", name="Search").first.click()
    page.wait_for_url("**team=**")
    assert "sort=number" in page.url
