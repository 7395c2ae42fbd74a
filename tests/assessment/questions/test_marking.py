"""Marks, held against a second, naive reading of the rules."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hengcai.assessment.rules.marking import earned, fits, mark, unknown_parts
from hengcai.assessment.rules.question_objects import object_of, question_of
from tests.assessment.questions import naive
from tests.assessment.questions.making import numbers, questions

PLAIN = some.text("ab工单 Ａ*.", min_size=1, max_size=6).filter(str.strip).map(str.strip)


@some.composite
def answered(draw):
    question = draw(questions(text=PLAIN))
    if draw(some.integers(0, 9)) == 0:
        return question, draw(some.sampled_from([None, "", "  "]))
    return question, draw(responses(question))


@some.composite
def responses(draw, question):
    ids = [one.id for one in question.options]
    if question.kind == "multiple":
        return ";".join(draw(some.lists(some.sampled_from(ids), min_size=1)))
    if question.kind == "matching":
        rights = some.sampled_from([*(one.right for one in question.pairs), *question.distractors])
        return ";".join(f"{one.left}={draw(rights)}" for one in question.pairs)
    if question.kind == "cloze":
        return ";".join(f"{gap.id}={draw(in_gap(gap))}" for gap in question.gaps)
    if question.kind == "numeric":
        return draw(numbers() | some.sampled_from([one.value for one in question.answers]))
    return draw(some.sampled_from(ids or [one.value for one in question.answers] or ["text"]) | PLAIN)


@some.composite
def in_gap(draw, gap):
    return draw(some.sampled_from([one.id for one in gap.options] or [one.value for one in gap.answers]) | PLAIN)


@given(answered())
@settings(max_examples=600, deadline=None)
def test_marks_agree_with_a_naive_reading(case):
    question, response = case
    if question.kind == "matching" and len({naive.fold(one.left) for one in question.pairs}) < len(question.pairs):
        return
    found, wanted = mark(question, response), naive.mark(object_of(question), response)
    if question.kind == "matching" and response and response.strip():
        assert found >= wanted  # width and case do not count
    else:
        assert found == wanted


@given(some.text("ab*\\", max_size=8), some.text("ab*", max_size=8))
@settings(max_examples=600, deadline=None)
def test_stars_agree_with_a_regular_expression(pattern, given):
    assert fits(naive.fold(given), pattern) == naive.wild(given, pattern)


def test_a_pattern_of_many_stars_takes_no_time():
    assert not fits("a" * 20_000, "*a" * 2_000 + "b")


def choice(kind, *shares):
    return question_of(
        {"id": "q", "kind": kind, "options": [{"id": chr(97 + n), "share": s} for n, s in enumerate(shares)]}
    )


@pytest.mark.parametrize(
    ("shares", "response", "share"),
    [(("0.33333", "0.33333", "0.33333", "-1"), "a;b;c", 1), (("1/3", "1/3", "1/3", "-1"), "a;b;d", 0), (("0.333", "0.333", "0.333"), "a;b;c", Fraction(999, 1000)),
     (("1/2", "1/2"), "a;a", Fraction(1, 2)), (("1", "1"), "a; b", 1), (("0.99999", "0"), "a", 1)],
)  # fmt: skip
def test_several_choices_are_held_between_nothing_and_all(shares, response, share):
    assert mark(choice("multiple", *shares), response) == share


def test_a_single_choice_may_cost_points():
    assert earned(choice("single", "1", "-1/3"), "b") == Fraction(-1, 3)


def test_values_may_hold_what_parts_a_table_of_responses():
    pairs = [{"left": "a=b", "right": "x;y=z"}, {"left": "a", "right": "w"}]
    question = question_of({"id": "q", "kind": "matching", "pairs": pairs})
    assert mark(question, "a=b=x;y=z;a=w") == 1
    assert mark(question, "a=x;y=z") == 0
    assert mark(question, "Ａ＝b") == 0


def test_a_gap_takes_text_in_any_width_and_numbers_within_their_tolerance():
    gaps = [{"id": "1", "answers": [{"value": "ABC"}]}, {"id": "2", "answers": [{"value": "3", "tolerance": "0.5"}]}]
    question = question_of({"id": "q", "kind": "cloze", "text": "{{1}} {{2}}", "gaps": gaps})
    assert mark(question, "1= ａｂｃ ;2=3.5") == 1
    assert mark(question, "2=3.51;1=") == 0


@pytest.mark.parametrize("response", ["abc", "1e3", "３", "1" * 61, "-", ".", "1.2.3"])
def test_what_is_no_number_earns_nothing(response):
    assert mark(question_of({"id": "q", "kind": "numeric", "answers": [{"value": "1000"}]}), response) == 0


@pytest.mark.parametrize(("response", "named"), [("z", ["z"]), ("a", []), (None, [])])
def test_options_a_response_invents_are_named(response, named):
    assert unknown_parts(choice("single", "1"), response) == named
    assert unknown_parts(choice("multiple", "1"), response and f"a;{response}") == named


def test_pairs_a_response_invents_are_named():
    question = question_of({"id": "q", "kind": "matching", "pairs": [{"left": "a", "right": "b"}]})
    assert unknown_parts(question, "a=b;c=d") == ["c"]
    assert mark(question, "a=b;c=d") == 1
