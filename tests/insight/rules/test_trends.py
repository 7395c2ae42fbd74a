import random

import pytest

from hengcai.insight.rules.trends import Move, corrected, move, point
from hengcai.measurement.clusters import moved

ENDS = (0.0, 100.0)


def people(values):
    return {number: (float(value), 1.0) for number, value in enumerate(values)}


def numbers(before, now):
    return moved(people(before), people(now)).numbers()


def test_two_people_are_no_team():
    told = point("March", numbers([], [80, 90]), ends=ENDS)
    assert (told.mean, told.low, told.people) == (None, None, 2)
    assert move(numbers([80, 90], [70, 71, 72])) is None


def test_no_interval_reaches_beyond_the_scale():
    told = point("March", numbers([], [60, 99, 100]), ends=ENDS)
    assert (told.low, told.high) == (pytest.approx(29.668, abs=0.001), 100.0)


def test_one_change_among_many_must_be_far_more_striking_than_one_alone():
    one = Move(-5.0, -9.0, -1.0, p=0.02)
    alone, among = corrected([one]), corrected([one, *(Move(0.1, -3, 3, p=0.9) for _ in range(9))])
    assert (alone[0].is_beyond_chance, among[0].is_beyond_chance) == (True, False)
    assert among[0].adjusted_p == pytest.approx(0.2)


def test_what_could_not_be_compared_stays_and_is_not_counted():
    found = corrected([None, Move(-5.0, -9.0, -1.0, p=0.04)])
    assert found[0] is None
    assert found[1].is_beyond_chance


def test_where_nothing_changed_an_alarm_is_as_rare_as_said():
    """Twenty teams of ten, nothing but chance: in fewer than one centre of twenty does any team stand out."""
    dice, alarms = random.Random(11), 0
    for _centre in range(200):
        teams = [numbers(*([dice.gauss(80, 8) for _ in range(10)] for _ in range(2))) for _ in range(20)]
        alarms += any(one.is_beyond_chance for one in corrected([move(team) for team in teams]))
    assert alarms <= 16  # 10 expected at most; more than 16 of 200 would be one chance in thirty
