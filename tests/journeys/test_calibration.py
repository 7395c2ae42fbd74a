"""A calibration with three analysts from its plan to a certificate, in a real browser; blind marks by keyboard."""

import pytest

from hengcai.quality.calibration_models import BlindSheet, Calibration, Seat
from tests.journeys.test_disputes import looked_at
from tests.quality import calibrating as cal
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEYS = {"chen": ("4", "5", "1", "4"), "cao": ("5", "5", "1", "4")}  # of listening, wording, identity, record


def planned(chair, contact, width, language):
    page = chair.go("/quality/calibrations/add/")
    page.fill("#id_name", "三月校准会")
    page.select_option("#id_scorecard", str(scene.scorecard().pk))
    for name in cal.ANALYSTS:
        page.check(f"input[name=analysts][value='{cal.analyst(name).pk}']")
    page.fill("#id_contacts", contact.key)
    looked_at(chair, "calibration-1-plan", width, language)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/quality/calibrations/*/")
    page.click("button[value=open]")
    page.wait_for_load_state()
    return f"/quality/calibrations/{Calibration.objects.get().pk}/"


def score_by_keys(analyst, address, marks):
    """A mark goes on to the next item by itself; the draft saves itself."""
    page = analyst.go(f"{address}contacts/1/")
    assert "Li" not in page.content().replace("Listening", "")
    page.keyboard.press("r")  # reports nothing here
    for key in marks:
        page.keyboard.press(key)
    page.keyboard.press("ArrowDown")  # an apology is asked for after a poor record alone
    page.keyboard.press("1")  # nothing extra
    page.wait_for_function("() => document.getElementById('saved').textContent.match(/[0-9]{2}:[0-9]{2}/)")


def agreed(chair, address):
    """The reference of every item, with reasons where somebody marked otherwise."""
    page = chair.go(address)
    for code, one in cal.REFERENCE.items():
        row = page.locator(f"details.cal-item:has(input[name=mark-{code}])")
        row.locator("summary").first.click()
        row.locator(f"input[name=mark-{code}][value='{one.value}']").check()
        page.fill(f"#reasons-{code}", one.reasons)
    page.click("button[value=agree_marks]")
    page.wait_for_selector("button[value=agree]")
    page.click("button[value=agree]")
    page.wait_for_selector("button[value=certified]")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language"), [(1440, "zh-hans"), (360, "en")])
def test_three_analysts_score_blind_and_are_certified(visit, width, language):
    contact, _card = scene.contact(), scene.scorecard()
    for name in cal.ANALYSTS:
        cal.analyst(name)
    chair = visit("feng", width=width, language=language)
    address = planned(chair, contact, width, language)
    for name, keys in KEYS.items():
        analyst = visit(name, width=width, language=language)
        score_by_keys(analyst, address, keys)
        looked_at(analyst, f"calibration-2-blind-{name}", width, language)
        analyst.page.keyboard.press("Control+Enter")
        analyst.page.wait_for_url(f"**{address}")
    cal.score(Calibration.objects.get(), "tang")
    assert BlindSheet.objects.filter(state="in").count() == 3

    assert "cut in" not in chair.go(address).content()
    chair.page.click("button[value=reveal]")
    chair.page.wait_for_selector("details.cal-item")
    looked_at(chair, "calibration-3-reveal", width, language)
    agreed(chair, address)
    for name in cal.ANALYSTS:
        form = chair.page.locator(f"form:has(input[name=analyst][value='{cal.analyst(name).pk}'])")
        form.locator("button[value=certified]").click()
        chair.page.wait_for_load_state()
    looked_at(chair, "calibration-4-certificates", width, language)
    chair.page.click("button[value=close]")
    chair.page.wait_for_load_state()
    assert Seat.objects.filter(outcome="certified", expires_on__isnull=False).count() == 3
    own = visit("chen", width=width, language=language)
    own.go("/quality/calibrations/certificates/")
    assert "Chen" in own.text()
    assert "Cao" not in own.text()
