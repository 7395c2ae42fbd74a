"""lifelines' own data sets, whose results R's survival prints; the library is needed here, as in the tests' lock."""

import math
import random
import sys
from fractions import Fraction

import numpy as np
import pytest

from hengcai.measurement.errors import MeasurementRefusal, NotANumber, NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.survival.curves import first_at_or_under_half, kaplan_meier, shares_left, usual_times
from hengcai.measurement.survival.groups import common_horizon, curves_by_group, few_leavers, log_rank
from hengcai.measurement.survival.hazards import cox
from hengcai.measurement.survival.library import LibraryMissing, lifelines
from hengcai.measurement.survival.records import read_records

ROSSI = ("fin", "age", "race", "wexp", "mar", "paro", "prio")


def lung(**columns):
    from lifelines.datasets import load_lung

    frame = load_lung()
    more = {name: frame[column].to_numpy() for name, column in columns.items()}
    return read_records(frame["time"].to_numpy(), frame["status"].to_numpy(), **more)


def rossi(*names):
    from lifelines.datasets import load_rossi

    frame = load_rossi()
    covariates = {name: frame[name].to_numpy() for name in names}
    return read_records(frame["week"].to_numpy(), frame["arrest"].to_numpy(), covariates=covariates)


def test_the_curve_is_that_of_r():
    curve = kaplan_meier(lung(), at=(100, 365))
    assert (curve.n, curve.n_left, curve.median.estimate, curve.horizon) == (228, 165, 310, 1022)
    assert (curve.median.low, curve.median.high) == (284, 361)  # R: survfit(conf.type = "log-log")
    mean = curve.restricted_mean
    assert (mean.estimate, mean.se) == (pytest.approx(376.3, abs=0.05), pytest.approx(19.7, abs=0.05))
    at_365 = curve.at[1]
    assert (at_365.at_risk, at_365.survival.estimate) == (65, pytest.approx(0.4092, abs=5e-5))
    assert at_365.survival.se == pytest.approx(0.0358, abs=5e-5)


def test_a_curve_by_hand():
    """Remission times of Freireich's 6-MP arm (Kalbfleisch & Prentice 1980): S(6) = .857, S(10) = .753, S(23) = .448."""
    time = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    left = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    curve = kaplan_meier(read_records(time, left), at=(0, 5.9, 6, 10, 23, 35, 36))
    shares = [moment.survival.estimate for moment in curve.at]
    assert shares[:2] == [1, 1]
    assert shares[2:5] == pytest.approx([0.857, 0.753, 0.448], abs=5e-4)
    assert [moment.survival.se for moment in curve.at][2:5] == pytest.approx([0.0764, 0.0963, 0.1346], abs=5e-5)
    assert curve.median.estimate == 23
    assert curve.median.cautions == ("upper_limit_not_reached",)
    first, last = curve.at[0].survival, curve.at[6].survival
    assert (first.high, first.low) == (1.0, pytest.approx(21 / (21 + 1.959964**2)))
    assert (last.estimate, last.cautions) == (None, ("beyond_last_time",))


def test_nobody_remains_and_medians_out_of_reach_are_said():
    gone = kaplan_meier(read_records([1, 2, 3], [1, 1, 1]), at=(3, 9))
    assert [moment.survival.cautions for moment in gone.at] == [("nobody_remained",)] * 2
    stayed = kaplan_meier(read_records([1, 9, 9, 9], [1, 0, 0, 0]))
    assert (stayed.median.estimate, stayed.median.cautions) == (None, ("median_not_reached",))
    at_once = kaplan_meier(read_records([5, 5, 5], [1, 1, 1]))
    assert (at_once.median.estimate, at_once.median.low) == (5, None)
    assert at_once.restricted_mean.cautions == ("nobody_left_before_horizon",)


def test_the_restricted_mean_ends_at_its_horizon():
    curve = kaplan_meier(read_records([1, 2, 3, 4], [1, 1, 1, 1]), horizon=3)
    assert curve.restricted_mean.estimate == pytest.approx(1 + 0.75 + 0.5)
    areas, sizes = np.array([1.25, 0.5]), np.array([4, 3])
    variance = float(np.sum(areas**2 / (sizes * (sizes - 1))))
    assert curve.restricted_mean.se == pytest.approx(math.sqrt(variance))


