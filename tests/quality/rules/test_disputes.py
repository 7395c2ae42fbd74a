"""What may be asked for and decided of single items; nothing of it costs the agent anything."""

from contextlib import suppress
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.rules import disputes
from hengcai.quality.rules.card import Card, Condition, Item, Mark, Section
from hengcai.quality.rules.disputes import Ruling, Wish
from hengcai.quality.rules.score import score

TENTH = Fraction(10)
ITEMS = (
    Item("listening", "anchored", TENTH),
    Item("identity", "yes_no", TENTH, critical_scope="whole", critical_class="compliance"),
    Item("way", "choice", TENTH, options={"full": Fraction(10), "half": Fraction(5), "none": Fraction(0)}),
    Item("apology", "anchored", TENTH, may_be_na=False, condition=Condition("listening", ("1", "2"))),
    Item("praise", "anchored", TENTH, may_be_na=False, condition=Condition("listening", ("5",))),
    Item("late", "deduction", points=Fraction(8)),
    Item("extra", "bonus", points=Fraction(3), may_be_na=False),
    Item("remark", "note"),
)
CARD = Card(
    "weighted", Fraction(80), Fraction(90), Fraction(5), tuple(Fraction(n, 10) for n in (0, 3, 6, 8, 10)),
    (Section("talk", Fraction(100), ITEMS),),
)  # fmt: skip
FIRST = {
    "listening": Mark("2", "cut in", "person", 1), "identity": Mark("no", "not asked", "person"), "way": Mark("none", "x"),
    "apology": Mark("4"), "late": Mark("hit", "x", "person"), "extra": Mark("clear"), "remark": Mark("noted", "calm"),
}  # fmt: skip


def refusal(act, *args, **how):
    with pytest.raises((NotValid, NotNow)) as caught:
        act(*args, **how)
    return caught.value.code


def wished(code):
    return disputes.wishable(CARD, CARD.by_code[code], FIRST[code].value)


def wishes(**values):
    return {code: Wish(value, "heard otherwise") for code, value in values.items()}


def check(asked, turn_count=3):
    disputes.check_wishes(CARD, FIRST, asked, turn_count=turn_count)


def test_the_last_day_is_still_in_time():
    disputes.check_window(date(2026, 3, 19), date(2026, 3, 19))
    assert refusal(disputes.check_window, date(2026, 3, 19), date(2026, 3, 20)) == "quality.window_closed"
    assert refusal(disputes.check_window, None, date(2026, 3, 19)) == "quality.no_window"


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("listening", ["3", "4", "5", "na"]), ("identity", ["yes", "na"]), ("way", ["full", "half", "na"]),
        ("late", ["clear", "na"]), ("extra", ["hit"]), ("apology", ["5"]),
    ],
)  # fmt: skip
def test_what_may_be_asked_for_differs_and_is_not_worse(code, values):
    assert wished(code) == values


def test_notes_and_items_without_a_mark_are_not_disputed():
    assert [item.code for item in disputes.disputable(CARD, FIRST)] == [
        "listening", "identity", "way", "apology", "late", "extra",
    ]  # fmt: skip
    assert refusal(check, wishes(remark="noted")) == "quality.item_not_disputable"
    assert refusal(check, wishes(praise="5")) == "quality.item_not_disputable"
    assert refusal(check, wishes(stranger="5")) == "quality.item_not_disputable"


def test_what_was_not_the_agents_fault_costs_nothing_and_is_not_disputed():
    marks = {**FIRST, "listening": Mark("2", "cut in", "system", 1)}
    assert "listening" not in [item.code for item in disputes.disputable(CARD, marks)]
    assert (
        refusal(disputes.check_wishes, CARD, marks, wishes(listening="4"), turn_count=3)
        == "quality.item_not_disputable"
    )


def test_a_wish_has_a_mark_words_and_a_moment_that_is_there():
    check({"listening": Wish("4", "heard otherwise", 2)})
    assert refusal(check, {}) == "quality.dispute_empty"
    assert refusal(check, wishes(listening="1")) == "quality.wish_unknown"
    assert refusal(check, wishes(listening="2")) == "quality.wish_unknown"
    assert refusal(check, {"listening": Wish("4", " ")}) == "quality.wish_words_missing"
    assert refusal(check, {"listening": Wish("4", "x", 3)}) == "quality.turn_unknown"


