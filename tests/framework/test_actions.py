from decimal import Decimal

import pytest

from hengcai.audit.models import Entry
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.say import sentence
from hengcai.framework import actions, rules, shipped, states
from hengcai.framework.definitions import competency_definition, export_definition, export_posts, indicator_definition
from hengcai.framework.models import Framework, Indicator, Profile, Requirement
from tests.cast import MONDAY, ROLES, centre, user
from tests.framework.stage import competency, draft, in_force, indicator, post, profile
from tests.standing import standing

standards = standing(in_force)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]
WORDS = {"reason": "yearly review", "changes": "two anchors", "reviewed_by": "Zheng"}


def refused(code):
    return pytest.raises((NotAllowed, NotNow, NotValid), match=code)


def publish(framework, **changes):
    return actions.publish_framework(framework, by=user("zheng"), today=MONDAY, **{**WORDS, **changes})


def texts_of(indicator, **changes):
    return {**indicator_definition(indicator), **changes}


def line(**changes):
    fit = {"required": "4.5", "rank": 3, "weight": "2", "need": "potential", "assessed_by": ["recording"]}
    return {**fit, **changes}


def test_posts_come_back_as_they_were_loaded():
    in_force()
    assert export_posts(Profile.objects.order_by("post__order")) == shipped.shipped_posts()


def test_a_broad_competency_borrows_the_indicators_of_its_parts():
    broad = competency(in_force(), "communication")
    assert [part.code for part in broad.parts.order_by("order")] == ["listening", "expression", "empathy"]
    assert broad.shown.order_by("order")[0].indicator.competency.code == "listening"
    assert not broad.indicators.exists()


def test_only_one_draft_is_open_at_a_time():
    draft()
    with refused("framework.draft_open"):
        actions.revise_framework(in_force(), by=user("wu"), reason="again")


def test_a_revision_is_a_draft_with_the_same_texts():
    made = draft()
    assert (made.state, made.number, made.reason) == ("draft", 2, "yearly")
    assert rules.difference(export_definition(in_force()), export_definition(made)) == []
    assert in_force().state == "published"


def test_publishing_retires_the_version_before_and_notes_both():
    before = in_force()
    after = publish(draft())
    before.refresh_from_db()
    assert (before.state, after.state, after.published_on) == ("retired", "published", MONDAY)
    assert (after.reason, after.changes, after.reviewed_by) == tuple(WORDS.values())
    noted = set(Entry.objects.order_by("-number").values_list("action", flat=True)[:40])
    assert {"publish_framework", "_retire_framework", "publish_profile"} <= noted


@pytest.mark.parametrize(("field", "code"), [("reason", "reason"), ("changes", "changes"), ("reviewed_by", "reviewer")])
def test_publishing_says_why_what_and_who(field, code):
    with refused(f"framework.{code}_missing"):
        publish(draft(), **{field: "  "})
    assert in_force().number == 1


def test_a_revision_needs_its_reason():
    with refused("framework.reason_missing"):
        actions.revise_framework(in_force(), by=user("wu"), reason=" ")


def test_a_published_version_cannot_be_changed_anywhere():
    framework = in_force()
    texts = competency_definition(competency(framework))
    with refused("framework.not_draft"):
        actions.edit_competency(competency(framework), by=user("wu"), texts=texts)
    with refused("framework.not_draft"):
        actions.edit_indicator(indicator(framework), by=user("wu"), texts=texts_of(indicator(framework)))
    with refused("framework.not_draft"):
        actions.discard_framework(framework, by=user("wu"))
    with refused("move.state"):
        publish(framework)


