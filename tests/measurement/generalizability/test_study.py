import time

import numpy as np
import pytest
from scipy import optimize

from hengcai.measurement.errors import NotADesign, NotANumber, NotATable, NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.generalizability import equations, reml, study
from hengcai.measurement.generalizability.decision import relative_coefficient
from hengcai.measurement.generalizability.design import crossed, parse_design
from hengcai.measurement.generalizability.layout import lay_out
from hengcai.measurement.generalizability.study import Options, generalizability_study
from tests.measurement.shared_ratings import read_ratings

BRENNAN_P116 = {"person": 0.4731, "rater:task": 0.6475, "task": 0.3252, "personxtask": 0.5596, "residual": 2.3803}


def simulated(*, agents, raters, items, seed, spread):
    """Ratings with known standard deviations of A, R, I, AxR, AxI, RxI and residual; raters drawn for each agent."""
    generator = np.random.default_rng(seed)
    drawn = [(a, r) for a in range(agents) for r in generator.choice(raters, min(4, raters), replace=False)]
    a, r = (np.repeat(column, items) for column in np.array(drawn).T)
    i = np.tile(np.arange(items), len(drawn))
    normal = generator.normal
    score = spread[0] * normal(size=agents)[a] + spread[1] * normal(size=raters)[r] + spread[2] * normal(size=items)[i]
    score += spread[3] * normal(size=(agents, raters))[a, r] + spread[4] * normal(size=(agents, items))[a, i]
    score += spread[5] * normal(size=(raters, items))[r, i] + spread[6] * normal(size=a.size)
    return {"A": a, "R": r, "I": i}, score


def balanced_anova(scores):
    """p x i: mean squares written out."""
    n, k = scores.shape
    rows, columns = scores.mean(axis=1), scores.mean(axis=0)
    residual = ((scores - rows[:, None] - columns + scores.mean()) ** 2).sum() / ((n - 1) * (k - 1))
    return (k * rows.var(ddof=1) - residual) / k, (n * columns.var(ddof=1) - residual) / n, residual


@pytest.mark.parametrize("method", ["reml", "anova"])
def test_components_reproduce_brennan_table_3_2(method):
    columns = read_ratings("brennan_3_2")
    found = generalizability_study(
        columns,
        columns["score"],
        design=parse_design("person x (rater:task)"),
        object="person",
        options=Options(method=method),
    )
    assert list(found.components) == ["person", "rater:task", "task", "personxtask", "residual"]
    for name, published in BRENNAN_P116.items():
        assert found.components[name].estimate == pytest.approx(published, abs=6e-5)
    assert found.conditions == {"rater": 4.0, "task": 3.0}


def test_reml_is_the_analysis_of_variance_on_rajaratnams_subtests():
    columns = read_ratings("rajaratnam_2")
    for subtest in ("1", "2", "3"):
        rows = [row for row, name in enumerate(columns["subtest"]) if name == subtest]
        part = {name: [values[row] for row in rows] for name, values in columns.items()}
        found = generalizability_study(part, part["score"], design=parse_design("person x item"), object="person")
        people, items = sorted(set(part["person"])), sorted(set(part["item"]))
        score = dict(zip(zip(part["person"], part["item"], strict=True), map(float, part["score"]), strict=True))
        expected = balanced_anova(np.array([[score[p, i] for i in items] for p in people]))
        assert min(expected) > 0
        told = [found.components[name].estimate for name in ("person", "item", "residual")]
        assert told == pytest.approx(expected, abs=1e-6)


def dense_deviance(components, levels, score):
    """-2 restricted log likelihood with the whole covariance matrix."""
    n = score.size
    covariance = components[-1] * np.eye(n)
    for component, level in zip(components, levels, strict=False):
        covariance += component * (level[:, None] == level[None, :])
    inverse = np.linalg.inv(covariance)
    ones = inverse.sum(axis=1)
    quadratic = score @ inverse @ score - (ones @ score) ** 2 / ones.sum()
    return np.linalg.slogdet(covariance)[1] + np.log(ones.sum()) + quadratic


