"""The page for trying the API out, in a real browser under the strict policy of all pages."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.browser


@pytest.fixture
def program():
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("Chromium is not there: run tools/browser.sh")
    return found


@pytest.fixture
def cookie(live_server):
    client = Client()
    client.force_login(cast.user("wu"))
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}


def visit(program, cookie):
    """Opens the page and tries one question; what the browser complained of and whom it asked."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page, complaints, asked = browser.new_page(), [], []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.context.add_cookies([cookie])
        page.goto(f"{cookie['url']}/api/docs")
        try_one(page)
        browser.close()
    return complaints, asked


def try_one(page):
    page.locator("#operations-tag-people").click()
    page.locator("#operations-people-people_people .opblock-summary-control").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.locator(".live-responses-table .response-col_status", has_text="200").first.wait_for()


def test_the_page_works_breaks_no_rule_and_asks_nobody_else(program, cookie):
    """In a thread of its own: the driver's loop would keep the database shut to this one."""
    with ThreadPoolExecutor(1) as beside:
        complaints, asked = beside.submit(visit, program, cookie).result()
    assert complaints == []
    assert f"{cookie['url']}/api/people?page=1&size=50&staying=staff" in asked
    assert all(url.startswith((cookie["url"], "data:", "blob:")) for url in asked)
