"""A trainer uploads an ink story that does not compile, mends it in the browser and publishes it; an agent plays it on a
phone. And an observer ticks a check-list that survives a lost line."""

import pytest

from hengcai.people.models import Person
from hengcai.simulation.actions import start_role_play
from hengcai.simulation.models import InkStory, Run, Scenario, Sheet
from tests import cast
from tests.factories.standing_centre import standing_centre
from tests.journeys.test_simulations import PHONE, faults
from tests.simulation.cards import published_card
from tests.simulation.ink_stories import LISTEN, REFUND, SOURCE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def centre():
    return standing_centre(agents=16, contacts=60, evaluations=40)


def uploaded(page, source):
    page.set_input_files(
        "input[type=file]", {"name": "refund.ink", "mimeType": "text/plain", "buffer": source.encode()}
    )
    with page.expect_navigation():
        page.click("main form button[type=submit]")


def headed(page):
    """Title, briefing and competencies, which an ink file does not hold."""
    page.click("a[href$='/edit/']")
    for name in ("title_zh", "title_en", "brief_zh", "brief_en"):
        page.fill(f"[name={name}]", "退费 refund")
    page.select_option("[name=competencies]", ["listening", "process_policy"])
    with page.expect_navigation():
        page.click("main form button[type=submit]")


def test_from_upload_to_an_agents_debrief(centre, visit):
    page = visit("zhou").go("/simulations/import/")
    uploaded(page, SOURCE.replace("-> checked\n *", "-> chequed\n *"))
    page.wait_for_selector(".sim-message.error")
    assert "chequed" in page.inner_text("[data-messages]")
    page.fill("[name=source]", SOURCE)
    page.wait_for_selector(".sim-well")
    page.click("[data-play]")
    page.click("[data-offers] .sim-choice >> nth=0")
    assert "昨天 9 点开通" in page.inner_text("[data-lines]")
    found = faults(page, "editor")
    with page.expect_navigation():
        page.click("#ink-form button[type=submit]")
    headed(page)
    story = InkStory.objects.get()
    assert story.compiled.startswith('{"inkVersion"')
    page.goto(page.url.replace("/ink/", "/"))
    with page.expect_navigation():
        page.click("button[value=publish]")
    assert Scenario.objects.get().state == "published"

    page = visit("li", width=PHONE).go(f"/simulations/{story.scenario_id}/")
    page.click("button[value=start]")
    for code in (LISTEN, REFUND):
        with page.expect_navigation():
            page.click(f"button[value='{code}']")
    assert "/debrief/" in page.url
    found += faults(page, "debrief")
    assert not found, "\n".join(found)
    assert (Run.objects.get().end, Run.objects.get().exact) == ("good", "1")


def test_a_check_list_on_a_phone_keeps_what_the_line_did_not_carry(centre, visit):
    run = start_role_play(published_card(), by=cast.user("zhou"), person=Person.objects.get(user__username="li"))
    visitor = visit("zhou", width=PHONE)
    page = visitor.go(f"/simulations/runs/{run.pk}/observe/")
    found = faults(page, "observe")
    assert page.locator(".sim-picks label").first.bounding_box()["height"] >= 44
    page.route("**/observe/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.click(".sim-item >> nth=0 >> label >> nth=0")
    page.fill("#note", "先复述")
    page.click("[data-add-note]")
    page.locator("#saved", has_text="网络断了").wait_for()
    page.unroute("**/observe/")
    visitor.problems.clear()  # of the line that was cut
    page.evaluate("dispatchEvent(new Event('online'))")
    page.locator("#saved", has_text="已保存").wait_for()
    sheet = Sheet.objects.get()
    assert (sheet.marks, [one["text"] for one in sheet.notes]) == ({"hears": "2"}, ["先复述"])
    for place in (1, 2):
        page.click(f".sim-item >> nth={place} >> label >> nth=0")
    with page.expect_navigation():
        page.click("button[value=hand_in]")
    found += faults(page, "told")
    assert not found, "\n".join(found)
    assert Run.objects.get().state == "finished"
