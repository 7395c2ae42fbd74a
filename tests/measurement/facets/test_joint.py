import numpy as np
import pytest
from scipy import optimize

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets import joint
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.joint import gradient
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.scale import Scale, curves
from tests.measurement.facets.simulated import STEPS, ratings
from tests.measurement.shared_ratings import read_ratings


def fitted(made, **chosen):
    options = Options(**{key: value for key, value in chosen.items() if key not in ("weights", "contacts")})
    cells = cells_of(
        made.facets,
        made.score,
        steps_by=options.steps_facet(("agent", "rater", "item")),
        weights=chosen.get("weights"),
        contacts=chosen.get("contacts"),
    )
    return fit_facets(cells, options=options)


def dense(made, *, partial: bool) -> np.ndarray:
    """The same likelihood by quasi-Newton, rating by rating: raters, items and thresholds, each centred on 0."""
    groups, agents = (4 if partial else 1), int(made.agent.max()) + 1
    group = made.item if partial else np.zeros_like(made.item)
    step = made.score.astype(int) - 1

    def parts(x):
        theta, rater, item, tau = np.split(x, np.cumsum([agents, 5, 4]))
        return (
            theta,
            rater - rater.mean(),
            item - item.mean(),
            tau.reshape(groups, 4) - tau.reshape(groups, 4).mean(axis=1)[:, None],
        )

    def loss(x):
        theta, rater, item, tau = parts(x)
        eta = theta[made.agent] - rater[made.rater] - item[made.item]
        height = np.arange(5) * eta[:, None] - np.hstack([np.zeros((groups, 1)), tau.cumsum(axis=1)])[group]
        share = np.exp(height - np.logaddexp.reduce(height, axis=1)[:, None])
        left = step - share @ np.arange(5)
        above = share[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:] - (step[:, None] > np.arange(4))
        slope = [np.bincount(made.agent, left), -np.bincount(made.rater, left), -np.bincount(made.item, left)]
        steps = np.stack([np.bincount(group, above[:, k], minlength=groups) for k in range(4)], axis=1)
        slope = [
            slope[0],
            slope[1] - slope[1].mean(),
            slope[2] - slope[2].mean(),
            (steps - steps.mean(axis=1)[:, None]).ravel(),
        ]
        return -np.log(share[np.arange(step.size), step]).sum(), -np.concatenate(slope)

    found = optimize.minimize(
        loss, np.zeros(agents + 9 + 4 * groups), jac=True, options={"gtol": 1e-7, "maxiter": 2000}
    )
    return np.concatenate([part.ravel() for part in parts(found.x)])


@pytest.mark.parametrize("model", ["rating-scale", "partial-credit"])
def test_newton_finds_what_another_algorithm_finds_rating_by_rating(model):
    made = ratings(3)
    found = fitted(made, model=model)
    ours = np.concatenate([*found.measures, found.scale.thresholds.ravel()])
    np.testing.assert_allclose(ours, dense(made, partial=model == "partial-credit"), atol=2e-5)
    assert found.converged
    assert found.iterations < 10
    assert [found.measures[1].mean(), found.measures[2].mean()] == pytest.approx([0, 0], abs=1e-9)
    np.testing.assert_allclose(found.scale.thresholds.mean(axis=1), 0, atol=1e-9)
    slopes, steps = gradient(found.model, found.model_state())
    assert max(np.abs(slope).max() for slope in (*slopes, steps)) < 1e-5


def test_the_largest_facet_may_be_any():
    made = ratings(3, agents=6, raters=12, calls=20)
    found = fitted(made)
    agents = np.argsort(np.unique(made.rater, return_index=True)[1])
    turned = fit_facets(cells_of({"rater": made.rater, "agent": made.agent, "item": made.item}, made.score))
    np.testing.assert_allclose(found.scale.thresholds, turned.scale.thresholds, atol=1e-6)
    assert agents.size == found.measures[1].size
    assert found.measures[1].mean() == pytest.approx(0, abs=1e-9)


