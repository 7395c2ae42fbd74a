from copy import deepcopy

import pytest

from hengcai.base.errors import NotValid
from hengcai.framework import rules, shipped
from hengcai.framework.rules.anchors import REFUSED

TEXT = {"zh": "字", "en": "word"}
ANCHORS = {
    1: {"zh": "没有复述就给方案", "en": "Answers without a restatement"},
    3: {"zh": "复述要办的事，没等客户应", "en": "Restates the request without waiting"},
    4: {"zh": "复述要办的事，客户应了再办", "en": "Restates the request and waits for a yes"},
    5: {"zh": "连客户说的时限一起复述", "en": "Restates the deadline as well"},
}


def library():
    return rules.normalised(shipped.shipped_definition())


def competency(definition, code):
    return next(one for document in definition["library"] for one in document["competencies"] if one["id"] == code)


def model(definition, code):
    return next(one for one in definition["models"] if one["id"] == code)


def refused(code):
    return pytest.raises(NotValid, match=code)


def test_shipped_library_has_nothing_wrong_with_it():
    assert list(rules.problems(library())) == []


def test_shipped_library_holds_the_models_the_specification_names():
    found = library()
    competencies = [one["id"] for document in found["library"] for one in document["competencies"]]
    assert {one["id"] for one in found["models"]} == {"agent_ability", "two_part", "leading", "person_quality"}
    assert len([code for code in competencies if code.startswith("pq_")]) == 19
    assert {"communication", "emotion_management", "service_awareness", "problem_solving", "collaboration"} <= set(
        competencies
    )
    assert [group["id"] for group in found["groups"]] == [
        "communication", "problem_solving", "attitude", "compliance", "satisfaction", "operations",
    ]  # fmt: skip


def test_shipped_posts_ask_only_for_what_the_library_holds():
    found = library()
    competencies = [one["id"] for document in found["library"] for one in document["competencies"]]
    posts = shipped.shipped_posts()
    rules.check_posts(posts, models=[one["id"] for one in found["models"]], competencies=competencies)
    assert [post["id"] for post in posts["posts"]] == [
        "inbound", "outbound", "online", "second_line", "back_office", "lead", "analyst", "trainer", "scheduling",
    ]  # fmt: skip


def test_no_two_levels_of_a_shipped_anchor_share_their_words_but_for_an_adverb():
    for document in library()["library"]:
        for one in document["competencies"]:
            for kbi in [one, *one.get("kbis", ())]:
                if kbi.get("anchors"):
                    rules.check_anchors(kbi["anchors"], one["id"])


def test_files_of_one_dimension_are_joined():
    found = [document["dimension"]["id"] for document in library()["library"]]
    assert found.count("person_quality") == 1


def test_level_keys_written_as_text_are_read_as_levels():
    definition = shipped.shipped_definition()
    texts = competency(definition, "pq_analysis")
    texts["anchors"] = {str(level): text for level, text in texts["anchors"].items()}
    assert rules.normalised(definition) == library()


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("zh", "表达非常清楚", "非常"), ("zh", "说得很清楚", "很"), ("zh", "能够及时响应", "能够"), ("zh", "比较清楚地说明", "较"),
        ("zh", "基本做到复述", "基本"), ("zh", "熟练操作系统", "熟练"),
        ("en", "Explains very clearly", "very"), ("en", "Quite patient with the customer", "Quite"),
        ("en", "fairly prompt", "fairly"), ("en", "Handles it properly", "properly"),
    ],
)  # fmt: skip
def test_words_that_grade_without_saying_what_was_seen_are_refused(language, text, word):
    anchors = {**ANCHORS, 3: {**ANCHORS[3], language: text}}
    with refused("anchor_stretched") as caught:
        rules.check_anchors(anchors, "listening.restates")
    assert caught.value.facts["word"] == word


@pytest.mark.parametrize(
    "text",
    [
        "十分钟内回电",
        "核对客户基本信息",
        "拿两张账单比较",
        "客户说“非常感谢”",
        "时限相当于两个班次",
        "录音被选作优秀案例",
    ],
)
def test_words_that_only_look_like_grading_are_let_through(text):
    rules.check_anchors({**ANCHORS, 5: {**ANCHORS[5], "zh": text}}, "x")


