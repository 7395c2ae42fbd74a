import numpy as np
import pytest

from hengcai.measurement.facets import marginal
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.summary import separation_of
from tests.measurement.facets.simulated import STEPS, ratings

# mirt 1.2.0, fit_mfrm(PolytomousMFRM(4, 5, [Facet("rater", 5)], category_structure), tol=1e-9, n_quadpts=201) on
# `ratings(1)`; it fixes the mean of persons at 0, so that items carry it.
RATING_SCALE = {
    "rater": [-0.67164792, -0.25859831, -0.05036787, 0.20432408, 0.77629002],
    "rater_se": [0.07973715, 0.07156897, 0.07809685, 0.06912993, 0.08274461],
    "item": [-0.78083976, -0.29518818, -0.09914323, 0.16762687],
    "steps": [[-1.51778832, -0.52990565, 0.3777998, 1.66989417]],
    "steps_se": [[0.11865684, 0.09196592, 0.08491118, 0.10568925]],
    "sigma": (0.9168579555, 0.0902922191),
    "log_likelihood": -1664.905840960572,
    "theta": [0.47180776, 1.46851904, 0.31325583, -1.38285249],
    "theta_se": [0.27313871, 0.29349191, 0.27043073, 0.26459152],
}
PARTIAL_CREDIT = {
    "rater": [-0.67247174, -0.25999871, -0.05235488, 0.20354892, 0.78127641],
    "rater_se": [0.07969553, 0.07158883, 0.07812942, 0.06928128, 0.08319465],
    "item": [-0.83108132, -0.26250364, -0.11536895, 0.1355359],
    "steps": [
        [-1.70158655, -0.63022567, 0.48452014, 1.84729208],
        [-1.26420205, -0.70827132, 0.38404697, 1.58842641],
        [-1.68578514, -0.34067049, 0.29274405, 1.73371158],
        [-1.48502206, -0.43312904, 0.45578416, 1.46236694],
    ],
    "steps_se": [
        [0.29511499, 0.21250042, 0.16992562, 0.17222538],
        [0.21172647, 0.18470875, 0.16159076, 0.17368834],
        [0.19932232, 0.17282126, 0.16684694, 0.18459912],
        [0.18018695, 0.16711996, 0.17325895, 0.19687799],
    ],
    "sigma": (0.9180526103, 0.0903563672),
    "log_likelihood": -1661.5286754985068,
    "theta": [0.47681306, 1.47234828, 0.31899504, -1.3876894],
    "theta_se": [0.27166696, 0.29126518, 0.26993998, 0.26735034],
}


def fitted(made, **chosen):
    options = Options(method="mml", **chosen)
    steps = options.steps_facet(("agent", "rater", "item"))
    return fit_facets(cells_of(made.facets, made.score, steps_by=steps), options=options)


@pytest.mark.parametrize(
    ("model", "peer"), [("rating-scale", RATING_SCALE), ("partial-credit", PARTIAL_CREDIT)], ids=["scale", "credit"]
)
def test_estimates_and_errors_are_those_of_mirt(model, peer):
    found = fitted(ratings(1), model=model)
    mean = found.population.mean
    np.testing.assert_allclose(found.measures[1], peer["rater"], atol=5e-6)
    np.testing.assert_allclose(found.measures[2] - mean, peer["item"], atol=5e-6)
    np.testing.assert_allclose(found.scale.thresholds, peer["steps"], atol=5e-6)
    np.testing.assert_allclose(found.errors[1], peer["rater_se"], rtol=5e-4)
    np.testing.assert_allclose(found.threshold_errors, peer["steps_se"], rtol=5e-4)
    np.testing.assert_allclose(found.measures[0][:4] - mean, peer["theta"], atol=5e-6)
    np.testing.assert_allclose(found.errors[0][:4], peer["theta_se"], atol=5e-6)
    assert (found.population.sd, found.population.sd_error) == pytest.approx(peer["sigma"], rel=5e-4)
    assert found.log_likelihood == pytest.approx(peer["log_likelihood"], abs=1e-4)
    assert found.converged


