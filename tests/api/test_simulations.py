"""Scenarios and runs over the API: the same acts, exact shares, the same hiding."""

import json

import pytest

from hengcai.simulation.models import Run
from tests import cast
from tests.simulation.stories import definition, published
from tests.simulation.test_runs import played

pytestmark = pytest.mark.django_db
SCENARIOS, RUNS = "/api/simulations/scenarios", "/api/simulations/runs"


@pytest.fixture
def enter(client, db):
    def as_(name):
        client.force_login(cast.person(name).user)
        return client

    return as_


def post(client, address, **body):
    return client.post(address, json.dumps(body), content_type="application/json")


def test_a_run_from_start_to_debrief(enter):
    made, li = published(), enter("li")
    scene = post(li, RUNS, scenario=made.pk).json()
    run = f"{RUNS}/{scene['run']['id']}"
    assert {one["id"] for one in scene["choices"]} == {"a", "b"}
    assert "marks" not in json.dumps(scene)
    post(li, f"{run}/choose", choice="b", at_step=0)
    assert post(li, f"{run}/choose", choice="b", at_step=0).status_code == 409
    last = post(li, f"{run}/choose", choice="a", at_step=1).json()
    assert (last["run"]["state"], last["run"]["share"], last["choices"]) == ("finished", "1/3", [])
    told = li.get(f"{run}/debrief").json()
    assert (told["end"], told["kind"], [one["better"] for one in told["steps"]]) == ("soso", "middling", ["a", None])


def test_a_story_is_for_those_who_look_after_it(enter):
    made = published()
    assert enter("li").get(f"{SCENARIOS}/{made.pk}/story").status_code == 403
    assert enter("li").get(f"{SCENARIOS}/{made.pk}").json()["code"] == "tiny"
    found = enter("zhou").get(f"{SCENARIOS}/{made.pk}/story").json()
    assert found["definition"]["competencies"] == ["listening", "empathy"]


def test_a_draft_is_written_checked_and_published(enter):
    zhou = enter("zhou")
    made = post(zhou, SCENARIOS, definition=definition(competencies=[])).json()
    assert "simulation.competency_missing" in {one["code"] for one in made["problems"]}
    address = f"{SCENARIOS}/{made['id']}"
    body = json.dumps({"definition": definition(), "edit_count": made["edit_count"]})
    assert zhou.put(address, body, content_type="application/json").json()["problems"] == []
    assert post(zhou, f"{address}/publish").json()["state"] == "published"
    assert post(zhou, f"{address}/copy").json()["number"] == 2
    assert post(zhou, f"{address}/retire").json()["state"] == "retired"
    assert len(zhou.get(SCENARIOS).json()["items"]) == 2


def test_results_hide_small_numbers(enter):
    made = published()
    played(cast.li(), "aa", made)
    found = enter("zhou").get(f"{SCENARIOS}/{made.pk}/results").json()
    assert (found["people"], [one["splits"] for one in found["forks"]]) == (1, [[], []])


def test_runs_are_left_and_listed(enter):
    run = played(cast.li(), "a")
    assert post(enter("li"), f"{RUNS}/{run.pk}/leave").json()["state"] == "left"
    assert enter("zhou").get(RUNS).json()["items"] == []
    assert Run.objects.get().state == "left"