def test_one_threshold_is_the_logistic_curve():
    scale = Scale(np.array([[0.0, 1.0]]), np.zeros((1, 1)), np.array([[0, 1]]), np.array([1]))
    found = curves(np.array([0.0, 1.0, 2.0, 3.0]), scale=scale, group=np.zeros(4, int))
    assert found.expected.round(2).tolist() == [0.5, 0.73, 0.88, 0.95]
    np.testing.assert_allclose(found.fourth, found.variance * (1 - 3 * found.variance), atol=1e-12)


def test_known_measures_are_recovered():
    made = ratings(5, agents=1500)
    found = fitted(made)
    assert np.abs(found.measures[1] - made.severity).max() < 0.1
    assert np.abs(found.measures[2] - made.difficulty).max() < 0.1
    corrected = fitted(made, bias_correction=True)
    assert np.abs(corrected.scale.thresholds[0] - STEPS).max() < 0.1
    assert corrected.correction == pytest.approx(15 / 16, abs=0.002)
    assert np.abs(corrected.measures[1] - made.severity).mean() < np.abs(found.measures[1] - made.severity).mean()
    assert np.corrcoef(corrected.measures[0], found.measures[0])[0, 1] > 0.999


def test_a_weight_of_two_is_a_rating_given_twice():
    made = ratings(6)
    twice = fitted(made, weights=np.full(made.score.size, 2.0))
    once = fitted(made)
    for facet in range(3):
        np.testing.assert_allclose(twice.measures[facet], once.measures[facet], atol=1e-6)
        np.testing.assert_allclose(twice.errors[facet], once.errors[facet] / np.sqrt(2), rtol=1e-6)
    np.testing.assert_allclose(twice.threshold_errors, once.threshold_errors / np.sqrt(2), rtol=1e-4)


def test_anchors_carry_a_scale_to_another_quarter():
    made = ratings(7)
    first = fitted(made)
    held = {rater: float(first.measures[1][rater]) + 1.0 for rater in (0, 1)}
    steps = {value: float(first.scale.thresholds[0][value - 2]) for value in (2, 3, 4, 5)}
    again = fitted(made, anchors={"rater": held}, anchored_thresholds=steps)
    np.testing.assert_allclose(again.measures[1], first.measures[1] + 1.0, atol=1e-5)
    np.testing.assert_allclose(again.measures[0], first.measures[0] + 1.0, atol=1e-5)
    np.testing.assert_allclose(again.scale.thresholds, first.scale.thresholds, atol=1e-9)
    assert again.status(1)[:3] == ["anchored", "anchored", "estimated"]
    assert again.threshold_errors.tolist() == [[0.0] * 4]


def test_an_anchored_object_holds_the_scale():
    made = ratings(7)
    first = fitted(made)
    again = fitted(made, anchors={"agent": dict(enumerate((first.measures[0] + 0.5).tolist()))})
    np.testing.assert_allclose(again.measures[1] + again.measures[2].mean(), first.measures[1] + 0.5, atol=1e-5)


@pytest.mark.parametrize(
    "chosen",
    [
        {"model": "graded"},
        {"method": "em"},
        {"anchors": {"rater": {1: float("nan")}}},
        {"anchors": {"team": {1: 0.0}}},
        {"anchored_thresholds": {9: 0.0}},
        {"anchored_thresholds": {2: 0.0}, "model": "partial-credit"},
        {"bias_correction": True, "method": "mml"},
        {"model": "partial-credit", "steps_by": "agent"},
    ],
)
def test_wrong_choices_are_refused_by_name(chosen):
    with pytest.raises(OutOfRange):
        fitted(ratings(1), **chosen)


