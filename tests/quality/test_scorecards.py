import copy

import pytest
from django.db import IntegrityError

from hengcai.accounts.models import RoleGrant, User
from hengcai.audit.models import Entry
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.quality.actions import (
    add_scorecard,
    delete_scorecard,
    load_seed_scorecards,
    new_version,
    publish_scorecard,
    rewrite_scorecard,
)
from hengcai.quality.cards import card_of
from hengcai.quality.definitions import read_definition
from hengcai.quality.models import Item, RedLine, Scorecard
from hengcai.quality.rules.card import Condition
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def add(definition, by="zheng") -> Scorecard:
    scene.library()
    return add_scorecard(cast.centre(), by=cast.user(by), definition=definition)


def changed(**more) -> dict:
    return {**copy.deepcopy(scene.definition()), **more}


def test_a_definition_comes_in_as_a_draft_with_all_it_says():
    made = add(scene.definition())
    assert (made.state, made.number, str(made.pass_line)) == ("draft", 1, "60.00")
    card = card_of(made)
    read = read_definition(scene.definition()).card
    assert [one.code for one in card.items()] == [one.code for one in read.items()]
    assert card == read
    assert card.by_code["apology"].condition == Condition("record", ("1", "2"))
    assert Item.objects.get(code="listening").competency.code == "listening"


@pytest.mark.parametrize("name", ["zheng", "feng", "qian"])
def test_group_supervisor_and_head_keep_scorecards(name):
    assert (
        publish_scorecard(add(scene.definition(), by=name), by=cast.user(name), on=scene.PUBLISHED_ON).state
        == "published"
    )


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "wu", "zhou", "sun"])
def test_nobody_else_does(name):
    with pytest.raises(NotAllowed):
        add(scene.definition(), by=name)
    made = add(scene.definition())
    for act in (new_version, delete_scorecard):
        with pytest.raises(NotAllowed):
            act(made, by=cast.user(name))
    with pytest.raises(NotAllowed):
        publish_scorecard(made, by=cast.user(name), on=scene.PUBLISHED_ON)


def test_publishing_retires_the_version_before_and_leaves_a_trace():
    first = scene.scorecard()
    second = new_version(first, by=cast.user("zheng"))
    publish_scorecard(second, by=cast.user("zheng"), on=scene.DUE)
    states = dict(Scorecard.objects.values_list("number", "state"))
    assert states == {1: "retired", 2: "published"}
    assert Scorecard.objects.get(number=2).published_on == scene.DUE
    assert Entry.objects.filter(action="publish_scorecard").count() == 2


def test_a_new_version_holds_the_same_card():
    first = scene.scorecard()
    second = new_version(first, by=cast.user("zheng"))
    assert (second.number, second.state, second.published_on) == (2, "draft", None)
    assert card_of(Scorecard.objects.get(pk=second.pk)) == card_of(Scorecard.objects.get(pk=first.pk))
    assert card_of(Scorecard.objects.get(pk=first.pk)).by_code["listening"].competency == "listening"


def test_one_draft_of_a_card_at_a_time():
    first = scene.scorecard()
    new_version(first, by=cast.user("zheng"))
    for again in (lambda: new_version(first, by=cast.user("zheng")), lambda: add(scene.definition())):
        with pytest.raises(NotNow) as caught:
            again()
        assert caught.value.code == "quality.draft_exists"


def test_a_published_card_is_frozen():
    first = scene.scorecard()
    with pytest.raises(NotNow):
        publish_scorecard(first, by=cast.user("zheng"), on=scene.DUE)
    with pytest.raises(NotNow):
        rewrite_scorecard(first, by=cast.user("zheng"), definition=scene.definition(), edit_count=0)
    with pytest.raises(NotNow) as caught:
        delete_scorecard(first, by=cast.user("zheng"))
    assert caught.value.code == "quality.scorecard_frozen"


def test_a_draft_is_rewritten_whole_and_what_is_published_is_the_new_content():
    draft = add(changed(pass_line="70"))
    card_of(draft)
    smaller = changed()
    smaller["sections"][0]["items"].pop()
    rewrite_scorecard(draft, by=cast.user("feng"), definition=smaller, edit_count=0)
    publish_scorecard(draft, by=cast.user("feng"), on=scene.DUE)
    assert "wording" not in card_of(Scorecard.objects.get()).by_code
    assert Item.objects.filter(code="wording").count() == 0


