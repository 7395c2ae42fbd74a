from fractions import Fraction

import pytest

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Condition, Mark
from hengcai.quality.rules.score import is_error, score, share_of, verdict, weights
from tests.quality.rules.cards import card, item, marks, section, taking_off, two_sections

BEST = marks(listening="5", wording="5", identity="yes", record="5")


def test_sections_are_weighted_means_and_the_total_is_out_of_a_hundred():
    found = score(two_sections(), marks(listening="3", wording="5", identity="yes", record="2"))
    talk = Fraction(6 * 60 + 2 * 100, 8 * 100)
    rules = Fraction(5 * 100 + 5 * 30, 10 * 100)
    assert [one.score for one in found.sections] == [talk, rules]
    assert found.total == found.without_fatal == 40 * talk + 60 * rules
    assert found.is_complete


@pytest.mark.parametrize(("level", "share"), [("1", 0), ("2", 30), ("3", 60), ("4", 80), ("5", 100)])
def test_levels_earn_what_the_card_says(level, share):
    made = card(section("s", 100, item("a")))
    assert score(made, marks(a=level)).total == share


def test_a_centre_may_set_its_own_shares_of_levels():
    shares = (Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1))
    made = card(section("s", 100, item("a")), level_shares=shares)
    assert score(made, marks(a="2")).total == 25


@pytest.mark.parametrize(("option", "total"), [("best", 100), ("half", 50), ("none", 0)])
def test_a_choice_earns_its_points_over_the_most_points(option, total):
    made = card(section("s", 100, item("a", cards.CHOICE)))
    assert score(made, marks(a=option)).total == total


def test_not_applicable_gives_its_weight_to_the_rest_of_its_section():
    found = score(two_sections(), BEST | marks(listening="na", wording="3"))
    assert found.sections[0].score == Fraction(6, 10)
    assert found.by_code["wording"].weight == Fraction(40, 100)
    assert found.by_code["listening"].weight == 0
    assert found.by_code["listening"].share is None
    assert not found.by_code["listening"].is_applicable


def test_a_section_without_an_applicable_item_gives_its_weight_to_the_others():
    found = score(two_sections(), BEST | marks(listening="na", wording="na", record="1"))
    assert (found.sections[0].score, found.sections[0].weight) == (None, 0)
    assert found.total == 50
    assert found.by_code["identity"].weight == Fraction(1, 2)


def test_not_applicable_unanswered_and_the_lowest_mark_are_three_things():
    lowest = score(two_sections(), BEST | marks(record="1"))
    absent = score(two_sections(), BEST | marks(record="na"))
    missing = score(two_sections(), {code: mark for code, mark in BEST.items() if code != "record"})
    assert (lowest.total, absent.total) == (70, 100)
    assert (lowest.is_complete, absent.is_complete, missing.is_complete) == (True, True, False)
    assert missing.unanswered == ("record",)
    assert missing.by_code["record"].weight == Fraction(30, 100)
    assert [found.by_code["record"].status for found in (lowest, absent, missing)] == ["counted", "na", "unanswered"]


def test_nothing_applicable_is_no_score():
    nothing = marks(listening="na", wording="na", identity="na", record="na")
    found = score(two_sections(), nothing)
    assert (found.total, found.without_fatal) == (None, None)
    assert score(two_sections(), {}).total is None
    assert score(taking_off(), marks(late="na", unclear="na")).total is None


def test_an_unmet_condition_is_not_applicable_whatever_was_marked_before():
    made = two_sections(item("handover", condition=Condition("identity", ("no",)), weight=10))
    found = score(made, BEST | marks(handover="1"))
    assert found.total == 100
    assert found.by_code["handover"].status == "unmet"
    assert found.by_code["handover"].value == ""
    assert found.is_complete


def test_a_met_condition_makes_an_item_due():
    made = two_sections(item("handover", condition=Condition("identity", ("no",)), weight=10))
    assert score(made, BEST | marks(identity="no")).unanswered == ("handover",)


def test_conditions_fall_through_a_chain_and_wait_for_an_unanswered_one():
    chain = [
        item("a", cards.YES_NO),
        item("b", cards.YES_NO, condition=Condition("a", ("yes",))),
        item("c", condition=Condition("b", ("yes",))),
        item("d", condition=Condition("b", ("yes",))),
    ]
    made = card(section("s", 100, *chain))
    assert score(made, marks(a="no", b="yes", c="1")).total == 0
    assert score(made, marks(a="no", b="yes", c="1")).by_code["c"].status == "unmet"
    assert score(made, marks(a="yes")).unanswered == ("b",)
    assert score(made, marks(a="yes", b="yes", c="5", d="5")).total == 100


