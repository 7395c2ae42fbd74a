import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hengcai.base.bilingual import Bilingual
from hengcai.framework.definitions import competency_definition, export_definition, indicator_definition
from hengcai.framework.files import read_definition, write_definition
from hengcai.framework.models import Framework, Profile
from hengcai.quality.models import Scorecard
from tests.cast import user
from tests.framework.stage import competency, draft, in_force, indicator, profile
from tests.web.framework.asking import page, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]
READING = [
    ("see-framework", ()), ("see-model", ("two_part",)), ("see-model", ("person_quality",)), ("see-competency", ("listening",)),
    ("see-competency", ("communication",)), ("see-competency", ("pq_analysis",)), ("see-service-indicators", ()),
    ("list-profiles", ()), ("see-profile", ("outbound",)), ("compare-frameworks", ()),
]  # fmt: skip
WRITING = [
    ("edit-competency", (2, "listening")), ("edit-indicator", (2, "listening", "restates")), ("publish-framework", (2,)),
    ("import-framework", ()),
]  # fmt: skip


def pairs(texts, names):
    return {f"{name}_{language}": texts[name][language] for name in names for language in ("zh", "en")}


def numbered(name, texts):
    items = texts.items() if isinstance(texts, dict) else enumerate(texts, start=1)
    return {f"{name}_{number}_{language}": text[language] for number, text in items for language in ("zh", "en")}


def indicator_fields(row, **changes):
    texts = indicator_definition(row)
    return {**pairs(texts, ("name", "look_for")), **numbered("anchors", texts["anchors"]), **changes}


def competency_fields(row, **changes):
    texts = competency_definition(row)
    fields = {
        **pairs(texts, ("name", "definition")),
        **numbered("good", texts["good"]),
        **numbered("poor", texts["poor"]),
    }
    return {**fields, **(numbered("anchors", texts["anchors"]) if "anchors" in texts else {}), **changes}


@pytest.mark.parametrize(("name", "args"), READING)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_signed_in_person_reads_what_they_are_judged_by(as_, name, args, language, django_assert_max_num_queries):
    in_force()
    client = as_("li", language)
    with django_assert_max_num_queries(30):
        html = page(client, name, *args)
    assert len(html.encode()) < 100_000


def test_a_competency_shows_its_ladder_and_where_it_is_used(as_):
    in_force()
    html = page(as_("li", "zh-hans"), "see-competency", "fast_response")
    for text in (
        "优秀表现",
        "待改进表现",
        "不符合要求",
        "卓越表现",
        "呼入客服",
        "两部分模型",
        "要求 4 级，重要程度第 4",
    ):
        assert text in html
    assert "修改文字" not in html


def test_a_part_says_through_which_competency_a_post_asks_for_it(as_):
    in_force()
    assert "via Communication" in page(as_("li"), "see-competency", "listening")


def test_a_broad_competency_names_where_its_indicators_come_from(as_):
    in_force()
    html = page(as_("li"), "see-competency", "communication")
    assert "from Listening and understanding" in html
    assert "#listening.restates" in html


def test_scorecard_items_are_named_to_those_who_see_scorecards(as_):
    card = Scorecard.objects.create(
        code="call", name=Bilingual("电话", "Call card"), channel="call", kind="weighted", state="published",
        pass_line=70, excellence_line=90,
    )  # fmt: skip
    section = card.sections.create(code="talk", name=Bilingual("沟通", "Talk"), weight=1, order=1)
    texts = {"name": Bilingual("听清", "Hears it"), "guidance": Bilingual("", "")}
    section.items.create(code="hears", kind="anchored", competency=competency(in_force()), order=1, **texts)
    assert "Hears it" in page(as_("feng"), "see-competency", "listening")
    assert "Hears it" not in page(as_("feng"), "see-competency", "patience")


def test_a_draft_of_nothing_cannot_be_discarded(as_):
    send(as_("wu"), "discard-framework", 7, status=404)


@pytest.mark.parametrize(("language", "told"), [
    ("zh-hans", ("人工接通率", "只按队列报，不单独算到某个人头上", "平均处理时长（AHT）", "单位", "秒")),
    ("en", ("Answer rate (inbound)", "never held against one agent", "Average handling time (AHT)", "Seconds")),
])  # fmt: skip
def test_operational_measures_are_defined_with_their_unit_and_whose_they_are(as_, language, told):
    in_force()
    html = page(as_("li", language), "see-service-indicators")
    assert [text for text in told if text not in html] == []


def test_a_profile_marks_the_required_level_on_the_axis(as_):
    in_force()
    html = page(as_("li"), "see-profile", "outbound")
    assert "required level 4 of 5" in html
    assert "Must have" in html
    assert "13%" in html


def test_a_draft_does_not_exist_for_those_who_do_not_write_it(as_):
    draft()
    page(as_("li"), "see-framework", 2, status=404)
    page(as_("li"), "see-competency", 2, "listening", status=404)
    assert "Draft" in page(as_("wu"), "see-framework", 2)