def test_known_measures_are_recovered_without_the_joint_fits_bias():
    made = ratings(5, agents=1500)
    found = fitted(made)
    assert np.abs(found.measures[1] - made.severity).max() < 0.08
    assert np.abs(found.scale.thresholds[0] - STEPS).max() < 0.08
    assert found.population.mean == pytest.approx(0.3, abs=4 * found.population.mean_error)
    z = (found.measures[1] - made.severity) / found.errors[1]
    assert np.abs(z).max() < 3


def test_an_extreme_object_is_measured_by_its_posterior_and_marked():
    made = ratings(2)
    made.score[made.agent == 0] = 5
    found = fitted(made)
    assert found.status(0)[0] == "extreme"
    assert np.argmax(found.measures[0]) == 0
    assert found.inside(0).sum() == 79


def test_an_anchored_facet_moves_the_population():
    made = ratings(1)
    first = fitted(made)
    held = {rater: float(first.measures[1][rater]) + 1.0 for rater in range(5)}
    again = fitted(made, anchors={"rater": held}, anchored_thresholds={3: float(first.scale.thresholds[0][1])})
    assert again.population.mean == pytest.approx(first.population.mean + 1, abs=1e-4)
    np.testing.assert_allclose(again.scale.thresholds, first.scale.thresholds, atol=1e-4)
    assert again.errors[1].tolist() == [0.0] * 5


def test_a_start_far_off_still_ends_at_the_top(monkeypatch):
    """Long steps are halved, and the complete information steps in where the observed one is not positive."""
    made = ratings(1)
    first = fitted(made)
    monkeypatch.setattr(marginal, "LONGEST_STEP", 1e6)
    held = {rater: float(first.measures[1][rater]) + 12.0 for rater in range(5)}
    again = fitted(made, anchors={"rater": held})
    assert again.population.mean == pytest.approx(first.population.mean + 12, abs=1e-3)


def test_tiny_tables_end_too():
    found = fitted(ratings(12, agents=6, raters=2, items=2, calls=2))
    assert np.isfinite(found.log_likelihood)
    assert np.isfinite(found.measures[0]).all()


def test_objects_that_do_not_differ_are_said_not_to():
    made = ratings(3, agents=40)
    same = np.tile([1, 2, 3, 3, 4, 5, 2, 4] * 2, 40)
    found = fit_facets(cells_of({"agent": made.agent, "rater": made.rater}, same), options=Options(method="mml"))
    assert "objects_do_not_differ" in found.cautions
    assert found.population.sd < 0.05
    assert separation_of(found, 0).reliability == pytest.approx(0, abs=1e-3)


def test_reliability_of_posterior_means_is_taken_from_the_population():
    found = fitted(ratings(1))
    told = separation_of(found, 0)
    assert told.reliability == pytest.approx(1 - np.mean(found.errors[0] ** 2) / found.population.sd**2)


@pytest.mark.parametrize("model", ["rating-scale", "partial-credit"])
def test_thousands_of_elements_are_fitted_by_conjugate_gradients_to_the_same_end(monkeypatch, model):
    first = fitted(ratings(1), model=model)
    monkeypatch.setattr(marginal, "MOST_DENSE", 1)
    again = fitted(ratings(1), model=model)
    assert again.log_likelihood == pytest.approx(first.log_likelihood, abs=1e-6)
    for one, other in zip(again.measures, first.measures, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)
    np.testing.assert_allclose(again.scale.thresholds, first.scale.thresholds, atol=1e-4)


def test_gradients_that_do_not_arrive_leave_the_step_to_the_factor(monkeypatch):
    first = fitted(ratings(1))
    monkeypatch.setattr(marginal, "MOST_DENSE", 1)
    monkeypatch.setattr(marginal, "cg", lambda _, right, **__: (right, 500))
    np.testing.assert_allclose(fitted(ratings(1)).measures[1], first.measures[1], atol=1e-9)
