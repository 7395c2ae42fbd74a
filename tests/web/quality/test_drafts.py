"""A draft on the page: begun, in rows, as text, on trial, compared, published with a decision."""

import json

import pytest
from django.urls import reverse

from hengcai.framework.models import Post
from hengcai.quality.actions import add_scorecard, new_version, rewrite_scorecard
from hengcai.quality.documents import definition_of
from hengcai.quality.models import Evaluation, Scorecard
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def at(name, card):
    return reverse(name, args=[card.pk])


def draft(code="call", **more):
    scene.library()
    return add_scorecard(cast.centre(), by=cast.user("zheng"), definition={**scene.definition(code), **more})


def begin(client, **more):
    return client.post(
        reverse("add-scorecard"), {"name": "Ours", "code": "ours", "channel": "chat", "start": "", **more}
    )


@pytest.mark.parametrize(("start", "count"), [("", 0), ("card", 2)])
def test_a_card_begins_empty_or_as_a_copy(enter, start, count):
    card = scene.scorecard()
    answer = begin(enter("zheng"), start=f"card:{card.pk}" if start else "")
    made = Scorecard.objects.get(code="ours")
    assert answer.url == at("edit-scorecard", made)
    assert (made.name.en, made.channel, made.sections.count()) == ("Ours", "chat", count)


@pytest.mark.parametrize("wrong", [{"code": "Ours!"}, {"name": ""}, {"start": "card:999"}, {"channel": "smoke"}])
def test_a_start_that_does_not_fit_is_told_at_its_field(enter, wrong):
    scene.library()
    assert begin(enter("zheng"), **wrong).status_code == 422
    assert not Scorecard.objects.exists()


def test_a_code_with_a_draft_already_is_told_at_the_code(enter):
    draft()
    answer = begin(enter("zheng"), code="call")
    assert "There is already a draft" in str(answer.context["form"].errors["code"])


def test_rows_hold_the_whole_card_and_what_keeps_it_from_publication(enter):
    card = draft(pass_line="95")
    context = enter("zheng").get(at("edit-scorecard", card)).context
    assert context["definition"]["sections"][0]["items"][0]["id"] == "listening"
    assert [one["where"] for one in context["faults"]] == ["pass_line"]
    assert ("listening", "listening") in context["offers"]["competencies"]


def test_a_text_that_came_too_late_stays_on_the_page(enter):
    card = draft()
    rewrite_scorecard(card, by=cast.user("feng"), definition=scene.definition(), edit_count=0)
    answer = enter("zheng").post(
        at("edit-scorecard-text", card), {"text": json.dumps(scene.definition()), "edit_count": 0}
    )
    assert answer.status_code == 409
    assert "their changes were not overwritten" in answer.content.decode()


def test_a_text_without_its_count_overwrites_nothing(enter):
    card = draft()
    answer = enter("zheng").post(
        at("edit-scorecard-text", card), {"text": json.dumps(scene.definition(pass_line="70"))}
    )
    assert answer.status_code == 409
    assert Scorecard.objects.get().pass_line == 60


def test_marks_on_trial_are_summed_by_the_desks_rule_and_kept_nowhere(enter):
    card = draft()
    marks = {
        "mark-listening": "5",
        "mark-wording": "5",
        "mark-identity": "yes",
        "mark-record": "5",
        "mark-extra": "clear",
    }
    client = enter("zheng")
    told = client.post(at("reckon-scorecard", card), marks).json()
    assert (told["tally"]["total"], told["open"]) == ("100.0", [])
    fatal = client.post(at("reckon-scorecard", card), {**marks, "mark-identity": "no"}).json()
    assert fatal["tally"]["total"] == "0.0"
    assert "100.0" in client.post(at("try-scorecard", card), marks).content.decode()
    assert not Evaluation.objects.exists()


def test_a_card_that_cannot_be_tried_says_why(enter):
    card = draft(sections=[])
    client = enter("zheng")
    assert "once this is fixed" in client.get(at("try-scorecard", card), {"bare": ""}).content.decode()
    assert client.post(at("reckon-scorecard", card)).status_code == 409


