"""Which card of a channel holds: decided at publishing, from a day on, for posts."""

from datetime import date, timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Post
from hengcai.people.models import Placement
from hengcai.quality.actions import (
    add_scorecard,
    assign_contacts,
    load_seed_scorecards,
    new_version,
    publish_scorecard,
    save_draft,
)
from hengcai.quality.definitions import read_definition
from hengcai.quality.documents import definition_of
from hengcai.quality.holding import cards_holding, own_cards, scorecards_in_force
from hengcai.quality.models import Assignment, Scorecard
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.holding import Holding, standing
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)
LATER = date(2026, 12, 1)
EVE = LATER - timedelta(days=1)


def draft(code="copy", **more):
    return add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition(code, **more))


def publish(card, **holding):
    return publish_scorecard(card, by=cast.user("zheng"), on=TODAY, holding=Holding(**holding))


def post(code):
    return Post.objects.get_or_create(code=code, defaults={"name": {"zh": code}, "model_code": "m"})[0]


def placed(person, code):
    Placement.objects.filter(person=person).update(post=post(code))
    return person


def held(day):
    return [(card.code, card.number) for card in cards_holding(day)]


def test_a_copy_for_a_served_channel_asks_which_one_holds():
    scene.scorecard()
    card = draft()
    with pytest.raises(NotValid) as caught:
        publish(card)
    assert caught.value.code == "quality.other_card_holds"
    assert caught.value.facts["names"] == ("语音评分表",)
    assert Scorecard.objects.get(code="copy").state == "draft"


def test_another_channel_asks_nothing():
    scene.scorecard()
    assert publish(draft(channel="chat")).state == "published"


def test_a_copy_that_takes_over_at_once_retires_the_other_and_keeps_what_was_given_out():
    given = scene.assignment()
    publish(draft(), replaces=frozenset({"call"}))
    assert [card.code for card in scorecards_in_force("call")] == ["copy"]
    assert Scorecard.objects.get(code="call").state == "retired"
    assert Assignment.objects.get(pk=given.pk).scorecard.code == "call"
    save_draft(given, by=cast.user("chen"), marks={"listening": Mark("4")}, comment="", edit_count=0)


def test_a_copy_from_a_later_day_leaves_the_other_in_force_until_the_eve():
    scene.scorecard()
    publish(draft(), since=LATER, replaces=frozenset({"call"}))
    assert (held(EVE), held(LATER)) == ([("call", 1)], [("copy", 1)])
    assert standing(Scorecard.objects.get(code="copy"), EVE) == "waiting"
    assert standing(Scorecard.objects.get(code="call"), LATER) == "retired"


def test_a_version_from_a_later_day_leaves_the_one_before_in_force_until_the_eve():
    first = scene.scorecard()
    publish(new_version(first, by=cast.user("zheng")), since=LATER)
    assert (held(EVE), held(LATER)) == ([("call", 1)], [("call", 2)])


def test_a_version_at_once_also_ends_the_one_that_waits():
    first = scene.scorecard()
    second = publish(new_version(first, by=cast.user("zheng")), since=LATER)
    publish(new_version(second, by=cast.user("zheng")))
    assert (held(TODAY), held(LATER)) == ([("call", 3)], [("call", 3)])
    assert set(Scorecard.objects.exclude(number=3).values_list("state", flat=True)) == {"retired"}


def test_a_day_gone_by_is_refused():
    scene.library()
    with pytest.raises(NotValid) as caught:
        publish(draft(), since=TODAY - timedelta(days=1))
    assert caught.value.code == "quality.holds_in_the_past"


@pytest.mark.parametrize(
    ("posts", "code"), [((), "quality.both_for_everybody"), (("nowhere",), "quality.post_unknown")]
)
def test_two_that_both_hold_are_for_different_posts(posts, code):
    scene.scorecard()
    with pytest.raises(NotValid) as caught:
        publish(draft(), replaces=frozenset(), posts=posts)
    assert caught.value.code == code


def test_a_post_is_scored_on_one_card_only():
    scene.scorecard()
    post("vip")
    publish(draft(), replaces=frozenset(), posts=("vip",))
    with pytest.raises(NotValid) as caught:
        publish(draft("third"), replaces=frozenset(), posts=("vip",))
    assert (caught.value.code, caught.value.facts["posts"]) == ("quality.both_for_one_post", ("vip",))


def test_each_contact_goes_on_the_card_of_its_agents_post():
    scene.scorecard()
    post("vip")
    publish(draft(), replaces=frozenset(), posts=("vip",))
    theirs, others = scene.contact(placed(cast.li(), "vip")), scene.contact(placed(cast.wang(), "inbound"))
    found = own_cards([theirs, others])
    assert (found[theirs.pk].code, found[others.pk].code) == ("copy", "call")


def test_a_channel_without_a_card_has_none():
    scene.scorecard()
    chat = scene.contact(channel="chat")
    assert own_cards([chat]) == {chat.pk: None}


def give(contact, card):
    facts = {"by": cast.user("feng"), "analyst": cast.user("chen"), "due_on": scene.DUE}
    return assign_contacts([contact], scorecard=card, **facts)


def test_a_card_kept_for_a_post_scores_nobody_else():
    scene.scorecard()
    post("vip")
    card = publish(draft(), replaces=frozenset(), posts=("vip",))
    with pytest.raises(NotValid) as caught:
        give(scene.contact(placed(cast.wang(), "inbound")), card)
    assert caught.value.code == "quality.other_post"
    assert give(scene.contact(placed(cast.li(), "vip")), card)


def test_nothing_is_given_out_on_a_card_that_waits_or_has_ended():
    first = scene.scorecard()
    card = draft()
    tomorrow = clock.today() + timedelta(days=1)
    holding = Holding(since=tomorrow, replaces=frozenset({"call"}))
    publish_scorecard(card, by=cast.user("zheng"), on=clock.today(), holding=holding)
    with pytest.raises(NotNow) as caught:
        give(scene.contact(), card)
    assert caught.value.code == "quality.scorecard_not_in_force"
    assert give(scene.contact(), first)


def test_a_shipped_card_waits_as_a_draft_where_the_channel_is_served(monkeypatch):
    from hengcai.quality.actions import seeds

    scene.scorecard(code="ours")
    definition = {"red_lines": []}
    monkeypatch.setattr(
        seeds, "_read", lambda path: definition if path.stem == "red_lines" else scene.definition(path.stem)
    )
    made = load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=TODAY)
    assert {"call", "chat", "ticket"} < {one.code for one in made}
    assert {one.state for one in made} == {"draft"}


def test_a_draft_names_the_posts_it_is_kept_for_and_is_published_for_them():
    post("vip")
    scene.library()
    card = publish_scorecard(draft(posts=["vip"]), by=cast.user("zheng"), on=TODAY)
    assert (card.posts, definition_of(card)["posts"]) == (["vip"], ["vip"])
    assert read_definition(definition_of(card)).posts == ("vip",)
    assert new_version(card, by=cast.user("zheng")).posts == ["vip"]


def test_what_is_said_at_publishing_comes_before_what_the_draft_says():
    post("vip")
    scene.library()
    assert publish(draft(posts=["vip"]), posts=()).posts == []
