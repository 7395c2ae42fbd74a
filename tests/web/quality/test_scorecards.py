"""Scorecards on the page: read by all, written as text by those who manage them."""

import pytest
import yaml
from django.urls import reverse

from hengcai.base.bilingual import Bilingual
from hengcai.quality.actions import add_scorecard, new_version
from hengcai.quality.definitions import read_definition
from hengcai.quality.models import Scorecard
from hengcai.web.quality import card_text
from tests import cast
from tests.quality import scene


def see(card):
    return reverse("see-scorecard", args=[card.pk])


def draft(**more):
    scene.library()
    return add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition(**more))


def text_of(definition):
    return yaml.safe_dump(definition, allow_unicode=True)


def test_everybody_reads_the_one_in_force_and_only_managers_a_draft(db, enter):
    card, waiting = scene.scorecard(), draft(code="other")
    for reader in ("li", "zhao", "chen", "wu"):
        client = enter(reader)
        assert list(client.get(reverse("list-scorecards")).context["rows"]) == [card]
        assert client.get(see(card)).status_code == 200
        assert client.get(see(waiting)).status_code == 404
    assert enter("feng").get(see(waiting)).status_code == 200


def test_a_card_shows_weights_conditions_anchors_and_what_it_feeds(db, enter):
    text = enter("feng").get(see(scene.scorecard())).content.decode()
    assert "30%" in text  # listening: 6 of 8 in a section of 40
    assert "only when “Record” is 1 / 2" in text
    assert "Critical for compliance" in text
    assert "evidence required below level 3" in text
    assert "evidence required for a score of zero" in text
    assert "listening" in text


@pytest.mark.parametrize("door", ["revise-scorecard", "publish-scorecard", "delete-scorecard"])
@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "wu"])
def test_only_managers_change_cards(db, enter, reader, door):
    card = scene.scorecard()
    assert enter(reader).post(reverse(door, args=[card.pk])).status_code == 403
    assert Scorecard.objects.count() == 1


@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "wu"])
def test_only_managers_write_them(db, enter, reader):
    assert enter(reader).get(reverse("add-scorecard-text")).status_code == 403
    assert enter(reader).get(reverse("edit-scorecard", args=[scene.scorecard().pk])).status_code == 403


@pytest.mark.parametrize("name", card_text.shipped())
def test_a_shipped_card_is_offered_as_a_start(db, enter, name):
    text = enter("zheng").get(reverse("add-scorecard-text"), {"from": name}).context["form"].initial["text"]
    assert yaml.safe_load(text)["id"] == name


def test_a_start_that_is_not_shipped_is_an_empty_page(db, enter):
    answer = enter("zheng").get(reverse("add-scorecard-text"), {"from": "../../settings"})
    assert answer.context["form"].initial["text"] == ""


def test_what_is_written_becomes_a_draft(db, enter):
    scene.library()
    answer = enter("zheng").post(reverse("add-scorecard-text"), {"text": text_of(scene.definition())})
    assert answer.url == see(Scorecard.objects.get())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: [", "line 2"),
        ("id: call\nid: call", "twice"),
        ("just words", "must contain “name: value” pairs"),
        ("id: call", "is missing"),
        ("", "must contain “name: value” pairs"),
        ("a: &a [*a]", "must contain “name: value” pairs"),
        ("x" * 200_001, "too large"),
    ],
)
def test_what_is_no_card_is_refused_beside_the_text(db, enter, text, said):
    answer = enter("zheng").post(reverse("add-scorecard-text"), {"text": text})
    assert answer.status_code == 422
    assert Scorecard.objects.count() == 0
    if text:
        assert said in str(answer.context["form"].errors["text"][0])


def test_a_draft_comes_back_as_the_text_it_was_written_from(db):
    card = draft()
    again = read_definition(card_text.read(card_text.written(card)))
    assert again.card == read_definition(scene.definition()).card
    assert again.texts == read_definition(scene.definition()).texts


def test_a_draft_is_changed_as_text(db, enter):
    card = draft()
    text = text_of({**scene.definition(), "name": scene.text("新表", "New card")})
    answer = enter("zheng").post(reverse("edit-scorecard-text", args=[card.pk]), {"text": text, "edit_count": 0})
    assert answer.status_code == 302
    assert Scorecard.objects.get().name == Bilingual("新表", "New card")


def test_a_published_card_is_not_edited(db, enter):
    answer = enter("zheng").get(reverse("edit-scorecard", args=[scene.scorecard().pk]))
    assert answer.status_code == 409


def test_faults_stand_on_the_draft_and_keep_it_from_being_published(db, enter):
    scene.library()
    definition = scene.definition()
    definition["sections"][0]["weight"] = "30"
    card = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=definition)
    client = enter("zheng")
    assert "must add up to 100" in client.get(see(card)).content.decode()
    client.post(reverse("publish-scorecard", args=[card.pk]))
    assert Scorecard.objects.get().state == "draft"


def test_a_new_version_is_written_published_and_takes_over(db, enter):
    old = scene.scorecard()
    client = enter("zheng")
    client.post(reverse("revise-scorecard", args=[old.pk]))
    new = Scorecard.objects.get(state="draft")
    client.post(reverse("publish-scorecard", args=[new.pk]))
    states = dict(Scorecard.objects.values_list("number", "state"))
    assert states == {1: "retired", 2: "published"}


def test_a_draft_is_deleted_and_a_published_card_is_not(db, enter):
    old = scene.scorecard()
    waiting = new_version(old, by=cast.user("zheng"))
    client = enter("zheng")
    client.post(reverse("delete-scorecard", args=[waiting.pk]))
    assert client.post(reverse("delete-scorecard", args=[old.pk])).status_code == 409
    assert list(Scorecard.objects.all()) == [old]


def test_a_longer_list_takes_no_more_queries(db, enter, queries):
    client = enter("feng")
    scene.scorecard()
    one = queries(client, reverse("list-scorecards"))
    draft(code="other")
    draft(code="third")
    assert queries(client, reverse("list-scorecards")) == one