def test_versions_are_compared_row_by_row(enter):
    first = scene.scorecard()
    second = new_version(first, by=cast.user("zheng"))
    definition = definition_of(second)
    definition["sections"][0]["items"][0]["weight"] = "5"
    definition["pass_line"] = "70"
    rewrite_scorecard(second, by=cast.user("zheng"), definition=definition, edit_count=0)
    context = enter("zheng").get(at("compare-scorecard", Scorecard.objects.get(number=2))).context
    assert context["old"] == first
    told = [(one["kind"], [field for field, _change in one["changes"]]) for one in context["changes"]]
    assert told == [("the card", ["Pass mark"]), ("item", ["Weight"])]


def test_a_card_alone_has_nothing_to_be_held_against(enter):
    assert "no other version" in enter("li").get(at("compare-scorecard", scene.scorecard())).content.decode()


def test_what_differs_from_somebody_elses_save_is_told(enter):
    card = draft()
    body = {"definition": {**scene.definition(), "pass_line": "75"}}
    client = enter("zheng")
    text = client.post(at("differing-scorecard", card), body, content_type="application/json").content.decode()
    assert "<del>60</del><ins>75</ins>" in text
    assert client.post(at("differing-scorecard", card), "{", content_type="application/json").status_code == 422


def test_publishing_a_copy_asks_and_takes_the_answer(enter):
    scene.scorecard()
    card = draft("copy")
    client = enter("zheng")
    assert "Which one applies?" in client.get(at("publish-scorecard", card)).content.decode()
    assert client.post(at("publish-scorecard", card), {}).status_code == 422
    answer = client.post(at("publish-scorecard", card), {"other_call": "replace"})
    assert answer.url == at("see-scorecard", card)
    assert dict(Scorecard.objects.values_list("code", "state")) == {"call": "retired", "copy": "published"}


def test_the_posts_a_draft_names_are_ticked_where_it_is_published_and_told_where_versions_differ(enter):
    Post.objects.create(code="vip", name={"zh": "贵宾", "en": "VIP"}, model_code="m")
    first = scene.scorecard()
    card = draft("call", posts=["vip"])
    client = enter("zheng")
    assert client.get(at("publish-scorecard", card)).context["form"]["posts"].value() == ["vip"]
    text = client.get(at("compare-scorecard", card), {"with": first.pk}).content.decode()
    assert "Only for these roles" in text
    assert "VIP" in text


def test_a_draft_saved_by_somebody_else_meanwhile_is_not_published_unread(enter):
    card = draft()
    page = enter("zheng").get(at("publish-scorecard", card)).content.decode()
    assert '<input type="hidden" name="edit_count" value="0">' in page
    rewrite_scorecard(card, by=cast.user("feng"), definition=scene.definition(), edit_count=0)
    client = enter("zheng")
    answer = client.post(at("publish-scorecard", card), {"edit_count": "0"})
    assert (answer.status_code, Scorecard.objects.get().state) == (422, "draft")
    assert '<input type="hidden" name="edit_count" value="1">' in answer.content.decode()
    assert client.post(at("publish-scorecard", card), {"edit_count": "1"}).url == at("see-scorecard", card)


def test_a_card_for_later_says_from_when(enter):
    card = draft()
    client = enter("zheng")
    client.post(at("publish-scorecard", card), {"since": "2099-01-01"})
    assert "Starts later" in client.get(at("see-scorecard", card)).content.decode()


def test_faults_stand_where_one_would_publish(enter):
    text = enter("zheng").get(at("publish-scorecard", draft(pass_line="95"))).content.decode()
    assert "1 item to fix before publishing" in text
    assert "btn-primary" not in text


def test_a_moment_typed_before_a_mark_is_chosen_breaks_nothing(enter):
    answer = enter("zheng").post(at("try-scorecard", draft()), {"line-listening": "2"})
    assert answer.status_code == 200
    assert "not yet" in answer.content.decode()