@pytest.mark.parametrize(("name", "args"), WRITING)
def test_pages_that_write_are_closed_to_those_who_may_not(as_, name, args):
    draft()
    for reader in ("li", "zhao", "feng", "sun"):
        answer = as_(reader).get(reverse(name, args=args))
        assert answer.status_code in (403, 404)
    assert as_("zheng").get(reverse(name, args=args)).status_code == 200


def test_somebody_without_a_role_reads_nothing(as_):
    in_force()
    nobody = user("li")
    nobody.role_grants.all().delete()
    for name, args in READING:
        assert as_("li").get(reverse(name, args=args)).status_code == 403


def test_a_text_is_changed_in_the_draft(as_):
    row = indicator(draft())
    fields = indicator_fields(
        row, anchors_4_zh="复述了时限，客户应了", anchors_4_en="Restates the deadline and hears a yes"
    )
    send(as_("wu"), "edit-indicator", 2, "listening", "restates", **fields)
    row.refresh_from_db()
    assert row.anchors["4"].en == "Restates the deadline and hears a yes"
    assert "Restates the deadline" in page(as_("wu"), "see-competency", 2, "listening")


def test_a_refused_anchor_is_told_beside_its_field(as_):
    row = indicator(draft())
    fields = indicator_fields(row, anchors_5_en="Restates it very clearly")
    html = send(as_("wu"), "edit-indicator", 2, "listening", "restates", status=422, **fields).content.decode()
    assert "level 5 says “very”" in html
    assert html.index('name="anchors_3_zh"') < html.index("level 5 says") < html.index('name="anchors_5_en"')


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"definition_en": ""}, "definition_en"), ({"good_2_zh": "", "good_2_en": "", "good_3_en": ""}, "good_3_en"),
        ({f"good_{number}_{language}": "" for number in (2, 3, 4, 5) for language in ("zh", "en")}, "good_1_zh"),
    ],
)  # fmt: skip
def test_a_refused_competency_is_told_beside_its_field(as_, change, field):
    row = competency(draft())
    answer = send(as_("wu"), "edit-competency", 2, "listening", status=422, **competency_fields(row, **change))
    assert list(answer.context["form"].errors) == [field]


def test_a_competency_is_changed_with_its_lists(as_):
    row = competency(draft(), "pq_analysis")
    fields = competency_fields(row, good_5_zh="第五条", good_5_en="A fifth", name_en="Analysing")
    send(as_("zheng"), "edit-competency", 2, "pq_analysis", **fields)
    row.refresh_from_db()
    assert (row.name.en, row.good[-1].zh, len(row.good)) == ("Analysing", "第五条", 5)


def test_a_published_text_has_no_form(as_):
    in_force()
    page(as_("wu"), "edit-competency", 1, "listening", status=409)


def test_a_version_is_revised_compared_and_published(as_):
    in_force()
    send(as_("zheng"), "revise-framework", 1, reason="yearly review")
    row = indicator(draft())
    send(as_("zheng"), "edit-indicator", 2, "listening", "restates", **indicator_fields(row, name_en="Says it back"))
    assert "Says it back" in page(as_("zheng"), "publish-framework", 2)
    send(as_("zheng"), "publish-framework", 2, status=422, reason="yearly", reviewed_by="Zheng", changes="")
    send(as_("zheng"), "publish-framework", 2, reason="yearly", reviewed_by="Zheng", changes="one name")
    html = as_("li").get(reverse("compare-frameworks"), {"old": 1, "new": 2}).content.decode()
    assert "1 competency differs" in html
    assert "Says it back" in html
    assert "yearly" in page(as_("li"), "see-framework")


def test_equal_versions_say_that_nothing_differs(as_):
    draft()
    assert "No competency has changed" in page(as_("zheng"), "compare-frameworks")
    assert "Only one version" in as_("zheng").get(reverse("compare-frameworks"), {"old": 1, "new": 1}).content.decode()


def test_a_revision_without_reason_is_asked_for_it(as_):
    in_force()
    send(as_("zheng"), "revise-framework", 1, status=422, reason=" ")


def test_a_draft_is_discarded(as_):
    draft()
    send(as_("wu"), "discard-framework", 2)
    assert Framework.objects.count() == 1
    send(as_("wu"), "discard-framework", 1, status=409)


@pytest.mark.parametrize("kind", ["yaml", "json", "xlsx"])
def test_an_exported_version_can_be_imported_as_a_draft(as_, tmp_path, kind):
    framework = in_force()
    answer = as_("wu").get(reverse("export-framework", args=(1, kind)))
    assert f"framework-v1.{kind}" in answer["Content-Disposition"]
    upload = SimpleUploadedFile(f"library.{kind}", answer.content)
    send(as_("wu"), "import-framework", file=upload, reason="own words")
    made = Framework.objects.get(state="draft")
    assert export_definition(made) == export_definition(framework)
    assert made.reason == "own words"


def test_exported_profiles_can_be_imported_as_drafts(as_, tmp_path):
    in_force()
    answer = as_("wu").get(reverse("export-profiles", args=("yaml",)))
    send(as_("wu"), "import-framework", file=SimpleUploadedFile("profiles.yaml", answer.content))
    assert Profile.objects.filter(state="draft").count() == 9


