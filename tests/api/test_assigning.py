"""Giving contacts out by program, what was given out, taking it back."""

import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.quality.actions import new_version, save_draft
from hengcai.quality.models import Assignment
from tests import cast
from tests.api.asking import done, items, problem, refused, sent
from tests.quality import scene

DOOR = "/quality/assignments"


def body(*contacts, analyst="chen", card=None, **more):
    facts = {"analyst": cast.user(analyst).pk, "scorecard": (card or scene.scorecard()).pk, "due_on": "2026-03-31"}
    return {"contacts": [one.pk for one in contacts], **facts, **more}


def withdrawal(given):
    return f"{DOOR}/{given.pk}/withdraw"


def begun(given):
    return save_draft(given, by=given.analyst, marks={}, comment="half a thought", edit_count=0)


def test_a_program_finds_an_analyst_gives_contacts_out_and_takes_one_back(enter):
    asked, client = body(scene.contact(), scene.contact(cast.wang())), enter("feng")
    (chen,) = items(client, f"{DOOR}/analysts")
    made = done(client, DOOR, {**asked, "analyst": chen["id"]})
    assert [(one["agent"], one["state"], one["due_on"]) for one in made] == [
        ("li", "open", "2026-03-31"), ("wang", "open", "2026-03-31"),
    ]  # fmt: skip
    assert {(one["analyst"], one["analyst_name"], one["is_begun"]) for one in made} == {(chen["id"], "Chen", False)}
    assert done(client, f"{DOOR}/{made[0]['id']}/withdraw", {})["state"] == "withdrawn"
    assert [one["agent"] for one in items(client, f"{DOOR}/given", state="open")] == ["wang"]
    assert [one["agent"] for one in items(enter("chen"), DOOR)] == ["wang"]


def test_whom_work_may_be_given_to_is_what_the_page_offers(enter):
    scene.assignment()
    cast.user("cao")
    client = enter("zheng")
    assert [(one["name"], one["open_count"]) for one in items(client, f"{DOOR}/analysts")] == [("Cao", 0), ("Chen", 1)]
    RoleGrant.objects.create(user=cast.user("cao"), role="hr")
    assert [one["name"] for one in items(client, f"{DOOR}/analysts")] == ["Chen"]
    problem(sent(client, DOOR, body(scene.contact(), analyst="cao")), 404, "missing")


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        (body, 422, "quality.nothing_chosen"),
        (lambda: body(scene.contact(), scene.contact(turns=[])), 422, "quality.empty_contact"),
        (lambda: body(scene.contact(), scene.contact(channel="chat")), 422, "quality.other_channel"),
        (lambda: body(scene.contact(), scene.contact(cast.person("chen"))), 422, "quality.own_contact"),
        (lambda: body(scene.contact(), contacts=[10**9]), 404, "missing"),
        (lambda: body(scene.contact(), scorecard=10**9), 404, "missing"),
        (lambda: body(scene.contact(), due_on="soon"), 422, "malformed"),
        (lambda: body(scene.contact(), contacts=list(range(1, 502))), 422, "malformed"),
    ],
)
def test_all_are_given_or_none_and_the_refusal_says_why(enter, wrong, status, code):
    problem(sent(enter("feng"), DOOR, wrong()), status, code)
    assert not Assignment.objects.exists()


def test_only_the_card_in_force_and_nobody_twice(enter):
    client, contact = enter("feng"), scene.contact()
    draft = new_version(scene.scorecard(), by=cast.user("zheng"))
    problem(sent(client, DOOR, body(contact, card=draft)), 409, "quality.scorecard_not_in_force")
    done(client, DOOR, body(contact))
    assert problem(sent(client, DOOR, body(contact)), 422, "quality.assigned_already")["name"] == "Chen"


@pytest.mark.parametrize("reader", ["chen", "li", "zhao", "wu", "qian", "sun"])
def test_others_give_nothing_out_and_take_nothing_back(enter, reader):
    given, client = scene.assignment(), enter(reader)
    problem(sent(client, DOOR, body(scene.contact())), 403, "permission.role")
    problem(sent(client, withdrawal(given), {}), 403, "permission.role")
    for address in (f"{DOOR}/given", f"{DOOR}/analysts"):
        refused(client, address, 403, "permission.role")
    assert Assignment.objects.get().state == "open"


def test_a_draft_stays_out_of_sight_and_comes_back_when_given_again(enter):
    given, client = scene.assignment(), enter("feng")
    begun(given)
    (row,) = items(client, f"{DOOR}/given")
    assert (row["is_begun"], row["is_late"]) == (True, True)
    assert done(client, withdrawal(given), {})["is_begun"] is False
    refused(enter("chen"), f"{DOOR}/{given.pk}", 404, "missing")
    (again,) = done(enter("zheng"), DOOR, body(given.contact))
    assert (again["id"], again["is_begun"]) == (given.pk, True)
    assert enter("chen").get(f"/api{DOOR}/{given.pk}").json()["comment"] == "half a thought"


def test_what_was_handed_in_is_not_taken_back_and_says_so_in_the_readers_language(enter):
    given = scene.assignment()
    scene.submit(given)
    answers = [sent(enter("feng", language=tongue), withdrawal(given), {}) for tongue in ("zh-hans", "en")]
    assert [problem(answer, 409, "move.state")["move"] for answer in answers] == ["withdraw_assignment"] * 2
    assert answers[0].json()["detail"] != answers[1].json()["detail"]


def test_the_list_is_narrowed_as_the_page_is(enter):
    mine, other = scene.assignment(), scene.assignment(analyst=cast.user("cao"))
    scene.submit(mine)
    client = enter("feng")
    assert [one["id"] for one in items(client, f"{DOOR}/given", state="open")] == [other.pk]
    assert [one["id"] for one in items(client, f"{DOOR}/given", analyst=cast.user("chen").pk)] == [mine.pk]
    assert items(client, f"{DOOR}/given", state="withdrawn") == []


def test_three_rows_cost_as_many_queries_as_one(enter, queries):
    client, counts = enter("feng"), []
    for agents in ([cast.li()], [cast.he(), cast.wang()]):
        for agent in agents:
            begun(scene.assignment(scene.contact(agent)))
        counts.append(queries(client, f"/api{DOOR}/given"))
    assert counts[0] == counts[1] <= 8


def test_giving_fifty_costs_hardly_more_than_one(enter, django_assert_max_num_queries):
    asked, client = body(*[scene.contact() for _ in range(50)]), enter("feng")
    with django_assert_max_num_queries(30):
        assert len(done(client, DOOR, asked)) == 50
