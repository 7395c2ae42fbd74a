"""A draft in work: unfinished, saved by two people, held against other versions."""

import pytest

from hengcai.audit.models import Entry
from hengcai.base.differences import ADDED, CHANGED, REMOVED, differences
from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.actions import add_scorecard, publish_scorecard, rewrite_scorecard
from hengcai.quality.card_lines import lines_of
from hengcai.quality.cards import card_of
from hengcai.quality.definitions import read_definition
from hengcai.quality.documents import definition_of
from hengcai.quality.faults import faults_of
from hengcai.quality.models import Scorecard
from hengcai.quality.rules.places import place_of, stands_in_the_way
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def draft(**more):
    scene.library()
    return add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition(**more))


def rewritten(card, definition, *, by="zheng", edit_count=0):
    return rewrite_scorecard(card, by=cast.user(by), definition=definition, edit_count=edit_count)


def faults(card):
    return list(faults_of(Scorecard.objects.get(pk=card.pk)))


def test_a_draft_may_be_empty_and_says_what_it_lacks():
    scene.library()
    bare = {"id": "new", "name": {"zh": "", "en": ""}, "channel": "call", "kind": "weighted", "sections": []}
    card = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=bare)
    assert [place_of(one) for one in faults(card)] == ["sections", "sections", "name"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d["sections"][0]["items"][0].update(name={"zh": "", "en": " "}), "items.listening.name"),
        (lambda d: d["sections"][1].update(name={"zh": ""}), "sections.rules.name"),
        (lambda d: d["sections"][0]["items"][0].update(weight="0"), "items.listening.weight"),
        (lambda d: d["sections"][0].update(weight="30"), "sections"),
        (lambda d: d.update(red_lines=["sabotage"]), "red_lines"),
        (lambda d: d.update(pass_line="95"), "pass_line"),
        (
            lambda d: d["sections"][1]["items"][2].update(condition={"item": "nobody", "is": ["1"]}),
            "items.apology.condition",
        ),
    ],
)
def test_what_keeps_a_draft_from_being_published_names_its_field(change, place):
    definition = scene.definition()
    change(definition)
    scene.library()
    card = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=definition)
    assert place in [place_of(one) for one in faults(card)]
    with pytest.raises(NotValid):
        publish_scorecard(card, by=cast.user("zheng"), on=scene.PUBLISHED_ON)


def test_an_option_without_a_name_is_found():
    definition = scene.definition()
    options = [{"id": "good", "name": {"zh": "好"}, "points": "1"}, {"id": "bad", "name": {"zh": ""}, "points": "0"}]
    definition["sections"][0]["items"][1] |= {"kind": "choice", "options": options}
    scene.library()
    card = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=definition)
    assert [(one.code, place_of(one)) for one in faults(card)] == [("quality.option_unnamed", "items.wording.options")]


def test_a_number_that_is_none_names_its_field():
    definition = scene.definition()
    definition["sections"][1]["items"][0]["weight"] = "five"
    with pytest.raises(NotValid) as caught:
        read_definition(definition)
    assert place_of(caught.value) == "sections[2].items[1].weight"


def test_what_only_keeps_it_from_publication_does_not_keep_it_from_being_tried():
    definition = scene.definition()
    definition["sections"][0]["weight"] = "30"
    scene.library()
    card = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=definition)
    assert [stands_in_the_way(one) for one in faults(card)] == [False]


def test_whoever_is_overtaken_is_told_by_whom_and_overwrites_nothing():
    card = draft()
    rewritten(card, {**scene.definition(), "pass_line": "70"}, by="feng")
    with pytest.raises(NotNow) as caught:
        rewritten(card, {**scene.definition(), "pass_line": "50"}, edit_count=0)
    assert caught.value.code == "quality.draft_stale"
    assert caught.value.facts == {"name": cast.user("feng").name, "edit_count": 1}
    assert Scorecard.objects.get().pass_line == 70
    rewritten(card, {**scene.definition(), "pass_line": "50"}, edit_count=1)
    assert Scorecard.objects.get().pass_line == 50


def test_a_draft_that_saves_itself_leaves_one_entry_a_day():
    card = draft()
    for count in range(3):
        rewritten(card, scene.definition(), edit_count=count)
    assert Entry.objects.filter(action="rewrite_scorecard").count() == 1


def test_a_definition_read_back_is_the_same_card():
    card = draft(red_lines=["abuse"])
    again = read_definition(definition_of(card))
    assert again.card == card_of(card)
    assert again.red_lines == ("abuse",)


def test_empty_anchors_are_no_anchors():
    definition = scene.definition()
    definition["sections"][0]["items"][0]["anchors"] = {"1": {"zh": "", "en": ""}, "3": {"zh": "复述", "en": ""}}
    assert list(read_definition(definition).texts["listening"].anchors) == ["3"]


def test_two_versions_differ_in_rows_fields_and_anchors():
    before = definition_of(draft())
    after = definition_of(Scorecard.objects.get())
    item = after["sections"][0]["items"][0]
    item |= {"weight": "5", "anchors": {"3": read_definition(scene.definition()).name}}
    gone = after["sections"][1]["items"].pop()
    after["sections"][0]["items"].append({**gone, "id": "another"})
    found = differences(lines_of(before), lines_of(after))
    assert [(one.what, one.kind) for one in found] == [(CHANGED, "item"), (ADDED, "item"), (REMOVED, "item")]
    assert [change.name for change in found[0].changes] == ["weight", "anchors.3.zh", "anchors.3.en"]


def test_an_item_in_another_section_is_told_as_changed():
    before, after = definition_of(draft()), definition_of(Scorecard.objects.get())
    after["sections"][1]["items"].insert(0, after["sections"][0]["items"].pop())
    (found,) = differences(lines_of(before), lines_of(after))
    assert [change.name for change in found.changes] == ["section"]
