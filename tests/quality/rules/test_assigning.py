"""Who scores what of a drawn plan, by property."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hengcai.quality.rules.assigning import AWAY, LED, OWN, Hearer, kept, share_out, told, why_nobody
from hengcai.quality.rules.at_work import Presence, by_days, by_shifts
from hengcai.quality.rules.sampling.draw import Pick, Stratum
from hengcai.quality.rules.sampling.loads import due
from hengcai.quality.rules.sampling.plan import Plan

DAYS = [date(2026, 3, 2) + timedelta(days=n) for n in range(5)]
AT = datetime(2026, 3, 2, tzinfo=UTC)
AGENTS = [f"A{n}" for n in range(6)]
REASONS = st.sampled_from([OWN, LED, "relative"])


def plan(double="0.2", within=1):
    return Plan("p", (DAYS[0], DAYS[-1]), 4, double_share=Fraction(double), load_within=within)


def picks(count):
    return [Pick(f"C{n}", Stratum(AGENTS[n % 6], AGENTS[n % 6], None, 40, 4)) for n in range(count)]


def hearer(name, capacity="1", present="1", **barred):
    return Hearer(name, Fraction(capacity), Fraction(present), barred)


HEARERS = st.lists(
    st.tuples(
        st.sampled_from(["0", "0.5", "1", "2"]),
        st.sampled_from(["0", "2/5", "1"]),
        st.dictionaries(st.sampled_from(AGENTS), REASONS, max_size=4),
    ),
    max_size=5,
)


def made(table):
    return [hearer(f"Q{n}", one, there, **barred) for n, (one, there, barred) in enumerate(table)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), HEARERS, st.sampled_from(["0", "0.2", "1"]), st.integers(0, 10**6))
def test_nobody_scores_whom_they_do_not_hear_nor_anything_twice_and_what_nobody_may_score_says_why(
    count, table, double, seed
):
    own, hearing = picks(count), made(table)
    found = share_out(own, hearing, plan(double), seed=seed)
    by_name = {one.name: one for one in hearing}
    for pick, (first, second) in zip(own, found.assigned.pairs, strict=True):
        assert first is None or first != second
        for name in filter(None, (first, second)):
            assert by_name[name].weight
            assert not by_name[name].keeps_from(pick.stratum.agent)
    left = [pick.stratum.agent for pick, (first, _) in zip(own, found.assigned.pairs, strict=True) if first is None]
    assert {agent: n for agent, (n, _why) in found.unplaced.items()} == {one: left.count(one) for one in set(left)}
    able = [one for one in hearing if one.capacity]
    assert all([name for name, _reason in why] == [one.name for one in able] for _n, why in found.unplaced.values())


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 80), HEARERS, st.integers(0, 10**6))
def test_the_same_picks_and_seed_give_the_same_however_they_are_ordered(count, table, seed):
    own, hearing = picks(count), made(table)
    found = share_out(own, hearing, plan(), seed=seed)
    assert share_out(own, hearing[::-1], plan(), seed=seed).assigned.pairs == found.assigned.pairs
    assert share_out(own[::-1], hearing, plan(), seed=seed).assigned.pairs == found.assigned.pairs[::-1]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(60, 120),
    st.lists(
        st.tuples(st.sampled_from(["0.5", "1", "2"]), st.sampled_from(["2/5", "4/5", "1"])), min_size=1, max_size=5
    ),
    st.integers(0, 10**6),
)
def test_where_all_may_hear_all_and_there_is_enough_loads_are_within_one_of_capacity_times_days_at_work(
    count, table, seed
):
    hearing = [hearer(f"Q{n}", *facts) for n, facts in enumerate(table)]
    pairs = share_out(picks(count), hearing, plan(), seed=seed).assigned.pairs
    heard = [name for pair in pairs for name in pair if name]
    whole = sum(one.weight for one in hearing)
    due = {one.name: len(heard) * one.weight / whole for one in hearing}
    assume(max(due.values()) <= count)  # nobody hears a pick twice
    assert all(abs(heard.count(name) - share) <= 1 for name, share in due.items())


SHIFTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 15), st.integers(1, 24)), max_size=8)


def hours_in(spans):
    """Counted by the hour: the second way of doing it."""
    return {(day * 24 + start + n) for day, start, length in spans for n in range(length)}


def moments(spans):
    return [(AT + timedelta(days=day, hours=at), AT + timedelta(days=day, hours=at + n)) for day, at, n in spans]


@given(SHIFTS, SHIFTS)
def test_scheduled_hours_are_those_of_shifts_inside_the_days_without_what_is_apart_from_them(shifts, apart):
    work = list({day: (day, at, n) for day, at, n in shifts if n <= 9}.values())  # one a day: no two at once
    found = by_shifts(moments(work), moments(apart), window=(AT, AT + timedelta(days=5)), days=5)
    wanted = {n for n in hours_in(work) - hours_in(apart) if n < 5 * 24}
    assert (found.hours, found.share) == (len(wanted), Fraction(len(wanted), 5 * 8))
    assert found.shifts == sum(bool(hours_in([one]) & wanted) for one in work)


@settings(max_examples=60, deadline=None)
@given(st.integers(60, 120), st.lists(st.integers(600, 3000), min_size=3, max_size=6), st.integers(0, 10**6))
def test_loads_are_within_one_of_the_exact_share_of_scheduled_time_to_the_minute(count, minutes, seed):
    spans = [[(AT, AT + timedelta(minutes=one))] for one in minutes]
    window = (AT, AT + timedelta(days=5))
    hearing = [
        hearer(f"Q{n}", present=str(by_shifts(some, [], window=window, days=5).share)) for n, some in enumerate(spans)
    ]
    pairs = share_out(picks(count), hearing, plan(), seed=seed).assigned.pairs
    heard = [name for pair in pairs for name in pair if name]
    due = {f"Q{n}": Fraction(len(heard) * one, sum(minutes)) for n, one in enumerate(minutes)}
    assume(2 * max(minutes) <= sum(minutes))  # else a second hearing takes from whoever has least time
    assert all(abs(heard.count(name) - share) <= 1 for name, share in due.items())


@settings(max_examples=80, deadline=None)
@given(
    st.integers(60, 120),
    st.lists(st.tuples(st.sampled_from(["0.5", "1", "1.5"]), st.integers(0, 25)), min_size=3, max_size=5),
    st.integers(0, 10**6),
)
def test_with_rechecks_that_lie_there_already_loads_are_within_one_of_what_falls_to_each(count, table, seed):
    hearing = [replace(hearer(f"Q{n}", one), held=held) for n, (one, held) in enumerate(table)]
    found = share_out(picks(count), hearing, plan(), seed=seed).assigned
    heard = [name for pair in found.pairs for name in pair if name]
    falls = due(len(heard), [one.weight for one in hearing], [one.held for one in hearing])
    assume(min(falls) >= 2)  # room for the contacts that join them with the others
    assert all(abs(heard.count(one.name) - share) <= 1 for one, share in zip(hearing, falls, strict=True))
    assert found.uneven == ()


def test_who_holds_more_rechecks_than_their_share_gets_no_more_than_joining_them_takes():
    hearing = [replace(hearer("Q0"), held=90), hearer("Q1"), hearer("Q2")]
    found = share_out(picks(30), hearing, plan(), seed=1).assigned
    heard = Counter(name for pair in found.pairs for name in pair if name)
    assert heard["Q0"] <= 1
    assert abs(heard["Q1"] - heard["Q2"]) <= 1
    assert found.links.connected


@pytest.mark.parametrize(
    ("absences", "share"),
    [
        ([], "1"),
        ([(DAYS[0], DAYS[0])], "4/5"),
        ([(DAYS[0], DAYS[1]), (DAYS[1], DAYS[2])], "2/5"),
        ([(DAYS[0] - timedelta(days=9), DAYS[-1] + timedelta(days=9))], "0"),
        ([(DAYS[-1] + timedelta(days=1), DAYS[-1] + timedelta(days=3))], "1"),
    ],
)
def test_absences_lower_the_share_of_days_at_work_both_ends_included(absences, share):
    assert by_days(DAYS, absences) == Presence(Fraction(share))


def test_without_days_nobody_is_away():
    assert by_days([], [(DAYS[0], DAYS[1])]) == Presence()


def test_second_hearings_that_one_alone_may_have_are_missing():
    hearing = [hearer("Q0"), hearer("Q1", **dict.fromkeys(AGENTS, OWN))]
    assert share_out(picks(10), hearing, plan("0.2"), seed=1).doubles_missing == 2
    assert share_out(picks(10), [hearer("Q0"), hearer("Q1")], plan("0.2"), seed=1).doubles_missing == 0


def test_the_second_is_left_to_chance():
    hearing = [hearer(f"Q{n}") for n in range(6)]
    seen = {
        pair
        for seed in range(40)
        for pair in share_out(picks(6), hearing, plan("0.1"), seed=seed).assigned.pairs[:1]
        if pair[1]
    }
    assert len({second for _first, second in seen}) > 1


def test_why_nobody_tells_each_one_s_reason_and_who_is_away():
    hearing = [hearer("Q0", A1=OWN), hearer("Q1", present="0"), hearer("Q2")]
    assert why_nobody("A1", hearing) == (("Q0", OWN), ("Q1", AWAY))


def test_what_a_draw_keeps_of_its_analysts_reads_back():
    by_hours = replace(hearer("Q2", present="77/80"), shifts=5, hours=Fraction(77, 2))
    hearing = [hearer("Q0", "0.5", "3/5", A1=OWN, A2="relative"), hearer("Q1"), by_hours, replace(hearer("Q3"), held=4)]
    assert kept(told(hearing)) == hearing
    assert set(told(hearing)[1]) == {"analyst", "capacity", "present", "barred"}
