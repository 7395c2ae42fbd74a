from itertools import combinations

import numpy as np
import pytest

from hengcai.measurement.errors import NotANumber, NotATable, OutOfRange, TooLittleData
from hengcai.measurement.sampling.means import drawn_sample, hajek_mean, horvitz_thompson_mean
from hengcai.measurement.sampling.planner import neyman_allocation, sample_size_for_mean, sample_size_for_share
from hengcai.measurement.sampling.probabilities import risk_probabilities, stratified_probabilities

POPULATION = np.array([2.0, 3.0, 3.5, 4.0, 5.0, 1.0])


def test_horvitz_thompson_is_unbiased_over_every_sample_and_so_is_its_variance():
    drawn = [
        horvitz_thompson_mean(drawn_sample(POPULATION[list(c)], [0.5] * 3), population=6)
        for c in combinations(range(6), 3)
    ]
    estimates = np.array([found.estimate for found in drawn])
    assert estimates.mean() == pytest.approx(POPULATION.mean(), abs=1e-12)
    assert np.mean([found.se**2 for found in drawn]) == pytest.approx(estimates.var(), abs=1e-12)


def test_stratified_estimate_is_the_textbook_one():
    values, strata = [4.0, 5.0, 1.0, 2.0, 3.0], ["vip"] * 2 + ["other"] * 3
    probabilities = [2 / 4] * 2 + [3 / 30] * 3
    found = horvitz_thompson_mean(drawn_sample(values, probabilities, strata=strata), population=34)
    assert found.estimate == pytest.approx((4 * 4.5 + 30 * 2) / 34)
    assert found.se**2 == pytest.approx((16 * 0.5 * 0.5 / 2 + 900 * 0.9 * 1 / 3) / 34**2)  # Cochran 1977, 5.3
    assert found.high - found.estimate == pytest.approx(3.182446 * found.se, abs=1e-6)
    assert hajek_mean(drawn_sample(values, probabilities, strata=strata)).estimate == pytest.approx(found.estimate)


def independent(values, probabilities):
    """Every sample of the population with the chance of just that one."""
    for size in range(2, len(values) + 1):
        for chosen in combinations(range(len(values)), size):
            drawn = np.isin(np.arange(len(values)), chosen)
            yield list(chosen), np.prod(np.where(drawn, probabilities, 1 - probabilities))


def test_independent_draws_have_the_variance_of_every_sample():
    probabilities = np.array([0.9, 0.8, 0.85, 0.9, 0.8, 0.9])
    variances, estimates, chances = [], [], []
    for chosen, chance in independent(POPULATION, probabilities):
        sample = drawn_sample(POPULATION[chosen], probabilities[chosen], design="independent")
        found = horvitz_thompson_mean(sample, population=6)
        variances.append(found.se**2)
        estimates.append(found.estimate)
        chances.append(chance)
    chances = np.array(chances)
    assert chances @ estimates == pytest.approx(POPULATION.mean(), abs=1e-3)  # less than two drawn: never estimated
    true = ((1 - probabilities) / probabilities) @ POPULATION**2 / 36
    assert chances @ variances == pytest.approx(true, rel=5e-3)


def test_joint_probabilities_of_a_random_draw_give_its_textbook_variance():
    joint = np.full((3, 3), 3 / 6 * 2 / 5)
    np.fill_diagonal(joint, 0.5)
    values = POPULATION[:3]
    plain = horvitz_thompson_mean(drawn_sample(values, [0.5] * 3), population=6)
    told = horvitz_thompson_mean(drawn_sample(values, [0.5] * 3, design="fixed", joint=joint), population=6)
    assert told.se == pytest.approx(plain.se)
    apart = np.outer([0.5, 0.4, 0.3], [0.5, 0.4, 0.3])
    np.fill_diagonal(apart, [0.5, 0.4, 0.3])
    by_joint = horvitz_thompson_mean(drawn_sample(values, [0.5, 0.4, 0.3], joint=apart), population=6)
    alone = horvitz_thompson_mean(drawn_sample(values, [0.5, 0.4, 0.3], design="independent"), population=6)
    assert by_joint.se == pytest.approx(alone.se)
    assert by_joint.se**2 * 36 == pytest.approx(np.sum([0.5 * 16, 0.6 * 7.5**2, 0.7 * (3.5 / 0.3) ** 2]))