@pytest.mark.parametrize("seed", range(4))
def test_reml_of_unbalanced_data_agrees_with_the_dense_likelihood(seed):
    columns, score = simulated(agents=14, raters=7, items=4, seed=seed, spread=(0.6, 0.5, 0.4, 0.4, 0.3, 0.0, 0.5))
    kept = np.random.default_rng(seed).random(score.size) < 0.8
    columns = {name: codes[kept] for name, codes in columns.items()}
    layout = lay_out(columns, score[kept], design=crossed("ARI"))
    levels, y = [term.level for term in layout.terms], layout.score - layout.score.mean()
    fit = reml.reml_components(equations.equations_of(layout), np.full(7, 0.1))
    dense = optimize.minimize(
        lambda x: dense_deviance(x, levels, y),
        np.full(7, 0.1),
        method="L-BFGS-B",
        bounds=[(0, None)] * 6 + [(1e-6, None)],
        options={"ftol": 1e-14, "gtol": 1e-9},
    )
    assert fit.converged
    assert fit.deviance <= dense.fun + 1e-5
    assert fit.components == pytest.approx(dense.x, abs=2e-4)
    assert fit.deviance == pytest.approx(dense_deviance(np.maximum(fit.components, 1e-12), levels, y), abs=1e-4)


@pytest.mark.parametrize(("seed", "rise"), [(2, 1.959964**2), (3, 1.644854**2)])
def test_a_component_near_zero_has_the_profile_limit_of_the_dense_likelihood(seed, rise):
    columns, score = simulated(agents=12, raters=6, items=4, seed=seed, spread=(0.6, 0.5, 0.4, 0.4, 0.3, 0.0, 0.5))
    found = generalizability_study(columns, score, design=crossed("ARI"), object="A")
    zero = found.components["RxI"]
    assert zero.cautions == (("at_zero",) if zero.estimate == 0 else ())
    layout = lay_out(columns, score, design=crossed("ARI"))
    levels, y = [term.level for term in layout.terms], layout.score - layout.score.mean()

    def profile(value):
        def deviance(x):
            return dense_deviance([*x[:5], value, x[5]], levels, y)

        bounds = [(0, None)] * 5 + [(1e-6, None)]
        return optimize.minimize(deviance, np.full(6, 0.1), method="L-BFGS-B", bounds=bounds).fun

    assert profile(zero.high) - profile(zero.estimate) == pytest.approx(rise, abs=0.1)


@pytest.mark.parametrize("spread", [(0.45, 0.4, 0.3, 0.3, 0.25, 0.1, 0.6), (0.45, 0.4, 0.3, 0.0, 0.05, 0.0, 0.6)])
def test_six_terms_on_twenty_thousand_rows_come_back_near_the_truth_within_two_seconds(spread):
    """Also where components are hardly there, and their limits have to be searched for."""
    columns, score = simulated(agents=500, raters=50, items=10, seed=0, spread=spread)
    started = time.process_time()
    found = generalizability_study(columns, score, design=crossed("ARI"), object="A")
    assert time.process_time() - started < 2
    assert score.size == 20_000
    for (name, component), sd in zip(found.components.items(), spread, strict=True):
        assert component.low <= sd**2 <= component.high, name
    assert found.conditions == {"R": 4.0, "I": 10.0}


def test_a_limit_whose_search_is_cut_short_is_still_near(monkeypatch):
    columns, score = simulated(agents=30, raters=8, items=4, seed=2, spread=(0.6, 0.5, 0.4, 0.4, 0.3, 0.0, 0.5))
    layout = lay_out(columns, score, design=crossed("ARI"))
    whole = equations.equations_of(layout)
    fit = reml.reml_components(whole, np.full(7, 0.1))
    limit = reml.upper_limit(whole, fit, 5, deviance_rise=3.84)
    monkeypatch.setattr(reml, "TRIES", 1)
    assert reml.upper_limit(whole, fit, 5, deviance_rise=3.84) == pytest.approx(limit, rel=0.3)