def test_times_are_chosen_where_none_are_named():
    assert usual_times(read_records([1, 2, 2, 9], [1, 1, 0, 0])) == (1, 2)
    many = usual_times(read_records(range(100), [1] * 100))
    assert (len(many), many[0], many[-1]) == (12, 0, 99)


def test_the_log_rank_test_is_that_of_r():
    found = log_rank(lung(group="sex"))
    assert (found.statistic, found.df) == (pytest.approx(10.3, abs=0.05), 1)
    assert found.p == pytest.approx(0.00131, abs=5e-6)


def test_groups_that_were_never_side_by_side_take_no_part():
    time, left = [5, 6, 7, 8, 1, 2, 6, 9], [1, 1, 1, 1, 0, 0, 0, 1]
    found = log_rank(read_records(time, left, group=list("AAAABBCC")))
    assert (found.df, found.left_out) == (1, ("B",))
    with pytest.raises(TooLittleData):
        log_rank(read_records(time[:6], left[:6], group=list("AAAABB")))
    with pytest.raises(TooLittleData):
        log_rank(read_records([5, 5, 5], [1, 1, 1], group=list("AAB")))
    with pytest.raises(TooLittleData):
        log_rank(read_records(time, left))


def test_groups_share_times_and_horizon():
    records = read_records([5, 6, 7, 3, 4, 9], [1, 0, 1, 1, 1, 0], group=list("AAABBB"))
    assert common_horizon(records) == 7
    curves = curves_by_group(records, at=(4,), horizon=7)
    assert {label: curve.at[0].survival.estimate for label, curve in curves.items()} == {
        "A": 1, "B": pytest.approx(1 / 3),
    }  # fmt: skip
    assert few_leavers(records) == ("few_leavers:A:2", "few_leavers:B:2")
    assert common_horizon(read_records([1, 2], [1, 1])) == 2


def test_rossis_hazards_are_those_of_r():
    found = cox(rossi(*ROSSI))
    coefficients = [math.log(hazard.ratio.estimate) for hazard in found.hazards]
    errors = [hazard.ratio.se for hazard in found.hazards]
    assert coefficients == pytest.approx([-0.3794, -0.0574, 0.3139, -0.1498, -0.4337, -0.0849, 0.0915], abs=5e-5)
    assert errors == pytest.approx([0.1914, 0.0220, 0.3080, 0.2122, 0.3819, 0.1958, 0.0286], abs=5e-5)
    assert (found.n, found.n_left, found.concordance) == (432, 114, pytest.approx(0.640, abs=5e-4))
    first = found.hazards[0]
    assert (first.ratio.low, first.ratio.high) == (pytest.approx(0.4702, abs=5e-5), pytest.approx(0.9957, abs=5e-5))
    assert first.p == pytest.approx(0.0474, abs=5e-5)
    assert found.cautions == ("hazard_not_proportional:age", "hazard_not_proportional:wexp")


def test_rossis_hazards_are_as_proportional_as_r_finds_them():
    """R 4.2.2, survival 3.5-3: cox.zph(coxph(Surv(week, arrest) ~ ...)), the score test it computes since 3.0."""
    found = cox(rossi(*ROSSI))
    each = [0.802696033, 0.014518463, 0.150392488, 0.039842112, 0.314658228, 0.892149344, 0.470592564]
    assert [hazard.proportional_p for hazard in found.hazards] == pytest.approx(each, abs=1e-7)
    assert found.proportional_p == pytest.approx(0.013427507, abs=1e-7)
    alone = cox(rossi("fin"))
    assert (alone.hazards[0].proportional_p, alone.proportional_p) == (pytest.approx(0.86222864, abs=1e-6),) * 2


