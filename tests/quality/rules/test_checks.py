from dataclasses import replace
from fractions import Fraction

import pytest

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Condition
from hengcai.quality.rules.checks import faults
from tests.quality.rules.cards import card, item, section, taking_off, two_sections


def codes(made) -> list[str]:
    return [fault.code for fault in faults(made)]


def alone(code: str = "a", kind: str = cards.ANCHORED, **more):
    return card(section("s", 100, item("first"), item(code, kind, **more)))


def test_a_card_that_adds_up_may_be_published():
    assert codes(two_sections(item("late", cards.DEDUCTION), item("extra", cards.BONUS), item("say", cards.NOTE))) == []
    veto = item("leak", cards.YES_NO, weight=0, critical_scope="whole", critical_class="compliance")
    assert codes(taking_off(item("extra", cards.BONUS), item("say", cards.NOTE), veto)) == []


def test_a_sum_that_is_wrong_is_told_with_the_sum():
    first = next(faults(card(section("s", 90, item("a")))))
    assert (first.code, first.facts["found"]) == ("quality.section_weights", "90")


def test_weights_of_sections_must_sum_to_exactly_a_hundred():
    third = Fraction("33.333")
    assert codes(card(section("x", 50, item("a")), section("y", 50, item("b")))) == []
    thirds = card(*(replace(section(code, 0, item(f"i{code}")), weight=third) for code in "xyz"))
    assert next(faults(thirds)).facts["found"] == "99.999"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "gut_feeling"}, "quality.card_kind_unknown"),
        ({"pass_line": Fraction(95)}, "quality.lines_out_of_order"),
        ({"excellence_line": Fraction(101)}, "quality.lines_out_of_order"),
        ({"pass_line": Fraction(-1)}, "quality.lines_out_of_order"),
        ({"bonus_cap": Fraction(-1)}, "quality.bonus_cap_out_of_range"),
        ({"level_shares": (Fraction(0), Fraction(1))}, "quality.level_shares"),
        ({"level_shares": tuple(Fraction(x, 10) for x in (0, 6, 3, 8, 10))}, "quality.level_shares"),
        ({"level_shares": tuple(Fraction(x, 10) for x in (1, 3, 6, 8, 10))}, "quality.level_shares"),
        ({"level_shares": tuple(Fraction(x, 10) for x in (0, 3, 6, 8, 9))}, "quality.level_shares"),
    ],
)
def test_what_the_whole_card_must_be(change, code):
    assert code in codes(replace(two_sections(), **change))


def test_a_card_needs_something_to_judge_by():
    assert "quality.card_empty" in codes(card())
    assert "quality.section_empty" in codes(card(section("x", 100, item("a")), section("y", 0)))


def test_ids_are_unique_in_the_whole_card_and_plain():
    twice = card(section("x", 50, item("a")), section("x", 50, item("a")))
    assert {"quality.section_twice", "quality.item_twice"} <= set(codes(twice))
    assert "quality.code_malformed" in codes(alone("Not Plain"))
    assert "quality.code_malformed" in codes(alone("a" * 41))


def test_a_rated_item_weighs_something_unless_it_is_critical():
    assert codes(alone(weight=0)) == ["quality.item_weight"]
    assert codes(alone(weight=0, critical_scope="section", critical_class="business")) == []
    assert "quality.item_weight" in codes(alone(weight=-1))


def test_a_section_weighs_something_exactly_when_its_items_do():
    only_veto = section("y", 40, item("b", cards.YES_NO, weight=0, critical_scope="whole", critical_class="business"))
    assert "quality.section_weight_empty" in codes(card(section("x", 60, item("a")), only_veto))
    assert "quality.section_weight_empty" in codes(card(section("x", 100, item("a")), section("y", 0, item("b"))))
    assert "quality.section_weight_empty" in codes(card(section("x", 110, item("a")), section("y", -10, item("b"))))
    assert codes(card(section("x", 100, item("a")), section("y", 0, item("b", cards.DEDUCTION)))) == []