def test_intervals_of_components_cover():
    covered = []
    for seed in range(60):
        columns, score = simulated(agents=40, raters=12, items=3, seed=seed, spread=(0.5, 0.4, 0, 0.3, 0, 0, 0.5))
        found = generalizability_study(columns, score, design=crossed("AR"), object="A").components["A"]
        covered.append(found.low <= 0.25 <= found.high)
    assert np.mean(covered) > 0.86


def test_one_rater_cannot_be_told_apart_and_says_so():
    found = generalizability_study(
        {"A": [1, 1, 2, 2, 3, 3], "R": [1] * 6, "I": [1, 2] * 3},
        [1, 2, 2, 4, 3, 5.5],
        design=crossed("ARI"),
        object="A",
    )
    assert found.components["R"].cautions == ("one_level",)
    assert found.components["AxR"].cautions == ("confounded_with:A",)
    assert found.components["AxI"].cautions == ("confounded_with:residual",)
    assert set(found.cautions) >= {"not_separable:R", "not_separable:AxR"}


def test_rows_of_one_cell_count_as_their_mean():
    columns, score = simulated(agents=12, raters=4, items=6, seed=1, spread=(0.5,) * 7)
    pair = np.asarray(columns["A"]) * 4 + np.asarray(columns["R"])
    means = np.bincount(pair, weights=score) / 6
    crossed_means = {"A": np.repeat(np.arange(12), 4), "R": np.tile(np.arange(4), 12)}
    rows = generalizability_study({name: columns[name] for name in "AR"}, score, design=crossed("AR"), object="A")
    mean = generalizability_study(crossed_means, means, design=crossed("AR"), object="A")
    assert (rows.cell_size, rows.n, mean.cell_size) == (6, 48, 1)
    assert "cells_averaged:6" in rows.cautions
    assert rows.values == pytest.approx(mean.values, abs=1e-6)


def test_unlinked_camps_are_named():
    columns = {"A": list("aabbccdd"), "R": list("rsrstutu")}
    found = generalizability_study(columns, [1, 2, 2, 4, 4, 5, 3, 5], design=crossed("AR"), object="A")
    assert "subsets:2" in found.cautions
    assert found.subsets == ({"A": ["a", "b"], "R": ["r", "s"]}, {"A": ["c", "d"], "R": ["t", "u"]})


def test_raters_within_each_agent_link_nobody_and_are_not_called_apart():
    columns = {"A": [1, 1, 2, 2, 3, 3] * 2, "R": list("abcdef") * 2, "I": [1] * 6 + [2] * 6}
    score = [1, 2, 2, 4, 3, 5.5, 2, 2, 3, 4, 4, 5]
    nested = generalizability_study(columns, score, design=parse_design("R:A"), object="A")
    assert nested.subsets == ()
    assert not any(caution.startswith("subsets") for caution in nested.cautions)


def test_scores_that_are_a_sum_of_effects_leave_no_residual():
    columns = {"A": [1, 1, 2, 2, 3, 3], "R": [1, 2] * 3}
    found = generalizability_study(columns, [1, 2, 2, 3, 4, 5], design=crossed("AR"), object="A")
    assert "residual_zero:anova_used" in found.cautions
    assert found.components["A"].cautions == ("no_interval",)
    assert relative_coefficient(found).estimate == pytest.approx(1)


def test_negative_components_of_the_analysis_of_variance_are_shown_as_zero():
    found = generalizability_study(
        {"A": [1, 1, 2, 2, 3, 3], "R": [1, 2] * 3},
        [1, 5, 5, 1, 1, 5.5],
        design=crossed("AR"),
        object="A",
        options=Options(method="anova"),
    )
    assert found.components["A"].estimate == 0.0
    assert found.components["A"].cautions[1].startswith("negative:")
    zero = relative_coefficient(found)
    assert (zero.estimate, zero.high) == (0.0, None)


