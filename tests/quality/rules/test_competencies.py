from fractions import Fraction

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.competencies import levels
from hengcai.quality.rules.score import score
from tests.quality.rules.cards import card, item, marks, section

CARD = card(
    section(
        "s", 100,
        item("a", competency="listening"),
        item("b", cards.YES_NO, competency="listening"),
        item("c", competency="empathy"),
        item("d", cards.CHOICE, competency="resources"),
        item("e", cards.DEDUCTION, competency="integrity"),
        item("f"),
    ),
)  # fmt: skip
BROAD = {"listening": "communication", "empathy": "communication"}
MARKS = marks(a="4", b="no", c="3", d="best", e="hit", f="5")


def found(given, broad=BROAD, made=CARD):
    return levels(made, score(made, given), broad)


def test_levels_are_means_over_items_and_other_kinds_say_nothing():
    assert found(MARKS, {}) == {"listening": Fraction(5, 2), "empathy": Fraction(3)}


def test_a_broad_competency_is_the_mean_over_its_parts_values():
    assert found(MARKS)["communication"] == (Fraction(5, 2) + 3) / 2


def test_own_items_of_a_broad_competency_count_beside_its_parts():
    made = card(section("s", 100, item("a", competency="listening"), item("b", competency="communication")))
    assert found(marks(a="2", b="5"), made=made) == {"listening": 2, "communication": Fraction(7, 2)}


def test_what_does_not_count_says_nothing():
    given = MARKS | marks(a="na", c="na") | {"b": Mark("no", cause="system")}
    assert found(given) == {}
    assert found(MARKS | marks(a="na", b="yes"))["listening"] == 5
