"""Scorecards, an analyst's work, evaluations."""

from fractions import Fraction

import pytest
from django.urls import reverse

from hengcai.base.decimals import round_half_up
from hengcai.quality.actions import add_scorecard
from hengcai.quality.models import Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.api.asking import done, items, problem, refused, sent, told
from tests.quality import scene

GOOD = {code: {"value": mark.value} for code, mark in scene.GOOD.items()}


def body(marks=None, edit_count=0, **more):
    return {"marks": GOOD if marks is None else marks, "edit_count": edit_count, **more}


def work(given, door=""):
    return f"/quality/assignments/{given.pk}{door}"


def test_a_scorecard_shows_what_each_item_carries(enter):
    card = scene.scorecard()
    found = told(enter("li"), f"/quality/scorecards/{card.pk}")
    weights = {one["code"]: Fraction(one["effective_weight"]) for one in found["items"]}
    assert weights["listening"] == Fraction(3, 10)
    assert sum(weights.values()) == 1
    assert found["items"][0]["name"] == {"zh": "listening项", "en": "Listening"}
    assert [row["code"] for row in items(enter("li"), "/quality/scorecards")] == ["call"]


def test_a_draft_card_is_its_makers_alone(enter):
    scene.library()
    draft = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition())
    assert items(enter("li"), "/quality/scorecards") == []
    refused(enter("li"), f"/quality/scorecards/{draft.pk}", 404, "missing")
    assert told(enter("feng"), f"/quality/scorecards/{draft.pk}")["state"] == "draft"


def test_an_analyst_scores_from_desk_to_hand_in(enter):
    given, client = scene.assignment(), enter("chen")
    (row,) = items(client, "/quality/assignments")
    assert (row["id"], row["agent"], row["state"]) == (given.pk, "li", "open")
    desk = told(client, work(given))
    assert (desk["edit_count"], desk["marks"], desk["is_revision"]) == (0, {}, False)
    assert len(desk["unanswered"]) == 5
    assert "138****5678" in desk["turns"][1]["text"]
    assert [turn["start"] for turn in desk["turns"]] == [4, 9, 31]
    assert (desk["key"], desk["place"], desk["place_of"], desk["why"]) == (given.contact.key, 1, 1, "by_hand")
    kept = done(client, work(given, "/draft"), body({"listening": {"value": "4", "turn": 0}}), method="put")
    assert (kept["state"], kept["edit_count"], kept["total"]) == ("draft", 1, None)
    assert told(client, work(given))["marks"]["listening"]["turn"] == 0
    made = done(client, work(given, "/submit"), body(edit_count=1))
    assert (made["state"], made["edit_count"]) == ("submitted", 2)
    assert made["total"] == Evaluation.objects.get().exact
    assert told(client, work(given))["total"] == made["total"]


def test_a_submission_is_undone_once(enter):
    given, client = scene.assignment(), enter("chen")
    made = done(client, work(given, "/submit"), body())
    again = done(client, work(given, "/undo"), {})
    assert (again["id"], again["state"], again["edit_count"]) == (made["id"], "draft", 2)
    problem(sent(client, work(given, "/undo"), {}), 409, "quality.undo_nothing")


def test_an_old_page_is_refused_and_overwrites_nothing(enter):
    given, client = scene.assignment(), enter("chen")
    done(client, work(given, "/draft"), body(edit_count=0, comment="mine"), method="put")
    for door, method in (("/draft", "put"), ("/submit", "post")):
        answer = sent(client, work(given, door), body({}, edit_count=0, comment="older"), method=method)
        assert problem(answer, 409, "quality.stale")["edit_count"] == 1
    assert told(client, work(given))["comment"] == "mine"


def test_refusals_name_the_items_in_a_sentence(enter):
    given, client = scene.assignment(), enter("chen")
    marks = {**GOOD, "identity": {"value": "no"}}
    answer = sent(client, work(given, "/submit"), body(marks))
    assert problem(answer, 422, "quality.comment_missing")["items"] == ["identity"]
    assert "Identity" in answer.json()["detail"]
    assert problem(sent(client, work(given, "/submit"), body({})), 422, "quality.unanswered")["count"] == 5
    for mark in ({"value": "6"}, {"value": "4", "turn": 99}, {"value": "4", "cause": "weather"}):
        answer = sent(client, work(given, "/draft"), body({"listening": mark}), method="put")
        assert answer.status_code == 422
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize("value", [4, None, True, ["4"]])
def test_a_mark_that_is_no_text_is_malformed(enter, value):
    given = scene.assignment()
    answer = sent(enter("chen"), work(given, "/draft"), body({"listening": {"value": value}}), method="put")
    assert problem(answer, 422, "malformed")["errors"]


def test_a_second_hand_in_needs_its_reason(enter):
    given, client = scene.assignment(), enter("chen")
    scene.submit(given)
    problem(sent(client, work(given, "/submit"), body(edit_count=1)), 422, "quality.reason_missing")
    made = done(client, work(given, "/submit"), body(edit_count=1, reason="the wrong turn"))
    assert (made["revision"], made["state"]) == (2, "submitted")


