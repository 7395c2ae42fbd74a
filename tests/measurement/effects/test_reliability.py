import numpy as np
import pytest

from hengcai.measurement.effects.comparison import ancova
from hengcai.measurement.effects.reliability import BeforeError, true_score_difference
from hengcai.measurement.effects.sample import read_sample
from hengcai.measurement.errors import NothingVaries, OutOfRange, TooLittleData
from tests.measurement.effects.made import teams

# Fuller 1987, table 1.2.1: corn on soil nitrogen measured with an error variance of 57; his slope is .4232
NITROGEN = [70, 97, 53, 64, 95, 64, 50, 70, 94, 69, 51]
YIELD = [86, 115, 90, 86, 110, 91, 99, 96, 99, 104, 96]


def corn(shift: float):
    """The same eleven fields in both arms, the treated richer by `shift` before and by 5 after."""
    return read_sample(
        [*YIELD, *(y + 5 for y in YIELD)], [0] * 11 + [1] * 11, before=[*NITROGEN, *(x + shift for x in NITROGEN)]
    )


def test_the_slope_is_fullers():
    error = BeforeError(variance=57)
    assert true_score_difference(corn(0), error=error).estimate == pytest.approx(5)
    slope = (5 - true_score_difference(corn(10), error=error).estimate) / 10
    assert slope == pytest.approx(0.4232, abs=5e-5)


def test_a_reliability_stands_for_its_error_variance():
    sample = corn(10)
    variance = 0.25 * sample.before.var(ddof=1)
    given = true_score_difference(sample, error=BeforeError(variance=variance))
    assert true_score_difference(sample, error=BeforeError(reliability=0.75)).estimate == pytest.approx(given.estimate)


def test_without_error_it_is_the_ancova_with_the_jackknifes_error():
    made = teams()
    sample = read_sample(made["y"], made["treated"], before=made["before"])
    found = true_score_difference(sample, error=BeforeError())
    assert found.estimate == pytest.approx(ancova(sample).estimate)
    kept = [np.arange(90) != row for row in range(90)]
    again = [
        ancova(read_sample(made["y"][rows], made["treated"][rows], before=made["before"][rows])).estimate
        for rows in kept
    ]
    assert found.se == pytest.approx(np.sqrt(89 / 90 * np.sum((again - np.mean(again)) ** 2)))


@pytest.mark.parametrize("mixed", [False, True])
def test_teams_are_left_out_whole(mixed):
    made = teams()
    team = made["team"] if not mixed else np.arange(90) % 9
    sample = read_sample(made["y"], made["treated"], before=made["before"], cluster=team)
    found = true_score_difference(sample, error=BeforeError(reliability=0.9))
    again = []
    for code in range(9):
        rows = team != code
        part = read_sample(made["y"][rows], made["treated"][rows], before=made["before"][rows])
        again.append(true_score_difference(part, error=BeforeError(reliability=0.9)).estimate)
    assert found.se == pytest.approx(np.sqrt(8 / 9 * np.sum((again - np.mean(again)) ** 2)))
    assert found.low < found.estimate < found.high


def test_one_team_in_an_arm_leaves_no_interval():
    made = teams()
    sample = read_sample(made["y"], (made["team"] == 0).astype(int), before=made["before"], cluster=made["team"])
    found = true_score_difference(sample, error=BeforeError(reliability=0.9))
    assert (found.low, found.cautions) == (None, ("rests_on_one_cluster",))


def test_a_score_that_is_nearly_all_error_is_a_caution_then_a_refusal():
    made = teams()
    sample = read_sample(made["y"], made["treated"], before=made["before"])
    assert true_score_difference(sample, error=BeforeError(0.28)).cautions == ("little_true_variance",)
    with pytest.raises(OutOfRange) as refusal:
        true_score_difference(sample, error=BeforeError(variance=1.0))
    assert refusal.value.code == "effect.error_exceeds_spread"
    within = sum(sample.before[arm].var() * arm.sum() for arm in (sample.treated, ~sample.treated)) / 88
    found = true_score_difference(sample, error=BeforeError(variance=within * 0.999))
    assert (found.low, found.cautions) == (None, ("little_true_variance",))


def test_what_cannot_be_corrected_is_refused():
    made = teams()
    for wrong in ({"reliability": 0.0}, {"reliability": 1.1}, {"variance": -1.0}):
        with pytest.raises(OutOfRange):
            BeforeError(**wrong)
    with pytest.raises(TooLittleData):
        true_score_difference(read_sample(made["y"], made["treated"]), error=BeforeError())
    flat = read_sample(made["y"], made["treated"], before=made["treated"])
    with pytest.raises(NothingVaries):
        true_score_difference(flat, error=BeforeError())


def test_a_perfect_fit_has_no_error_to_tell():
    before = np.arange(10.0) % 5
    sample = read_sample(before + np.repeat([0, 1], 5), np.repeat([0, 1], 5), before=before)
    assert true_score_difference(sample, error=BeforeError()).cautions == ("no_spread_left",)


def lord(seed: int, n: int = 200, reliability: float = 0.6):
    """Trained people were better before; both gain by their true score, the trained .5 more."""
    random = np.random.default_rng(seed)
    treated = np.repeat([0, 1], n // 2)
    true = random.normal(size=n) + treated
    noise = np.sqrt(1.25 * (1 - reliability) / reliability)
    after = 0.5 * treated + true + random.normal(0, 0.6, n)
    return read_sample(after, treated, before=true + random.normal(0, noise, n))


@pytest.mark.slow
def test_lords_bias_is_gone_and_the_interval_covers():
    naive, found = [], []
    for seed in range(1000):
        sample = lord(seed)
        naive.append(ancova(sample).estimate)
        found.append(true_score_difference(sample, error=BeforeError(reliability=0.6)))
    assert np.mean(naive) - 0.5 > 0.4
    assert abs(np.mean([one.estimate for one in found]) - 0.5) < 0.03
    assert 0.93 <= np.mean([one.low <= 0.5 <= one.high for one in found]) <= 0.97
