"""Each role's home in a real browser: one thing to do, nothing dead, what it says borne out below, tables a key away."""

import pytest

from hengcai.quality.models import TeamMonth
from tests.factories.standing_centre import standing_centre
from tests.journeys.test_every_page import AXE, RULES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROLES = ("li", "zhao", "chen", "feng", "zhou", "wu", "zheng", "qian", "sun")
ANSWERS_FOR_TEAMS = {"zhao", "feng", "qian"}
LINKS = "[...document.querySelectorAll('main a[href]')].map((link) => link.href.split('#')[0])"
FETCH = "async (links) => Promise.all(links.map(async (link) => [link, (await fetch(link)).status]))"


@pytest.fixture(scope="module")
def sizes():
    return {"agents": 32, "contacts": 160, "evaluations": 120}


@pytest.fixture
def centre(sizes):
    made = standing_centre(**sizes)
    slumped = TeamMonth.objects.filter(team=made.teams[0]).order_by("-month")[0]
    slumped.moments = MOVED
    slumped.save()
    return made


# ten people who all fell by about twenty points: before and now (people, n, s, nn, ns, ss), and the products across
MOVED = [10, 10, 850.0, 10, 850.0, 72332.5, 10, 10, 650.0, 10, 650.0, 42332.5, 10, 650.0, 850.0, 55320.0]


def open_tables(page):
    return page.locator("details.hc-table[open]").count()


@pytest.mark.parametrize(("width", "language"), [(1440, "zh-hans"), pytest.param(360, "en", marks=pytest.mark.slow)])
def test_each_home_has_one_thing_to_do_fits_and_leads_nowhere_dead(centre, visit, width, language):
    found = []
    for name in ROLES:
        page = visit(name, width=width, language=language).page
        assert page.locator("main .btn-primary").count() <= 1, name
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        answers = page.evaluate(FETCH, sorted(set(page.evaluate(LINKS))))
        found += [(name, link, status) for link, status in answers if status != 200]
        assert (page.locator(".state").count() == 1) == (name in ANSWERS_FOR_TEAMS), name
    assert found == []


def test_what_moved_is_told_on_top_and_borne_out_below_by_keyboard(centre, visit):
    page = visit("qian", language="en").page
    line = page.locator(".state-lines li").first
    assert "down by" in line.inner_text()
    line.locator("a").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#trend-quality")
    moved = page.locator("#trend-quality li", has=page.locator(".trend-move"))
    assert moved.locator("a").inner_text() == centre.teams[0].name
    assert open_tables(page) == 0
    page.keyboard.press("t")
    assert open_tables(page) == page.locator("details.hc-table").count() > 0
    assert centre.teams[0].name in page.locator("#trend-quality tbody").inner_text()


def test_a_lead_sees_the_own_team_alone_and_an_analyst_nobody_else(centre, visit):
    zhao = visit("zhao").page.inner_text("main")
    assert centre.teams[0].name in zhao
    assert centre.teams[1].name not in zhao
    chen = visit("chen").page.inner_text("main")
    assert "我的评分尺度" in chen
    assert not any(team.name in chen for team in centre.teams)


def test_a_home_says_all_it_says_without_scripts(centre, visit):
    page = visit("qian", scripts=False).page
    page.locator("#trend-quality details.hc-table summary").click()
    assert page.locator("#trend-quality tbody tr").count() == page.locator("#trend-quality .trend-grid li").count()


@pytest.mark.skipif(not AXE, reason="axe is missing: make assets")
@pytest.mark.parametrize("name", ["qian", "chen"])
def test_homes_are_accessible_in_the_dark_with_their_tables_open(centre, visit, name):
    page = visit(name).page
    page.emulate_media(color_scheme="dark")
    page.keyboard.press("t")
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found["violations"]] == []
