"""Tones stand where customers' data are said."""

from hypothesis import given
from hypothesis import strategies as st

from hengcai.interactions.rules.covering import MARGIN, covered_moments

NUMBER = {"speaker": "customer", "text": "13812345678", "start": 10.0, "end": 14.0}


def test_a_number_is_covered_for_as_long_as_it_is_said():
    assert covered_moments([NUMBER], seconds=60) == [(10 - MARGIN, 14 + MARGIN)]


def test_a_number_within_a_turn_is_covered_at_its_share_of_it():
    turn = {"speaker": "customer", "text": "我的号码是13812345678，谢谢", "start": 0.0, "end": 19.0}
    ((first, last),) = covered_moments([turn], seconds=60)
    assert (round(first, 2), round(last, 2)) == (5 - MARGIN, 16 + MARGIN)


def test_a_turn_without_an_end_ends_where_the_next_begins_or_the_recording():
    open_turn = {"speaker": "customer", "text": "13812345678", "start": 2.0}
    after = {"speaker": "agent", "text": "好的", "start": 7.0}
    assert covered_moments([open_turn, after], seconds=60) == [(2 - MARGIN, 7 + MARGIN)]
    assert covered_moments([open_turn], seconds=5) == [(2 - MARGIN, 5.0)]


def test_turns_without_times_and_plain_ones_cover_nothing():
    plain = {"speaker": "agent", "text": "您好", "start": 0.0, "end": 1.0}
    assert (
        covered_moments([{"speaker": "customer", "text": "13812345678"}, plain, {**plain, "text": ""}], seconds=9) == []
    )


def test_a_name_known_from_the_file_is_covered_too():
    turn = {"speaker": "agent", "text": "王小明", "start": 1.0, "end": 2.0}
    assert covered_moments([turn], known=["王小明"], seconds=9) == [(1 - MARGIN, 2 + MARGIN)]


TIMES = st.floats(0, 100, allow_nan=False)


@given(st.lists(st.tuples(TIMES, st.none() | TIMES), max_size=8), st.floats(0.5, 90))
def test_moments_are_apart_in_order_and_within_the_recording(times, seconds):
    turns = [{"speaker": "customer", "text": "13812345678", "start": start, "end": end} for start, end in times]
    found = covered_moments(turns, seconds=seconds)
    ends = [moment for one in found for moment in one]
    assert ends == sorted(ends)
    assert all(0 <= moment <= seconds for moment in ends)
