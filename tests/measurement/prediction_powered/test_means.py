import numpy as np
import pytest
from scipy import stats

from hengcai.measurement.errors import NotANumber, NotATable, OutOfRange, TooLittleData
from hengcai.measurement.prediction_powered.means import prediction_powered_means
from hengcai.measurement.prediction_powered.scores import joined_scores

NAN = float("nan")


def simulated(generator, *, agents, scored, contacts, correlation):
    """True means, and scores where a person heard the first `scored` contacts of each agent; the machine is .3 high."""
    truth = generator.normal(3.9, 0.45, agents)
    agent = np.repeat(np.arange(agents), contacts)
    common = generator.normal(size=agent.size)
    own = correlation * common + np.sqrt(1 - correlation**2) * generator.normal(size=agent.size)
    human, automated = truth[agent] + 0.8 * common, truth[agent] + 0.3 + 0.8 * own
    heard = (np.arange(agent.size) % contacts) < scored
    return truth, agent, automated, np.where(heard, human, NAN)


# width over that of the human scores alone, ppi_py 0.2.3 with a sample of 10 of 200 and 30 of 1,000; theory for 5
WIDTHS = [
    (5, 100, 0.5, 0.87), (5, 100, 0.7, 0.73), (5, 100, 0.85, 0.56),
    (10, 200, 0.5, 0.86), (10, 200, 0.7, 0.74), (10, 200, 0.85, 0.59),
    (30, 1000, 0.5, 0.87), (30, 1000, 0.7, 0.73), (30, 1000, 0.85, 0.56),
]  # fmt: skip


@pytest.mark.parametrize(("scored", "contacts", "correlation", "width"), WIDTHS)
def test_intervals_cover_and_narrow_as_theory_says(scored, contacts, correlation, width):
    """At 5 and 10 scored contacts an agent the usual intervals cover 81 and 87 %; these 93 % and more."""
    generator = np.random.default_rng(1)
    covered, ratios = [], []
    for _ in range(40 if scored < 30 else 15):
        truth, *columns = simulated(generator, agents=40, scored=scored, contacts=contacts, correlation=correlation)
        agents, _ = prediction_powered_means(joined_scores(*columns))
        ends = [(agent.prediction_powered.low, agent.prediction_powered.high) for agent in agents]
        covered += [low <= mean <= high for (low, high), mean in zip(ends, truth, strict=True)]
        ratios += [agent.width_ratio for agent in agents]
    assert 0.93 <= np.mean(covered) < 0.97
    theory = np.sqrt(1 - correlation**2 * (1 - scored / contacts))
    assert np.median(ratios) == pytest.approx(theory, abs=0.05)
    assert np.median(ratios) <= width + 0.02


def test_one_agent_with_five_scored_contacts_is_covered_too():
    generator = np.random.default_rng(7)
    covered = []
    for _ in range(500):
        truth, *columns = simulated(generator, agents=1, scored=5, contacts=200, correlation=0.85)
        found = prediction_powered_means(joined_scores(*columns))[1].prediction_powered
        covered.append(found.low <= truth[0] <= found.high)
    assert np.mean(covered) > 0.9


def test_point_estimate_agrees_with_ppi_py():
    # ppi_py 0.2.3, ppi_mean_pointestimate on the same 300 scored and 2,700 unscored contacts
    generator = np.random.default_rng(3)
    _, agent, automated, human = simulated(generator, agents=1, scored=300, contacts=3000, correlation=0.7)
    found = prediction_powered_means(joined_scores(agent, automated, human))[1]
    assert found.prediction_powered.estimate == pytest.approx(4.8321681, abs=1e-4)
    assert (found.prediction_powered.low, found.prediction_powered.high) == pytest.approx((4.76505, 4.89928), abs=3e-3)


def test_inclusion_probabilities_put_a_risk_based_sample_right():
    generator = np.random.default_rng(5)
    score = generator.normal(4, 0.6, 4000)
    automated = score + generator.normal(0, 0.4, 4000) - 0.5
    inclusion = np.where(score < 3.5, 0.2, 0.02)
    errors, covered = [], []
    for _ in range(100):
        human = np.where(generator.random(4000) < inclusion, score, NAN)
        scores = joined_scores(np.zeros(4000, np.int64), automated, human, inclusion=inclusion)
        found = prediction_powered_means(scores)[1]
        errors.append((found.human_only.estimate - score.mean(), found.prediction_powered.estimate - score.mean()))
        covered.append(found.prediction_powered.low <= score.mean() <= found.prediction_powered.high)
    bias, spread = np.mean(errors, axis=0), np.std(errors, axis=0)
    assert np.abs(bias).max() < 0.03
    assert spread[1] < 0.8 * spread[0]
    assert np.mean(covered) > 0.88


