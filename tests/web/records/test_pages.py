"""The pages of confirming: the form that saves itself, the tablet, the answer, one's own copy, the evidence bundle."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from hengcai.audit.models import Entry
from hengcai.records.models import Record
from hengcai.records.rules.verifying import verified
from tests import cast
from tests.records import scene
from tests.records.scene import password_of, record

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
JSON = {"HTTP_ACCEPT": "application/json"}
TALK = {
    "strengths": "Listens", "gaps": "No date", "own_words": "", "what-1": "Tells the day", "by-1": "2099-01-05", "edit_count": "0",
}  # fmt: skip


@pytest.fixture
def enter():
    def sign_in(name):
        client = Client()
        client.force_login(cast.user(name))
        client.cookies["hengcai_language"] = "en"
        return client

    return sign_in


def test_a_quarter_is_talked_over_on_a_tablet_signed_there_and_read_at_home(enter):
    scene.published_quarter()
    password_of("li")
    page, form = (reverse(name, args=[record().pk]) for name in ("see-record", "fill-interview"))
    zhao, li = enter("zhao"), enter("li")
    assert "will arrange an appraisal meeting" in li.get(page).content.decode()
    assert "drafted from the result" in zhao.get(form).content.decode()
    saved = zhao.post(form, TALK, **JSON).json()
    assert saved["edit_count"] == 1
    assert zhao.post(form, TALK, **JSON).status_code == 409
    assert "Tells the day" in zhao.get(form).content.decode()
    assert "Tells the day" not in li.get(page).content.decode()
    assert zhao.post(form, {**TALK, "edit_count": "1", "do": "hold"}).status_code == 302
    assert "Tells the day" in li.get(page).content.decode()
    wrong = zhao.post(form, {"do": "sign", "password": "x"})
    assert wrong.status_code == 422
    assert "Li needs to sign here" in wrong.content.decode()
    assert zhao.post(form, {"do": "sign", "password": "li's own"}).status_code == 302
    assert Record.objects.get(pk=record().pk).on_tablet
    assert "at the meeting" in li.get(page).content.decode()


def test_an_agent_objects_in_their_words_and_takes_their_copy_along(enter, monkeypatch):
    monkeypatch.setattr("hengcai.web.records.views.records.localdate", lambda: scene.PUBLISHED_ON)
    scene.published_month()
    password_of("li")
    page, li = reverse("see-record", args=[record().pk]), enter("li")
    assert li.post(page, {"do": "object", "password": "li's own", "words": ""}).status_code == 422
    assert li.post(page, {"do": "object", "password": "li's own", "words": "not my call"}).status_code == 302
    assert "not my call" in li.get(page).content.decode()
    copy = li.get(reverse("download-sealed", args=[record().pk])).content
    assert verified(copy, is_batch=False).faults == []
    assert json.loads(copy)["values"]["full"] is None
    assert "objected" in li.get(reverse("see-my-results")).content.decode()


def test_the_bundle_holds_every_part_is_logged_and_is_nobodys_own(enter):
    scene.published_month()
    pk, wu = cast.li().pk, enter("wu")
    address = reverse("see-bundle", args=[pk])
    assert wu.post(address, {"given_on": "2026-04-14", "hours": "2", "what": "Naming a day"}).status_code == 302
    found = wu.get(reverse("download-bundle", args=[pk])).json()
    assert [*found] == ["person", "rules", "results", "sample", "training", "retests"]
    assert found["results"][0]["notified_at"].startswith("2026-04-13")
    assert [one["what"] for one in found["training"]] == ["Naming a day"]
    assert "Naming a day" in wu.get(address).content.decode()
    assert {"read_bundle", "export_bundle", "note_training"} <= set(Entry.objects.values_list("action", flat=True))
    assert enter("li").get(address).status_code == 403