def test_a_condition_may_wait_for_not_applicable():
    made = two_sections(item("why", cards.YES_NO, condition=Condition("identity", ("na",))))
    assert score(made, BEST | marks(identity="na")).unanswered == ("why",)


def test_deductions_and_capped_bonus_come_after_the_weighted_sum():
    made = two_sections(
        item("rude", cards.DEDUCTION), item("extra", cards.BONUS, points=Fraction(4)), item("more", cards.BONUS)
    )
    both = score(
        made, marks(listening="5", wording="5", identity="yes", record="3", rude="hit", extra="hit", more="hit")
    )
    assert (both.deductions, both.bonus) == (5, 5)
    assert both.total == 88
    assert both.by_code["rude"].points == -5
    assert both.by_code["rude"].weight == both.by_code["extra"].weight == 0


def test_the_total_is_held_between_zero_and_a_hundred():
    made = two_sections(item("rude", cards.DEDUCTION, points=Fraction(90)), item("extra", cards.BONUS))
    assert score(made, BEST | marks(rude="clear", extra="hit")).total == 100
    worst = marks(listening="1", wording="1", identity="no", record="1", rude="hit", extra="clear")
    assert score(made, worst).total == 0


def test_a_deduction_card_counts_down_from_a_hundred_and_never_below_zero():
    assert score(taking_off(), marks(late="clear", unclear="clear")).total == 100
    assert score(taking_off(), marks(late="hit", unclear="clear")).total == 95
    assert score(taking_off(), marks(late="hit", unclear="hit")).total == 0
    assert score(taking_off(), marks(late="na", unclear="hit")).total == 2


def test_a_fatal_error_by_section_sets_that_section_to_zero():
    identity = item("identity", cards.YES_NO, weight=5, critical_scope="section", critical_class="compliance")
    made = card(section("talk", 40, item("a")), section("rules", 60, identity, item("record", weight=5)))
    found = score(made, marks(a="5", identity="no", record="5"))
    assert (found.total, found.without_fatal) == (40, 70)
    assert found.fatals == ("identity",)
    assert (found.sections[1].score, found.sections[1].without_fatal, found.sections[1].is_fatal) == (
        0,
        Fraction(1, 2),
        True,
    )


def test_a_fatal_error_by_whole_sets_the_total_to_zero_after_bonus():
    identity = item("identity", cards.YES_NO, weight=0, critical_scope="whole", critical_class="compliance")
    made = card(section("talk", 100, item("a"), identity, item("extra", cards.BONUS)))
    found = score(made, marks(a="4", identity="no", extra="hit"))
    assert (found.total, found.without_fatal) == (0, 85)


def test_a_critical_item_without_weight_costs_nothing_while_it_holds():
    identity = item("identity", cards.YES_NO, weight=0, critical_scope="whole", critical_class="compliance")
    made = card(section("talk", 100, item("a"), identity))
    assert score(made, marks(a="3", identity="yes")).total == 60
    assert score(made, marks(a="3", identity="yes")).by_code["identity"].weight == 0


def test_a_fatal_error_counts_even_where_nothing_else_in_its_section_applies():
    identity = item("identity", cards.YES_NO, weight=0, critical_scope="section", critical_class="compliance")
    made = card(section("talk", 40, item("a")), section("rules", 60, identity, item("record")))
    found = score(made, marks(a="5", identity="no", record="na"))
    assert (found.total, found.without_fatal) == (40, 100)
    assert score(made, marks(a="na", identity="no", record="na")).total == 0
    assert score(made, marks(a="na", identity="yes", record="na")).total is None


@pytest.mark.parametrize(
    ("kind", "fatal", "safe"),
    [
        (cards.ANCHORED, "1", "2"),
        (cards.YES_NO, "no", "yes"),
        (cards.CHOICE, "none", "half"),
        (cards.DEDUCTION, "hit", "clear"),
    ],
)
def test_a_critical_item_is_fatal_at_its_lowest_mark_only(kind, fatal, safe):
    critical = item("x", kind, critical_scope="whole", critical_class="business")
    made = card(section("s", 100, item("a"), critical))
    assert score(made, marks(a="5", x=fatal)).total == 0
    assert score(made, marks(a="5", x=safe)).total > 0
    assert score(made, marks(a="5", x="na")).fatals == ()


