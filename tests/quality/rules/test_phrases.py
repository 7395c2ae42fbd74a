"""Phrases and seconds: what a browser tells is held against the conversation and against the clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.quality.rules.card import Mark, Phrase
from hengcai.quality.rules.phrases import found_again, quoted
from hengcai.quality.rules.seconds import LONGEST, seconds_kept, whole
from tests.quality.rules.cards import card, item, section

ITEMS = ("first", "second", "third")
CARD = card(section("talk", 100, item("first")))
TOLD = st.dictionaries(
    st.sampled_from((*ITEMS, "stranger")), st.one_of(st.integers(), st.floats(), st.text(), st.booleans())
)
HELD = st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 1000))


@given(TOLD, HELD, st.none() | st.floats(0, 10**6))
def test_seconds_never_shrink_nor_outgrow_the_clock(told, held, passed):
    kept = seconds_kept(told, held, items=ITEMS, passed=passed)
    assert set(kept) <= set(ITEMS)
    assert all(kept[code] >= held[code] for code in held)
    grown = sum(kept.values()) - sum(held.values())
    assert 0 <= grown <= (LONGEST if passed is None else passed + 1)
    assert sum(kept.values()) <= max(LONGEST, sum(held.values()))


def test_what_a_browser_counted_is_kept_as_far_as_time_passed():
    assert seconds_kept({"first": 40, "second": 9}, {"first": 30}, items=ITEMS, passed=14) == {"first": 40, "second": 5}
    assert [whole(one) for one in (True, "9", -1, float("nan"), LONGEST + 1, 7.9)] == [0, 0, 0, 0, 0, 7]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 6)])
def test_a_phrase_outside_its_line_is_refused(start, end):
    with pytest.raises(NotValid) as caught:
        quoted(CARD, {"first": Mark("4", turn=0, phrase=Phrase(start, end))}, ["我来查一下"])
    assert caught.value.code == "quality.phrase_unknown"


def test_a_phrase_says_what_stands_there_and_nothing_without_a_line():
    marks = {"first": Mark("4", turn=1, phrase=Phrase(1, 3, "made up"))}
    assert quoted(CARD, marks, ["您好", "我来查一下"])["first"].phrase == Phrase(1, 3, "来查")
    assert quoted(CARD, {"first": Mark("4", phrase=Phrase(0, 1))}, [])["first"].phrase is None


def test_words_are_found_again_where_they_moved_to():
    phrase = Phrase(1, 3, "来查")
    assert found_again(phrase, "我来查一下") == (1, 3)
    assert found_again(phrase, "那我来查一下") == (2, 4)
    assert found_again(phrase, "我看一下") is None
    assert found_again(Phrase(0, 1), "我看一下") is None