def test_a_draft_keeps_its_code():
    draft = add(scene.definition())
    with pytest.raises(NotValid) as caught:
        rewrite_scorecard(draft, by=cast.user("feng"), definition=scene.definition("other"), edit_count=0)
    assert caught.value.code == "quality.code_changed"


def test_a_draft_can_be_thrown_away():
    delete_scorecard(add(scene.definition()), by=cast.user("feng"))
    assert not Scorecard.objects.exists()
    assert Entry.objects.get(action="delete_scorecard").thing.startswith("quality.scorecard:")


def test_a_card_that_does_not_add_up_stays_a_draft():
    wrong = changed()
    wrong["sections"][0]["weight"] = "30"
    draft = add(wrong)
    with pytest.raises(NotValid) as caught:
        publish_scorecard(draft, by=cast.user("zheng"), on=scene.DUE)
    assert caught.value.code == "quality.section_weights"
    assert Scorecard.objects.get().state == "draft"


def test_red_lines_of_a_card_are_on_the_list():
    draft = add(changed(red_lines=["abuse", "sabotage"]))
    scene.red_line("abuse")
    with pytest.raises(NotValid) as caught:
        publish_scorecard(draft, by=cast.user("zheng"), on=scene.DUE)
    assert caught.value.facts["codes"] == ("sabotage",)


@pytest.mark.parametrize(
    ("key", "code"), [("competency", "quality.competency_unknown"), ("indicator", "quality.indicator_unknown")]
)
def test_what_items_hang_on_is_in_the_library_in_force(key, code):
    wrong = changed()
    wrong["sections"][0]["items"][0][key] = "telepathy"
    with pytest.raises(NotValid) as caught:
        add(wrong)
    assert (caught.value.code, caught.value.facts["codes"]) == (code, ("telepathy",))
    assert not Scorecard.objects.exists()


def without(key):
    return {name: value for name, value in changed().items() if name != key}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (without("id"), "quality.definition_missing"),
        (without("sections"), "quality.definition_missing"),
        (changed(colour="red"), "quality.definition_key"),
        (changed(name={"zh": 3}), "quality.definition_shape"),
        (changed(name={"zh": "\0"}), "quality.definition_shape"),
        (changed(name="Card"), "quality.definition_shape"),
        (changed(name={"fr": "Carte"}), "quality.definition_key"),
        (changed(channel="pigeon"), "quality.definition_choice"),
        (changed(kind="feeling"), "quality.definition_choice"),
        (changed(pass_line=60.5), "quality.definition_number"),
        (changed(pass_line=True), "quality.definition_number"),
        (changed(pass_line="60.123"), "quality.definition_number"),
        (changed(pass_line="6e1"), "decimal.malformed"),
        (changed(bonus_cap="1000"), "quality.definition_number"),
        (changed(id="Call Card"), "quality.code_malformed"),
        (changed(id=True), "quality.definition_word"),
        (changed(red_lines="abuse"), "quality.definition_shape"),
        (changed(sections={}), "quality.definition_shape"),
        (changed(sections=[3]), "quality.definition_shape"),
    ],
)
def test_a_definition_that_is_not_whole_is_refused(wrong, code):
    with pytest.raises(NotValid) as caught:
        read_definition(wrong)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kind": "gauge"}, "quality.definition_choice"),
        ({"may_be_na": "yes"}, "quality.definition_shape"),
        ({"comment_if": False}, "quality.definition_word"),
        ({"id": "wording"}, "quality.item_twice"),
        ({"anchors": {"6": {"zh": "六", "en": "six"}}}, "quality.definition_shape"),
        ({"anchors": {1: {"zh": "一", "en": "one"}}, "colour": "red"}, "quality.definition_key"),
        ({"condition": {"item": "record"}}, "quality.definition_missing"),
        ({"condition": {"item": "record", "is": [False]}}, "quality.definition_word"),
        ({"weight": "1.2345"}, "quality.definition_number"),
        ({"options": [{"id": "a", "name": {"zh": "甲"}, "points": "1"}] * 2}, "quality.option_twice"),
    ],
)
def test_an_item_that_is_not_whole_is_refused(more, code):
    wrong = changed()
    wrong["sections"][0]["items"][0] |= more
    with pytest.raises(NotValid) as caught:
        read_definition(wrong)
    assert caught.value.code == code


