from decimal import Decimal

import pytest

from hengcai.framework import actions, queries
from hengcai.framework.models import Profile
from tests.cast import MONDAY, user
from tests.framework.stage import competency, draft, in_force, indicator, post, profile
from tests.standing import standing

standards = standing(in_force)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]


def test_the_framework_in_force_is_the_published_one():
    draft()
    assert queries.the_framework() == queries.framework_in_force() == in_force()


def test_drafts_are_seen_by_those_who_write_or_publish_them():
    draft()
    numbers = {
        name: [one.number for one in queries.frameworks_seen_by(user(name))] for name in ("li", "wu", "zheng", "qian")
    }
    assert numbers == {"li": [1], "wu": [2, 1], "zheng": [2, 1], "qian": [2, 1]}


FOR_ALL = [
    "communication", "problem_solving", "service_awareness", "emotion_management", "collaboration",
    "product_knowledge", "process_policy", "systems_operation", "integrity",
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("inbound", [*FOR_ALL, "fast_response", "problem_classifying"]),
        ("online", [*FOR_ALL, "written_expression", "concurrent_chats"]),
        ("second_line", [*FOR_ALL, "complaint_settling", "outside_bodies"]),
        ("back_office", [*FOR_ALL, "ticket_handling", "cross_follow_up"]),
        ("lead", ["team_change", "coaching", "fair_rating", "floor_management", "attendance_care", "retention",
                  "collaboration"]),
        ("scheduling", ["rostering", "real_time_steering", "roster_fairness", "workforce_data", "collaboration"]),
    ],
)  # fmt: skip
def test_the_rating_form_of_a_post_holds_its_part_of_its_model(code, codes):
    assert [one.code for one in queries.model_competencies(in_force(), post(code))] == codes


def test_the_rating_form_takes_few_queries(django_assert_max_num_queries):
    framework, inbound = in_force(), post()
    with django_assert_max_num_queries(6):
        form = queries.model_competencies(framework, inbound)
        shown = [[one.indicator.anchors["3"] for one in competency.shown.all()] for competency in form]
        parts = [[part.code for part in competency.parts.all()] for competency in form]
    assert [len(one) for one in shown] == [5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 5]
    assert parts[0] == ["listening", "expression", "empathy"]


def test_form_parts_keep_the_headings():
    assert [one.part.code for one in queries.form_parts(in_force(), post("outbound"))] == [
        "core",
        "business",
        "professional_outbound",
    ]


def test_broad_competencies_name_their_parts():
    assert queries.parts_of(in_force()) == {
        "communication": ["listening", "expression", "empathy"],
        "problem_solving": ["analysis", "resources", "adaptation"],
        "emotion_management": ["self_regulation", "resilience"],
        "service_awareness": ["initiative_warmth", "patience", "responsibility"],
        "collaboration": ["teamwork"],
    }


def test_the_competency_map_is_of_one_version():
    found = queries.competency_map(draft())
    assert len(found) == 67
    assert {one.framework_id for one in found.values()} == {draft().pk}


def test_required_levels_come_from_the_profile_in_force():
    found = queries.required_levels(post("outbound"))
    assert list(found)[:2] == ["communication", "finding_needs"]
    assert found["emotion_management"] == Decimal("4.50")
    made = actions.revise_profile(profile("outbound"), by=user("wu"))
    assert queries.required_levels(post("outbound")) == found
    actions.publish_profile(made, by=user("zheng"), today=MONDAY)
    assert queries.profile_in_force(post("outbound")) == made


def test_required_levels_of_many_posts_are_one_query(django_assert_num_queries):
    posts = list(queries.posts_in_order())
    in_force()
    posts = list(queries.posts_in_order())
    with django_assert_num_queries(1):
        found = queries.required_levels_of(posts)
    assert set(found) == {one.code for one in posts}


def test_the_profile_in_force_brings_its_requirements(django_assert_num_queries):
    inbound = post()
    with django_assert_num_queries(2):
        found = queries.profile_in_force(inbound)
        codes = [row.competency.code for row in found.requirements.all()]
    assert codes[0] == "communication"


def test_profiles_list_newest_version_of_a_post_first():
    actions.revise_profile(profile(), by=user("wu"))
    seen = queries.profiles_seen_by(user("wu")).filter(post__code="inbound")
    assert [(one.number, one.state) for one in seen] == [(2, "draft"), (1, "published")]
    assert [one.number for one in queries.profiles_seen_by(user("li")).filter(post__code="inbound")] == [1]


def test_uses_name_models_and_posts():
    found = queries.uses_of(competency(in_force(), "fast_response"))
    assert [part.model.code for part in found.parts] == ["two_part"]
    assert [row.profile.post.code for row in found.requirements] == ["inbound"]


def test_uses_of_a_draft_still_name_the_profiles_in_force():
    found = queries.uses_of(competency(draft(), "communication"))
    assert len(found.requirements) == 5


def test_models_show_their_parts_and_posts():
    model = next(one for one in queries.models_of(in_force()) if one.code == "two_part")
    found = queries.model_parts(model)
    assert [[one.code for one in part.posts] for part in found] == [
        [], [], ["inbound"], ["outbound"], ["online"], ["second_line"], ["back_office"],
    ]  # fmt: skip


def test_dimensions_count_what_they_hold():
    found = {one.code: (one.competency_count, one.indicator_count) for one in queries.dimensions_of(in_force())}
    assert found["communication"] == (4, 13)
    assert found["person_quality"] == (19, 0)


def test_service_groups_hold_rated_and_counted_indicators():
    kinds = {one.code: one.kind for group in queries.service_groups(in_force()) for one in group.indicators.all()}
    assert kinds["first_contact_resolution"] == "counted"
    assert kinds["wording"] == "rated"


def test_changes_between_versions():
    row = indicator(draft())
    texts = {"name": {"zh": "复述", "en": "Restates"}, "look_for": row.look_for, "anchors": row.anchors}
    actions.edit_indicator(row, by=user("wu"), texts=texts)
    found = queries.changes_between(in_force(), draft())
    assert [(one.what, one.competency, one.indicator) for one in found] == [("name", "listening", "restates")]


def test_the_whole_library_takes_four_queries(django_assert_num_queries):
    framework = in_force()
    with django_assert_num_queries(4):
        found = list(queries.competencies_of(framework))
        assert [len(one.indicators.all()) for one in found if one.code == "listening"] == [4]


def test_posts_definition_is_of_the_profiles_in_force():
    in_force()
    actions.revise_profile(profile(), by=user("wu"))
    assert queries.posts_definition()["posts"][0]["id"] == "inbound"
    assert len(queries.posts_definition()["posts"]) == Profile.objects.filter(state="published").count()