@pytest.mark.parametrize(("reader", "status"), [("cao", 404), ("feng", 403), ("li", 403), ("zhao", 403)])
def test_nobody_else_opens_or_writes_an_analysts_work(enter, reader, status):
    given, client = scene.assignment(), enter(reader)
    code = "missing" if status == 404 else "permission.role"
    refused(client, work(given), status, code)
    problem(sent(client, work(given, "/draft"), body(), method="put"), status, code)
    problem(sent(client, work(given, "/submit"), body()), status, code)
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize(
    ("reader", "before", "after"), [("li", 0, 1), ("wang", 0, 0), ("zhao", 1, 1), ("lin", 0, 0), ("feng", 1, 1)]
)
def test_who_sees_an_evaluation_before_and_after_it_is_published(enter, reader, before, after):
    made, client = scene.evaluation(), enter(reader)
    cast.wang(), cast.he()
    assert len(items(client, "/quality/evaluations")) == before
    assert client.get(f"/api/quality/evaluations/{made.pk}").status_code == (200 if before else 404)
    scene.publish([made])
    assert len(items(client, "/quality/evaluations")) == after
    assert client.get(f"/api/quality/evaluations/{made.pk}").status_code == (200 if after else 404)


def test_an_evaluation_shows_each_item_and_the_same_total_as_its_page(enter):
    marks = {**scene.GOOD, "wording": Mark("2", "打断客户，电话13812345678"), "record": Mark("na")}
    made, client = scene.evaluation(marks=marks), enter("feng")
    found = told(client, f"/quality/evaluations/{made.pk}")
    by_item = {one["item"]: one for one in found["items"]}
    assert by_item["wording"]["comment"] == "打断客户，电话138****5678"
    assert (by_item["record"]["status"], by_item["record"]["share"]) == ("na", None)
    earned = [Fraction(one["share"]) * Fraction(one["effective_weight"]) for one in by_item.values() if one["share"]]
    assert 100 * sum(earned) == Fraction(found["total"])
    shown = round_half_up(Fraction(found["total"]), 1)
    assert shown in client.get(reverse("see-evaluation", args=[made.pk])).content.decode()
    assert shown in client.get(reverse("list-evaluations")).content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", "致命错误：identity项未通过，整通记 0 分；不算致命错误是 58.0 分。"),
        ("en", "Fatal error: “Identity” failed; the whole call scores 0. Without fatal errors it would be 58.0."),
    ],
)
def test_an_evaluation_says_what_a_fatal_error_did_and_to_what(enter, language, said):
    made = scene.evaluation(marks={**scene.GOOD, "identity": Mark("no", "没核")})
    found = told(enter("feng", language=language), f"/quality/evaluations/{made.pk}")
    assert (found["fatal"], found["fatal_items"], found["total"]) == (said, ["identity"], "0")


def test_an_evaluation_without_one_says_nothing(enter):
    found = told(enter("feng"), f"/quality/evaluations/{scene.evaluation().pk}")
    assert (found["fatal"], found["fatal_items"]) == ("", [])


def test_the_list_is_narrowed(enter):
    scene.evaluation()
    scene.evaluation(cast.he(), at=scene.LATE_EVENING)
    client = enter("feng")
    assert [row["agent"] for row in items(client, "/quality/evaluations", agent="he")] == ["he"]
    assert [row["agent"] for row in items(client, "/quality/evaluations", last_day="2026-03-31")] == ["li"]
    assert items(client, "/quality/evaluations", fatal=True) == []
    assert len(items(client, "/quality/evaluations", state="submitted", card="call", verdict="pass")) == 2
    assert items(client, "/quality/evaluations", verdict="fail") == []


def test_evaluations_are_published_all_or_none(enter):
    some = [scene.evaluation(), scene.evaluation(cast.he())]
    keys = [one.pk for one in some]
    problem(sent(enter("li"), "/quality/evaluations/publish", {"ids": keys}), 403, "permission.role")
    client = enter("feng")
    problem(sent(client, "/quality/evaluations/publish", {"ids": [*keys, 999]}), 404, "missing")
    assert set(Evaluation.objects.values_list("state", flat=True)) == {"submitted"}
    made = done(client, "/quality/evaluations/publish", {"ids": keys})
    assert {one["id"]: one["state"] for one in made} == dict.fromkeys(keys, "published")
    problem(sent(client, "/quality/evaluations/publish", {"ids": keys}), 409, "quality.not_submitted")
    problem(sent(client, "/quality/evaluations/publish", {"ids": []}), 422, "quality.nothing_chosen")


@pytest.mark.parametrize(
    ("address", "reader"),
    [("/quality/assignments", "chen"), ("/quality/evaluations", "feng"), ("/quality/scorecards", "feng")],
)
def test_three_rows_cost_as_many_queries_as_one(enter, queries, address, reader):
    client, counts = enter(reader), []
    scene.scorecard()
    for agents in ([cast.li()], [cast.he(), cast.wang()]):
        for agent in agents:
            scene.evaluation(agent)
        counts.append(queries(client, f"/api{address}"))
        scene.scorecard(definition=scene.deduction_definition())
    assert counts[0] == counts[1] <= 12


def test_publishing_three_costs_hardly_more_than_one(enter, django_assert_max_num_queries):
    keys = [scene.evaluation(agent).pk for agent in (cast.li(), cast.he(), cast.wang())]
    client = enter("feng")
    with django_assert_max_num_queries(30):
        done(client, "/quality/evaluations/publish", {"ids": keys})