def test_agents_keep_their_order_and_the_json_its_promised_keys():
    scores = joined_scores(
        ["wang", "li", "wang", "li", "wang", "li"], [1, 2, 3, 4, 5, 6], ["1", "2", "4", "4", "", "7"]
    )
    agents, overall = prediction_powered_means(scores)
    assert [agent.id for agent in agents] == ["wang", "li"]
    assert list(overall.as_json()) == [
        "id",
        "n_auto",
        "n_human",
        "human_only",
        "automated",
        "prediction_powered",
        "width_ratio",
    ]
    assert (overall.n_auto, overall.n_human) == (6, 5)


def test_agents_nobody_listened_to_have_an_automated_mean_only():
    agents, _ = prediction_powered_means(
        joined_scores([1, 1, 1, 2, 2, 2, 3], [1, 2, 3, 4, 5, 5, 2], [1, 2, 4, NAN, NAN, 5, NAN])
    )
    assert agents[0].prediction_powered.estimate is not None
    assert agents[1].prediction_powered.cautions == ("too_few_human:1",)
    assert agents[1].automated.estimate == pytest.approx(14 / 3)
    assert agents[2].automated.cautions == ("too_few:1",)
    assert agents[2].width_ratio is None


def test_a_human_score_without_automated_one_is_named():
    found = prediction_powered_means(joined_scores([1] * 5, [1, 2, 3, 4, NAN], [1, 2, 4, NAN, 3]))[1]
    assert found.human_only.n == 4
    assert found.prediction_powered.cautions == ("human_without_automated:1",)


@pytest.mark.parametrize(
    ("automated", "caution"), [([2, 2, 2, 2], "automated_not_used"), ([4, 3, 2, 1], "automated_not_helpful")]
)
def test_a_machine_that_does_not_help_is_left_aside(automated, caution):
    found = prediction_powered_means(joined_scores([1] * 4, automated, [1, 2, 3, 4]))[1]
    assert found.prediction_powered.cautions == (caution,)
    assert found.prediction_powered.estimate == found.human_only.estimate
    assert found.width_ratio == pytest.approx(1)


def test_nobody_listened_at_all():
    agents, overall = prediction_powered_means(joined_scores([1, 1], [1, 2], [NAN, NAN]))
    assert overall.human_only.estimate is None
    assert agents[0].prediction_powered.cautions == ("automated_not_used", "too_few_human:0")


def test_equal_scores_off_any_scale_have_no_interval_and_a_caution():
    """Thrice .1 adds up to more than .3: what rounding leaves is no variance."""
    found = prediction_powered_means(joined_scores([1] * 3, [0.2] * 3, [0.1] * 3))[1]
    assert found.prediction_powered.cautions == ("automated_not_used", "nothing_varies")
    for one in (found.prediction_powered, found.human_only, found.automated):
        assert (one.low, one.high, one.se, one.cautions[-1]) == (None, None, None, "nothing_varies")
    assert found.width_ratio is None


def test_equal_whole_scores_may_be_a_step_away():
    found = prediction_powered_means(joined_scores([1] * 3, [2, 2, 2], [3, 3, 3]))[1].human_only
    assert found.se == pytest.approx((4 / 25 / 3) ** 0.5)
    assert (found.low, found.high) == (pytest.approx(3 - 4.302653 * found.se), pytest.approx(3 + 4.302653 * found.se))
    assert found.cautions == ("nothing_varies",)


def test_an_agent_whose_scores_are_equal_borrows_half_of_the_others_spread():
    human = [4.0, 4, 4, 4, 1, 2, 4, 5]
    agents, _ = prediction_powered_means(joined_scores(list("aaaabbbb"), [1.0, 2, 3, 4] * 2, human))
    assert agents[0].human_only.se == pytest.approx((np.var([1, 2, 4, 5], ddof=1) / 4 / 4) ** 0.5)
    assert agents[1].human_only.se == pytest.approx((np.var([1, 2, 4, 5], ddof=1) / 4) ** 0.5)
    assert agents[0].human_only.cautions == ("nothing_varies",)
    assert agents[1].human_only.cautions == ()


@pytest.mark.parametrize(
    ("human", "ends"),
    [([1, 5, 5, 4], (1, 5)), ([0, 1, 1, 1], (0, 1)), ([1, 1, 1, 1], (0, 5)), ([1, 5, 5, 4.5], None), ([1, 5, 6], None)],
)
def test_intervals_stay_within_the_scale_where_it_is_known(human, ends):
    found = prediction_powered_means(joined_scores([1] * len(human), range(1, len(human) + 1), human))[1].human_only
    half = (found.se or 0) * {3: 4.302653, 4: 3.182446}[len(human)]
    low, high = np.mean(human) - half, np.mean(human) + half
    wanted = (low, high) if ends is None else (max(low, ends[0]), min(high, ends[1]))
    assert (found.low, found.high) == (pytest.approx(wanted[0], abs=1e-4), pytest.approx(wanted[1], abs=1e-4))


