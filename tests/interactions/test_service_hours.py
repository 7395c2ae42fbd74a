"""Hours a ticket lay with an agent while the centre was open."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.interactions.rules.service_hours import ServiceHours, hours_in_hand, time_to_resolution

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
YEAR = datetime(2026, 1, 1, tzinfo=UTC)
NINE_TO_SIX = ((540, 720), (780, 1080))  # with an hour at noon
WEEKDAYS = ServiceHours(dict.fromkeys(range(5), NINE_TO_SIX), SHANGHAI)
ALWAYS = ServiceHours(dict.fromkeys(range(7), ((0, 1440),)), BERLIN)


def local(written: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(f"2026-{written}").replace(tzinfo=zone)


def in_hand(*edges: str, service: ServiceHours = WEEKDAYS) -> Fraction:
    moments = [local(one) for one in edges]
    return hours_in_hand(zip(moments[::2], moments[1::2], strict=True), service)


@pytest.mark.parametrize(
    ("edges", "hours"),
    [
        (("03-02T10:00", "03-02T11:30"), "3/2"),
        (("03-02T10:00", "03-02T14:00"), "3"),
        (("03-02T17:00", "03-03T10:00"), "2"),
        (("03-06T17:00", "03-09T10:00"), "2"),
        (("03-07T09:00", "03-08T18:00"), "0"),
        (("03-02T12:00", "03-02T13:00"), "0"),
        (("03-02T10:00", "03-02T10:00"), "0"),
        (("03-02T09:00", "03-02T10:00", "03-03T09:00", "03-03T09:20"), "4/3"),
        (("03-02T09:00", "03-02T11:00", "03-02T10:00", "03-02T12:00"), "3"),
    ],
    ids=["a morning", "the noon break", "over night", "over a weekend", "a weekend", "at noon", "nothing", "sent out and back", "twice at once"],
)  # fmt: skip
def test_the_clock_runs_in_service_hours_and_only_while_the_ticket_is_the_agents(edges, hours):
    assert in_hand(*edges) == Fraction(hours)


def test_a_holiday_is_not_served():
    closed = ServiceHours(WEEKDAYS.week, SHANGHAI, is_closed=lambda day: day == date(2026, 3, 3))
    assert in_hand("03-02T17:00", "03-04T10:00", service=closed) == 2
    assert in_hand("03-02T17:00", "03-04T10:00") == 10


def test_a_night_shift_is_two_openings():
    night = ServiceHours({0: ((1320, 1440),), 1: ((0, 360),)}, SHANGHAI)
    assert in_hand("03-02T12:00", "03-03T12:00", service=night) == 8


@pytest.mark.parametrize(("day", "hours"), [("03-29", 23), ("10-25", 25), ("06-01", 24)])
def test_a_day_on_which_clocks_change_has_as_many_hours_as_passed(day, hours):
    start = local(f"{day}T00:00", BERLIN)
    assert hours_in_hand([(start, start + timedelta(days=1))], ALWAYS) == hours


@pytest.mark.parametrize(("day", "opening", "hours"), [("10-25", (60, 150), "5/2"), ("03-29", (60, 150), "3/2"), ("03-29", (120, 180), "0")])  # fmt: skip
def test_an_edge_that_clocks_show_twice_or_skip(day, opening, hours):
    """01:00–02:30 on the long night is two hours and a half; 02:00–03:00 on the short one is no time at all."""
    service = ServiceHours({6: (opening,)}, BERLIN)
    start = local(f"{day}T00:00", BERLIN)
    assert hours_in_hand([(start, start + timedelta(days=1))], service) == Fraction(hours)


def test_openings_that_touch_where_clocks_are_put_back_count_once():
    start = local("10-25T00:00", BERLIN)
    touching = ServiceHours({6: ((0, 150), (150, 1440))}, BERLIN)
    assert hours_in_hand([(start, start + timedelta(days=1))], touching) == 25


def test_the_mean_is_over_tickets_and_none_is_none():
    tickets = [[(local("03-02T09:00"), local("03-02T10:00"))], [(local("03-02T09:00"), local("03-02T09:20"))], []]
    assert time_to_resolution(tickets, WEEKDAYS) == Fraction(4, 9)
    assert time_to_resolution([], WEEKDAYS) is None


@pytest.mark.parametrize(
    "week", [{7: ((0, 60),)}, {0: ((60, 30),)}, {0: ((0, 60), (30, 90))}, {0: ((0, 1441),)}, {0: ((-1, 3),)}]
)
def test_openings_out_of_order_are_refused(week):
    with pytest.raises(NotValid, match="service_hours"):
        ServiceHours(week, SHANGHAI)


moments = st.integers(0, 363 * 86_400 * 10).map(lambda tenths: YEAR + timedelta(seconds=tenths / 10))
spans = st.tuples(moments, moments).map(sorted).map(tuple)
edges = (
    st.lists(st.integers(0, 1440), max_size=6)
    .map(sorted)
    .map(lambda found: tuple(zip(found[::2], found[1::2], strict=False)))
)
services = st.builds(
    ServiceHours,
    st.dictionaries(st.integers(0, 6), edges),
    st.sampled_from([SHANGHAI, BERLIN, ZoneInfo("Australia/Lord_Howe")]),
    st.sampled_from([lambda _day: False, lambda day: day.day % 3 == 0]),
)


@given(spans, st.floats(0, 1), services)
def test_a_span_cut_in_two_is_as_long_as_whole(span, share, service):
    start, end = span
    cut = start + (end - start) * share
    assert hours_in_hand([span], service) == hours_in_hand([(start, cut)], service) + hours_in_hand(
        [(cut, end)], service
    )


@given(st.lists(spans, max_size=4), services)
def test_never_more_than_passed_and_never_less_than_nothing(some, service):
    passed = sum(((end - start) for start, end in some), timedelta())
    assert 0 <= hours_in_hand(some, service) <= Fraction(passed // timedelta(microseconds=1), 3_600_000_000)


@given(st.lists(spans, max_size=4), services)
def test_open_and_shut_hours_together_are_all_there_are(some, service):
    """What falls out of the openings of each day falls into the rest of that day."""
    closed = {
        weekday: tuple(
            zip((0, *(end for _start, end in hours)), (*(start for start, _end in hours), 1440), strict=True)
        )
        for weekday, hours in ((day, service.week.get(day, ())) for day in range(7))
    }
    in_shanghai = [ServiceHours(week, SHANGHAI) for week in (service.week, closed)]
    always = ServiceHours(ALWAYS.week, SHANGHAI)
    assert sum(hours_in_hand(some, one) for one in in_shanghai) == hours_in_hand(some, always)


@given(st.lists(spans, max_size=4))
def test_a_centre_that_never_closes_counts_all_that_passed_once(some):
    moments_in = sorted(some)
    total, until = timedelta(), datetime.min.replace(tzinfo=UTC)
    for start, end in moments_in:
        total += max(end - max(start, until), timedelta())
        until = max(until, end)
    assert hours_in_hand(some, ALWAYS) == Fraction(total // timedelta(microseconds=1), 3_600_000_000)
