"""Questions and their JSON objects."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings

from hengcai.assessment.rules.question_objects import object_of, question_of, unknown_keys
from hengcai.assessment.rules.questions import Both, Question, in_language, texts_of
from hengcai.assessment.rules.shares import near, number, percent, share, written
from hengcai.assessment.words import WORDS
from hengcai.base.errors import NotValid
from hengcai.base.say import say
from tests.assessment.questions.making import questions

CHOICE = {
    "id": "q1",
    "kind": "single",
    "text": "?",
    "options": [{"id": "a", "text": "x", "share": "1"}, {"id": "b", "text": "y", "share": "0"}],
}


@given(questions())
@settings(max_examples=300, deadline=None)
def test_a_question_comes_back_from_its_object(question):
    again = json.loads(json.dumps(object_of(question)))
    assert question_of(again) == question
    assert unknown_keys(again) == []


@given(questions())
@settings(max_examples=100, deadline=None)
def test_the_plain_question_has_no_text_in_two_languages(question):
    plain = in_language(question, "zh")
    assert not any(isinstance(text, Both) for text in texts_of(plain))
    assert plain == question or (question.has_both and plain.language == "zh")


def test_the_other_language_stands_in_where_one_is_empty():
    assert in_language(Question("q", "essay", Both("", "Why?")), "zh").text == "Why?"


LINES = [
    {"id": "q3", "kind": "true_false", "answers": [{"value": "true", "share": "1"}]},
    {"id": "q4", "kind": "numeric", "answers": [{"value": "3", "tolerance": "0.5", "share": "1"}]},
    {"id": "q5", "kind": "short", "answers": [{"value": "工单*", "share": "1"}]},
    {"id": "q6", "kind": "matching", "pairs": [{"left": "AHT", "right": "平均处理时长"}], "distractors": ["接通率"]},
    {"id": "q7", "kind": "cloze", "text": "先 {{1}} 再 {{2}}", "gaps": [
        {"id": "1", "answers": [{"value": "道歉", "share": "1"}]}, {"id": "2", "options": [{"id": "a", "text": "核实", "share": "1"}]}]},
    {"id": "q8", "kind": "essay", "guidance": "…"},
]  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["kind"])
def test_the_shortest_object_of_every_kind_is_read(line):
    assert object_of(question_of(line)).items() >= line.items()


def changed(**more):
    return {**CHOICE, **more}


@pytest.mark.parametrize(
    ("found", "code"),
    [([], "not_object"), ({"id": "q1"}, "missing"), (changed(id=""), "id_wrong"), (changed(id=3), "not_text"), (changed(kind="x"), "kind_unknown"),
     (changed(options=[]), "none"), (changed(options="ab"), "not_list"), (changed(options=CHOICE["options"] * 2), "twice"),
     (changed(options=[{"id": "a;b", "share": "1"}]), "code_wrong"), (changed(options=[{"id": "a", "share": "1,0"}]), "number_wrong"),
     (changed(options=[{"id": "a", "share": "1.5"}]), "share_outside"), (changed(options=[{"id": "a", "share": "1/0"}]), "number_wrong"),
     (changed(points="-1"), "points_outside"), (changed(shuffle="yes"), "not_truth"), (changed(level=4), "level_wrong"),
     (changed(text="\ud800"), "sign_of_no_text"), (changed(text="x" * 100_001), "text_long"), (changed(language="Chinese!"), "language_wrong"),
     (changed(options=[{"id": str(n), "share": "0"} for n in range(1001)]), "too_many"), (changed(points=10**5000), "number_wrong"),
     ({"id": "q", "kind": "true_false", "answers": [{"value": "yes"}]}, "not_true_false"), ({"id": "q", "kind": "short", "answers": [{"value": " "}]}, "empty"),
     ({"id": "q", "kind": "numeric", "answers": [{"value": "1", "tolerance": "-1"}]}, "number_outside"),
     ({"id": "q", "kind": "matching", "pairs": [{"left": "a", "right": "b"}] * 2}, "twice"),
     ({"id": "q", "kind": "cloze", "text": "{{1}}", "gaps": [{"id": "2", "answers": [{"value": "x"}]}]}, "gaps_differ"),
     ({"id": "q", "kind": "cloze", "text": "{{1}}", "gaps": [{"id": "1"}]}, "gap_of_two_kinds")],
)  # fmt: skip
def test_what_is_no_question_is_refused_with_its_place(found, code):
    with pytest.raises(NotValid) as refused:
        question_of(found, file="x.jsonl", line=7)
    assert refused.value.code == f"question.{code}"
    for language, place in (("zh-hans", "x.jsonl、第 7 行："), ("en", "x.jsonl, line 7: ")):
        told = say(refused.value, language)
        assert told.startswith(place)
        assert "?" not in told.removeprefix(place).split("：")[0]


def test_every_sentence_is_registered():
    assert WORDS["question.twice"]["zh"]


@pytest.mark.parametrize(
    ("text", "value", "spelled"),
    [("0.33333", Fraction(1, 3), "33.33333"), ("0.333", Fraction(333, 1000), "33.3"), ("-0.1666667", Fraction(-1, 6), "-16.66667"),
     ("1/7", Fraction(1, 7), "14.28571"), ("0.125", Fraction(1, 8), "12.5"), ("0.11111", Fraction(1, 9), "11.11111"), ("1", Fraction(1), "100"), ("0", Fraction(0), "0")],
)  # fmt: skip
def test_shares_near_a_listed_fraction_are_that_fraction(text, value, spelled):
    assert share(text) == value
    assert percent(value) == spelled
    assert near(number(written(value))) == value