def test_an_unknown_kind_of_item_is_refused():
    assert "quality.item_kind_unknown" in codes(alone(kind="gauge"))


def test_rated_items_have_no_place_on_a_deduction_card():
    assert codes(taking_off(item("a"))) == ["quality.rated_on_deduction_card"]
    assert codes(taking_off(item("a", cards.YES_NO, weight=0))) == ["quality.rated_on_deduction_card"]


@pytest.mark.parametrize("points", [0, -3, 101])
def test_points_off_or_added_lie_between_zero_and_a_hundred(points):
    assert "quality.points" in codes(alone(kind=cards.DEDUCTION, points=Fraction(points)))
    assert "quality.points" in codes(alone(kind=cards.BONUS, points=Fraction(points)))


@pytest.mark.parametrize("points", [{"a": 1}, {"a": 0, "b": 0}, {"a": -1, "b": 2}])
def test_a_choice_has_two_options_and_one_that_earns(points):
    options = {code: Fraction(value) for code, value in points.items()}
    assert "quality.options" in codes(alone(kind=cards.CHOICE, options=options))


def test_an_option_may_not_be_called_not_applicable():
    options = {"na": Fraction(1), "b": Fraction(0)}
    assert "quality.option_malformed" in codes(alone(kind=cards.CHOICE, options=options))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"critical_scope": "team", "critical_class": "customer"}, "quality.critical_unknown"),
        ({"critical_scope": "whole"}, "quality.critical_unknown"),
        ({"critical_class": "customer"}, "quality.critical_unknown"),
        ({"kind": cards.BONUS, "critical_scope": "whole", "critical_class": "customer"}, "quality.critical_kind"),
        (
            {
                "kind": cards.CHOICE,
                "critical_scope": "whole",
                "critical_class": "customer",
                "options": {"a": Fraction(1), "b": Fraction(2)},
            },
            "quality.critical_kind",
        ),
    ],
)
def test_a_critical_item_names_its_scope_and_class_and_has_a_lowest_mark(more, code):
    assert code in codes(alone(**more))


def test_a_deduction_card_has_no_section_to_set_to_zero():
    critical = item("leak", cards.DEDUCTION, critical_scope="section", critical_class="compliance")
    assert codes(taking_off(critical)) == ["quality.critical_section"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"comment_below": 1}, "quality.comment_below"),
        ({"comment_below": 6}, "quality.comment_below"),
        ({"kind": cards.YES_NO, "comment_below": 3}, "quality.comment_below"),
        ({"kind": cards.YES_NO, "comment_if": "maybe"}, "quality.comment_if"),
    ],
)
def test_comments_are_asked_for_at_marks_that_exist(more, code):
    assert codes(alone(**more)) == [code]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (Condition("nobody", ("1",)), "quality.condition_unknown"),
        (Condition("first", ()), "quality.condition_values"),
        (Condition("first", ("yes",)), "quality.condition_values"),
        (Condition("a", ("1",)), "quality.condition_cycle"),
    ],
)
def test_a_condition_names_another_item_and_marks_it_can_bear(condition, code):
    assert codes(alone(condition=condition)) == [code]


def test_a_condition_may_not_hang_on_a_note_or_a_bonus():
    extra = (item("say", cards.NOTE), item("extra", cards.BONUS))
    for source, value in (("say", "noted"), ("extra", "hit")):
        made = card(section("s", 100, *extra, item("a", condition=Condition(source, (value,)))))
        assert codes(made) == ["quality.condition_unknown"]


def test_conditions_in_a_circle_are_refused_and_a_chain_is_not():
    def ring(last: str):
        links = [item("a", condition=Condition("b", ("1",))), item("b", condition=Condition("c", ("1",)))]
        return card(section("s", 100, item("free"), *links, item("c", condition=Condition(last, ("1",)))))

    assert codes(ring("a")) == ["quality.condition_cycle"] * 3
    assert codes(ring("free")) == []
    assert codes(ring("b")) == ["quality.condition_cycle"] * 2