def test_an_object_without_variance_has_a_coefficient_of_zero_with_a_limit():
    found = generalizability_study(
        {"A": [1, 1, 2, 2, 3, 3], "R": [1, 2] * 3}, [1, 5, 5, 1, 1, 5.5], design=crossed("AR"), object="A"
    )
    zero = relative_coefficient(found)
    assert (zero.estimate, zero.low) == (0.0, 0.0)
    assert 0 < zero.high < 1
    assert "object_variance_at_zero" in zero.cautions


def test_an_object_nested_in_a_team_stands_for_the_team_too():
    generator = np.random.default_rng(1)
    team, agent, rater = (part.ravel() for part in np.meshgrid(range(6), range(5), range(4), indexing="ij"))
    score = generator.normal(size=6)[team] + generator.normal(size=(6, 5))[team, agent] + generator.normal(size=120)
    found = generalizability_study(
        {"A": agent, "T": team, "R": rater}, score, design=parse_design("(A:T) x R"), object="A"
    )
    assert (found.object_factors, found.facets) == ({"A", "T"}, ("R",))
    of_agent, of_team = found.components["A:T"].estimate, found.components["T"].estimate
    error = (found.components["TxR"].estimate + found.components["residual"].estimate) / 4
    expected = (of_agent + of_team) / (of_agent + of_team + error)
    assert relative_coefficient(found).estimate == pytest.approx(expected)


def test_too_wide_designs_fall_back_to_henderson_and_say_so(monkeypatch):
    columns, score = simulated(agents=10, raters=5, items=3, seed=1, spread=(0.5,) * 7)
    limits = {
        "WIDEST_BORDER": "study.too_many_levels",
        "MOST_CELLS": "study.blocks_too_large",
        "MOST_WORK": "study.too_much_work",
    }
    for limit, code in limits.items():
        with monkeypatch.context() as patch:
            patch.setattr(equations, limit, 5)
            found = generalizability_study(columns, score, design=crossed("ARI"), object="A")
            assert f"{code}:anova_used" in found.cautions


def test_a_likelihood_that_cannot_be_solved_falls_back_too(monkeypatch):
    def fails(*_):
        raise np.linalg.LinAlgError

    columns, score = simulated(agents=10, raters=5, items=3, seed=1, spread=(0.5,) * 7)
    monkeypatch.setattr(study, "reml_components", fails)
    assert (
        "reml_failed:anova_used" in generalizability_study(columns, score, design=crossed("ARI"), object="A").cautions
    )


def test_a_likelihood_that_does_not_settle_leaves_the_analysis_of_variance(monkeypatch):
    monkeypatch.setattr(reml, "STEPS", 1)
    columns, score = simulated(agents=10, raters=5, items=3, seed=1, spread=(0.5, 0.0, 0.5, 0.5, 0.5, 0.5, 0.5))
    found = generalizability_study(columns, score, design=crossed("ARI"), object="A")
    assert "reml_not_converged:anova_used" in found.cautions
    assert found.components["A"].low is None


def test_a_step_that_never_helps_leaves_the_point(monkeypatch):
    monkeypatch.setattr(reml, "HALVINGS", 0)
    columns, score = simulated(agents=10, raters=5, items=3, seed=1, spread=(0.5,) * 7)
    layout = lay_out(columns, score, design=crossed("ARI"))
    fit = reml.reml_components(equations.equations_of(layout), np.full(7, 0.3))
    assert (fit.converged, fit.iterations) == (False, 1)


AR = {"A": [1, 1, 2, 2], "R": [1, 2, 1, 2]}


