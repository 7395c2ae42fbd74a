"""From 新人 to 上岗证 in a real browser: a mentor's sheets signed on a phone, three parts, the decision of somebody else."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from hengcai.mentoring.models import Pair, Permit
from hengcai.mentoring.rules.permits import Asked
from tests import cast
from tests.journeys.visitor import PASSWORD
from tests.mentoring.scene import demand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, selector):
    page.click(selector)
    page.wait_for_load_state()


def test_from_newcomer_to_permit(visit):
    today = localdate()
    asked = demand(asked=Asked(calls=8, sheets=1, run_percent=60), since=cast.HIRED)
    cast.zhao()
    feng = cast.user("feng")
    zhou = visit("zhou")
    page = zhou.go("/mentoring/add/")
    page.fill("[name=newcomer]", "li")
    page.fill("[name=mentor]", "zhao")
    page.fill("[name=first_on]", today.isoformat())
    page.fill("[name=last_on]", (today + timedelta(days=28)).isoformat())
    press(page, "main form .btn-primary")
    press(page, "button[value=start]")
    address = page.url.split("/", 3)[3]

    page = visit("zhao", width=390).go(f"/{address}")
    page.fill("[name=calls]", "8")
    page.fill("[name=seen]", "核实身份漏了一步")
    page.fill("[name=next_step]", "先核实再查")
    press(page, "button[value=heard]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page = visit("li", width=390).go(f"/{address}")
    page.fill("[name=password]", PASSWORD)
    press(page, "button[value=sign-sheet]")
    assert Pair.objects.get().listenings.get().signed_at

    page = zhou.go("/permits/add/")
    page.fill("[name=person]", "li")
    page.select_option("[name=demand]", str(asked.pk))
    page.select_option("[name=decider]", str(feng.pk))
    press(page, "main form .btn-primary")
    for kind, value in (("written", "80"), ("simulation", "0.9")):
        page.select_option("[name=kind]", kind)
        page.fill("[name=value]", value)
        page.fill("[name=proof]", "考场记录")
        press(page, "button[value=enter]")
    press(page, "button[value=take-over]")
    assert page.locator(".permit-parts .passed").count() == 3
    address = page.url.split("/", 3)[3]

    press(visit("feng").go(f"/{address}"), "button[value=grant]")
    permit = Permit.objects.get()
    assert (permit.state, permit.decided_on) == ("granted", today)
