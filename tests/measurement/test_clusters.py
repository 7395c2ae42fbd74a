import random

import numpy as np
import pytest
from scipy import stats

from hengcai.measurement.clusters import Moved, clustered_change, clustered_mean, moved, summed
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.intervals import mean_interval

DRUG_1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
DRUG_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
LOHR = [12.16, 11.36, 8.96, 12.96, 11.08]  # grade points of the four students of each of five suites


def once(values):
    return {number: (value, 1.0) for number, value in enumerate(values)}


def of(units):
    return moved({}, units).now


def test_lohrs_five_suites_of_four_grades():
    found = clustered_mean(of({n: (total, 4.0) for n, total in enumerate(LOHR)}))
    assert (round(found.estimate, 3), round(found.se, 4), found.n) == (2.826, 0.1679, 5)


def test_one_scoring_each_gives_students_interval():
    found, plain = clustered_mean(of(once(DRUG_2))), mean_interval(DRUG_2)
    assert [found.estimate, found.low, found.high] == pytest.approx([plain.estimate, plain.low, plain.high])


def test_unequal_numbers_give_the_sandwich_of_a_regression_on_nothing_but_a_constant():
    dice = random.Random(3)
    people = {who: [dice.gauss(80 + who, 5) for _ in range(dice.randint(1, 6))] for who in range(9)}
    scores = np.array([one for some in people.values() for one in some])
    owner = np.array([who for who, some in people.items() for _ in some])
    residual = scores - scores.mean()
    meat = sum(residual[owner == who].sum() ** 2 for who in people)
    found = clustered_mean(of({who: (sum(some), float(len(some))) for who, some in people.items()}))
    assert found.se == pytest.approx(np.sqrt(9 / 8 * meat) / scores.size)


def test_the_same_people_twice_is_students_paired_test():
    found = clustered_change(moved(once(DRUG_1), once(DRUG_2)))
    paired = stats.ttest_rel(DRUG_2, DRUG_1)
    limits = paired.confidence_interval()
    assert [found.estimate, found.low, found.high] == pytest.approx([1.58, limits.low, limits.high])
    assert found.p == pytest.approx(paired.pvalue)


def test_other_people_before_than_now_add_their_variances():
    before = {f"a{n}": (value, 1.0) for n, value in enumerate(DRUG_1)}
    found = clustered_change(moved(before, once(DRUG_2)))
    se = np.sqrt((np.var(DRUG_1, ddof=1) + np.var(DRUG_2, ddof=1)) / 10)
    assert (found.high - found.low) / 2 == pytest.approx(stats.t.ppf(0.975, 9) * se)


def test_moments_of_teams_add_up_to_those_of_everybody():
    first, second = moved(once(DRUG_1[:4]), once(DRUG_2[:4])), moved(
        {n: (value, 1.0) for n, value in enumerate(DRUG_1[4:], 4)}, {n: (value, 1.0) for n, value in enumerate(DRUG_2[4:], 4)}
    )  # fmt: skip
    whole, added = moved(once(DRUG_1), once(DRUG_2)), summed([first, second])
    assert added.numbers() == pytest.approx(whole.numbers())
    assert Moved.of_numbers(whole.numbers()) == whole


def test_a_single_person_says_nothing_of_a_team():
    with pytest.raises(TooLittleData):
        clustered_mean(of(once([80.0])))
    assert clustered_change(moved(once(DRUG_1), once([3.0]))) is None


def test_equal_scores_have_no_interval_and_an_equal_shift_no_test():
    assert clustered_mean(of(once([80.1] * 7))).low is None
    assert clustered_change(moved(once([80.1] * 7), once([80.3] * 7))) is None
    assert clustered_change(moved(once(DRUG_1), once([one + 0.1 for one in DRUG_1]))) is None
