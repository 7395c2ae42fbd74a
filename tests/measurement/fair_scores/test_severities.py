import numpy as np
import pytest
from scipy import linalg

from hengcai.measurement.fair_scores.ratings import contact_ratings
from hengcai.measurement.fair_scores.severities import Variances, scorings_of, solve
from hengcai.measurement.fair_scores.variances import spread_of
from tests.measurement.fair_scores.simulated import centre


def few():
    """Twelve scorings of nine contacts of four agents by three raters, two items each."""
    rows = [
        (0, 0, 0), (0, 1, 1), (1, 2, 1), (1, 3, 2), (1, 3, 0), (2, 4, 0), (2, 5, 2), (2, 5, 1), (3, 6, 2), (3, 7, 1), (3, 8, 0), (3, 8, 1),
    ]  # fmt: skip
    random = np.random.default_rng(4)
    full = [(a, c, r, i) for a, c, r in rows for i in (0, 1)]
    agent, contact, rater, item = map(list, zip(*full, strict=True))
    score = random.integers(1, 6, len(full)).tolist()
    return agent, contact, rater, item, score


def test_the_absorbed_solution_is_that_of_dense_generalised_least_squares():
    agent, contact, rater, item, score = few()
    scorings = scorings_of(contact_ratings(agent, rater, contact, scores=score, items=item))
    variances = Variances(contact=0.6, scoring=0.2)
    found = solve(scorings, variances)
    size = scorings.agent.size
    v = np.diag(variances.scoring + scorings.residual / scorings.n)
    v += variances.contact * (scorings.contact[:, None] == scorings.contact[None, :])
    centred = np.eye(3)[:, :2] - np.eye(3)[:, 2:]
    x = np.hstack([np.eye(4)[scorings.agent], -(centred.T[:, scorings.rater].T)])
    precision = linalg.inv(v)
    covariance = linalg.inv(x.T @ precision @ x)
    beta = covariance @ x.T @ precision @ scorings.mean
    assert size == 12
    np.testing.assert_allclose(found.score, beta[:4])
    np.testing.assert_allclose(found.severity, centred @ beta[4:], atol=1e-12)
    np.testing.assert_allclose(found.variance, np.diag(covariance)[:4])
    np.testing.assert_allclose(found.covariance, centred @ covariance[4:, 4:] @ centred.T, atol=1e-12)


def test_deviances_differ_as_those_of_the_dense_restricted_likelihood():
    agent, contact, rater, item, score = few()
    scorings = scorings_of(contact_ratings(agent, rater, contact, scores=score, items=item))
    dense = []
    for variances in (Variances(0.6, 0.2), Variances(0.1, 0.5)):
        v = np.diag(variances.scoring + scorings.residual / scorings.n)
        v += variances.contact * (scorings.contact[:, None] == scorings.contact[None, :])
        x = np.hstack([np.eye(4)[scorings.agent], np.eye(3)[scorings.rater][:, :2]])
        precision = linalg.inv(v)
        gram = x.T @ precision @ x
        left = scorings.mean - x @ linalg.solve(gram, x.T @ precision @ scorings.mean)
        dense.append(np.linalg.slogdet(v)[1] + np.linalg.slogdet(gram)[1] + left @ precision @ left)
    found = [solve(scorings, variances).deviance for variances in (Variances(0.6, 0.2), Variances(0.1, 0.5))]
    assert found[0] - found[1] == pytest.approx(dense[0] - dense[1], rel=1e-8)


def test_balanced_contacts_of_one_rater_give_the_analysis_of_variance():
    random = np.random.default_rng(1)
    agent = np.repeat(np.arange(30), 4)
    score = random.normal(0, 1, 30)[agent] + random.normal(0, 0.7, 120)
    ratings = contact_ratings(agent, np.zeros(120, int), np.arange(120), scores=score)
    spread = spread_of(scorings_of(ratings), confidence=0.95)
    within = score.reshape(30, 4).var(axis=1, ddof=1).mean()
    told = spread.components["contact"]
    assert told.estimate == pytest.approx(within, rel=1e-3)
    assert told.se == pytest.approx(within * np.sqrt(2 / 90), rel=0.01)
    assert spread.components["residual"].cautions == ("one_rating_a_scoring",)


def test_known_components_are_recovered():
    made = centre(3, double_share=0.5)
    ratings = contact_ratings(made.agent, made.rater, made.contact, scores=made.score, items=made.item)
    told = spread_of(scorings_of(ratings), confidence=0.95).components
    assert 0.11 < told["contact"].low < told["contact"].high < 0.2
    assert told["scoring"].estimate < 0.02
    assert told["residual"].estimate == pytest.approx(0.5, abs=0.04)


def test_a_component_that_is_not_there_is_told_as_zero():
    random = np.random.default_rng(8)
    agent = np.repeat(np.arange(40), 12)
    contact = np.repeat(np.arange(120), 4)
    rater = np.tile([0, 0, 1, 1], 120)
    score = random.normal(0, 1, 480) - 0.3 * rater
    for scoring in range(240):
        score[2 * scoring : 2 * scoring + 2] += -score[2 * scoring : 2 * scoring + 2].mean() * 0.7
    ratings = contact_ratings(agent, rater, contact, scores=score, items=np.tile([0, 1], 240))
    told = spread_of(scorings_of(ratings), confidence=0.95).components
    assert told["scoring"].estimate == told["contact"].estimate == 0.0
    assert told["scoring"].cautions == ("at_zero",)


def test_a_component_told_as_zero_has_an_upper_limit_by_the_rise_of_the_deviance():
    random = np.random.default_rng(5)
    agent, contact, rater = np.repeat(np.arange(40), 6), np.repeat(np.arange(120), 2), np.tile([0, 1], 120)
    score = random.normal(0, 1, 240) - 0.3 * rater
    score -= 0.5 * (np.bincount(contact, score) / 2)[contact]
    scorings = scorings_of(contact_ratings(agent, rater, contact, scores=score))
    spread = spread_of(scorings, confidence=0.95)
    told = spread.components["contact"]
    assert (told.estimate, told.low, told.cautions) == (0.0, 0.0, ("at_zero",))
    own = spread.variances.scoring
    rise = solve(scorings, Variances(told.high, own)).deviance - solve(scorings, spread.variances).deviance
    assert rise == pytest.approx(1.6448536**2, rel=0.02)
