import numpy as np
import pytest
from scipy.stats import spearmanr

from hengcai.measurement.errors import MeasurementRefusal, NotANumber, NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.fair_scores.ratings import contact_ratings
from hengcai.measurement.fair_scores.scores import Options, fair_scores
from tests.measurement.fair_scores.simulated import Centre, centre


def fitted(made: Centre):
    ratings = contact_ratings(made.agent, made.rater, made.contact, scores=made.score, items=made.item)
    return fair_scores(ratings, options=Options(cuts=(3.5, 4.5)))


def known(made: Centre):
    """The limit: severities known and taken off."""
    score = made.score + made.severity[made.rater]
    one = np.zeros(made.rater.size, int)
    return fair_scores(contact_ratings(made.agent, one, made.contact, scores=score, items=made.item)).shrunk.mean


def test_raw_is_the_mean_over_contacts_of_the_contacts_mean():
    ratings = contact_ratings("AAAB", "rrss", [1, 1, 2, 1], scores=["5", "3", "1", ""])
    found = fair_scores(ratings)
    assert found.raw.tolist() == [2.5]
    assert ratings.agent.ids == ("A",)


def test_severities_are_recovered_within_their_errors():
    made = centre(11, double_share=0.2)
    found = fitted(made)
    error = np.sqrt(np.diag(found.solution.covariance))
    assert found.solution.severity.mean() == pytest.approx(0, abs=1e-9)
    z = (found.solution.severity - 0.9 * made.severity) / error
    assert np.mean(np.abs(z) < 2.5) > 0.8
    assert np.corrcoef(found.solution.severity, made.severity)[0, 1] > 0.97


def test_an_unlinked_centre_is_never_corrected():
    found = fitted(centre(2, double_share=0.0))
    assert not found.linking.linked
    assert len(found.linking.subsets) == 15
    assert (found.solution, found.shrunk) == (None, None)
    assert found.cautions == ("not_linked:nothing_corrected",)
    with pytest.raises(TooLittleData):
        found.differences([(0, 1)])


def test_one_contact_an_agent_is_corrected_without_intervals():
    found = fair_scores(contact_ratings("AABB", "rsrs", [1, 1, 2, 2], scores=[3, 4, 1, 2]))
    assert found.solution.severity.tolist() == pytest.approx([0.5, -0.5])
    assert found.solution.score.tolist() == pytest.approx([3.5, 1.5])
    assert found.shrunk is None
    assert found.cautions == ("too_few_contacts:no_intervals",)


def test_agents_and_raters_that_use_up_all_contacts_leave_no_error():
    found = fair_scores(contact_ratings("AABB", "rrsr", [1, 2, 3, 4], scores=[3, 4, 1, 2]))
    assert found.shrunk is not None
    assert fair_scores(contact_ratings("AAB", "rsr", [1, 2, 3], scores=[3, 4, 1])).shrunk is None


def test_one_rater_and_two_agents_come_with_cautions():
    found = fair_scores(contact_ratings("AAABBB", "rrrrrr", [1, 2, 3, 4, 5, 6], scores=[3, 4, 5, 1, 2, 2]))
    assert found.cautions == ("one_rater:no_severity", "too_few_agents:not_shrunk")
    assert found.shrunk.mean.tolist() == pytest.approx([4, 5 / 3])
    assert found.components["rater"].estimate is None


def test_do_these_two_differ():
    found = fitted(centre(5, double_share=0.3))
    best, worst = int(np.argmax(found.solution.score)), int(np.argmin(found.solution.score))
    told = found.differences([(best, worst), (best, best - 1 if best else 1)])
    assert told[0].adjusted_p < 0.001
    assert told[0].first == best
    assert told[1].adjusted_p >= told[1].p
    with pytest.raises(OutOfRange, match="unknown_agent"):
        found.differences([(best, "nobody")])


@pytest.mark.parametrize(
    ("scores", "refusal"),
    [([3, 3, 3], NothingVaries), (["3", "good", "4"], NotANumber), ([3, None, ""], TooLittleData)],
)
def test_bad_scores_are_refused_by_name(scores, refusal):
    with pytest.raises(refusal):
        contact_ratings("ABC", "rrr", [1, 2, 3], scores=scores)


def test_cuts_rise_and_confidence_is_a_share():
    for wrong in ({"cuts": (4.0, 3.0)}, {"cuts": (3.0, 3.0)}, {"cuts": (float("nan"),)}, {"confidence": 95}):
        with pytest.raises(MeasurementRefusal):
            Options(**wrong)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("double_share", "rotated"), [(0.1, False), (0.2, False), (0.0, True)], ids=["tenth", "fifth", "rotated"]
)
def test_goals_of_the_simulation(double_share, rotated):
    """Spearman within .01 of known severities, coverage 93-97 %, false low at most half (.55 allows for 20 runs) of raw."""
    ranks, limits, covered, low_raw, low_fair = [], [], [], [], []
    for seed in range(20):
        made = centre(seed, double_share=double_share, rotated=rotated)
        found = fitted(made)
        ranks.append(spearmanr(found.shrunk.mean, made.truth)[0])
        limits.append(spearmanr(known(made), made.truth)[0])
        covered.append(np.mean(np.abs(found.shrunk.mean - made.truth) < 1.959964 * found.shrunk.sd))
        low_raw.append(np.mean(made.truth[found.raw < 3.5] >= 3.5))
        low_fair.append(np.mean(made.truth[found.shrunk.mean < 3.5] >= 3.5))
    assert np.mean(ranks) > np.mean(limits) - 0.01
    assert 0.93 < np.mean(covered) < 0.97
    if not rotated:
        assert np.mean(low_fair) <= 0.55 * np.mean(low_raw)


def rated_once(seed: int, *, agents: int = 240, raters: int = 12):
    """A period's forms: each agent by their own superior, one in five by a second one as well."""
    dice = np.random.default_rng(seed)
    truth, harsh = dice.normal(4, 0.4, agents), dice.normal(0, 0.4, raters)
    twice = dice.random(agents) < 0.2
    agent = np.concatenate([np.arange(agents), np.flatnonzero(twice)])
    first = np.arange(agents) % raters
    rater = np.concatenate([first, (first[twice] + dice.integers(1, raters, twice.sum())) % raters])
    score = truth[agent] - harsh[rater] + dice.normal(0, 0.3, agent.size)
    ratings = contact_ratings(agent, rater, np.zeros(agent.size, int), scores=score)
    return truth, harsh, fair_scores(ratings, options=Options(is_whole=True))


def test_a_period_rated_once_is_corrected_with_the_raters_error_alone():
    inside = []
    for seed in range(20):
        truth, harsh, found = rated_once(seed)
        half = 1.959964 * found.shrunk.sd
        inside.append(np.mean(np.abs(found.shrunk.mean - (truth - harsh.mean())) < half))
    assert 0.92 < np.mean(inside) < 0.98


def test_a_period_whose_forms_never_meet_has_no_error_to_tell():
    ratings = contact_ratings("AAB", "rss", [1, 1, 1], scores=[4, 3, 5])
    assert fair_scores(ratings, options=Options(is_whole=True)).shrunk is None
