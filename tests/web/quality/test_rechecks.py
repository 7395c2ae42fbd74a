"""Drawing, scoring blind and settling on their pages; nothing of the first score before the second is in."""

import json
from fractions import Fraction

import pytest
from django.urls import reverse

from hengcai.quality.models import Evaluation
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

FIRST = {**scene.GOOD, "listening": Mark("1", "cut her short"), "identity": Mark("no", "never asked for it")}
HIDDEN = ("cut her short", "never asked for it", "Chen", "quality.fatal", "fatal error", "First score</dt>")
MINE = {**{f"mark-{code}": mark.value for code, mark in scene.GOOD.items()}, "edit_count": "0", "do": "submit"}


@pytest.fixture
def one(db, settings, enter):
    settings.RECHECK_SHARE = Fraction(1, 10)
    cast.user("cao")
    scene.evaluation(None, FIRST)
    enter("feng").post(reverse("draw-rechecks"))
    return Recheck.objects.get()


def page(one):
    return reverse("see-recheck", args=[one.pk])


def text(client, address):
    return client.get(address).content.decode()


def test_who_scores_again_finds_nothing_of_the_first_score_anywhere(one, enter):
    cao = enter("cao")
    places = [page(one), reverse("list-rechecks"), f"/api/quality/rechecks/{one.pk}", "/api/quality/rechecks"]
    for address in places:
        shown = text(cao, address)
        assert [word for word in HIDDEN if word in shown] == []
    told = cao.get(f"/api/quality/rechecks/{one.pk}").json()
    assert (told["items"], told["first_total"], told["second_total"]) == ([], None, None)
    assert cao.get(reverse("see-evaluation", args=[one.evaluation_id])).status_code == 404
    cao.post(page(one), MINE)
    assert "cut her short" in text(cao, page(one))


def test_the_first_analyst_does_not_learn_of_it_before_it_is_settled(one, enter):
    assert enter("chen").get(page(one)).status_code == 404
    assert enter("chen").post(page(one), {**MINE}).status_code == 404


def test_what_is_missing_is_said_and_a_draft_is_kept(one, enter):
    cao = enter("cao")
    refused = cao.post(page(one), {"edit_count": "0", "do": "submit", "mark-listening": "4"})
    assert refused.status_code == 422
    assert "check this item" in refused.content.decode()
    cao.post(page(one), {"edit_count": "0", "do": "save", "mark-listening": "4"})
    assert Recheck.objects.get().marks["listening"]["value"] == "4"


def test_publishing_is_refused_until_the_supervisor_has_settled(one, enter):
    publish = reverse("publish-evaluations")
    refused = enter("feng").post(publish, {"evaluation": one.evaluation_id})
    assert refused.status_code == 409
    assert "rechecks of this batch are open" in refused.content.decode()
    assert "holds back" in text(enter("feng"), reverse("list-rechecks"))
    enter("cao").post(page(one), MINE)
    assert enter("feng").post(page(one), {"do": "settle", "outcome": "taken", "reason": ""}).status_code == 422
    marks = {"mark-listening": "3", "mark-identity": "yes"}
    enter("feng").post(page(one), {"do": "settle", "outcome": "items", "reason": "heard her ask", **marks})
    made = Evaluation.objects.get(is_current=True)
    assert made.answers.get(item__code="listening").value == "3"
    assert enter("feng").post(publish, {"evaluation": made.pk}).status_code == 302
    assert "0 / 1" in text(enter("feng"), reverse("list-rechecks"))


def test_a_forbidden_move_is_refused_by_direct_post_too(one, enter):
    assert enter("feng").post(page(one), {"do": "settle", "outcome": "kept", "reason": "as before"}).status_code == 409
    assert enter("cao").post(page(one), {"do": "take_over", "reason": "mine"}).status_code == 403
    assert enter("feng").post(page(one), {"do": "win"}).status_code == 404
    enter("feng").post(page(one), {"do": "take_over", "reason": "Cao is ill"})
    assert enter("cao").get(page(one)).status_code == 404
    assert enter("feng").get(reverse("see-evaluation", args=[one.evaluation_id])).status_code == 404
    cao = cast.user("cao")
    enter("feng").post(page(one), {"do": "give", "analyst": cao.pk})
    assert Recheck.objects.get().rechecker == cao


def test_programs_score_and_settle(one, enter):
    marks = {code: {"value": mark.value} for code, mark in scene.GOOD.items()}
    address = f"/api/quality/rechecks/{one.pk}"
    post = {"content_type": "application/json"}
    given = enter("cao").post(f"{address}/marks", json.dumps({"marks": marks, "edit_count": 0}), **post)
    assert given.json()["state"] == "marked"
    settled = enter("feng").post(f"{address}/settle", json.dumps({"outcome": "taken", "reason": "heard"}), **post)
    assert settled.json()["outcome"] == "taken"
    found = enter("feng").get("/api/quality/rechecks/accuracy").json()
    assert (found[0]["unchanged"]["count"], found[0]["unchanged"]["of"]) == (0, 1)