def test_what_a_customer_is_quoted_as_saying_is_not_looked_at():
    assert REFUSED["en"].search("very")
    said = {
        **ANCHORS,
        5: {**ANCHORS[5], "en": "The customer says \"very good\" and 'quite right', rather than hanging up"},
    }
    rules.check_anchors(said, "x")


@pytest.mark.parametrize(
    ("lower", "upper"),
    [("复述要办的事", "总是复述要办的事"), ("复述要办的事", "主动地、完全复述要办的事")],
)
def test_an_anchor_that_is_another_one_with_an_adverb_is_refused(lower, upper):
    anchors = {**ANCHORS, 3: {**ANCHORS[3], "zh": lower}, 5: {**ANCHORS[5], "zh": upper}}
    with refused("anchor_same"):
        rules.check_anchors(anchors, "x")


def test_the_same_goes_for_english():
    anchors = {**ANCHORS, 5: {**ANCHORS[5], "en": "Always restates the request, and waits for a yes."}}
    with refused("anchor_same"):
        rules.check_anchors(anchors, "x")


def test_all_levels_but_two_are_needed():
    rules.check_anchors({**ANCHORS, 2: {"zh": "复述了一半", "en": "Restates half of it"}}, "x")
    without_the_standard = {level: text for level, text in ANCHORS.items() if level != 4}
    for wrong in (without_the_standard, {**ANCHORS, 6: TEXT}, "none"):
        with pytest.raises(NotValid):
            rules.check_anchors(wrong, "x")


def spoiled(change):
    definition = deepcopy(library())
    change(definition)
    return definition


SPOILS = {
    "framework.id_twice": lambda d: d["library"][0]["competencies"].append(competency(d, "listening")),
    "framework.text_missing": lambda d: competency(d, "listening")["definition"].pop("en"),
    "framework.language_unknown": lambda d: competency(d, "listening")["definition"].update(fr="mot"),
    "framework.count": lambda d: competency(d, "listening")["good"].clear(),
    "framework.key_missing": lambda d: competency(d, "listening").pop("poor"),
    "framework.not_list": lambda d: competency(d, "listening").update(good="good"),
    "framework.not_mapping": lambda d: competency(d, "listening").update(name="listening"),
    "framework.id_malformed": lambda d: competency(d, "listening").update(id="listening well"),
    "framework.includes_unknown": lambda d: competency(d, "communication")["includes"].append("singing"),
    "framework.use_outside": lambda d: competency(d, "communication")["kbis"][0].update(
        use="patience.waits_without_hurrying"
    ),
    "framework.use_unknown": lambda d: competency(d, "communication")["kbis"][0].update(use="listening.sings"),
    "framework.competency_unknown": lambda d: model(d, "two_part")["parts"][0]["competencies"].append("singing"),
    "framework.kind_unknown": lambda d: d["groups"][0]["indicators"][0].update(kind="felt"),
    "framework.unit_unknown": lambda d: d["groups"][1]["indicators"][0].update(unit="feet"),
}


@pytest.mark.parametrize("code", SPOILS)
def test_a_library_with_one_thing_wrong_is_refused_by_name(code):
    with pytest.raises(NotValid) as caught:
        rules.check_definition(spoiled(SPOILS[code]))
    assert caught.value.code == code


def test_an_indicator_and_a_borrowed_one_may_not_stand_twice():
    twice = spoiled(lambda d: competency(d, "listening")["kbis"][1].update(id="asks_once"))
    borrowed = spoiled(lambda d: competency(d, "communication")["kbis"][0].update(use="listening.picks_up_cues"))
    parts = spoiled(lambda d: model(d, "two_part")["parts"][0].update(id="professional_online"))
    for definition in (twice, borrowed, parts):
        assert [one.code for one in rules.problems(definition)] == ["framework.id_twice"]


def test_a_part_of_two_broad_competencies_would_count_twice():
    definition = spoiled(lambda d: competency(d, "collaboration")["includes"].append("patience"))
    assert [one.facts["id"] for one in rules.problems(definition)] == ["patience"]