def test_many_who_leave_at_one_time_are_tested_as_r_tests_them():
    """Ten times for 300 people, a third of them with x of 0, 1 and 2: R 4.2.2, survival 3.5-3, Efron ties."""
    place = np.arange(1, 301)
    time, left = 1 + place * 7 % 10, (place * 3 % 7 < 5).astype(int)
    found = cox(read_records(time, left, covariates={"x": place % 3, "y": np.sin(place)}))
    assert [hazard.proportional_p for hazard in found.hazards] == pytest.approx([0.842965649, 0.211022745], abs=2e-5)
    assert found.proportional_p == pytest.approx(0.440972001, abs=2e-5)


def test_when_all_leave_at_one_time_nothing_is_known_of_change():
    found = cox(read_records([5, 5, 5, 9, 9, 9], [1, 1, 1, 0, 0, 0], covariates={"x": [1, 3, 2, 2, 1, 1]}))
    assert (found.hazards[0].proportional_p, found.proportional_p) == (None, None)
    assert found.hazards[0].p is not None


def test_confidence_widens_the_hazards_interval():
    wide, usual = (cox(rossi("fin"), confidence=level).hazards[0].ratio for level in (0.99, 0.95))
    assert wide.low < usual.low < usual.high < wide.high


def test_hazards_that_run_to_infinity_have_no_ratio():
    time, left = [5, 6, 7, 8, 9, 10, 3, 4], [1, 1, 1, 1, 0, 0, 0, 0]
    found = cox(read_records(time, left, covariates={"x": [1, 1, 1, 1, 0, 0, 0, 0]}))
    assert (found.hazards[0].ratio.estimate, found.hazards[0].p) == (None, None)
    assert found.hazards[0].ratio.cautions == ("runs_to_infinity",)
    assert found.cautions == ("few_leavers_per_covariate:4.0",)


def test_a_unit_far_beyond_what_people_differ_by_has_no_ratio():
    time, left = [5, 6, 7, 8, 9, 10, 3, 4], [1, 0, 1, 1, 0, 1, 1, 0]
    values = [2.0, 1, 3, 2, 1, 3, 1, 2]
    usual = cox(read_records(time, left, covariates={"x": values})).hazards[0]
    tiny = cox(read_records(time, left, covariates={"x": [value / 1e6 for value in values]})).hazards[0]
    assert (tiny.ratio.estimate, tiny.ratio.cautions) == (None, ("unit_too_large",))
    assert tiny.p == pytest.approx(usual.p, rel=1e-4)


def test_covariates_that_say_nothing_are_refused():
    time, left = [5, 6, 7, 8, 9], [1, 1, 1, 1, 0]
    for covariates, code in (
        ({"x": [1] * 5}, "survival.covariate_constant"),
        ({"x": [1, 2, 3, 4, 9], "y": [2, 4, 6, 8, 18]}, "survival.covariates_depend"),
    ):
        with pytest.raises(NothingVaries) as refusal:
            cox(read_records(time, left, covariates=covariates))
        assert refusal.value.code == code
    with pytest.raises(NothingVaries) as refusal:
        cox(read_records([5] * 5, left, covariates={"x": [1, 2, 3, 4, 9]}))
    assert refusal.value.code == "survival.nobody_stayed_longer"
    with pytest.raises(TooLittleData):
        cox(read_records(time, [1, 0, 0, 0, 0], covariates={"x": [1, 2, 3, 4, 9]}))


def test_a_fit_that_does_not_converge_is_refused(monkeypatch):
    def give_up(*_, **__):
        raise lifelines("exceptions").ConvergenceError("no")

    monkeypatch.setattr(lifelines().CoxPHFitter, "fit", give_up)
    with pytest.raises(NothingVaries) as refusal:
        cox(rossi("fin"))
    assert refusal.value.code == "survival.cox_not_converged"


def test_words_of_yes_and_no_are_covariates_and_gaps_are_left_out():
    records = read_records(
        [1, 2, 3, "", 5], ["yes", "no", "是", "否", 1], covariates={"x": ["yes", "no", "", "no", "no"]}
    )
    assert (records.n, records.left_out, records.covariates.ravel().tolist()) == (3, 2, [1.0, 0.0, 0.0])


