"""A real Chromium before the test's own server. Skips where there is none and says how to get one."""

import os
import shutil

import pytest

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """visit(username, width) opens a signed-in page; console errors and failed requests fail the test.
    Who they are stands in a cookie; where signing in is the matter: visit(username, by_password=True)."""
    from tests.journeys.visitor import Visitor

    made: list[Visitor] = []

    def opened(name: str, *, width: int = 1440, language: str = "zh-hans", scripts: bool = True, **more) -> Visitor:
        made.append(Visitor(chromium, live_server.url, name, width=width, language=language, scripts=scripts, **more))
        return made[-1]

    yield opened
    for visitor in made:
        visitor.leave()
    assert [problem for visitor in made for problem in visitor.problems] == []
