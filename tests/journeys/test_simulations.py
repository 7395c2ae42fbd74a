"""A simulation in a real browser: played by keyboard on a phone, without scripts too; every page accessible, none too wide."""

import pytest

from hengcai.simulation.actions import add_scenario, load_shipped_scenarios, start_run
from hengcai.simulation.models import Run, Scenario
from tests import cast
from tests.factories.big_centre import TODAY
from tests.factories.standing_centre import standing_centre
from tests.journeys.test_every_page import AXE, RULES
from tests.simulation.stories import definition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = 360


@pytest.fixture
def centre():
    made = standing_centre(agents=16, contacts=60, evaluations=40)
    load_shipped_scenarios(cast.centre(), by=cast.user("zhou"), today=TODAY)
    return made


def faults(page, path):
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]
    return [f"{path} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found] + (
        [f"{path} is wide"] if wide else []
    )


def test_it_is_played_by_keyboard_on_a_phone_to_its_debrief(centre, visit):
    scenario = Scenario.objects.get(code="angry_caller")
    visitor = visit("li", width=PHONE)
    page = visitor.go(f"/simulations/{scenario.pk}/")
    found = faults(page, "start")
    page.click("button[value=start]")
    for step in range(12):
        if "debrief" in page.url:
            break
        if step < 2:
            found += faults(page, f"step {step}")
        with page.expect_navigation():
            page.keyboard.press("1")
    assert "/debrief/" in page.url
    found += faults(page, "debrief")
    assert not found, "\n".join(found)
    assert Run.objects.get().state == "finished"


def test_it_is_played_without_scripts(centre, visit):
    run = start_run(Scenario.objects.get(code="three_chats"), by=cast.user("li"), seed=3)
    page = visit("li", width=PHONE, scripts=False).go(f"/simulations/runs/{run.pk}/")
    button = page.locator(".sim-choice").first
    assert button.bounding_box()["height"] >= 44
    button.click()
    assert "已选 1 步" in page.inner_text("main")


@pytest.mark.parametrize("width", [PHONE, 1440])
def test_the_trainers_pages_are_accessible_and_fit(centre, visit, width):
    draft = add_scenario(cast.centre(), by=cast.user("zhou"), definition=definition(competencies=["listening"]))
    shown = Scenario.objects.get(code="data_request")
    visitor, found = visit("zhou", width=width), []
    pages = [
        f"/simulations/{shown.pk}/story/", f"/simulations/{shown.pk}/results/", f"/simulations/{shown.pk}/try/", f"/simulations/{shown.pk}/",
        f"/simulations/{draft.pk}/story/", f"/simulations/{draft.pk}/nodes/first/", f"/simulations/{draft.pk}/edit/",
        "/simulations/", "/simulations/runs/", "/simulations/add/",
    ]  # fmt: skip
    for path in pages:
        found += faults(visitor.go(path), path)
    assert not found, "\n".join(found)
