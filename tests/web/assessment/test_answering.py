"""A questionnaire on a phone, without scripts: one question a screen, back and forth, sent once."""

import re

import pytest

from hengcai.assessment.models import Draft, Sheet
from hengcai.audit.models import Entry
from hengcai.base import clock
from tests import cast
from tests.assessment.asking import DEFINITION, TODAY, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, db, monkeypatch):
    return walked(client, monkeypatch)


@pytest.fixture
def named(client, db, monkeypatch):
    return walked(client, monkeypatch, anonymous=False)


def walked(client, monkeypatch, **how):
    monkeypatch.setattr("hengcai.web.assessment.views.answering.localdate", lambda: TODAY)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    li = cast.li()
    survey = opened(**how)
    client.force_login(li.user)
    client.cookies["hengcai_language"] = "en"
    return Walker(client, f"/surveys/{survey.pk}/answer/")


class Walker:
    """Fills in forms as a browser does: hidden fields travel along."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        self.answer = client.get(address)

    @property
    def text(self):
        return self.answer.content.decode()

    def carried(self):
        found = {}
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.text):
            found.setdefault(name, []).append(value)
        for name, value in re.findall(
            r'<input type="(?:radio|checkbox)" name="([^"]+)" value="([^"]*)" checked', self.text
        ):
            found.setdefault(name, []).append(value)
        found.pop("csrfmiddlewaretoken", None)
        return found

    def go(self, verb, **chosen):
        self.answer = self.client.post(self.address, {**self.carried(), **chosen, "do": verb})
        return self


def test_a_walk_to_its_end_with_a_branch_and_back(page):
    assert "Question 1 of 6" in page.text
    page.go("next")
    assert page.answer.status_code == 422
    assert "Please answer this question" in page.text
    page.go("next", **{"a-trained": "yes"})
    assert "Question 2 of 7" in page.text
    page.go("next", **{"a-used": "4"}).go("back")
    assert 'value="4" checked' in page.text
    page.go("next").go("next", **{"a-wants": ["a", "c"]}).go("next", **{"a-calm-r1": "5"}).go("next").go(
        "next", **{"a-word": "短"}
    )
    page.go("next")
    assert "5 of 7 questions answered" in page.text
    page.go("send")
    assert page.answer.status_code == 302
    assert Sheet.objects.get().answers == {
        "trained": "yes", "used": "4", "wants": ["a", "c"], "calm": {"r1": "5"}, "word": "短"
    }  # fmt: skip
    again = page.client.get(page.address).content.decode()
    assert "no record of which answers are yours" in again


def test_a_sheet_with_a_name_is_taken_up_where_it_was_left_and_leaves_nothing_behind_once_sent(named):
    named.go("next", **{"a-trained": "yes"}).go("next", **{"a-used": "4"})
    named.go("keep", **{"a-wants": ["a"]})
    assert named.answer.json()["said"].startswith("Saved ")
    again = Walker(named.client, named.address)
    assert "Question 3 of 7" in again.text
    assert "You left off here" in again.text
    again.go("back")
    assert 'value="4" checked' in again.text
    again.go("next").go("next")
    for _screen in range(4):
        again.go("next")
    again.go("send")
    assert Sheet.objects.get().answers == {"trained": "yes", "used": "4", "wants": ["a"]}
    assert not Draft.objects.exists()


def test_an_anonymous_sheet_leaves_nothing_on_the_server_before_it_is_sent(page):
    page.go("next", **{"a-trained": "yes"}).go("keep", **{"a-used": "4"})
    assert "Question 1 of" in Walker(page.client, page.address).text
    assert not Draft.objects.exists()
    assert not Entry.objects.filter(action="keep_draft").exists()


def test_an_answer_given_before_changing_one_s_mind_does_not_count(page):
    page.go("next", **{"a-trained": "yes"}).go("next", **{"a-used": "4"}).go("back").go("back").go(
        "next", **{"a-trained": "no"}
    )
    for _screen in range(5):
        page.go("next")
    page.go("send")
    assert Sheet.objects.get().answers == {"trained": "no"}


def test_whoever_sends_straight_away_is_led_to_what_is_missing(page):
    page.go("send")
    assert page.answer.status_code == 422
    assert "Question 1 of 6" in page.text


@pytest.mark.parametrize(("do", "status"), [("next", 422), ("back", 200)])
def test_a_form_without_its_place_begins_at_the_first_question_or_goes_back_from_the_last_page(page, do, status):
    assert page.client.post(page.address, {"do": do}).status_code == status


def test_the_preview_sends_nothing(client, db):
    from tests.assessment.asking import published

    made = published({**DEFINITION, "id": "other"})
    client.force_login(cast.user("zhou"))
    client.cookies["hengcai_language"] = "en"
    walker = Walker(client, f"/questionnaires/{made.pk}/preview/")
    walker.go("next", **{"a-trained": "no"})
    assert "Preview" in walker.text
    walker.go("send")
    assert not Sheet.objects.exists()