def test_a_centre_writes_its_own_words_and_a_level_two():
    row = indicator(draft())
    own = {"zh": "复述了一半，客户补了另一半", "en": "Restates half, the customer adds the rest"}
    anchors = {
        **indicator_definition(row)["anchors"],
        2: own,
        4: Bilingual("复述时漏了时限", "Leaves out the deadline"),
    }
    actions.edit_indicator(row, by=user("wu"), texts=texts_of(row, anchors=anchors, name=Bilingual("复述", "Restates")))
    row.refresh_from_db()
    assert row.anchors["2"] == Bilingual(**own)
    assert list(row.anchors) == ["1", "2", "3", "4", "5"]
    assert str(indicator(in_force()).name) == "复述确认"


def test_stretched_words_are_refused_in_a_draft_too():
    row = indicator(draft())
    anchors = {**indicator_definition(row)["anchors"], 4: {"zh": "复述得非常完整", "en": "Restates it very fully"}}
    with refused("framework.anchor_stretched"):
        actions.edit_indicator(row, by=user("wu"), texts=texts_of(row, anchors=anchors))


def test_a_competency_is_rewritten_in_a_draft_only():
    row = competency(draft())
    texts = {**competency_definition(row), "definition": {"zh": "新的定义", "en": "A new definition"}}
    actions.edit_competency(row, by=user("zheng"), texts=texts)
    row.refresh_from_db()
    assert row.definition == Bilingual("新的定义", "A new definition")
    assert competency(in_force()).definition != row.definition


def test_anchors_stand_with_the_competency_only_where_it_has_no_indicators():
    framework = draft()
    quality = competency(framework, "pq_analysis")
    texts = competency_definition(quality)
    texts["anchors"][4] = {"zh": "说出两个可能的原因", "en": "Names two possible causes"}
    actions.edit_competency(quality, by=user("wu"), texts=texts)
    quality.refresh_from_db()
    assert "4" in quality.anchors
    with refused("framework.own_indicators"):
        actions.edit_competency(competency(framework), by=user("wu"), texts=texts)


def test_a_draft_can_be_thrown_away_with_its_profiles():
    framework = draft()
    profiles = shipped.shipped_posts()
    actions.load_posts(framework, by=user("wu"), definition=profiles)
    actions.discard_framework(framework, by=user("wu"))
    assert not Framework.objects.filter(state="draft").exists()
    assert not Profile.objects.filter(state="draft").exists()
    assert in_force().competencies.count() == 67


def test_loading_posts_twice_is_refused_while_drafts_are_open():
    framework = draft()
    actions.load_posts(framework, by=user("wu"), definition=shipped.shipped_posts())
    with refused("profile.draft_open"):
        actions.load_posts(framework, by=user("wu"), definition=shipped.shipped_posts())


def test_a_profile_rests_on_a_published_library():
    framework = draft()
    loaded = actions.load_posts(framework, by=user("wu"), definition=shipped.shipped_posts())
    with refused("profile.framework_not_published"):
        actions.publish_profile(loaded[0], by=user("zheng"), today=MONDAY)


def test_a_profile_is_revised_edited_and_published():
    before = profile()
    made = actions.revise_profile(before, by=user("wu"))
    changed = made.requirements.get(competency__code="emotion_management")
    actions.edit_requirement(changed, by=user("wu"), line=line(rank=1, why={"zh": "新", "en": "New"}))
    actions.publish_profile(made, by=user("qian"), today=MONDAY)
    before.refresh_from_db()
    assert (before.state, made.state, made.number) == ("retired", "published", 2)
    ranks = made.requirements.order_by("rank").values_list("competency__code", "rank")[:3]
    assert list(ranks) == [("emotion_management", 1), ("communication", 2), ("problem_solving", 3)]
    assert made.requirements.get(rank=1).required_level == Decimal("4.5")


def test_a_published_profile_cannot_be_changed():
    found = profile()
    first = found.requirements.get(rank=1)
    with refused("profile.not_draft"):
        actions.edit_requirement(first, by=user("wu"), line=line(rank=1))
    with refused("move.state"):
        actions.edit_profile(found, by=user("wu"), lines=[])
    with refused("profile.not_draft"):
        actions.discard_profile(found, by=user("wu"))
    assert first.rank == Requirement.objects.get(pk=first.pk).rank


