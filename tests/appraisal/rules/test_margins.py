"""Intervals of a level and of a month's total: against the formula done plainly, and by how often they cover the truth."""

import random
from math import sqrt

import pytest

from hengcai.appraisal.rules.margins import (
    ContactValue,
    Counted,
    Heard,
    Scatter,
    Twice,
    band_chances,
    level_margin,
    scatter,
    total_margin,
)
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.measurement.intervals import mean_interval, share_interval
from hengcai.measurement.quantiles import two_sided_t, two_sided_z

SKILL, MONTH = (
    parsed_skill_policy("name: a\nversion: 1\n", file="a"),
    parsed_month_policy("name: m\nversion: 1\n", file="m"),
)
ALONE = frozenset({"superior"})


def pairs(people=20, sd=0.4, dice_seed=1):
    dice = random.Random(dice_seed)
    return [
        Twice(p, (1, 2), (able + dice.gauss(0, sd) - 0.3, able + dice.gauss(0, sd) + 0.3))
        for p in range(people) for able in [dice.gauss(3.6, 0.4)] for _item in range(10)
    ]  # fmt: skip


def test_scatter_is_half_the_mean_squared_difference_without_severity():
    found = scatter(pairs(), {1: 0.3, 2: -0.3})
    apart = [a + 0.3 - b + 0.3 for one in pairs() for a, b in [one.levels]]
    assert found.sd == pytest.approx(sqrt(sum(d * d for d in apart) / len(apart) / 2))
    assert (found.free, round(found.sd, 1)) == (20, 0.4)


def test_few_people_rated_twice_tell_no_error():
    assert scatter(pairs(people=7), {1: 0.3, 2: -0.3}) is None
    assert scatter(pairs(), {1: 0.3}) is None


def test_a_level_of_one_superior_alone_by_hand():
    one = level_margin(Heard(3.0, [1], [], ALONE), SKILL, {1: 0.3}, Scatter(0.4, 20))
    half = two_sided_t(0.95, 20) * 0.4
    assert (one.fair, one.low, one.high) == pytest.approx((3.3, 3.3 - half, 3.3 + half))


def test_the_self_assessment_takes_its_weight_from_the_error():
    one = level_margin(Heard(3.0, [1], [], ALONE | {"self"}), SKILL, {1: 0.3}, Scatter(0.4, 20))
    assert one.fair == pytest.approx(3.0 + 0.3 * 2 / 3)
    assert one.high - one.low == pytest.approx(2 * two_sided_t(0.95, 20) * 0.4 * 2 / 3)


def test_two_superiors_and_peers_are_averaged_with_their_own_scatter():
    heard = Heard(3.0, [1, 2], [3.0, 4.0, 5.0], ALONE | {"peer"})
    one = level_margin(heard, SKILL, {1: 0.3, 2: -0.3}, Scatter(0.4, 20))
    variance = 0.8**2 * 0.16 / 2 + 0.2**2 * (1 / 3)
    assert one.high - one.fair == pytest.approx(two_sided_t(0.95, 20) * sqrt(variance))


def test_one_rater_or_one_nobody_overlaps_with_says_so():
    for severity, known in (({}, None), ({1: 0.1}, None), ({2: 0.1}, Scatter(0.4, 20))):
        one = level_margin(Heard(3.0, [1], [], ALONE), SKILL, severity, known)
        assert (one.low, one.unknown) == (None, "one_rater")
    assert (
        level_margin(Heard(3.0, [], [], frozenset({"self"})), SKILL, {1: 0.1}, Scatter(0.4, 9)).unknown == "one_rater"
    )


def test_levels_cover_the_truth_about_as_often_as_they_say():
    dice, inside, n = random.Random(8), 0, 600
    for _one in range(n):
        able, severity = dice.uniform(2.5, 4.2), dice.gauss(0, 0.4)
        given = able - severity + dice.gauss(0, 0.4)
        found = level_margin(Heard(given, [1], [], ALONE), SKILL, {1: severity}, Scatter(0.4, 40))
        inside += found.low <= able <= found.high
    assert 0.92 <= inside / n <= 0.98


def values(shares, indicator="wording", weight=1.0):
    return [ContactValue(at, indicator, weight, share) for at, share in enumerate(shares)]


def test_one_rated_indicator_has_the_t_interval_of_its_mean():
    shares = [0.8, 1.0, 0.6, 0.8, 0.3]
    found = total_margin(70.0, {"wording": 100.0}, values(shares), [], MONTH)
    plain = mean_interval([100 * one for one in shares])
    assert found.half == pytest.approx((plain.high - plain.low) / 2)
    assert (found.n, found.corrected.sd) == (5, pytest.approx(plain.se))


def test_indicators_of_the_same_contact_are_not_taken_for_independent():
    shares = [0.8, 1.0, 0.6, 0.8, 0.3]
    both = values(shares) + values(shares, "accuracy")
    found = total_margin(70.0, {"wording": 50.0, "accuracy": 50.0}, both, [], MONTH)
    assert found.half == pytest.approx(total_margin(70.0, {"wording": 100.0}, values(shares), [], MONTH).half)


def test_what_a_contact_stands_for_weighs_its_residual():
    weighed = [
        ContactValue(1, "wording", 9, 1.0),
        ContactValue(2, "wording", 1, 0.0),
        ContactValue(3, "wording", 9, 0.9),
    ]
    mean = (9 * 1 + 0 + 9 * 0.9) / 19
    parts = [9 * (1 - mean) / 19, -mean / 19, 9 * (0.9 - mean) / 19]
    found = total_margin(90.0, {"wording": 10.0}, weighed, [], MONTH)
    assert found.corrected.sd == pytest.approx(10 * sqrt(3 / 2 * sum(one * one for one in parts)))


def test_a_counted_share_adds_what_wilsons_interval_does_to_its_points():
    found = total_margin(80.0, {"satisfaction": 12.0}, [], [Counted("satisfaction", 87, 100)], MONTH)
    ends = share_interval(87, 100)
    low, high = (min(max((end - 0.80) / 0.12, 0), 1) for end in (ends.low, ends.high))
    assert found.corrected.sd == pytest.approx(12 * (high - low) / 2 / two_sided_z(0.95), rel=1e-4)


def test_two_contacts_and_no_contacts_say_why():
    assert total_margin(80.0, {"wording": 5.0}, values([1.0, 0.5]), [], MONTH).unknown == "few_contacts"
    assert total_margin(80.0, {"wording": 5.0}, [], [], MONTH).unknown == "no_sample"
    assert total_margin(80.0, {"wording": 5.0}, values([1.0] * 4), [], MONTH).unknown == "nothing_varies"


def test_chances_of_bands_add_up_and_favour_where_the_total_lies():
    found = total_margin(82.0, {"wording": 100.0}, values([0.8, 1.0, 0.6, 0.8, 0.9]), [], MONTH)
    chances = band_chances(found, [69.95, 79.95, 89.95])
    assert sum(chances) == pytest.approx(1)
    assert max(chances) == chances[2]


def test_totals_cover_the_truth_about_as_often_as_they_say():
    dice, inside, n = random.Random(3), 0, 400
    for _one in range(n):
        shares = [min(1.0, max(0.0, dice.gauss(0.75, 0.1))) for _contact in range(6)]
        mean = 100 * sum(shares) / 6
        found = total_margin(mean, {"wording": 100.0}, values(shares), [], MONTH)
        inside += abs(mean - 75) <= found.half
    assert 0.92 <= inside / n <= 0.98