@pytest.mark.parametrize(
    ("told", "variance"),
    [
        ({"design": "independent"}, 396963.974215),
        ({"design": "fixed", "joint": True}, 162492.799),
        ({"joint": True}, 4003.84889747),
    ],
    ids=["poisson_sampling", "ppsmat YG", "ppsmat HT"],
)
def test_variances_are_those_of_r(told, variance):
    """R 4.2.2, survey 4.1-1: svytotal of the same twenty units under each design."""
    place = np.arange(1, 21)
    probabilities, values = 0.1 + 0.04 * place, 50 + place * 7 % 13
    joint = np.outer(probabilities, probabilities) * 0.95
    np.fill_diagonal(joint, probabilities)
    sample = drawn_sample(values, probabilities, **(told | ({"joint": joint} if "joint" in told else {})))
    found = horvitz_thompson_mean(sample, population=60)
    assert (found.se * 60) ** 2 == pytest.approx(variance, rel=1e-8)


@pytest.mark.parametrize(
    ("joint", "refusal"),
    [
        ([[0.5]], NotATable),
        ([[0.5, 0.2], [0.3, 0.5]], OutOfRange),
        ([[0.4, 0.2], [0.2, 0.5]], OutOfRange),
        ([[0.5, 0.0], [0.0, 0.5]], OutOfRange),
        ([[0.5, 0.6], [0.6, 0.5]], OutOfRange),
    ],
)
def test_impossible_joint_probabilities_are_refused(joint, refusal):
    with pytest.raises(refusal):
        drawn_sample([1, 2], [0.5, 0.5], joint=joint)


def test_a_variance_below_0_is_refused():
    with pytest.raises(OutOfRange, match=r"sample\.variance_negative"):
        horvitz_thompson_mean(drawn_sample([1, 1], [0.5, 0.5], joint=[[0.5, 0.1], [0.1, 0.5]]), population=4)


@pytest.mark.parametrize(("probabilities", "population"), [([0.5, 0.2], 7), ([0.5, 0.5], 9)])
def test_an_unequal_draw_of_unknown_design_is_refused(probabilities, population):
    with pytest.raises(OutOfRange, match=r"sample\.design_unknown"):
        horvitz_thompson_mean(drawn_sample([1, 2], probabilities), population=population)
    known = drawn_sample([1, 2], probabilities, design="fixed")
    assert horvitz_thompson_mean(known, population=population).se > 0
    with pytest.raises(OutOfRange, match=r"sample\.unknown_design"):
        drawn_sample([1, 2], probabilities, design="by hand")


def test_risk_based_draws_are_put_right_by_weighting():
    generator = np.random.default_rng(2)
    risk = generator.random(400)
    score = 5 - 3 * risk + generator.normal(0, 0.3, 400)
    inclusion = risk_probabilities(risk, n=60, floor=0.05)
    covered, plain = [], []
    for _ in range(300):
        drawn = generator.random(400) < inclusion
        found = hajek_mean(drawn_sample(score[drawn], inclusion[drawn]))
        covered.append(found.low <= score.mean() <= found.high)
        plain.append(score[drawn].mean())
    assert np.mean(covered) > 0.9
    assert abs(np.mean(plain) - score.mean()) > 0.3


def test_probabilities_by_risk_add_up_and_keep_their_floor():
    inclusion = risk_probabilities([0, 1, 2, 100], n=2, floor=0.1)
    assert inclusion.sum() == pytest.approx(2)
    assert inclusion.tolist() == pytest.approx([0.1, 0.3, 0.6, 1.0])
    assert risk_probabilities([0, 1, 1], n=2).tolist() == pytest.approx([0, 1, 1])


@pytest.mark.parametrize(
    ("risks", "n", "floor"),
    [([], 1, 0), ([0, 0], 1, 0), ([-1, 2], 1, 0), ([1, 0], 2, 0), ([1, 1], 0, 0), ([1, 1], 1, 2), ([1, 1], 1, 0.9)],
)
def test_impossible_risks_are_refused(risks, n, floor):
    with pytest.raises(OutOfRange):
        risk_probabilities(risks, n=n, floor=floor)


def test_probabilities_within_strata_are_shares_drawn():
    found = stratified_probabilities(["a", "b", "a", "b", "b"], draws={"a": 1, "b": 3})
    assert found.tolist() == [0.5, 1, 0.5, 1, 1]
    with pytest.raises(NotATable):
        stratified_probabilities(["a", "b"], draws={"a": 1})
    for wrong in (3, -1):
        with pytest.raises(OutOfRange):
            stratified_probabilities(["a", "a"], draws={"a": wrong})


