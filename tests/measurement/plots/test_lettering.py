"""Words: harmless, shortened to their room, broken where a reader would."""

from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.plots.lettering import broken, clean, fitted, safe, width_of
from tests.measurement.plots.drawn import HOSTILE, MANY, names, parsed


@MANY
@given(names)
def test_nothing_of_a_name_becomes_markup(words):
    assert parsed(f'<a b="{safe(words)}">{safe(words)}</a>').text in {clean(words), None}


def test_signs_that_turn_a_line_are_shown_as_unknown():
    assert clean("a\u202eb\tc\u2009d") == "a\ufffdb c\u2009d"
    assert "\x00" not in clean(HOSTILE)


@MANY
@given(names, st.floats(0, 300))
def test_words_stay_in_their_room(words, room):
    assert width_of(fitted(words, room, 12), 12) <= room + 0.1
    lines = broken(words, max(room, 14), 12, most=3)
    assert len(lines) <= 3
    assert all(width_of(line, 12) <= max(room, 14) + 0.1 for line in lines)


def test_lines_break_between_words_and_within_chinese():
    assert broken("Two raters, six contacts each", 120, 12) == ["Two raters, six", "contacts each"]
    assert broken("两个人各听六通，可靠度到线", 90, 12) == ["两个人各听六", "通，可靠度到线"]
    assert broken("可靠度到线，两个人", 61, 12) == ["可靠度到", "线，两个人"]
    assert broken("Donaudampfschifffahrt", 60, 12, most=2)[1].endswith("…")


def test_marks_over_letters_take_no_room():
    assert width_of("e\u0301", 10) == width_of("e", 10)
