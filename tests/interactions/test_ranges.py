"""Ranges of bytes: whatever is asked, what is sent is a piece of the file and says which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.interactions.rules.ranges import Span, UnsatisfiableError, asked_range, shortened

SIZES = st.integers(0, 5000)


def plainly(first: int | None, last: int | None, size: int) -> range | None:
    """The bytes by their places; None for what is no range at all. Written apart from the rule."""
    there = range(size)
    if first is None:
        return there[-last:] if last else there[:0]
    if last is not None and last < first:
        return None
    return there[first:] if last is None else there[first : last + 1]


@given(st.none() | st.integers(0, 6000), st.none() | st.integers(0, 6000), SIZES)
def test_a_range_is_those_bytes(first, last, size):
    header = f"bytes={'' if first is None else first}-{'' if last is None else last}"
    expected = None if first is None and last is None else plainly(first, last, size)
    try:
        found = asked_range(header, size=size)
    except UnsatisfiableError:
        assert expected is not None
        assert len(expected) == 0
        return
    if expected is None:
        assert found is None
    else:
        assert found == Span(expected[0], expected[-1])
        assert found.length == len(expected)


@given(st.text(max_size=40), SIZES)
def test_what_is_not_understood_is_answered_by_the_whole(header, size):
    try:
        found = asked_range(header, size=size)
    except UnsatisfiableError:
        return
    assert found is None or 0 <= found.first <= found.last < size


@pytest.mark.parametrize("header", ["bytes=0-1,4-5", "items=0-1", "bytes=-", "bytes=5-2", f"bytes={'9' * 30}-", ""])
def test_several_ranges_and_others_units_are_the_whole(header):
    assert asked_range(header, size=100) is None


@pytest.mark.parametrize(
    ("since", "whole"), [('"a"', False), ('"b"', True), ("Sun, 29 Nov 2026 07:00:00 GMT", True), ("", False)]
)
def test_a_piece_is_sent_of_the_version_the_reader_has_and_no_other(since, whole):
    found = asked_range("bytes=2-3", size=9, if_range=since, tag='"a"')
    assert found == (None if whole else Span(2, 3))


@given(st.integers(0, 9000), st.integers(1, 9000), st.integers(1, 9000))
def test_a_piece_is_never_longer_than_may_be(first, count, most):
    found = shortened(Span(first, first + count - 1), most=most)
    assert (found.first, found.length) == (first, min(count, most))
