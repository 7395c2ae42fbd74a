import numpy as np
import pytest

from hengcai.measurement.effects.bandwidth import optimal_bandwidth
from hengcai.measurement.effects.discontinuity import discontinuity, read_near_cut
from hengcai.measurement.errors import NotANumber, NothingVaries, OutOfRange, TooLittleData
from tests.measurement.effects.made import near_a_cut


def at_zero(made, **columns):
    return read_near_cut(made["y"], made["x"], cut=0, **columns)


def test_a_cut_that_decides_equals_rdrobust():
    made = near_a_cut()
    found = discontinuity(at_zero(made), bandwidth=0.5)
    linear, corrected = found.local_linear, found.bias_corrected
    assert (linear.estimate, linear.se) == (pytest.approx(0.32120532), pytest.approx(0.09866937))
    assert (corrected.estimate, corrected.se) == (pytest.approx(0.35410132), pytest.approx(0.13952877))
    assert (found.effect.estimate, found.effect.low) == (linear.estimate, corrected.low)
    assert linear.cautions == ("smoothing_bias_not_in_interval",)
    assert (found.take_up, found.bandwidth, found.n_below + found.n_above) == (None, 0.5, linear.n)
    assert (found.verdict.code, found.cautions) == ("higher", ())


def test_a_cut_that_decides_in_part_equals_rdrobust():
    made = near_a_cut()
    found = discontinuity(at_zero(made, treated=made["trained"]), bandwidth=0.5)
    linear, corrected = found.local_linear, found.bias_corrected
    assert (linear.estimate, linear.se) == (pytest.approx(0.44109101), pytest.approx(0.12156475))
    assert (corrected.estimate, corrected.se) == (pytest.approx(0.45140683), pytest.approx(0.17813399))
    assert found.take_up.estimate == pytest.approx(0.728206, abs=1e-6)


@pytest.mark.parametrize(("sign", "wanted"), [(1, 1), (-1, -1)])
def test_who_is_trained_by_the_cut_alone_needs_no_ratio(sign, wanted):
    made = near_a_cut()
    trained = made["x"] < 0 if sign == 1 else made["x"] >= 0
    found = discontinuity(at_zero(made, treated=trained.astype(int)), bandwidth=0.5)
    plain = discontinuity(at_zero(made), bandwidth=0.5)
    assert found.effect.estimate == pytest.approx(wanted * plain.effect.estimate)
    assert found.effect.se == pytest.approx(plain.effect.se)
    assert found.verdict.code == {1: "higher", -1: "lower"}[sign]


def test_teams_change_the_error_only():
    made = near_a_cut()
    plain, teams = (discontinuity(at_zero(made, **more), bandwidth=0.5) for more in ({}, {"cluster": made["team"]}))
    assert teams.effect.estimate == pytest.approx(plain.effect.estimate)
    assert teams.effect.se != pytest.approx(plain.effect.se, rel=1e-3)


def test_the_bandwidth_is_chosen_and_told():
    made = near_a_cut()
    found = discontinuity(at_zero(made))
    assert found.bandwidth == pytest.approx(400**-0.05 * optimal_bandwidth(made["x"], made["y"]))


@pytest.mark.parametrize(("kept", "reason"), [(5, "too_few_below:5"), (0, "too_few_below:0")])
def test_too_few_on_a_side_cannot_tell(kept, reason):
    made = near_a_cut()
    rows = np.concatenate([np.flatnonzero(made["x"] < 0)[:kept], np.flatnonzero(made["x"] >= 0)])
    found = discontinuity(read_near_cut(made["y"][rows], made["x"][rows], cut=0))
    assert (found.verdict.code, found.verdict.reasons) == ("cannot_tell", (reason,))
    assert (found.effect.estimate, found.effect.cautions, found.bandwidth) == (None, (reason,), None)


def test_too_few_within_the_bandwidth_cannot_tell():
    found = discontinuity(at_zero(near_a_cut()), bandwidth=0.02)
    assert found.verdict.reasons == (f"too_few_below:{found.n_below}", f"too_few_above:{found.n_above}")
    assert found.effect.n == found.n_below + found.n_above


def test_scores_in_few_steps_cannot_tell_or_are_a_caution():
    made = near_a_cut()
    coarse = discontinuity(read_near_cut(made["y"], np.floor(made["x"] * 3) / 3, cut=0))
    assert coarse.verdict.reasons == ("too_few_values_below:3", "too_few_values_above:3")
    finer = discontinuity(read_near_cut(made["y"], np.floor(made["x"] * 6) / 6, cut=0), bandwidth=2.0)
    assert finer.cautions == ("coarse_running:6",)