def test_a_rank_outside_the_profile_is_refused():
    made = actions.revise_profile(profile(), by=user("wu"))
    with refused("profile.ranks"):
        actions.edit_requirement(made.requirements.get(rank=2), by=user("wu"), line=line(rank=12))


def test_a_profile_is_written_whole():
    made = actions.revise_profile(profile(), by=user("wu"))
    lines = [line(competency="patience", rank=1), line(competency="listening", rank=2, required="3")]
    actions.edit_profile(made, by=user("wu"), lines=lines)
    assert list(made.requirements.order_by("rank").values_list("competency__code", flat=True)) == [
        "patience",
        "listening",
    ]
    actions.edit_profile(made, by=user("wu"), lines=[])
    with refused("profile.empty"):
        actions.publish_profile(made, by=user("zheng"), today=MONDAY)
    actions.discard_profile(made, by=user("wu"))
    assert not Profile.objects.filter(state="draft").exists()


def test_a_revised_profile_leaves_out_what_the_new_library_no_longer_holds():
    before = profile()
    definition = export_definition(in_force())
    professional = next(one for one in definition["library"] if one["dimension"]["id"] == "professional")
    professional["competencies"] = [one for one in professional["competencies"] if one["id"] != "fast_response"]
    for model in definition["models"]:
        for part in model["parts"]:
            part["competencies"] = [code for code in part["competencies"] if code != "fast_response"]
    publish(actions.load_definition(centre(), by=user("wu"), definition=definition))
    before.refresh_from_db()
    restated, draft = profile(), actions.revise_profile(profile(), by=user("wu"))
    ranks = list(range(1, before.requirements.count()))
    for made in (restated, draft):
        assert (before.state, made.framework.number) == ("retired", 2)
        assert list(made.requirements.order_by("rank").values_list("rank", flat=True)) == ranks
        assert not made.requirements.filter(competency__code="fast_response").exists()


EDITORS, PUBLISHERS = {"wu", "zheng"}, {"qian", "zheng"}


@pytest.mark.parametrize("name", ROLES)
def test_who_may_write_and_who_may_publish(name):
    framework, doer = draft(), user(name)
    may = {
        "edit": name in EDITORS,
        "publish": name in PUBLISHERS,
        "revise": name in EDITORS,
        "retire": name in PUBLISHERS,
    }
    for move in states.MOVES:
        thing = framework if "draft" in move.sources else in_force()
        if may[move.name]:
            move.enter(thing, doer)
        else:
            with pytest.raises(NotAllowed):
                move.enter(thing, doer)


def test_a_lead_neither_edits_nor_publishes():
    with pytest.raises(NotAllowed):
        actions.edit_indicator(indicator(draft()), by=user("zhao"), texts={})
    with pytest.raises(NotAllowed):
        actions.publish_framework(draft(), by=user("wu"), today=MONDAY, **WORDS)


@pytest.mark.parametrize("state", Framework.State.values)
def test_states_moves_and_choices_have_words(state):
    codes = [f"framework.state.{state}", *[f"framework.move.{move.name}" for move in states.MOVES]]
    codes += [f"assessed_by.{way}" for way in rules.ASSESSED_BY] + [f"need.{need}" for need in rules.NEEDS]
    codes += [f"level.{level}" for level in rules.LEVELS]
    for code in codes:
        assert sentence(code, "zh-hans", {}) != sentence(code, "en", {})


def test_a_post_keeps_its_row_when_posts_are_loaded_again():
    first = post()
    definition = shipped.shipped_posts()
    definition["posts"] = [{**definition["posts"][0], "name": {"zh": "热线", "en": "Hotline"}}]
    actions.load_posts(in_force(), by=user("wu"), definition=definition)
    first.refresh_from_db()
    assert first.name == Bilingual("热线", "Hotline")
    assert Indicator.objects.filter(competency__framework=in_force()).count() == 181