def test_numbers_may_be_plain_whole_ones():
    plain = changed(pass_line=70, level_shares=["0", "0.25", "0.5", "0.75", "1"])
    card = read_definition(plain).card
    assert card.pass_line == 70
    assert card.level_shares[1] * 4 == 1
    assert card_of(add(plain)) == card


def test_choices_keep_their_options():
    wanted = changed()
    options = [
        {"id": "best", "name": {"zh": "好", "en": "Good"}, "points": "2"},
        {"id": "worst", "name": {"zh": "差", "en": "Bad"}, "points": 0},
    ]
    wanted["sections"][0]["items"][1] |= {"kind": "choice", "options": options, "guidance": {"zh": "看", "en": "Look"}}
    made = card_of(add(wanted))
    assert made.by_code["wording"].options == {"best": 2, "worst": 0}
    assert str(Item.objects.get(code="wording").options[0]["name"].en) == "Good"
    assert Item.objects.get(code="wording").guidance.en == "Look"


def test_the_database_keeps_one_version_in_force():
    first = scene.scorecard()
    second = new_version(first, by=cast.user("zheng"))
    with pytest.raises(IntegrityError):
        Scorecard.objects.filter(pk=second.pk).update(state="published")


@pytest.fixture
def shipped_library(db):
    from hengcai.framework.models import Competency, Dimension, Framework, Post, ServiceGroup, ServiceIndicator
    from hengcai.quality.actions import seeds

    framework = Framework.objects.create(number=1, state="published")
    dimension = Dimension.objects.create(framework=framework, code="d", name={}, order=1)
    group = ServiceGroup.objects.create(framework=framework, code="g", name={}, order=1)
    cards = [seeds._read(path) for path in (seeds.SEEDS / "scorecards").glob("*.yaml")]
    for code in sorted({code for card in cards for code in card.get("posts", ())}):
        Post.objects.create(code=code, name={}, model_code="m")
    items = [item for card in cards for section in card["sections"] for item in section["items"]]
    for code in sorted({item["competency"] for item in items if item.get("competency")}):
        Competency.objects.create(framework=framework, dimension=dimension, code=code, name={}, definition={}, order=1)
    for code in sorted({item["indicator"] for item in items if item.get("indicator")}):
        ServiceIndicator.objects.create(group=group, code=code, name={}, kind="rated", definition={}, order=1)
    return cards


def test_the_shipped_cards_may_all_be_published(shipped_library):
    made = load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=scene.PUBLISHED_ON)
    assert {one.code for one in made} == {card["id"] for card in shipped_library}
    assert set(Scorecard.objects.values_list("state", flat=True)) == {"published"}
    kept = {one.code: one.posts for one in Scorecard.objects.filter(channel="call")}
    assert kept == {"call": [], "outbound": ["outbound"]}
    assert set(RedLine.objects.values_list("code", flat=True)) >= {"abuse", "leak", "hang_up", "false_promise"}


def test_a_shipped_card_for_a_post_the_centre_has_not_stays_a_draft(shipped_library):
    from hengcai.framework.models import Post

    Post.objects.filter(code="outbound").delete()
    load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=scene.PUBLISHED_ON)
    assert {one.code: one.state for one in Scorecard.objects.filter(channel="call")} == {
        "call": "published", "outbound": "draft",
    }  # fmt: skip


def test_a_card_kept_for_a_post_comes_as_a_draft_where_a_centre_has_the_general_one_already(shipped_library):
    load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=scene.PUBLISHED_ON)
    Scorecard.objects.filter(code="outbound").delete()
    made = load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=scene.DUE)
    assert [(one.code, one.state) for one in made] == [("outbound", "draft")]


def test_loading_again_changes_nothing(shipped_library):
    load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=scene.PUBLISHED_ON)
    count = Item.objects.count()
    assert load_seed_scorecards(cast.centre(), by=cast.user("zheng"), on=scene.DUE) == []
    assert Item.objects.count() == count


def test_the_commands_own_user_may_load_them(shipped_library):
    from hengcai.accounts.models import system_user

    assert load_seed_scorecards(cast.centre(), by=system_user(), on=scene.PUBLISHED_ON)
    assert RoleGrant.objects.filter(user=User.objects.get(username="system"), role="hr").exists()


def test_names_may_be_bilingual_texts_already():
    assert read_definition(changed(name=Bilingual("表", "Card"))).name == Bilingual("表", "Card")
