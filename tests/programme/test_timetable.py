"""A timetable breaks no limit and leaves nothing on the table; small ones against every possible one."""

from datetime import UTC, datetime, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.programme.rules.timetable import AWAY, FULL, NO_SESSION, OFF_DUTY, Duty, Meeting, Rota, Want, timetable

NINE = datetime(2026, 3, 16, 1, tzinfo=UTC)


def hours(start, end):
    return NINE + timedelta(hours=start), NINE + timedelta(hours=end)


def meeting(number, course, start, end, places=1):
    return Meeting(number, course, *hours(start, end), places)


meetings = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.integers(1, 2), st.integers(1, 2)), min_size=1, max_size=3
).map(
    lambda rows: [
        meeting(n, course, start, start + long, places) for n, (course, start, long, places) in enumerate(rows)
    ]
)
wants = st.dictionaries(
    st.tuples(st.integers(1, 3), st.sampled_from("ab")), st.integers(1, 5), min_size=1, max_size=4
).map(lambda found: [Want(person, course, weight) for (person, course), weight in found.items()])


def allowed(chosen, rota):
    """Every limit, said once more the slow way. `chosen`: (want, meeting)."""
    for one in {m.id: m for _w, m in chosen}.values():
        if sum(m.id == one.id for _w, m in chosen) > one.places:
            return False
    for (w1, m1), (w2, m2) in product(chosen, chosen):
        if (w1, m1) != (w2, m2) and w1.person == w2.person and m1.starts_at < m2.ends_at and m2.starts_at < m1.ends_at:
            return False
    return all(staffed(chosen, rota, NINE + timedelta(minutes=15 * n)) for n in range(40))


def staffed(chosen, rota, at):
    gone = {w.person for w, m in chosen if m.starts_at <= at < m.ends_at and w.person in rota.duties}
    there = [person for person, duties in rota.duties.items() if any(d.starts_at <= at < d.ends_at for d in duties)]
    return len(gone) <= max(int(len(there) * rota.away_share), 1)


def best(wanted, offered, rota):
    options = [[None, *(m for m in offered if m.course == w.course and on_duty(w, m, rota))] for w in wanted]
    found = 0
    for picks in product(*options):
        chosen = [(w, m) for w, m in zip(wanted, picks, strict=True) if m]
        if allowed(chosen, rota):
            found = max(found, sum(w.weight for w, _m in chosen))
    return found


def on_duty(want, offered, rota):
    duties = rota.duties.get(want.person)
    return duties is None or any(one.holds(offered) for one in duties)


@settings(max_examples=40, deadline=None)
@given(wants, meetings, st.booleans())
def test_nothing_better_exists_and_no_limit_is_broken(wanted, offered, has_shifts):
    duties = {person: [Duty(*hours(0, 4), team=7)] for person in (1, 2)} if has_shifts else {}
    rota = Rota(duties=duties, away_share=0.5)
    found = timetable(wanted, offered, rota)
    by_id = {one.id: one for one in offered}
    chosen = [(w, by_id[found.seats[w.person, w.course]]) for w in wanted if (w.person, w.course) in found.seats]
    assert allowed(chosen, rota)
    assert found.is_optimal
    assert found.weight == best(wanted, offered, rota) == sum(w.weight for w, _m in chosen)
    assert set(found.seats) | set(found.left_out) == {(w.person, w.course) for w in wanted}


def test_whoever_is_left_out_is_told_why():
    wanted = [Want(1, "a", 2), Want(2, "a", 1), Want(3, "a", 1), Want(4, "a", 1), Want(5, "b", 1)]
    rota = Rota(duties={3: [Duty(*hours(5, 9))]}, away={4: [Duty(*hours(0, 24))]})
    found = timetable(wanted, [meeting(1, "a", 0, 1)], rota)
    assert found.seats == {(1, "a"): 1}
    assert found.left_out == {(2, "a"): FULL, (3, "a"): OFF_DUTY, (4, "a"): AWAY, (5, "b"): NO_SESSION}


def test_sessions_that_begin_at_odd_minutes_share_the_limit_of_their_quarter():
    crew = {n: [Duty(*hours(0, 8), team=1)] for n in range(1, 11)}
    odd = Meeting(2, "b", NINE + timedelta(minutes=10), NINE + timedelta(minutes=70), 5)
    found = timetable([Want(1, "a", 1), Want(2, "b", 1)], [meeting(1, "a", 0, 1, 5), odd], Rota(crew, away_share=0.1))
    assert len(found.seats) == 1


def test_shifts_that_overlap_count_one_person_and_a_share_is_not_cut_by_a_hair():
    twice = {n: [Duty(*hours(0, 8), team=1), Duty(*hours(0, 4), team=1)] for n in range(1, 11)}
    wanted = [Want(n, "a", 1) for n in range(1, 11)]
    assert len(timetable(wanted, [meeting(1, "a", 0, 1, 10)], Rota(twice, away_share=0.1)).seats) == 1
    crew = {n: [Duty(*hours(0, 8), team=1)] for n in range(1, 101)}
    wanted = [Want(n, "a", 1) for n in range(1, 101)]
    assert len(timetable(wanted, [meeting(1, "a", 0, 1, 100)], Rota(crew, away_share=0.29)).seats) == 29