def test_another_kind_of_export_is_not_found(as_):
    in_force()
    for name, args in (("export-framework", (1, "docx")), ("export-profiles", ("docx",))):
        page(as_("li"), name, *args, status=404)


def test_a_wrong_file_is_refused_beside_the_field(as_, tmp_path):
    path = tmp_path / "a.yaml"
    in_force()
    wrong = export_definition(in_force())
    wrong["library"][0]["competencies"][0]["good"] = []
    write_definition(wrong, path)
    for name, content in (
        ("a.yaml", path.read_bytes()),
        ("a.docx", b"x"),
        ("a.json", b"{"),
        ("../a.yaml", b"posts: 3"),
    ):
        answer = send(as_("wu"), "import-framework", status=422, file=SimpleUploadedFile(name, content))
        assert "file" in answer.context["form"].errors
    assert read_definition(path) == wrong


def test_a_profile_is_revised_edited_and_published(as_):
    in_force()
    send(as_("wu"), "revise-profile", "inbound", 1)
    html = page(as_("wu"), "edit-profile", "inbound", 2)
    assert 'name="communication-rank"' in html
    fields = profile_fields()
    fields.update({"communication-required": "4.5", "communication-rank": "2", "problem_solving-rank": "1"})
    send(as_("wu"), "edit-profile", "inbound", 2, **fields)
    assert "required level 4.5 of 5" in page(as_("wu"), "see-profile", "inbound", 2)
    send(as_("zheng"), "publish-profile", "inbound", 2)
    assert profile().number == 2
    assert profile().requirements.get(rank=2).competency.code == "communication"


def profile_fields():
    fields = {}
    for row in Profile.objects.get(post__code="inbound", state="draft").requirements.all():
        line = {"rank": row.rank, "required": row.required_level, "weight": row.weight, "need": row.need}
        line |= {"assessed_by": row.assessed_by, "why_zh": row.why.zh, "why_en": row.why.en}
        fields |= {f"{row.competency.code}-{name}": value for name, value in line.items()}
    return fields


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"communication-required": "6"}, "must be between 1 and 5"), ({"communication-rank": "2"}, "ranks run from 1 to 11"),
        ({"communication-weight": "much"}, "is not a number"), ({"communication-rank": "-1"}, "greater than or equal to 1"),
    ],
)  # fmt: skip
def test_a_refused_profile_says_what_is_wrong(as_, change, told):
    in_force()
    send(as_("wu"), "revise-profile", "inbound", 1)
    answer = send(as_("wu"), "edit-profile", "inbound", 2, status=422, **{**profile_fields(), **change})
    assert told in answer.content.decode()


def test_a_competency_without_rank_is_left_out(as_):
    in_force()
    send(as_("wu"), "revise-profile", "inbound", 1)
    send(as_("wu"), "edit-profile", "inbound", 2, **{**profile_fields(), "collaboration-rank": ""})
    assert not profile(state="draft").requirements.filter(competency__code="collaboration").exists()
    assert 'name="collaboration-rank"' in page(as_("wu"), "edit-profile", "inbound", 2)


def test_a_profile_draft_is_discarded_and_a_published_one_is_not(as_):
    in_force()
    send(as_("wu"), "revise-profile", "inbound", 1)
    send(as_("wu"), "discard-profile", "inbound", 2)
    send(as_("wu"), "discard-profile", "inbound", 1, status=409)
    page(as_("wu"), "edit-profile", "inbound", 1, status=409)


def test_profiles_take_the_same_queries_with_more_of_them(as_, django_assert_num_queries):
    in_force()
    client = as_("wu")
    page(client, "list-profiles")
    with django_assert_num_queries(queries_of(client, "list-profiles")):
        page(client, "list-profiles")
    before = queries_of(client, "list-profiles")
    Profile.objects.exclude(post__code="inbound").delete()
    assert queries_of(client, "list-profiles") == before


def test_versions_take_the_same_queries_with_more_of_them(as_):
    in_force()
    client = as_("zheng")
    page(client, "see-framework")
    before = queries_of(client, "see-framework")
    draft()
    assert queries_of(client, "see-framework") == before


def queries_of(client, name, *args):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        page(client, name, *args)
    return len(captured)


def test_how_levels_correspond_is_chosen_on_publishing_and_stands_on_the_version(as_):
    draft()
    send(as_("zheng"), "publish-framework", 2, reason="y", reviewed_by="Zheng", changes="4", levels="moved")
    assert "1 → 1, 2 → 2, 3 → 4, 5 → 5" in page(as_("li"), "see-framework")


def test_the_library_this_program_brings_is_taken_as_a_draft(as_):
    in_force()
    assert "Start a draft from the built-in library" in page(as_("wu"), "revise-framework", 1)
    send(as_("wu"), "take-shipped-framework")
    assert Framework.objects.get(number=2).state == "draft"
    send(as_("wu"), "take-shipped-framework", status=409)
