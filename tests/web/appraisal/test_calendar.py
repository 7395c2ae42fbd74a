"""The calendar of cycles on its pages and through the API."""

import json

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Cycle, CycleTemplate, Lengthening, Nudge
from hengcai.base import clock
from tests import cast
from tests.appraisal import stage
from tests.appraisal.test_calendar import at, settle, work

pytestmark = pytest.mark.usefixtures("standards")
FORM = {
    "is_on": "on", "ahead_days": "10", "opens_after": "1", "opens_at": "09:00", "self_after": "2", "others_after": "3",
    "superior_after": "6", "publish_after": "9",
}  # fmt: skip


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def call(client, address, body, method="post"):
    answer = getattr(client, method)(address, json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def opened():
    with clock.set_to(at(2026, 4, 1)):
        return stage.open_quarter(peers=0)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_calendar_says_what_comes_and_how_the_next_is_laid_out(visit, language):
    settle()
    with clock.set_to(at(2026, 3, 25)):
        work(clock.now())
    client = visit("zheng")
    client.cookies["hengcai_language"] = language
    page = read(client, "/cycles/calendar/")
    assert ("法定节假日" if language == "zh-hans" else "Statutory holiday") in page  # New Year lies ahead of any autumn
    assert ("自动排期" if language == "zh-hans" else "Automatic scheduling") in page


def test_a_template_is_settled_on_its_page_and_refusals_stand_there(visit):
    stage.in_force_everything()
    client = visit("wu")
    assert read(client, "/cycles/calendar/quarter/")
    assert client.post("/cycles/calendar/quarter/", {**FORM, "superior_after": "1"}).status_code == 422
    assert client.post("/cycles/calendar/quarter/", FORM).status_code == 302
    assert CycleTemplate.objects.get().is_on
    assert client.get("/cycles/calendar/special/").status_code == 404
    assert visit("qian").get("/cycles/calendar/quarter/").status_code == 403
    assert visit("qian").get("/cycles/calendar/").status_code == 200


def test_announced_days_are_put_off_and_never_brought_forward_by_page_or_post(visit):
    cycle, client = opened(), visit("zheng")
    address = f"/cycles/{cycle.pk}/dates/"
    days = {name: f"{getattr(cycle, name)}" for name in vars(stage.DATES)}
    assert read(client, address)
    for name in days:
        assert client.post(address, {**days, name: "2026-04-01", "reason": "x"}).status_code == 422
    assert client.post(address, {**days, "publish_due_on": "2026-04-20", "reason": ""}).status_code == 422
    assert client.post(address, {**days, "publish_due_on": "2026-04-20", "reason": "系统停机"}).status_code == 302
    assert Lengthening.objects.get().days == {"publish_due_on": ["2026-04-13", "2026-04-20"]}
    assert "系统停机" in read(client, f"/cycles/{cycle.pk}/")
    assert "系统停机" in read(visit("li"), "/ratings/")


def test_announced_days_are_never_brought_forward_by_the_api(visit):
    cycle, client = opened(), visit("zheng")
    address = f"/api/appraisal/calendar/cycles/{cycle.pk}/deadlines"
    status, said = call(client, address, {"reason": "x", "superior_due_on": "2026-04-07"})
    assert (status, said["code"]) == (422, "appraisal.deadline_shortened")
    status, said = call(client, address, {"reason": "x", "superior_due_on": "2026-04-09"})
    assert (status, said["days"]) == (200, {"superior_due_on": ["2026-04-08", "2026-04-09"]})


def test_who_has_not_rated_stands_on_one_page_and_is_reminded_with_one_click(visit):
    cycle, client = opened(), visit("zheng")
    page = read(client, f"/cycles/{cycle.pk}/late/")
    assert "Li" in page
    assert client.post(f"/cycles/{cycle.pk}/late/nudge/").status_code == 302
    assert Nudge.objects.get().raters.count() >= 6
    assert client.post(f"/cycles/{cycle.pk}/late/nudge/").status_code == 409
    assert "nudge/" not in read(client, f"/cycles/{cycle.pk}/late/")
    rows = client.get(f"/api/appraisal/calendar/cycles/{cycle.pk}/late").json()["items"]
    assert {row["number"] for row in rows} >= {"li", "wang", "zhao"}
    assert all(row["nudged_on"] for row in rows)
    for name in ("li", "zhao", "zhou", "sun"):
        assert visit(name).get(f"/cycles/{cycle.pk}/late/").status_code == 403
        assert visit(name).post(f"/cycles/{cycle.pk}/late/nudge/").status_code == 403


def test_a_special_appraisal_is_made_and_filled_through_the_api(visit):
    stage.in_force_everything()
    stage.person("li")
    body = {"kind": "special", "purpose": "retest", "code": "R1", "name_zh": "复评", "period_start": "2026-01-01",
            "period_end": "2026-03-31"}  # fmt: skip
    client = visit("wu")
    assert call(client, "/api/appraisal/calendar/cycles", {**body, "purpose": ""})[0] == 422
    status, made = call(client, "/api/appraisal/calendar/cycles", body)
    assert (status, made["purpose"], made["state"]) == (200, "retest", "draft")
    address = f"/api/appraisal/calendar/cycles/{made['id']}/people"
    assert call(client, address, {"person": "li"})[0] == 200
    actions.open_cycle(Cycle.objects.get(), by=cast.user("wu"), today=stage.END)
    assert Cycle.objects.get().participants.count() == 1
    calendar = client.get("/api/appraisal/calendar").json()
    assert [one["kind"] for one in calendar["templates"]] == ["month", "quarter", "probation", "year"]
    terms = {**calendar["templates"][0], "is_on": True}
    assert call(client, "/api/appraisal/calendar/templates/month", terms, "put")[0] == 200
    assert CycleTemplate.objects.get().kind == "month"