def test_blind_marks_are_one_for_each_disputed_item():
    disputed = wishes(listening="4", extra="hit")
    disputes.check_blind(CARD, disputed, {"listening": "1", "extra": "clear"})
    assert refusal(disputes.check_blind, CARD, disputed, {"listening": "1"}) == "quality.blind_incomplete"
    wrong = {"listening": "6", "extra": "clear"}
    assert refusal(disputes.check_blind, CARD, disputed, wrong) == "quality.blind_unknown"
    wrong = {"listening": "4", "extra": "na"}
    assert refusal(disputes.check_blind, CARD, disputed, wrong) == "quality.blind_unknown"


@pytest.mark.parametrize(
    ("code", "first", "wish", "values"),
    [
        ("listening", "2", "5", ["3", "4"]), ("listening", "2", "3", []), ("listening", "na", "3", ["1", "2"]),
        ("listening", "2", "na", ["3", "4", "5"]), ("identity", "no", "yes", []), ("way", "none", "full", ["half"]),
        ("extra", "clear", "hit", []),
    ],
)  # fmt: skip
def test_in_part_lies_between_the_first_mark_and_the_one_asked_for(code, first, wish, values):
    assert disputes.between(CARD, CARD.by_code[code], first, wish) == values


def decide(asked, **rulings):
    return disputes.decided_values(CARD, FIRST, asked, rulings)


def test_each_outcome_has_its_mark():
    asked = wishes(listening="5", identity="yes", way="full")
    found = decide(
        asked,
        listening=Ruling("partly", "half of it", "4"),
        identity=Ruling("rejected", "not asked"),
        way=Ruling("upheld", "did it"),
    )
    assert found == {"listening": "4", "identity": "no", "way": "full"}


def test_a_ruling_is_whole():
    asked = wishes(listening="4")
    assert refusal(decide, asked) == "quality.rulings_incomplete"
    assert refusal(decide, asked, listening=Ruling("upheld", " ")) == "quality.ruling_reasons_missing"
    assert refusal(decide, asked, listening=Ruling("perhaps", "x")) == "quality.ruling_unknown"
    assert refusal(decide, asked, listening=Ruling("partly", "x", "5")) == "quality.nothing_between"
    assert refusal(decide, asked, listening=Ruling("partly", "x")) == "quality.nothing_between"


def test_only_what_was_decided_changes():
    after = disputes.decided_marks(CARD, FIRST, {"identity": "yes"})
    assert after["identity"] == Mark("yes", "not asked")
    assert {code: mark for code, mark in after.items() if code != "identity"} == {
        code: mark if code != "way" else Mark("none", "x", "person")
        for code, mark in FIRST.items()
        if code != "identity"
    }


def test_an_item_the_new_mark_switches_on_was_never_scored_and_one_it_switches_off_falls_away():
    after = disputes.decided_marks(CARD, FIRST, {"identity": "yes", "listening": "5"})
    assert after["praise"] == Mark("na")
    assert "apology" not in after


def test_a_mark_that_is_still_a_fault_keeps_its_cause():
    marks = {**FIRST, "listening": Mark("1", "x", "system")}
    assert disputes.decided_marks(CARD, marks, {"listening": "2"})["listening"] == Mark("2", "x", "system")


def test_a_decision_that_would_lower_the_total_is_refused():
    marks = {**FIRST, "identity": Mark("yes"), "apology": Mark("2"), "listening": Mark("2")}
    lone = {**marks, "way": Mark("full")}
    assert refusal(disputes.decided_marks, CARD, lone, {"way": "na"}) == "quality.decision_lowers"


@given(st.data())
def test_no_dispute_ever_costs_anything(data):
    marks = {}
    for item in ITEMS:
        values = item.scale if not item.may_be_na else (*item.scale, "na")
        marks[item.code] = Mark(data.draw(st.sampled_from(values)), "x")
    marks = disputes.kept_marks(CARD, marks)
    found = disputes.disputable(CARD, marks)
    chosen = data.draw(st.lists(st.sampled_from(found), min_size=1, unique_by=lambda item: item.code))
    values = {}
    for item in chosen:
        open_to = disputes.wishable(CARD, item, marks[item.code].value)
        values[item.code] = data.draw(st.sampled_from([marks[item.code].value, *open_to]))
    with suppress(NotValid):  # of a decision that would lower the total nothing comes
        check_kept(marks, values, disputes.decided_marks(CARD, marks, values))


def check_kept(marks, values, after):
    before_total, after_total = score(CARD, marks).total, score(CARD, after).total
    assert before_total is None or after_total >= before_total
    assert not score(CARD, after).unanswered
    for code, mark in after.items():
        if code in marks and code not in values:
            assert mark == marks[code]
