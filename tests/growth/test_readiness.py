"""What a step asks for against what is known; months counted the slow way beside."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.days import months_after
from hengcai.growth.rules.readiness import (
    FURTHER,
    MET,
    MISSING,
    ONE_STEP,
    READY,
    UNKNOWN,
    Held,
    months_between,
    readiness,
    verdict,
)

TODAY = date(2026, 4, 2)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
LEVELS = st.fractions(1, 5, max_denominator=12)


def lines(wanted, held, **facts):
    return readiness(wanted, held, **{"months": 0, "since": None, "today": TODAY, **facts})


@given(LEVELS, LEVELS)
def test_a_level_is_met_exactly_and_never_by_rounding(wanted, level):
    (line,) = lines({"a": wanted}, {"a": Held(level, TODAY, 3)})
    assert (line.state == MET) == (level >= wanted)


def test_a_level_nobody_rated_or_rated_long_ago_cannot_be_told():
    old = Held(Fraction(5), TODAY - timedelta(days=401), 3)
    assert [one.state for one in lines({"a": Fraction(3), "b": Fraction(3)}, {"b": old})] == [UNKNOWN, UNKNOWN]


@given(DAYS, st.integers(0, 60))
def test_months_are_full_on_the_day_they_are_and_not_before(first, months):
    last = months_after(first, months)
    assert months_between(first, last) >= months
    if months:
        assert months_between(first, last - timedelta(days=1)) < months


@given(st.lists(st.booleans(), max_size=4), st.booleans())
def test_the_verdict_counts_what_is_open(seen, long_enough):
    since = TODAY - timedelta(days=400 if long_enough else 3)
    proofs = [str(n) for n in range(len(seen))]
    found = lines(
        {}, {}, months=6, since=since, proofs=proofs, proven={n for n, one in zip(proofs, seen, strict=True) if one}
    )
    open_ones = sum(one.state == MISSING for one in found)
    assert open_ones == seen.count(False) + (not long_enough)
    assert verdict(found) == (READY if not open_ones else ONE_STEP if open_ones == 1 else FURTHER)