@pytest.mark.parametrize(
    ("time", "left", "kind"),
    [
        ([1, -2], [1, 1], OutOfRange),
        ([1], [1], TooLittleData),
        ([3, 4], [0, 0], TooLittleData),
        ([0, 0], [1, 0], NothingVaries),
        ([1, "long"], [1, 0], NotANumber),
        ([1, 2], [1, "gone"], NotANumber),
    ],
)
def test_records_that_hold_no_lives_are_refused(time, left, kind):
    with pytest.raises(MeasurementRefusal) as refusal:
        read_records(time, left)
    assert isinstance(refusal.value, kind)


def test_a_covariate_in_words_and_a_time_before_0_are_refused():
    with pytest.raises(NotANumber) as refusal:
        read_records([1, 2], [1, 1], covariates={"post": ["sales", "care"]})
    assert refusal.value.facts["column"] == "post"
    for at in (-1, float("nan")):
        with pytest.raises(OutOfRange):
            kaplan_meier(read_records([1, 2], [1, 1]), at=(at,))


def test_without_the_library_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "lifelines", None)
    with pytest.raises(LibraryMissing) as refusal:
        lifelines()
    assert "lifelines" in refusal.value.facts["install"]


def simulated(seed: int, n: int):
    random = np.random.default_rng(seed)
    x = random.normal(size=n)
    stay = random.exponential(np.exp(-0.5 * x))
    seen = random.uniform(0, 3, n)
    return read_records(np.minimum(stay, seen), (stay <= seen).astype(int), covariates={"x": x})


@pytest.mark.slow
def test_intervals_of_the_curve_and_of_the_mean_cover():
    hazard = np.exp(0.5 * np.random.default_rng(0).normal(size=200_000))
    grid = np.linspace(0, 1, 201)
    curve = [np.exp(-time * hazard).mean() for time in grid]
    covered = []
    for seed in range(1000):
        found = kaplan_meier(simulated(seed, 200), at=(0.5,), horizon=1.0)
        told = ((found.at[0].survival, curve[100]), (found.restricted_mean, np.trapezoid(curve, grid)))
        covered.append([one.low <= wanted <= one.high for one, wanted in told])
    assert all(0.93 <= share <= 0.97 for share in np.mean(covered, axis=0))


@pytest.mark.slow
def test_intervals_of_a_hazard_ratio_cover():
    found = [cox(simulated(seed, 100)).hazards[0].ratio for seed in range(400)]
    assert 0.93 <= np.mean([one.low <= math.exp(0.5) <= one.high for one in found]) <= 0.97


@pytest.mark.parametrize("n", [6, 8, 14, 18, 20])
def test_the_median_is_the_first_time_with_half_gone(n):
    curve = kaplan_meier(read_records(list(range(1, n + 1)), [1] * n), at=(n // 2,))
    assert (curve.median.estimate, curve.at[0].survival.estimate) == (n // 2, 0.5)


def test_a_half_reached_before_a_censored_time_is_the_median():
    curve = kaplan_meier(read_records([20, 25, 25, 30, 33, 40], [1, 1, 1, 0, 1, 0]))
    assert curve.median.estimate == 25


def test_medians_are_those_of_fractions():
    draw = random.Random(1)
    for _ in range(200):
        rows = [(draw.randint(1, 15), int(draw.random() < 0.75)) for _ in range(draw.randint(3, 40))]
        share, wanted = Fraction(1), None
        for moment in sorted({time for time, left in rows if left}):
            at_risk = sum(time >= moment for time, _left in rows)
            share *= 1 - Fraction(rows.count((moment, 1)), at_risk)
            if share <= Fraction(1, 2):
                wanted = moment
                break
        if any(left for _time, left in rows):
            curve = kaplan_meier(read_records([time for time, _left in rows], [left for _time, left in rows]))
            assert curve.median.estimate == wanted


def test_a_rounding_above_one_half_is_not_yet_half_gone():
    """After the first time more than half stay by less than a float is trusted with; after the second it is less."""
    n = 2 * 10**10 + 1
    at_risk, left = np.array([n, n // 2 + 1], float), np.array([n // 2, 1], float)
    survival = shares_left(at_risk, left)
    assert 0.5 < survival[0] < 0.5 + 1e-9
    assert first_at_or_under_half(at_risk[:1], left[:1], survival[:1]) is None
    assert first_at_or_under_half(at_risk, left, survival) == 1