def test_few_people_and_those_left_out_are_cautions():
    made = near_a_cut(60)
    outcome = made["y"].astype(object)
    outcome[3] = ""
    found = discontinuity(read_near_cut(outcome, made["x"], cut=0), bandwidth=0.9)
    assert found.cautions == ("left_out:1", f"few_below:{found.n_below}", f"few_above:{found.n_above}")


def test_people_moved_across_the_cut_make_it_untold():
    made = near_a_cut()
    moved = np.where((made["x"] < 0) & (made["x"] > -0.2), -made["x"], made["x"])
    moved[:40] = np.linspace(-0.9, -0.01, 40)
    found = discontinuity(read_near_cut(made["y"] + 3 * (moved < 0), moved, cut=0), bandwidth=0.8)
    assert found.effect.low > 0
    assert found.verdict.reasons == ("bunching_at_cut",)


def test_training_that_does_not_jump_at_the_cut_makes_it_untold():
    made = near_a_cut()
    chance = (np.arange(400) % 3 == 0).astype(int)
    assert "take_up_hardly_jumps" in discontinuity(at_zero(made, treated=chance), bandwidth=0.5).verdict.reasons
    everybody = discontinuity(at_zero(made, treated=np.ones(400, int)), bandwidth=0.5)
    assert everybody.effect.cautions == ("take_up_does_not_jump",)
    assert everybody.verdict.reasons == ("take_up_hardly_jumps", "take_up_does_not_jump")


def test_a_bent_line_is_a_caution():
    x = np.linspace(-1, 1, 401)[:-1] + 1e-3
    y = np.where(x < 0, np.cos(9 * x), -1.0) + 0.01 * (np.arange(400) % 2)
    assert discontinuity(read_near_cut(y, x, cut=0), bandwidth=0.5).effect.cautions == ("smoothing_bias_large",)


@pytest.mark.parametrize("treated", [False, True])
def test_a_line_without_noise_has_no_interval(treated):
    made = near_a_cut()
    y = made["x"] + made["trained"] if treated else made["x"] + (made["x"] < 0)
    near = read_near_cut(y, made["x"], cut=0, treated=made["trained"] if treated else None)
    found = discontinuity(near, bandwidth=0.5)
    assert found.local_linear.estimate == pytest.approx(1.0)
    assert found.verdict.code == "cannot_tell"
    assert "no_spread_left" in found.verdict.reasons


def test_bad_columns_are_refused():
    made = near_a_cut(30)
    for bandwidth in (0.0, -1.0, float("nan")):
        with pytest.raises(OutOfRange):
            discontinuity(at_zero(made), bandwidth=bandwidth)
    with pytest.raises(NotANumber):
        read_near_cut(made["y"], made["x"], cut=float("nan"))
    with pytest.raises(NotANumber):
        read_near_cut([1, 2], [1, ""], cut=0)
    with pytest.raises(NothingVaries):
        read_near_cut([1, 2], [1, 1], cut=0)
    with pytest.raises(NothingVaries):
        read_near_cut([1, 1], [1, 2], cut=0)
    with pytest.raises(TooLittleData):
        read_near_cut(["", ""], [1, 2], cut=0)


def simulated(seed: int, n: int, *, lee: bool):
    """Lee's election data as fitted by Imbens & Kalyanaraman 2012, or a smooth curve; who is below gains."""
    random = np.random.default_rng(seed)
    if lee:
        x = 2 * random.beta(2, 4, n) - 1
        below = 0.48 + x * (1.27 + x * (7.18 + x * (20.21 + x * (21.54 + x * 7.33))))
        above = 0.52 + x * (0.84 + x * (-3.0 + x * (7.99 + x * (-9.01 + x * 3.56))))
        return x, np.where(x < 0, below, above) + random.normal(0, 0.1295, n), -0.04
    x = random.uniform(-1, 1, n)
    return x, np.sin(2 * x) + 0.3 * (x < 0) + random.normal(0, 0.1295, n), 0.3


@pytest.mark.slow
@pytest.mark.parametrize(("lee", "n"), [(True, 500), (True, 2000), (False, 200), (False, 1000)])
def test_intervals_cover(lee, n):
    covered, doubted = [], []
    for seed in range(1000):
        x, y, truth = simulated(seed, n, lee=lee)
        found = discontinuity(read_near_cut(y, x, cut=0))
        covered.append(found.effect.low is not None and found.effect.low <= truth <= found.effect.high)
        doubted.append(found.density.is_doubtful)
    assert 0.93 <= np.mean(covered) <= 0.97
    assert np.mean(doubted) < 0.08