@pytest.mark.parametrize("cause", cards.OUTSIDE_CAUSES)
def test_a_cause_outside_the_agent_costs_nothing_and_stays_visible(cause):
    found = score(two_sections(), BEST | {"record": Mark("1", cause=cause)})
    record = found.by_code["record"]
    assert found.total == score(two_sections(), BEST | marks(record="na")).total == 100
    assert (record.status, record.value, record.is_error, record.cause, record.weight) == (
        "set_aside",
        "1",
        True,
        cause,
        0,
    )
    assert found.is_complete


def test_the_persons_own_cause_counts():
    assert score(two_sections(), BEST | {"record": Mark("1", cause="person")}).total == 70


def test_a_deduction_with_an_outside_cause_is_not_taken_off():
    assert score(taking_off(), {"late": Mark("hit", cause="system"), "unclear": Mark("clear")}).total == 100
    assert score(taking_off(), {"late": Mark("hit", cause="system"), "unclear": Mark("na")}).total is None


def test_a_fatal_error_with_an_outside_cause_does_not_veto():
    identity = item("identity", cards.YES_NO, weight=5, critical_scope="whole", critical_class="compliance")
    made = card(section("s", 100, item("a", weight=5), identity))
    found = score(made, {"a": Mark("4"), "identity": Mark("no", cause="process")})
    assert (found.total, found.fatals) == (80, ())
    assert found.by_code["identity"].is_fatal


def test_a_full_mark_with_an_outside_cause_counts_in_full():
    found = score(
        two_sections(), marks(listening="3", wording="3", record="3") | {"identity": Mark("yes", cause="knowledge")}
    )
    assert found.by_code["identity"].is_applicable
    assert found.total == 40 * Fraction(6, 10) + 60 * Fraction(8, 10)


def test_a_bonus_keeps_whatever_its_cause():
    made = two_sections(item("extra", cards.BONUS))
    worth = marks(listening="5", wording="5", identity="yes", record="3") | {"extra": Mark("hit", cause="system")}
    assert score(made, worth).total == 93


def test_a_free_note_neither_counts_nor_blocks():
    made = two_sections(item("remark", cards.NOTE))
    assert score(made, BEST).is_complete
    assert score(made, BEST | {"remark": Mark("noted", "calm")}).total == 100
    assert score(made, BEST).by_code["remark"].status == "na"


def test_weights_of_a_card_are_what_each_item_is_worth_when_all_apply():
    made = two_sections(item("rude", cards.DEDUCTION))
    assert weights(made) == {
        "listening": Fraction(30, 100), "wording": Fraction(10, 100), "identity": Fraction(30, 100), "record": Fraction(30, 100),
    }  # fmt: skip
    assert weights(taking_off()) == {}


def test_errors_are_what_falls_short_of_the_requirement():
    made = two_sections(item("outcome", cards.CHOICE), item("rude", cards.DEDUCTION), item("extra", cards.BONUS))
    wrong = {"listening": "2", "identity": "no", "outcome": "half", "rude": "hit"}
    right = {"listening": "3", "identity": "yes", "outcome": "best", "rude": "clear", "extra": "hit", "wording": "na"}
    assert all(is_error(made, made.by_code[code], value) for code, value in wrong.items())
    assert not any(is_error(made, made.by_code[code], value) for code, value in right.items())


def test_shares_of_what_earns_nothing_are_unknown():
    made = two_sections(item("extra", cards.BONUS), item("remark", cards.NOTE))
    assert share_of(made, made.by_code["extra"], "hit") is None
    assert share_of(made, made.by_code["remark"], "noted") is None
    assert share_of(made, made.by_code["record"], "na") is None


@pytest.mark.parametrize(
    ("total", "found"),
    [
        ("100", "excellent"),
        ("90", "excellent"),
        ("89.95", "excellent"),
        ("89.94", "pass"),
        ("60", "pass"),
        ("59.94", "fail"),
        ("0", "fail"),
    ],
)
def test_the_lines_are_read_from_what_is_shown(total, found):
    assert verdict(two_sections(), Fraction(total)) == found
    assert verdict(two_sections(), None) == ""
