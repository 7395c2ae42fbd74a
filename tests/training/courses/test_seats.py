"""Places by rule: never more than there are, the longest waiting first, nobody twice at once."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hengcai.training.rules.seats import EARLY, Span, clash, moving_up, standing, takes_code

NINE = datetime(2026, 3, 16, 1, tzinfo=UTC)
minutes = st.integers(0, 600).map(lambda n: timedelta(minutes=n))
spans = st.builds(lambda start, length: Span(NINE + start, NINE + start + length), minutes, minutes.filter(bool))


@given(spans, spans)
def test_two_spans_meet_when_they_share_a_moment(one, other):
    shared = max(one.starts_at, other.starts_at) < min(one.ends_at, other.ends_at)
    assert one.meets(other) == other.meets(one) == shared


@given(spans, st.lists(spans))
def test_a_clash_is_one_of_those_taken(wanted, taken):
    found = clash(wanted, taken)
    assert (found is None) == (not any(wanted.meets(one) for one in taken))


@given(st.lists(st.integers(), unique=True), st.integers(0, 30), st.integers(1, 30))
def test_moving_up_fills_what_is_free_in_order(waiting, booked, places):
    lucky = moving_up(waiting, booked=booked, places=places)
    assert lucky == waiting[: len(lucky)]
    assert booked + len(lucky) <= max(places, booked)
    assert len(lucky) == len(waiting) or booked + len(lucky) >= places


def test_a_place_is_free_until_the_last_is_taken():
    assert [standing(booked=n, places=2) for n in (0, 1, 2, 3)] == ["booked", "booked", "waiting", "waiting"]


@given(minutes, minutes.filter(bool))
def test_a_code_is_good_round_the_start_and_never_after_the_end(after, length):
    session, now = Span(NINE, NINE + length), NINE - EARLY + after
    assert takes_code(session, now) == (now <= min(NINE + timedelta(minutes=30), NINE + length))
