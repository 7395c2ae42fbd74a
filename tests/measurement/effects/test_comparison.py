import numpy as np
import pytest
from scipy import stats

from hengcai.measurement.effects.comparison import ancova, difference
from hengcai.measurement.effects.sample import read_sample
from hengcai.measurement.errors import NotANumber, NothingVaries, TooLittleData
from tests.measurement.effects.made import teams
from tests.measurement.shared_workforce import read_workforce


def test_the_randomised_trial_of_lalonde_gives_its_1794():
    trial = read_workforce("nsw_job_training")
    found = difference(read_sample(trial["re78"], trial["treat"]))
    assert found.estimate == pytest.approx(1794.342, abs=0.001)
    assert found.se == pytest.approx(670.997, abs=0.001)  # R: t.test(re78 ~ treat), 474.01 to 3114.67
    assert (found.low, found.high) == (pytest.approx(474.01, abs=0.01), pytest.approx(3114.67, abs=0.01))
    assert found.n == 445


def test_welch_is_that_of_scipy():
    found = difference(read_sample([1, 2, 3, 4, 2, 2, 5], [0, 0, 0, 0, 1, 1, 1]), confidence=0.9)
    peer = stats.ttest_ind([2, 2, 5], [1, 2, 3, 4], equal_var=False).confidence_interval(0.9)
    assert found.estimate == pytest.approx(0.5)
    assert found.se == pytest.approx(np.sqrt(5 / 3 / 4 + 3 / 3))
    assert (found.low, found.high) == (pytest.approx(peer.low), pytest.approx(peer.high))


def test_teams_have_the_errors_of_teams():
    made = teams()
    found = difference(read_sample(made["y"], made["treated"], cluster=made["team"]))
    assert found.estimate == pytest.approx(0.77176489, abs=1e-8)
    assert found.se == pytest.approx(0.27338793, abs=1e-8)  # diff-diff 3.13
    adjusted = ancova(read_sample(made["y"], made["treated"], before=made["before"], cluster=made["team"]))
    assert (adjusted.estimate, adjusted.se) == (pytest.approx(0.82259608), pytest.approx(0.2382544))
    assert "CR2" in adjusted.method


def test_ancova_without_teams_is_hc2():
    made = teams()
    found = ancova(read_sample(made["y"], made["treated"], before=made["before"]))
    assert (found.se, found.method.endswith("HC2")) == (pytest.approx(0.1384397), True)
    with pytest.raises(TooLittleData):
        ancova(read_sample(made["y"], made["treated"]))
    with pytest.raises(NothingVaries) as refusal:
        ancova(read_sample(made["y"], made["treated"], before=np.zeros(90)))
    assert refusal.value.code == "effect.before_constant"


def test_the_plain_difference_passes_over_the_score_before():
    made = teams()
    columns = {"before": made["before"], "cluster": made["team"]}
    assert difference(read_sample(made["y"], made["treated"], **columns)).estimate == pytest.approx(0.77176489)


def test_groups_without_spread_have_no_interval():
    found = difference(read_sample([1, 1, 2, 2], [0, 0, 1, 1]))
    assert (found.estimate, found.low, found.cautions) == (1.0, None, ("no_spread_left",))


def test_who_lacks_a_number_is_left_out_and_counted():
    sample = read_sample([1, "", 3, 4, 5, 6], ["no", "yes", "是", "否", True, 1.0], before=[1, 2, None, 4, 5, 6])
    assert (sample.n, sample.left_out, sample.cautions) == (4, 2, ("left_out:2",))
    assert sample.treated.tolist() == [False, False, True, True]


@pytest.mark.parametrize(
    ("outcome", "treated", "code"),
    [
        ([1, 2, 3], [0, 0, 0], "effect.nobody_treated"),
        ([1, 2, 3], [1, 1, 1], "effect.no_controls"),
        ([1, 2, 3], [1, 0, 0], "effect.too_few_in_group"),
    ],
)
def test_without_two_groups_there_is_nothing_to_compare(outcome, treated, code):
    with pytest.raises(TooLittleData) as refusal:
        read_sample(outcome, treated)
    assert refusal.value.code == code


def test_constant_outcomes_one_team_and_words_are_refused():
    with pytest.raises(NothingVaries):
        read_sample([2, 2, 2, 2], [0, 0, 1, 1])
    with pytest.raises(TooLittleData) as refusal:
        read_sample([1, 2, 3, 4], [0, 0, 1, 1], cluster=["A"] * 4)
    assert refusal.value.code == "effect.one_cluster"
    for treated, position in (([0, "perhaps", 1, 1], 1), ([0, 1, 2, 1], 2), ([0, 1, 1, ""], 3)):
        with pytest.raises(NotANumber) as wrong:
            read_sample([1, 2, 3, 4], np.array(treated, object), cluster=None)
        assert (wrong.value.facts["column"], wrong.value.facts["position"]) == ("treated", position)
    with pytest.raises(NotANumber):
        read_sample([1, 2, "good", 4], [0, 0, 1, 1])
