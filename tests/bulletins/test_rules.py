"""Rules by property: clocks that stand still, draws that repeat, marks of the bank, page times."""

import itertools
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hengcai.base.errors import NotValid
from hengcai.bulletins.rules import corrections, deadlines, figures, notices, spots
from hengcai.bulletins.rules.deadlines import HOUR, Presence
from tests.bulletins.scene import NINE, TODAY, question, text

moments = some.integers(0, 500).map(lambda hours: NINE + hours * HOUR)
spans = some.lists(
    some.tuples(moments, some.integers(1, 72)).map(lambda one: (one[0], one[0] + one[1] * HOUR)), max_size=6
)


@given(spans, some.integers(1, 200))
def test_a_deadline_leaves_exactly_its_hours_beside_leave(away, hours):
    there = deadlines.joined(away)
    due = deadlines.later(NINE, hours, there)
    assert deadlines.hours_between(NINE, due, there) == hours
    assert due >= NINE + hours * HOUR


@given(spans, spans, moments)
def test_shift_hours_are_never_more_than_hours_nor_counted_on_leave(shifts, away, now):
    presence = Presence(deadlines.joined(shifts), deadlines.joined(away))
    worked = deadlines.shift_hours(NINE, now, presence)
    assert 0 <= worked <= deadlines.hours_between(NINE, now, presence.away) + 1e-9
    everywhere = Presence(presence.shifts, [(NINE - HOUR, NINE + 9999 * HOUR)])
    assert deadlines.shift_hours(NINE, now, everywhere) == 0


@given(spans)
def test_spans_joined_touch_nowhere_and_cover_the_same(found):
    there = deadlines.joined(found)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(there))
    assert all(deadlines.is_within(start, there) for start, _end in found)


@given(spans, spans)
def test_before_the_next_shift_is_one_that_is_worked(shifts, away):
    presence = Presence(sorted(shifts), deadlines.joined(away))
    due = deadlines.due_at(NINE, kind="shift", hours=1, presence=presence)
    starts = [start for start, _end in shifts if start > NINE and not deadlines.is_within(start, presence.away)]
    assert due == (min(starts) if starts else deadlines.later(NINE, deadlines.WITHOUT_ROSTER, presence.away))


@given(
    some.sets(some.text("0123456789", min_size=1, max_size=6), max_size=30), some.text(max_size=8), some.integers(1, 30)
)
def test_a_draw_repeats_whatever_the_order_and_grows_by_adding(numbers, seed, n):
    drawn = spots.drawn(sorted(numbers), seed=seed, sample=n)
    assert drawn == spots.drawn(sorted(numbers, reverse=True), seed=seed, sample=n)
    assert len(drawn) == min(n, len(numbers))
    assert set(drawn) <= numbers
    assert spots.drawn(list(numbers), seed=seed, sample=n + 1)[:n] == drawn
    assert set(spots.drawn(list(numbers), seed=seed, sample=None)) == numbers


def test_marks_are_exact_and_never_below_nothing():
    several = {"id": "q2", "kind": "multiple", "text": "?", "points": "3", "options": [
        {"id": "a", "text": "A", "share": "1/3"}, {"id": "b", "text": "B", "share": "2/3"}, {"id": "c", "text": "C", "share": "-1"},
    ]}  # fmt: skip
    items = [spots.item_of(one, "x") for one in (question(), several)]
    found = spots.marked(items, {"q1": "b", "q2": "a"})
    assert (found.points, found.out_of, found.right) == (Fraction(2), Fraction(4), ("q1",))
    assert found.is_passed(50)
    assert not found.is_passed(51)
    assert spots.marked(items, {}).points == 0
    assert [one["id"] for one in spots.chosen(items, ["q2"])] == ["q2"]


@given(some.integers(0, 10_000), some.floats(-10, 10_000), some.none() | some.integers(-5, 20_000))
def test_a_page_is_never_seen_longer_than_the_clock_says(length, elapsed, told):
    assert 3 <= notices.seconds_to_read("字" * length) <= 60
    assert 0 <= notices.seconds_seen(elapsed, told) <= max(int(elapsed), 0)


def test_text_that_fits_is_taken():
    notices.check_text(text())
    notices.check_text(text(title_en="Returns", body_en="15 days", must_read=False, due_kind=""))
    for wrong in ({"body_zh": "长" * 20_001}, {"skills": ["x" * 81]}):
        with pytest.raises(NotValid):
            notices.check_text(text(**wrong))


def test_figures_of_few_people_say_nothing_and_of_one_persons_many_are_no_surer():
    assert figures.share_of(4, 4, 4).share is None
    narrow, wide = figures.share_of(50, 100, 100), figures.share_of(50, 100, 10)
    assert wide.high - wide.low > narrow.high - narrow.low
    waits = [(float(n), True) for n in range(1, 41)]
    many, few = figures.median_of(waits, 40), figures.median_of(waits, 8)
    assert many.hours == few.hours == 20
    assert few.low <= many.low
    assert few.high >= many.high
    assert figures.median_of(waits, 4).hours is None
    assert figures.median_of([], 9).hours is None


def test_a_correction_is_late_after_its_day():
    yesterday = TODAY - timedelta(days=1)
    assert corrections.is_late("reported", yesterday, None, TODAY)
    assert corrections.is_late("accepted", yesterday, yesterday, TODAY)
    assert not corrections.is_late("accepted", yesterday, TODAY, TODAY)
    assert not corrections.is_late("mended", yesterday, yesterday, TODAY)
    assert corrections.check_day(TODAY, TODAY) == TODAY
    for day in (None, yesterday):
        with pytest.raises(NotValid):
            corrections.check_day(day, TODAY)
    with pytest.raises(NotValid):
        corrections.check_report(corrections.Report("x", "y", contact="z" * 81))
    assert datetime(2026, 3, 16, 1, tzinfo=UTC) == NINE
