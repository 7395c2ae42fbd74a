"""What the marks before and after allow to be said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.quality.rules.card import Card, Item, Section
from hengcai.quality.rules.changes import told_of

ITEMS = (
    Item("listening", "anchored", Fraction(1)),
    Item("identity", "yes_no", Fraction(1)),
    Item("late", "deduction"),
    Item("praise", "bonus"),
    Item("way", "choice", Fraction(1), options={"a": Fraction(0), "b": Fraction(1), "c": Fraction(2)}),
    Item("remark", "note"),
)
SHARES = tuple(Fraction(part, 100) for part in (0, 30, 60, 80, 100))
CARD = Card("weighted", Fraction(80), Fraction(90), Fraction(5), SHARES, (Section("one", Fraction(100), ITEMS),))


def told(code, before, after, heard=()):
    return told_of(CARD, CARD.by_code[code], before, after, heard=heard)


def test_levels_are_means_and_a_clear_rise_is_told():
    found = told("listening", ["2", "1", "2", "2"], ["4", "5", "4", "4"])
    assert (found.kind, found.verdict, found.n_before, found.n_after, found.lacks) == ("means", "higher", 4, 4, "")
    assert found.low > 0


@pytest.mark.parametrize(
    ("code", "bad", "good"), [("identity", "no", "yes"), ("late", "hit", "clear"), ("praise", "clear", "hit")]
)
def test_done_or_not_is_a_share(code, bad, good):
    found = told(code, [bad] * 6, [good] * 6)
    assert (found.kind, found.verdict, found.before, found.after) == ("shares", "higher", 0, 1)


def test_a_choice_counts_by_what_it_earns_and_not_applicable_is_no_mark():
    found = told("way", ["a", "b", "na"], ["c"])
    assert (found.before, found.after, found.n_before, found.lacks) == (0.25, 1, 2, "too_few_before")
    assert told("remark", ["noted"], []).n_before == 0


def test_what_lacks_is_said():
    assert told("listening", ["2", "3", "2"], ["4"]).lacks == "too_few_after"
    assert told("listening", ["2", "2", "2"], ["4", "4", "4"]).lacks == "nothing_varies"
    assert told("listening", ["2", "4", "3"], ["4", "3", "4"]).lacks in ("further", "too_close")
    assert told("listening", ["3", "4", "3"], ["3", "4", "3"]).lacks == "too_close"
    assert told("identity", ["no", "no", "yes"], ["yes", "yes", "yes"]).lacks == "further"


def test_a_session_made_from_a_low_mark_says_so():
    assert told("listening", ["4", "4", "2"], [], heard=["2"]).is_from_low
    assert not told("listening", ["4", "4", "2"], [], heard=["4"]).is_from_low
    assert not told("listening", [], [], heard=["2"]).is_from_low


@given(st.lists(st.sampled_from("12345"), max_size=8), st.lists(st.sampled_from("12345"), max_size=8))
def test_a_verdict_and_what_lacks_exclude_each_other(before, after):
    found = told("listening", before, after)
    assert (found.verdict == "cannot_tell") == bool(found.lacks)
    assert found.kept()["n_after"] == len(after)