def test_a_full_count_has_no_error_and_so_no_interval():
    found = hajek_mean(drawn_sample([1, 2, 4], [1, 1, 1]))
    assert (found.estimate, found.low, found.high) == (pytest.approx(7 / 3), None, None)
    assert found.cautions[0] == "all_units_drawn"


def test_equal_values_have_no_interval_whatever_rounding_leaves():
    for values in ([3, 3], [0.1, 0.1, 0.1]):
        found = hajek_mean(drawn_sample(values, [0.3] * len(values)))
        assert (found.low, found.high, found.se, found.cautions) == (None, None, None, ("nothing_varies",))


@pytest.mark.parametrize(
    ("values", "probabilities", "refusal"),
    [
        ([1], [0.5], TooLittleData),
        ([1, 2], [0.5], NotATable),
        ([1, "x"], [0.5, 0.5], NotANumber),
        ([1, None], [0.5, 0.5], NotANumber),
        ([1, 2], [0, 0.5], OutOfRange),
        ([1, 2], [0.5, 1.1], OutOfRange),
    ],
)
def test_bad_samples_are_refused(values, probabilities, refusal):
    with pytest.raises(refusal):
        drawn_sample(values, probabilities)


def test_strata_that_cannot_tell_their_spread_are_refused():
    with pytest.raises(TooLittleData, match=r"sample\.stratum_of_one"):
        hajek_mean(drawn_sample([1, 2, 3], [0.5] * 3, strata=["a", "a", "b"]))
    with pytest.raises(TooLittleData, match=r"sample\.too_few"):
        hajek_mean(drawn_sample([1, 2], [1, 1], strata=["a", "b"]))
    with pytest.raises(NotATable):
        drawn_sample([1, 2], [0.5, 0.5], strata=["a"])
    with pytest.raises(OutOfRange):
        horvitz_thompson_mean(drawn_sample([1, 2], [0.5, 0.5]), population=1)


@pytest.mark.parametrize(("population", "n"), [(100, 80), (1_000, 278), (5_000, 357), (1_000_000, 384), (None, 385)])
def test_sizes_for_a_share_reproduce_krejcie_and_morgan(population, n):
    found = sample_size_for_share(half_width=0.05, population=population)
    # their table rounds to the nearest whole number, the planner rounds up
    assert found - n in ({0} if population is None else {0, 1})


def test_sizes_for_a_mean_reach_the_width_and_no_more():
    assert sample_size_for_mean(half_width=0.5, sd=1) == 18
    assert sample_size_for_mean(half_width=0.5, sd=1, population=20) == 11
    assert sample_size_for_mean(half_width=0.01, sd=1, population=20) == 20
    assert sample_size_for_mean(half_width=50, sd=1) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"half_width": 0},
        {"half_width": 0.1, "share": 1},
        {"half_width": float("nan")},
        {"half_width": 0.1, "share": 0},
        {"half_width": 0.1, "population": 0},
    ],
)
def test_impossible_plans_are_refused(wrong):
    with pytest.raises(OutOfRange):
        sample_size_for_share(**wrong)


def test_neyman_gives_more_to_the_larger_and_more_varied_stratum():
    assert neyman_allocation({"a": 100, "b": 100}, sds={"a": 3.0, "b": 1.0}, n=40) == {"a": 30, "b": 10}
    assert neyman_allocation({"a": 3, "b": 100}, sds={"a": 90.0, "b": 1.0}, n=13) == {"a": 3, "b": 10}
    assert neyman_allocation({"a": 1, "b": 9}, sds={"a": 0.0, "b": 0.0}, n=10) == {"a": 1, "b": 9}


@pytest.mark.parametrize(
    ("sizes", "sds", "n", "refusal"),
    [
        ({"a": 5}, {"b": 1.0}, 3, NotATable),
        ({"a": 0}, {"a": 1.0}, 1, OutOfRange),
        ({"a": 5}, {"a": -1.0}, 3, OutOfRange),
        ({"a": 5}, {"a": float("nan")}, 3, OutOfRange),
        ({"a": 5}, {"a": 1.0}, 1, OutOfRange),
        ({"a": 5}, {"a": 1.0}, 6, OutOfRange),
    ],
)
def test_impossible_allocations_are_refused(sizes, sds, n, refusal):
    with pytest.raises(refusal):
        neyman_allocation(sizes, sds=sds, n=n)