def test_all_problems_are_named_at_once():
    def change(definition):
        competency(definition, "listening")["good"].clear()
        competency(definition, "patience")["definition"]["zh"] = " "

    assert [one.code for one in rules.problems(spoiled(change))] == ["framework.count", "framework.text_missing"]


def line(**changes):
    fit = {"competency": "listening", "required": "4", "rank": 1, "weight": "3", "need": "must_have"}
    return {**fit, "assessed_by": ["recording"], **changes}


def posts(*lines, **changes):
    post = {"id": "inbound", "name": TEXT, "model": "two_part", "frontline": True, "profile": list(lines), **changes}
    return {"posts": [post]}


def check(definition):
    rules.check_posts(definition, models=["two_part"], competencies=["listening", "patience"])


@pytest.mark.parametrize(
    ("code", "definition"),
    [
        ("profile.level", posts(line(required="5.5"))),
        ("profile.level", posts(line(required="4.125"))),
        ("profile.number_unquoted", posts(line(required=4))),
        ("profile.not_a_number", posts(line(weight="three"))),
        ("profile.weight", posts(line(weight="0"))),
        ("profile.ranks", posts(line(rank=2))),
        ("profile.ranks", posts(line(rank="1"))),
        ("profile.ranks", posts(line(), line(competency="patience"))),
        ("profile.need_unknown", posts(line(need="nice"))),
        ("profile.assessed_by_missing", posts(line(assessed_by=[]))),
        ("profile.assessed_by_unknown", posts(line(assessed_by=["dice"]))),
        ("framework.text_missing", posts(line(why={"zh": "因为"}))),
        ("framework.competency_unknown", posts(line(competency="singing"))),
        ("framework.model_unknown", posts(line(), model="none")),
        ("framework.not_yes_or_no", posts(line(), frontline="yes")),
        ("framework.id_twice", posts(line(), line(rank=2))),
        ("framework.id_twice", {"posts": posts(line())["posts"] * 2}),
    ],
)
def test_a_profile_with_one_thing_wrong_is_refused_by_name(code, definition):
    with pytest.raises(NotValid) as caught:
        check(definition)
    assert caught.value.code == code


def test_a_profile_ranks_each_competency_once():
    check(posts(line(required="4.25"), line(competency="patience", rank=2, weight="0.5", why=TEXT)))


def test_two_equal_versions_do_not_differ():
    assert rules.difference(library(), library()) == []


def test_difference_names_what_was_rewritten_added_and_removed():
    def change(definition):
        listening = competency(definition, "listening")
        listening["definition"] = TEXT
        listening["kbis"][0]["anchors"][2] = TEXT
        listening["kbis"][0]["anchors"][5] = TEXT
        listening["kbis"][0]["look_for"] = TEXT
        listening["kbis"].append({"id": "sings", "name": TEXT, "look_for": TEXT, "anchors": ANCHORS})
        listening["kbis"].pop(1)
        competencies = definition["library"][0]["competencies"]
        competencies.append({**deepcopy(listening), "id": "singing"})
        competencies.remove(competency(definition, "empathy"))

    found = rules.difference(library(), spoiled(change))
    assert [(one.kind, one.what, one.competency, one.indicator, one.level) for one in found] == [
        ("changed", "definition", "listening", "", None),
        ("changed", "look_for", "listening", "restates", None),
        ("added", "anchor", "listening", "restates", 2),
        ("changed", "anchor", "listening", "restates", 5),
        ("added", "indicator", "listening", "sings", None),
        ("removed", "indicator", "listening", "no_interruption", None),
        ("added", "competency", "singing", "", None),
        ("removed", "competency", "empathy", "", None),
    ]


def test_difference_sees_a_removed_level_and_another_part_of_a_broad_competency():
    def change(definition):
        competency(definition, "communication")["includes"].remove("empathy")

    old = spoiled(lambda d: competency(d, "pq_analysis")["anchors"].update({2: TEXT}))
    found = rules.difference(old, spoiled(change))
    assert [(one.kind, one.what, one.level) for one in found] == [
        ("changed", "includes", None),
        ("removed", "anchor", 2),
    ]