def test_unlinked_subsets_are_named_and_still_fitted():
    made = ratings(8)
    half = made.agent < 40
    rater = np.where(half, made.rater, made.rater + 10)
    found = fit_facets(cells_of({"agent": made.agent, "rater": rater, "item": made.item}, made.score))
    assert len(found.linking.subsets) == 2
    assert found.cautions == ("subsets:2",)
    assert all(np.isfinite(measure).all() for measure in found.measures)
    assert found.converged


def test_too_few_iterations_are_said():
    assert "not_converged" in fitted(ratings(1), most_iterations=1).cautions


def test_steps_too_long_are_halved(monkeypatch):
    monkeypatch.setattr(joint, "LONGEST_STEP", 40.0)
    made = ratings(1)
    first = fitted(made)
    held = {rater: float(first.measures[1][rater]) + 12.0 for rater in range(5)}
    again = fitted(made, anchors={"rater": held})
    np.testing.assert_allclose(again.measures[0], first.measures[0] + 12, atol=1e-4)


def test_measures_on_their_way_to_infinity_are_not_called_converged():
    columns = {"agent": list("AABBCC"), "rater": list("rrrrrr")}
    found = fit_facets(cells_of(columns, [1, 2, 2, 3, 3, 2]))
    assert "not_converged" in found.cautions


def by_quasi_newton(table, steps):
    """Joint likelihood of a real table, rating by rating: persons, raters, items and thresholds."""
    codes = [np.unique(table[name], return_inverse=True)[1] for name in ("person", "rater", "item")]
    sizes = [int(code.max()) + 1 for code in codes]
    step, width = np.array(table["score"], int), steps

    def parts(x):
        *facets, tau = np.split(x, np.cumsum(sizes))
        return facets[0], facets[1] - facets[1].mean(), facets[2] - facets[2].mean(), tau - tau.mean()

    def loss(x):
        person, rater, item, tau = parts(x)
        eta = person[codes[0]] - rater[codes[1]] - item[codes[2]]
        height = np.arange(width + 1) * eta[:, None] - np.concatenate([[0.0], tau.cumsum()])
        share = np.exp(height - np.logaddexp.reduce(height, axis=1)[:, None])
        left = step - share @ np.arange(width + 1)
        above = share[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:] - (step[:, None] > np.arange(width))
        slopes = [sign * np.bincount(code, left) for sign, code in zip((1, -1, -1), codes, strict=True)]
        centred = [slopes[0], *(one - one.mean() for one in slopes[1:]), above.sum(axis=0) - above.sum(axis=0).mean()]
        return -np.log(share[np.arange(step.size), step]).sum(), -np.concatenate(centred)

    found = optimize.minimize(loss, np.zeros(sum(sizes) + width), jac=True, options={"gtol": 1e-7, "maxiter": 4000})
    return parts(found.x), [np.unique(table[name]).tolist() for name in ("person", "rater", "item")]


def test_a_public_table_without_its_extreme_persons_comes_out_as_by_another_algorithm():
    """sirt's ratings of German texts: 135 pupils, 7 raters, 5 criteria, scores 0 to 3; measures to a thousandth."""
    table = read_ratings("sirt_ratings1")
    whole = fit_facets(cells_of({name: table[name] for name in ("person", "rater", "item")}, table["score"]))
    extreme = {name for name, flag in zip(whole.cells.ids[0], whole.kept.extreme[0], strict=True) if flag}
    rows = [row for row, name in enumerate(table["person"]) if name not in extreme]
    kept = {name: [column[row] for row in rows] for name, column in table.items()}
    (*facets, tau), ids = by_quasi_newton(kept, 3)
    assert 0 < len(extreme) < 10
    for place in range(3):
        ours = dict(zip(whole.cells.ids[place], whole.measures[place].tolist(), strict=True))
        np.testing.assert_allclose([ours[name] for name in ids[place]], facets[place], atol=1e-3)
    np.testing.assert_allclose(whole.scale.thresholds[0], tau, atol=1e-3)
