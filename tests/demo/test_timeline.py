import random
from datetime import date, timedelta

from hengcai.base import clock
from hengcai.demo.timeline import Timeline, at

NOW = at(date(2026, 4, 9), 11)
A_DAY = timedelta(days=1)


def timeline():
    return Timeline(NOW, random.Random(1))


def test_acts_are_done_in_order_each_under_its_own_moment():
    line, seen = timeline(), []
    for days in (3, 1, 2):
        line.add(NOW - days * A_DAY, lambda: seen.append(clock.now()))
    line.run()
    assert seen == [NOW - 3 * A_DAY, NOW - 2 * A_DAY, NOW - A_DAY]


def test_what_lies_beyond_now_is_not_done():
    line, seen = timeline(), []
    line.add(NOW, lambda: seen.append("now"))
    line.add(NOW + timedelta(seconds=1), lambda: seen.append("later"))
    line.run()
    assert seen == ["now"]


def test_what_must_have_happened_by_now_is_done_however_early_it_is():
    line, seen = timeline(), []
    line.add_by_now(NOW + 5 * A_DAY, lambda: seen.append(clock.now()))
    line.run()
    assert seen == [NOW]


def test_an_act_that_follows_from_another_is_not_stamped_before_it():
    line, seen = timeline(), []
    line.add(NOW - A_DAY, lambda: line.add(NOW - 2 * A_DAY, lambda: seen.append(clock.now())))
    line.run()
    assert seen == [NOW - A_DAY]


def test_a_moment_between_two_lies_between_them_and_in_working_hours():
    line, first, last = timeline(), at(date(2026, 4, 1), 9), at(date(2026, 4, 6), 18)
    moments = [line.between(first, last) for _n in range(300)]
    assert all(first <= one <= last and 8 <= one.hour <= 20 for one in moments)
    assert len({one.date() for one in moments}) == 6
    assert line.between(first, first) == first
