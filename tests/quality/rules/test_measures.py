"""Measures as counted, kept and held against the month before."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.intervals import share_interval
from hengcai.quality.rules import measures as rules
from hengcai.quality.rules.measures import Count, Counted, Figure, Mean

counts = st.integers(0, 60).flatmap(lambda of: st.builds(Count, st.integers(0, of), st.just(of)))
MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 1)


@given(counts, counts)
def test_counts_add_up(one, other):
    both = one + other
    assert (both.top, both.of) == (one.top + other.top, one.of + other.of)
    assert both.share == (Fraction(both.top, both.of) if both.of else None)


@given(counts)
def test_a_share_has_the_interval_of_measurement_or_none_at_all(one):
    found = one.estimate
    if not one.of:
        assert found is None
        return
    plain = share_interval(one.top, one.of)
    assert (found.estimate, found.low, found.high, found.n) == (plain.estimate, plain.low, plain.high, plain.n)


def test_ratings_of_one_contact_hang_together():
    loose, tied = Count(18, 20), Count(18, 20, 5)
    assert tied.estimate.high - tied.estimate.low > loose.estimate.high - loose.estimate.low
    assert (tied + loose).units == 25


@given(counts, counts)
def test_what_moved_beyond_chance_leaves_0_out_and_nothing_else_does(now, before):
    figure = Figure("passed", now, before)
    change = figure.change
    if change is None:
        assert not (now.of and before.of)
        assert (figure.verdict, figure.sense) == (rules.CANNOT_TELL, 0)
        return
    moved = not change.low <= 0 <= change.high
    assert (figure.verdict in (rules.UP, rules.DOWN)) == moved
    assert figure.sense == (0 if not moved else 1 if now.share > before.share else -1)


def test_fewer_fatal_errors_are_better():
    assert Figure("fatal", Count(1, 200), Count(40, 200)).sense == 1
    assert Figure("disputed", Count(1, 200), Count(40, 200)).sense == 0


def test_a_mean_is_held_against_a_mean():
    now, before = rules.mean_of([300.0, 320.0, 310.0]), rules.mean_of([200.0, 190.0, 210.0])
    figure = Figure(rules.HANDLING, now, before)
    assert (figure.is_mean, figure.verdict, now.share, now.of, now.top) == (True, rules.UP, None, 3, 930)
    assert now.estimate.estimate == 310
    assert Figure(rules.HANDLING, now, Mean()).verdict == rules.CANNOT_TELL
    assert Figure(rules.HANDLING, now, rules.mean_of([1.0])).verdict == rules.CANNOT_TELL
    assert Mean().estimate is None


@given(st.dictionaries(st.sampled_from(sorted(rules.SHARES)), counts))
def test_what_is_kept_reads_as_it_was(found):
    told = {code: one for code, one in found.items() if one.of}
    whole = Counted(told, rules.mean_of([2.0, 4.0]), {"system": 3}, {"estimate": 0.7})
    assert rules.read(rules.kept(whole)) == whole


def test_a_team_has_no_measure_of_the_centre_alone():
    codes = {one.code for one in rules.figures(Counted(), Counted(), of_team=True)}
    assert {one.code for one in rules.figures(Counted(), Counted(), of_team=False)} - codes == set(rules.OF_THE_CENTRE)


def test_months_end_with_the_running_one():
    months = rules.shown_months(date(2026, 4, 8))
    assert (months[0], months[-1]) == (date(2025, 10, 1), date(2026, 4, 1))


def test_feedback_that_still_has_time_is_neither_late_nor_on_time():
    assert rules.is_on_time(MARCH, last=MARCH, today=APRIL) is True
    assert rules.is_on_time(APRIL, last=MARCH, today=APRIL) is False
    assert rules.is_on_time(None, last=MARCH, today=APRIL) is False
    assert rules.is_on_time(None, last=MARCH, today=MARCH) is None
