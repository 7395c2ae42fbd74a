import numpy as np
import pytest
from scipy.linalg import fractional_matrix_power

from hengcai.measurement.effects.linear import linear_fit
from hengcai.measurement.errors import NothingVaries, TooLittleData
from tests.measurement.effects.made import teams

# diff-diff 3.13, whose CR2 is checked against R's clubSandwich: standard errors and degrees of freedom
CLUSTERED = ((0.14463362, 4.74240879), (0.2382544, 4.10303874), (0.16854566, 6.59768282))
BY_ROW = ((0.08975701, 50.21015931), (0.1384397, 77.68941787), (0.13066285, 49.03390476))


def design(made):
    return np.column_stack([np.ones(made["y"].size), made["treated"], made["before"]])


@pytest.mark.parametrize(("by_team", "peer"), [(True, CLUSTERED), (False, BY_ROW)])
def test_errors_and_degrees_of_freedom_equal_those_of_an_independent_program(by_team, peer):
    made = teams()
    fit = linear_fit(design(made), made["y"], cluster=made["team"] if by_team else None)
    assert fit.coefficients == pytest.approx([0.98126856, 0.82259608, 0.59055254], abs=1e-8)
    assert np.sqrt(np.diag(fit.covariance)) == pytest.approx([se for se, _ in peer], abs=1e-8)
    assert [fit.degrees(row) for row in np.eye(3)] == pytest.approx([df for _, df in peer], abs=1e-7)


def test_the_small_matrices_give_what_the_dense_formula_gives():
    made = teams()
    x, y, team = design(made), made["y"], made["team"]
    bread = np.linalg.inv(x.T @ x)
    residual_maker = np.eye(y.size) - x @ bread @ x.T
    residual = residual_maker @ y
    meat, columns = np.zeros((3, 3)), []
    for code in range(9):
        rows = np.flatnonzero(team == code)
        adjust = np.real(fractional_matrix_power(residual_maker[np.ix_(rows, rows)], -0.5))
        meat += np.outer(x[rows].T @ adjust @ residual[rows], x[rows].T @ adjust @ residual[rows])
        columns.append(residual_maker[:, rows] @ adjust @ x[rows] @ bread[:, 1])
    inner = np.array(columns) @ np.array(columns).T
    fit = linear_fit(x, y, cluster=team)
    assert fit.covariance == pytest.approx(bread @ meat @ bread, rel=1e-9)
    assert fit.degrees((0, 1, 0)) == pytest.approx(np.trace(inner) ** 2 / np.trace(inner @ inner), rel=1e-9)


def test_equal_teams_treated_whole_give_students_t_test_of_their_means():
    means = np.array([3.0, 4.0, 5.5, 2.0, 2.5, 3.5])
    y = (means[:, None] + np.array([-1.0, 0.0, 1.0])).ravel()
    treated = np.repeat([1.0, 1.0, 1.0, 0.0, 0.0, 0.0], 3)
    fit = linear_fit(np.column_stack([np.ones(18), treated]), y, cluster=np.repeat(np.arange(6), 3))
    found = fit.estimate((0, 1), method="t", confidence=0.95)
    pooled = (means[:3].var(ddof=1) + means[3:].var(ddof=1)) / 2
    assert found.estimate == pytest.approx(1.5)
    assert found.se == pytest.approx(np.sqrt(2 * pooled / 3))
    assert found.high - found.estimate == pytest.approx(2.7764451 * found.se)
    assert fit.degrees((0, 1)) == pytest.approx(4.0)


def test_a_team_alone_in_its_arm_leaves_no_error():
    treated = np.repeat([1.0, 0.0, 0.0], 4)
    y = np.arange(12.0) % 5
    fit = linear_fit(np.column_stack([np.ones(12), treated]), y, cluster=np.repeat(np.arange(3), 4))
    found = fit.estimate((0, 1), method="t", confidence=0.95)
    assert (found.se, found.low, found.cautions) == (None, None, ("rests_on_one_cluster",))


def test_few_degrees_of_freedom_are_a_caution_with_teams_only():
    treated = np.repeat([1.0, 1.0, 0.0, 0.0], 3)
    x, y = np.column_stack([np.ones(12), treated]), np.arange(12.0) % 5
    assert linear_fit(x, y, cluster=np.repeat(np.arange(4), 3)).estimate(
        (0, 1), method="t", confidence=0.95
    ).cautions == ("few_clusters:df=2.0",)
    assert linear_fit(x, y).estimate((0, 1), method="t", confidence=0.95).cautions == ()


def test_a_perfect_fit_has_no_error_to_tell():
    treated = np.repeat([1.0, 0.0], 5)
    found = linear_fit(np.column_stack([np.ones(10), treated]), 2 + treated).estimate(
        (0, 1), method="t", confidence=0.95
    )
    assert (found.estimate, found.se, found.cautions) == (pytest.approx(1.0), None, ("no_spread_left",))


def test_columns_that_say_the_same_and_too_few_rows_are_refused():
    one = np.ones(10)
    with pytest.raises(NothingVaries):
        linear_fit(np.column_stack([one, 2 * one]), np.arange(10.0))
    with pytest.raises(NothingVaries):
        linear_fit(np.column_stack([one, 0 * one]), np.arange(10.0))
    with pytest.raises(TooLittleData):
        linear_fit(np.ones((1, 1)), np.ones(1))


def few_teams(seed: int, n_treated: int):
    """Twelve teams of 3 to 20 people with a level of their own, some trained whole; nothing changes."""
    random = np.random.default_rng(seed)
    team = np.repeat(np.arange(12), random.integers(3, 21, 12))
    treated = (random.permutation(12) < n_treated)[team].astype(float)
    y = random.normal(0, 0.5, 12)[team] + random.normal(size=team.size)
    return linear_fit(np.column_stack([np.ones(team.size), treated]), y, cluster=team)


@pytest.mark.slow
@pytest.mark.parametrize("n_treated", [6, 4])
def test_intervals_of_few_teams_cover(n_treated):
    found = [few_teams(seed, n_treated).estimate((0, 1), method="m", confidence=0.95) for seed in range(2000)]
    assert 0.93 <= np.mean([one.low <= 0 <= one.high for one in found]) <= 0.97
