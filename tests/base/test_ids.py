import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.ids import Spellings, folded, shown

UNSEEN = "\u200b\ufeff\xad\u200e\u200f\u2060\u202a\u202e\u2066\u2069\u061c\u200d\ufe0f\u3164\x07"
SPACES = " \t\r\n\xa0\u3000\u2003\u2028"


@pytest.mark.parametrize("sign", UNSEEN)
def test_what_shows_nothing_makes_no_second_id(sign: str) -> None:
    assert folded(f"{sign}00{sign}123{sign}") == "00123"


@pytest.mark.parametrize("sign", SPACES)
def test_spaces_around_an_id_make_no_second_id(sign: str) -> None:
    assert folded(f"{sign}{sign}a1{sign}") == "a1"
    assert folded(f"a{sign}{sign}1") == "a 1"


def test_full_width_letters_and_digits_are_plain_ones() -> None:
    assert folded("ＣＳ００１２３") == "CS00123"
    assert folded("一组（早）") == folded("一组(早)") == "一组(早)"


def test_leading_zeros_and_case_stay_apart() -> None:
    assert len({folded(text) for text in ("1", "001", "a1", "A1")}) == 4


def test_an_id_is_shown_as_it_was_first_spelled() -> None:
    spellings = Spellings()
    assert [spellings[text] for text in (" 一组（早）", "一组(早)", "一组（早）\u200b", "二组")] == [
        "一组（早）", "一组（早）", "一组（早）", "二组",
    ]  # fmt: skip
    assert shown(" ０１\u200b ") == "０１"


@given(st.text(max_size=12))
def test_folding_again_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once) == folded(shown(text)) == once
    assert once == once.strip()


@given(st.text("01aＡ１中", max_size=6), st.lists(st.sampled_from(UNSEEN + SPACES), max_size=4))
def test_an_id_in_any_wrapping_is_the_same_id(text: str, around: list[str]) -> None:
    assert folded("".join(around) + text + "".join(around)) == folded(text)
