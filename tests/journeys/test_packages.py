"""SCORM packages in a real browser: played apart from everything of ours, resumed elsewhere, done with what they report."""

import pytest

from hengcai.courseware.models import Run
from tests.courseware.made import new_files, old_files, received, way
from tests.factories.standing_centre import standing_centre
from tests.journeys.test_simulations import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TRIES = """() => {
  const told = {};
  const tried = (name, work) => { try { told[name] = String(work()); } catch (refused) { told[name] = refused.name; } };
  const real = Object.getOwnPropertyDescriptor(Document.prototype, "cookie").get;
  tried("cookie", () => real.call(document));
  tried("page", () => parent.document.title);
  tried("storage", () => indexedDB.open("x"));
  tried("top", () => { top.location.href = "/people/"; return "gone"; });
  told.origin = self.origin;
  return told;
}"""
REACHES = """async () => {
  const told = {};
  for (const [name, address] of [["home", "/"], ["api", "/api/me"], ["outside", "http://127.0.0.1:9/"]])
    told[name] = await fetch(address, { credentials: "include" }).then(() => "answered", (refused) => refused.name);
  return told;
}"""


@pytest.fixture
def centre():
    return standing_centre(agents=16, contacts=60, evaluations=40)


def inside(page):
    """The frame once its part has begun."""
    frame = page.frame_locator("iframe.pkg-frame")
    frame.locator("#read").wait_for()
    return frame


def frame_of(page):
    return next(one for one in page.frames if "/packages/frame/" in one.url)


def saved(page):
    page.locator("[data-said]", has_text="已保存").wait_for()


def test_a_part_of_1_2_resumes_on_another_device_and_its_score_reaches_the_lesson(centre, visit):
    mine = way(received(old_files()))
    address = f"/learning/{mine.pk}/lessons/play/package/"
    first = visit("li", width=390)
    page = first.go(address)
    frame = inside(page)
    assert frame.locator("#read").inner_text().startswith("true|ab-initio|||")
    assert frame.locator("#data").inner_text() == "loaded"  # fetch works: the files may be read from any origin
    assert frame.locator("h1").evaluate("one => getComputedStyle(one).color") == "rgb(1, 2, 3)"
    frame.locator("#next").click()
    assert frame.locator("#title").inner_text() == "page 1 true 120"
    saved(page)
    frame.locator("#long").click()
    assert frame.locator("#title").inner_text() == "long false 405"
    assert faults(page, "player") == []

    page = visit("li").go(address)
    frame = inside(page)
    assert frame.locator("#read").inner_text().startswith("true|resume|1|seen=1|")
    frame.locator("#pass").click()
    assert frame.locator("#title").inner_text() == "over true"
    saved(page)
    page.locator("[data-when-done]").wait_for()
    page.click("[data-when-done]")
    page.wait_for_url(f"**/learning/{mine.pk}/")
    assert "85%" in page.inner_text("main")
    assert "课件报告" in page.inner_text("main")
    run = Run.objects.get()
    assert (run.completion, run.success, run.share) == ("completed", "passed", "17/20")
    assert run.seconds < 600  # nine hours, said the part
    assert run.values["cmi.interactions.119.id"] == "q119"
    mine.refresh_from_db()
    assert mine.state == "finished"


def test_a_part_of_2004_and_a_leaflet_are_played_in_order(centre, visit):
    mine = way(received(new_files()))
    address = f"/learning/{mine.pk}/lessons/play/package/"
    page = visit("li").go(address)
    frame = inside(page)
    assert frame.locator("#read").inner_text() == "true|ab-initio|||0.8"
    frame.locator("#next").click()
    saved(page)
    page = visit("li").go(address)
    frame = inside(page)
    assert frame.locator("#read").inner_text() == "true|resume|slide-4|a=1|0.8"
    frame.locator("#pass").click()
    page.locator("[data-when-done]").click()
    page.wait_for_url("**part=2")
    page.frame_locator("iframe.pkg-frame").locator("#leaf").wait_for()
    mine.refresh_from_db()
    assert mine.state == "finished"
    assert [(one.part, one.completion) for one in Run.objects.order_by("part")] == [
        ("I2", "completed"),
        ("I3", "completed"),
    ]


def test_a_package_reaches_nothing_of_ours(centre, visit):
    mine = way(received(old_files()))
    visitor = visit("li")
    page = visitor.go(f"/learning/{mine.pk}/lessons/play/package/")
    inside(page)
    frame = frame_of(page)
    told = frame.evaluate(TRIES)
    assert told == {**dict.fromkeys(("cookie", "page", "storage", "top"), "SecurityError"), "origin": "null"}
    assert frame.evaluate(REACHES) == dict.fromkeys(("home", "api", "outside"), "TypeError")
    assert "/learning/" in page.url
    sent = []
    page.on("request", lambda one: sent.append(one.all_headers()) if "/packages/frame/" in one.url else None)
    frame.evaluate("fetch('data/words.json')")
    page.wait_for_timeout(200)
    assert [("cookie" in one, one.get("origin")) for one in sent] == [(False, "null")]
    visitor.problems.clear()  # the browser says aloud what it refused


def test_a_second_opening_ends_the_first(centre, visit):
    mine = way(received(old_files()))
    address = f"/learning/{mine.pk}/lessons/play/package/"
    older = visit("li").go(address)
    frame = inside(older)
    inside(visit("li").go(address))
    frame.locator("#next").click()
    older.locator("[data-said].bad").wait_for()
    assert "另一个页面或设备" in older.inner_text("[data-said]")
    assert Run.objects.get().values == {}
