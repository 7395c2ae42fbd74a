from fractions import Fraction

import pytest

from hengcai.base.errors import NotValid
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Condition, Mark
from hengcai.quality.rules.marks import check_marks, check_submission, kept_marks, needs_comment
from tests.quality.rules.cards import card, item, marks, section, two_sections

FULL = marks(listening="4", wording="5", identity="yes", record="na")


def refused(check, *args, **more) -> NotValid:
    with pytest.raises(NotValid) as caught:
        check(*args, **more)
    return caught.value


def test_a_draft_may_be_unfinished():
    check_marks(two_sections(), marks(listening="4"))
    check_marks(two_sections(), {})


def test_an_unanswered_item_blocks_submission_and_is_named():
    found = refused(check_submission, two_sections(), marks(listening="4", wording="5"))
    assert (found.code, found.facts["items"], found.facts["count"]) == ("quality.unanswered", ("identity", "record"), 2)
    check_submission(two_sections(), FULL)


@pytest.mark.parametrize("value", ["0", "6", "4.5", "yes", "", "hit"])
def test_a_mark_outside_the_scale_is_refused(value):
    assert refused(check_marks, two_sections(), marks(listening=value)).code == "quality.mark_unknown"


def test_a_mark_for_an_item_of_another_card_is_refused():
    found = refused(check_marks, two_sections(), FULL | marks(courtesy="5"))
    assert (found.code, found.facts["items"]) == ("quality.item_unknown", ("courtesy",))


def test_not_applicable_is_taken_only_where_allowed():
    made = card(section("s", 100, item("a", may_be_na=False)))
    assert refused(check_marks, made, marks(a="na")).code == "quality.na_not_allowed"


def test_an_unknown_cause_is_refused():
    found = refused(check_marks, two_sections(), {"listening": Mark("2", cause="weather")})
    assert found.code == "quality.cause_unknown"
    check_marks(two_sections(), {"listening": Mark("2", cause="policy")})


@pytest.mark.parametrize("turn", [-1, 7])
def test_a_moment_outside_the_transcript_is_refused(turn):
    found = refused(check_marks, two_sections(), {"listening": Mark("2", turn=turn)}, turn_count=7)
    assert found.code == "quality.turn_unknown"


def test_a_moment_within_the_transcript_is_taken():
    check_marks(two_sections(), {"listening": Mark("2", turn=6)}, turn_count=7)
    check_marks(two_sections(), {"listening": Mark("2", turn=600)})


@pytest.mark.parametrize(
    ("more", "value", "is_needed"),
    [
        ({"comment_below": 3}, "2", True),
        ({"comment_below": 3}, "3", False),
        ({"comment_below": 3}, "na", False),
        ({}, "1", True),
        ({}, "2", False),
        ({}, "na", False),
        ({"kind": cards.YES_NO}, "no", True),
        ({"kind": cards.YES_NO}, "yes", False),
        (
            {"kind": cards.CHOICE, "options": {"none": Fraction(0), "part": Fraction(1), "all": Fraction(2)}},
            "none",
            True,
        ),
        (
            {"kind": cards.CHOICE, "options": {"none": Fraction(0), "part": Fraction(1), "all": Fraction(2)}},
            "part",
            False,
        ),
        ({"kind": cards.DEDUCTION, "points": Fraction(5)}, "hit", True),
        ({"kind": cards.DEDUCTION, "points": Fraction(5)}, "clear", False),
        ({"kind": cards.BONUS, "points": Fraction(5)}, "clear", False),
        ({"critical_scope": "whole", "critical_class": "customer"}, "1", True),
        ({"critical_scope": "whole", "critical_class": "customer"}, "2", False),
        ({"kind": cards.YES_NO, "comment_if": "no"}, "no", True),
        ({"kind": cards.YES_NO, "comment_if": "no"}, "yes", False),
        ({"kind": cards.YES_NO, "comment_if": "no"}, "na", False),
        ({"kind": cards.NOTE}, "noted", True),
    ],
)
def test_what_asks_for_a_comment(more, value, is_needed):
    made = card(section("s", 100, item("a", **more)))
    assert needs_comment(made, made.by_code["a"], value) is is_needed


def test_a_missing_comment_blocks_submission_but_not_a_draft():
    made = card(section("s", 100, item("a", comment_below=3)))
    check_marks(made, marks(a="2"))
    assert refused(check_submission, made, marks(a="2")).code == "quality.comment_missing"
    assert refused(check_submission, made, {"a": Mark("2", "  ")}).code == "quality.comment_missing"
    check_submission(made, {"a": Mark("2", "no restatement")})


def test_a_fatal_error_needs_its_words_even_when_caused_outside():
    made = card(
        section("s", 100, item("a"), item("b", cards.YES_NO, critical_scope="whole", critical_class="business"))
    )
    outside = marks(a="5") | {"b": Mark("no", cause="system")}
    assert refused(check_submission, made, outside).code == "quality.comment_missing"


def test_names_are_said_where_the_card_has_them():
    made = card(section("s", 100, item("a", name="Listening"), item("b")))
    assert refused(check_submission, made, {}).facts["names"] == ("Listening", "b")


def test_marks_of_items_whose_condition_is_not_met_fall_away_and_ask_for_nothing():
    made = two_sections(item("handover", condition=Condition("identity", ("no",)), comment_below=3))
    given = FULL | marks(handover="1")
    check_submission(made, given)
    assert kept_marks(made, given) == FULL


def test_an_error_nobody_gave_a_cause_is_the_persons():
    given = marks(listening="2", wording="5", identity="no") | {"record": Mark("1", cause="system")}
    causes = {code: mark.cause for code, mark in kept_marks(two_sections(), given).items()}
    assert causes == {"listening": "person", "wording": "", "identity": "person", "record": "system"}
