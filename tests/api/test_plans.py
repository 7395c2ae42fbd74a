"""Sampling plans by program."""

import pytest

from hengcai.quality.actions import give_picks
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.models import Assignment
from tests import cast
from tests.api.asking import done, items, problem, sent
from tests.quality import plans, scene

DOOR = "/quality/plans"
BODY = {"text": plans.TEXT, "analysts": plans.HEARERS, "seed": plans.SEED}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("hengcai.base.clock.today", lambda: plans.AFTER)


def test_a_program_makes_draws_starts_and_closes_a_plan(enter):
    plans.contacts()
    scene.scorecard()
    client = enter("feng")
    [cast.user(name) for name in ("chen", "cao")]
    made = done(client, DOOR, BODY)
    assert (made["state"], made["seed"], made["draws"], made["is_connected"]) == ("draft", 7, [], None)
    door = f"{DOOR}/{made['id']}"
    drawn = done(client, f"{door}/draw", {})
    assert (drawn["state"], drawn["is_connected"]) == ("drawn", True)
    assert sum(load["count"] for load in drawn["loads"]) == drawn["pick_count"] + sum(
        load["seconds"] for load in drawn["loads"]
    )
    assert done(client, f"{door}/start", {})["state"] == "running"
    assert {one["state"] for one in items(client, f"{door}/picks")} == {"waiting"}
    assert client.get(f"/api{door}/compare").json()["is_same"] is None
    assert done(client, f"{door}/compare", {})["is_same"]
    again = client.get(f"/api{door}/compare").json()
    assert (again["is_done"], again["is_same"], len(again["draws"])) == (True, True, 1)
    assert done(client, f"{door}/close", {})["state"] == "closed"
    problem(sent(client, f"{door}/start", {}), 409, "move.state")


def test_a_program_edits_a_draft_and_an_old_copy_is_refused(enter):
    plan, client = plans.plan(), enter("feng")
    body = {**BODY, "days_to_score": 2, "edit_count": 1}
    answer = client.put(f"/api{DOOR}/{plan.pk}", body, content_type="application/json")
    assert (answer.json()["days_to_score"], answer.json()["edit_count"]) == (2, 2)
    problem(client.put(f"/api{DOOR}/{plan.pk}", body, content_type="application/json"), 409, "quality.plan_changed")


def test_a_program_replaces_a_contact(enter):
    plans.contacts()
    plan, client = plans.given(), enter("feng")
    first = next(one for one in items(client, f"{DOOR}/{plan.pk}/picks") if not one["rule"])
    new = done(client, f"/quality/picks/{first['id']}/replace", {"reason": "test_call"})
    assert (new["stratum"], new["inclusion"], new["state"]) == (first["stratum"], first["inclusion"], "open")
    problem(
        sent(client, f"/quality/picks/{first['id']}/replace", {"reason": "test_call"}), 409, "quality.pick_replaced"
    )


def test_an_analyst_reads_their_own_picks_without_who_else_hears_them(enter):
    plans.contacts()
    plan = plans.running()
    give_picks(plan, by=cast.user("feng"), today=plans.AFTER, most=1000)
    client = enter("chen")
    found = items(client, f"{DOOR}/{plan.pk}/picks")
    assert {(one["analyst"], one["second"]) for one in found} == {(None, None)}
    assert len(found) == Assignment.objects.filter(analyst=cast.user("chen")).count()
    whole = client.get(f"/api{DOOR}/{plan.pk}").json()
    assert (whole["loads"], whole["lacking"]) == ([], [])


def test_what_is_no_plan_is_refused_and_nothing_kept(enter):
    client = enter("feng")
    problem(sent(client, DOOR, {**BODY, "text": "name: x"}), 422, "yaml.key_missing")
    problem(sent(client, DOOR, {**BODY, "seed": -1}), 422, "malformed")
    assert not SamplingPlan.objects.exists()
    problem(sent(enter("li"), DOOR, BODY), 403, "permission.role")


def test_a_program_enters_exclusions_and_reads_what_could_not_be_placed_and_why(enter):
    plans.contacts()
    plan, client = plans.drawn(), enter("feng")
    door = "/quality/exclusions"
    body = {"agent": "li", "reason": "relative"}
    made = [done(client, door, {**body, "analyst": name}) for name in ("chen", "cao")]
    assert [one["analyst"] for one in items(client, door)] == ["cao", "chen"]
    done(client, f"{DOOR}/{plan.pk}/assign", {})
    found = client.get(f"/api{DOOR}/{plan.pk}/assignment").json()
    assert [(one["agent"], {line["reason"] for line in one["why"]}) for one in found["unplaced"]] == [
        ("li", {"relative"})
    ]
    assert {one["name"]: one["barred"] for one in found["shares"]} == {"Chen": {"relative": 1}, "Cao": {"relative": 1}}
    assert done(client, f"{door}/{made[0]['id']}/end", {})["ended_at"]
    problem(sent(client, f"{door}/{made[0]['id']}/end", {}), 409, "quality.exclusion_ended")
    problem(sent(client, door, {**body, "analyst": "cao"}), 409, "quality.excluded_already")
    problem(sent(client, door, {**body, "analyst": "nobody"}), 404, "missing")
    problem(sent(enter("chen"), door, {**body, "analyst": "chen"}), 403, "permission.role")