def test_a_mean_that_the_slope_carries_out_of_the_scale_stands_at_its_end():
    found = prediction_powered_means(joined_scores([1] * 40, [1, 2, 3, 4] + [9] * 36, [2, 3, 4, 5] + [NAN] * 36))[
        1
    ].prediction_powered
    assert (found.estimate, found.high) == (5, 5)
    assert found.low < 5


def whole(generator, *, agents, scored, contacts, correlation, sd):
    """Scores rounded to 1-5, by people and by a machine that is .3 high; the true mean of each agent is exact."""
    centre = generator.normal(3.9, 0.45, agents)
    agent = np.repeat(np.arange(agents), contacts)
    common = generator.normal(size=agent.size)
    own = correlation * common + np.sqrt(1 - correlation**2) * generator.normal(size=agent.size)
    human, automated = (
        np.clip(np.round(centre[agent] + shift + sd * one), 1, 5) for shift, one in ((0, common), (0.3, own))
    )
    below = stats.norm.cdf((np.arange(1, 5) + 0.5 - centre[:, None]) / sd)
    truth = 5 - below.sum(axis=1)
    heard = (np.arange(agent.size) % contacts) < scored
    return truth, agent, automated, np.where(heard, human, NAN)


def covered_by_whole_scores(*, rounds, scored, contacts, correlation, sd):
    """Share of agents whose interval holds the truth, and mean width of theirs over that of the human scores alone."""
    generator, covered, widths = np.random.default_rng(1), [], []
    for _ in range(rounds):
        truth, *columns = whole(generator, agents=40, scored=scored, contacts=contacts, correlation=correlation, sd=sd)
        for found, mean in zip(prediction_powered_means(joined_scores(*columns))[0], truth, strict=True):
            low, high = found.prediction_powered.low, found.prediction_powered.high
            assert 1 <= low < high <= 5
            covered.append(low <= mean <= high)
            widths.append((high - low, found.human_only.high - found.human_only.low))
    mine, human = np.mean(widths, axis=0)
    return np.mean(covered), mine / human


def test_five_whole_scores_cover():
    """.907 without a floor: all residuals are equal in a tenth of the samples."""
    covered, width = covered_by_whole_scores(rounds=10, scored=5, contacts=100, correlation=0.85, sd=0.8)
    assert covered >= 0.93
    assert width < 0.78


@pytest.mark.slow
@pytest.mark.parametrize("sd", [0.5, 0.8, 1.1])
@pytest.mark.parametrize("correlation", [0.5, 0.7, 0.85])
@pytest.mark.parametrize(("scored", "contacts"), [(5, 100), (10, 200), (30, 1000)])
def test_whole_scores_cover_at_every_size(scored, contacts, correlation, sd):
    covered, width = covered_by_whole_scores(
        rounds={5: 50, 10: 40, 30: 20}[scored], scored=scored, contacts=contacts, correlation=correlation, sd=sd
    )
    assert 0.93 <= covered <= 0.99
    assert width < {0.5: 0.96, 0.7: 0.92, 0.85: 0.86}[correlation]


def test_two_scored_contacts_alone_are_too_few_for_a_slope_of_their_own():
    found = prediction_powered_means(joined_scores([1] * 4, [1, 2, 3, 4], [1, 3, NAN, NAN]))[1]
    assert found.prediction_powered.cautions == ("too_few_human:2",)


@pytest.mark.parametrize(
    ("inclusion", "refusal"),
    [([0.5, None, 1], NotANumber), ([0.5, 0, 1], OutOfRange), ([0.5, 1.5, 1], OutOfRange), ([0.5], NotATable)],
)
def test_bad_inclusion_probabilities_are_refused(inclusion, refusal):
    with pytest.raises(refusal):
        joined_scores([1, 1, 1], [1, 2, 3], [1, 2, None], inclusion=inclusion)


def test_bad_scores_are_refused():
    with pytest.raises(TooLittleData):
        joined_scores([1, 1], [None, None], [1, 2])
    with pytest.raises(NotANumber):
        joined_scores([1, 1], [1, "good"], [1, 2])
    with pytest.raises(OutOfRange):
        prediction_powered_means(joined_scores([1, 1], [1, 2], [1, 2]), confidence=0)


def test_a_scale_that_is_told_holds_means_of_decimal_scores_and_refuses_what_lies_outside():
    agents, machine, human = ["x"] * 5, [3.5, 4, 2, 3, 4], [4.25, 4.5, 5, None, None]
    scores = joined_scores(agents, machine, human)
    assert prediction_powered_means(scores)[1].human_only.high > 5
    told = prediction_powered_means(scores, ends=(1.0, 5.0))[1]
    assert told.human_only.high == told.prediction_powered.high == 5.0
    with pytest.raises(OutOfRange, match=r"scale.outside .*position=2"):
        prediction_powered_means(scores, ends=(1.0, 4.9))
    with pytest.raises(OutOfRange, match="not_rising"):
        prediction_powered_means(scores, ends=(5.0, 1.0))
