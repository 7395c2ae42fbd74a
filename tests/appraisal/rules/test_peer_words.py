from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.appraisal.rules.peer_words import COVER, Words, readable, without

TEXTS = st.text("你好帮忙快慢 abc，。", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_who_wrote_what_and_when_changes_nothing_of_what_is_read(texts, dice) -> None:
    one = [Words(rater, text) for rater, text in enumerate(texts)]
    other = [Words(rater, text) for rater, text in zip(dice.sample(range(99), len(texts)), texts, strict=True)]
    dice.shuffle(other)
    told = readable(one, names=(), salt="7")
    assert told == readable(other, names=(), salt="7")
    assert sorted(told) == sorted(text.strip() for text in texts)


@given(st.lists(st.tuples(st.integers(1, 2), TEXTS), max_size=9))
def test_two_writers_are_read_by_nobody_however_much_they_write(given_) -> None:
    assert readable([Words(*one) for one in given_], names=(), salt="7") == []


def test_an_empty_line_makes_nobody_a_writer() -> None:
    words = [Words(1, "快"), Words(2, "稳"), Words(3, "  ")]
    assert readable(words, names=(), salt="7") == []


def test_names_of_those_who_rated_are_covered_the_longer_first() -> None:
    assert (
        without("王小明和王小都说,找 a17 问", ["王小", "王小明", "A17", "李"]) == f"{COVER}和{COVER}都说,找 {COVER} 问"
    )
