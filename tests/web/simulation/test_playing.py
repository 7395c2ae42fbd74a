"""Playing a story as a browser does: no script, a reload shows the same, a second tab chooses nothing twice."""

import re

import pytest

from hengcai.simulation.models import Run, Step
from tests import cast
from tests.simulation.stories import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, db):
    client.force_login(cast.li().user)
    client.cookies["hengcai_language"] = "en"
    return Page(client, published())


class Page:
    def __init__(self, client, scenario):
        self.client, self.scenario = client, scenario
        self.answer = client.get(f"/simulations/{scenario.pk}/")

    @property
    def text(self):
        return self.answer.content.decode()

    def start(self):
        self.answer = self.client.post(f"/simulations/{self.scenario.pk}/", {"do": "start"}, follow=True)
        return self

    @property
    def address(self):
        return f"/simulations/runs/{Run.objects.latest('pk').pk}/"

    def choose(self, code, step=None):
        found = re.search(r'name="at_step" value="(\d+)"', self.text)
        sent = {"do": "choose", "choice": code, "at_step": found[1] if step is None else step}
        self.answer = self.client.post(self.address, sent, follow=True)
        return self


def test_from_the_catalogue_to_the_debrief(page):
    assert "tiny." in page.client.get("/simulations/").content.decode()
    page.start()
    assert "Choices made: 0" in page.text
    page.choose("b").choose("a")
    assert page.answer.redirect_chain[-1][0].endswith("/debrief/")
    assert "Mixed outcome" in page.text
    assert "about b." in page.text  # the feedback of what was chosen,
    assert "about a." in page.text  # and of what was better
    assert "33%" in page.text


def test_nothing_is_said_of_worth_while_playing(page):
    page.start()
    assert "about a." not in page.text
    assert "%" not in re.sub(r"<head>.*?</head>", "", page.text, flags=re.DOTALL)


def test_a_reload_shows_the_same_in_the_same_order(page):
    page.start().choose("a")
    shown = re.findall(r'name="choice" value="(\w)"', page.text)
    again = page.client.get(page.address).content.decode()
    assert re.findall(r'name="choice" value="(\w)"', again) == shown
    assert "Choices made: 1" in again


def test_a_second_tab_is_told_where_the_first_one_went(page):
    page.start().choose("a")
    page.choose("b", step=0)
    assert "already taken on another page" in page.text
    assert list(Step.objects.values_list("choice", flat=True)) == ["a"]


def test_a_choice_that_is_not_there_is_refused_in_place(page):
    page.start()
    answer = page.client.post(page.address, {"do": "choose", "choice": "z", "at_step": "0"})
    assert answer.status_code == 422
    assert "no such choice" in answer.content.decode()
    assert page.client.post(page.address, {"do": "fly"}).status_code == 404


def test_a_run_is_given_up_and_begun_anew(page):
    page.start().choose("a")
    first = page.address
    page.client.post(first, {"do": "leave"})
    page.start()
    assert page.address != first
    assert page.client.get(first).status_code == 302
    assert page.client.get(f"{first}debrief/").status_code == 302


def test_nobody_opens_a_colleagues_run(page, client):
    page.start().choose("a").choose("a")
    client.force_login(cast.wang().user)
    assert client.get(page.address).status_code == 404
    assert client.get(f"{page.address}debrief/").status_code == 404
    client.force_login(cast.zhao().user)
    assert "Li" in client.get(f"{page.address}debrief/").content.decode()
    assert "Li" in client.get("/simulations/runs/").content.decode()


def test_ones_own_runs_are_listed_and_go_on(page):
    page.start()
    found = page.client.get("/simulations/runs/").content.decode()
    assert page.address in found
    page.choose("a").choose("a")
    assert f"{page.address}debrief/" in page.client.get("/simulations/runs/").content.decode()
    assert "75%" in page.client.get("/simulations/").content.decode()