@pytest.mark.parametrize(
    ("columns", "score", "refusal"),
    [
        ({"A": [1, 2]}, [1, 2], NotATable),
        (AR, [1, 2, 3], NotATable),
        (AR, [1, "", None, 2], TooLittleData),
        (AR, [3, 3, 3, 3], NothingVaries),
        ({name: levels * 2 for name, levels in AR.items()}, [1, 2, 3, 4, 5, 4, 3, 2], NothingVaries),  # as means
        (AR, [3, 3, "good", 3], NotANumber),
    ],
)
def test_bad_ratings_are_refused(columns, score, refusal):
    with pytest.raises(refusal):
        generalizability_study(columns, score, design=crossed("AR"), object="A")


def test_an_object_outside_the_design_or_without_facet_is_refused():
    with pytest.raises(NotADesign, match=r"design\.object_missing"):
        generalizability_study(AR, [1, 2, 3, 5], design=crossed("AR"), object="T")
    with pytest.raises(NotADesign, match=r"design\.no_facet"):
        generalizability_study(AR, [1, 2, 3, 5], design=parse_design("A:R"), object="A")
    with pytest.raises(OutOfRange):
        generalizability_study(AR, [1, 2, 3, 5], design=crossed("AR"), object="A", options=Options(confidence=1))


def test_an_object_with_one_score_each_is_refused():
    with pytest.raises(TooLittleData, match=r"study\.nothing_separable"):
        generalizability_study({"A": [1, 2, 3, 4], "R": [1, 2, 3, 4]}, [1, 2, 3, 5], design=crossed("AR"), object="A")
    columns = {"A": [1, 1, 1, 1], "R": [1, 1, 2, 2], "I": [1, 2, 1, 2]}
    with pytest.raises(TooLittleData, match=r"study\.object_not_separable"):
        generalizability_study(columns, [1, 2, 3, 5], design=crossed("ARI"), object="A")


def test_an_interval_that_says_nothing_has_no_ends():
    assert study._satterthwaite(1e-3, 1.0, 0.95) == (0.0, float("inf"))


def test_a_variance_below_0_that_poor_information_left_is_no_interval():
    found = study._Found(np.array([0.5, 0.2]), np.diag([-3.0, 0.01]), {}, (), "REML")
    layout = lay_out(AR, [1, 2, 3, 5], design=crossed("AR"))
    poor, known = (study._component(found, place, layout, Options()) for place in (0, 1))
    assert (poor.estimate, poor.low, poor.high, poor.cautions) == (0.5, None, None, ("no_interval",))
    assert 0 < known.low < 0.2 < known.high


def test_tiny_designs_whose_information_is_singular_give_no_interval():
    columns = {"A": [3, 4, 1, 1], "R": list("babc"), "I": list("xxyy")}
    found = generalizability_study(columns, [5, 3, 4, 2], design=crossed("ARI"), object="A")
    known = [part for part in found.components.values() if part.estimate is not None]
    assert any(part.cautions == ("no_interval",) for part in known)


# GeneralizIT 0.1.2 (analogous ANOVA, Henderson's method 1): person, item, rater, person x item, person x rater, item x
# rater, residual; unbalanced public tables
GENERALIZIT = {
    "ptam4": (0.3583, 0.0053, 0.0323, 0.0688, 0.0927, 0.0138, 0.2162),
    "sirt_ratings1": (0.4296, 0.0045, 0.0628, 0.1038, 0.0264, 0.0261, 0.1791),
}


@pytest.mark.parametrize("name", GENERALIZIT)
def test_hendersons_components_of_unbalanced_tables_are_those_of_another_program(name):
    columns = read_ratings(name)
    design, options = parse_design("person x item x rater"), Options(method="anova")
    found = generalizability_study(columns, columns["score"], design=design, object="person", options=options)
    told = [component.estimate for component in found.components.values()]
    assert told == pytest.approx(GENERALIZIT[name], abs=6e-5)
