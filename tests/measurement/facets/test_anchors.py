import numpy as np
import pytest

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.joint import gradient
from hengcai.measurement.facets.options import GroupAnchor, Options
from hengcai.measurement.facets.scale import curves
from tests.measurement.facets.simulated import ratings

MADE = ratings(7)
FIRST, SECOND = frozenset({0, 1, 2}), frozenset({3, 4})


def fitted(made=MADE, **chosen):
    return fit_facets(cells_of(made.facets, made.score), options=Options(**chosen))


@pytest.mark.parametrize("method", ["jml", "mml"])
def test_one_group_at_0_is_the_usual_centring(method):
    plain = fitted(method=method)
    grouped = fitted(method=method, group_anchors={"rater": [GroupAnchor(FIRST | SECOND, 0.0)]})
    for one, other in zip(plain.measures, grouped.measures, strict=True):
        np.testing.assert_allclose(one, other, atol=2e-5)
    assert set(grouped.status(1)) == {"group_anchored"}


@pytest.mark.parametrize("method", ["jml", "mml"])
def test_groups_keep_their_means_and_balance_their_scores(method):
    groups = [GroupAnchor(FIRST, 0.3), GroupAnchor(SECOND, -0.4)]
    found = fitted(method=method, group_anchors={"rater": groups})
    assert found.measures[1][:3].mean() == pytest.approx(0.3, abs=1e-9)
    assert found.measures[1][3:].mean() == pytest.approx(-0.4, abs=1e-9)
    if method == "jml":
        slopes, _ = gradient(found.model, found.model_state())
        np.testing.assert_allclose(slopes[1][:3], slopes[1][0], atol=1e-3)
        np.testing.assert_allclose(slopes[1][3:], slopes[1][3], atol=1e-3)
        assert abs(slopes[1][0]) > 1


def test_groups_put_unlinked_halves_on_one_scale():
    """Two teams with raters of their own: each half comes out as if it were fitted alone."""
    rater = MADE.rater % 2 + 2 * (MADE.agent >= 40)
    halves = [GroupAnchor(frozenset({0, 1}), 0.0), GroupAnchor(frozenset({2, 3}), 0.0)]
    whole = fit_facets(
        cells_of({"agent": MADE.agent, "rater": rater}, MADE.score),
        options=Options(group_anchors={"rater": halves}, anchored_thresholds={2: -1.5, 3: -0.5, 4: 0.5, 5: 1.5}),
    )
    for half in (MADE.agent < 40, MADE.agent >= 40):
        alone = fit_facets(
            cells_of({"agent": MADE.agent[half], "rater": rater[half]}, MADE.score[half]),
            options=Options(anchored_thresholds={2: -1.5, 3: -0.5, 4: 0.5, 5: 1.5}),
        )
        np.testing.assert_allclose(whole.measures[0][alone.cells.ids[0],], alone.measures[0], atol=1e-6)
    assert "subsets:2" in whole.cautions


def test_the_largest_facet_may_be_grouped_too():
    groups = [GroupAnchor(frozenset(range(40)), 1.0), GroupAnchor(frozenset(range(40, 80)), 1.0)]
    found = fitted(group_anchors={"agent": groups})
    inside = found.inside(0)
    assert found.measures[0][:40][inside[:40]].mean() == pytest.approx(1, abs=1e-9)
    assert found.measures[0][40:][inside[40:]].mean() == pytest.approx(1, abs=1e-9)
    with pytest.raises(OutOfRange, match="groups_of_objects"):
        fitted(method="mml", group_anchors={"agent": groups})


def test_a_bias_correction_shrinks_towards_the_groups_mean():
    plain = fitted(group_anchors={"rater": [GroupAnchor(FIRST | SECOND, 0.5)]})
    shrunk = fitted(group_anchors={"rater": [GroupAnchor(FIRST | SECOND, 0.5)]}, bias_correction=True)
    np.testing.assert_allclose(shrunk.measures[1] - 0.5, shrunk.correction * (plain.measures[1] - 0.5), atol=1e-6)


def test_an_element_in_two_groups_is_refused():
    with pytest.raises(OutOfRange, match="in_two_groups"):
        fitted(group_anchors={"rater": [GroupAnchor(FIRST, 0.0), GroupAnchor(frozenset({0}), 1.0)]})
    with pytest.raises(OutOfRange, match="unknown_facet"):
        fitted(group_anchors={"team": [GroupAnchor(FIRST, 0.0)]})
    with pytest.raises(OutOfRange, match="not_finite"):
        fitted(group_anchors={"rater": [GroupAnchor(FIRST, float("nan"))]})


def test_anchored_objects_leave_exactly_one_other_facet_floating():
    """Agents held a logit higher: raters take that logit up, items stay centred."""
    plain = fitted()
    kept = np.flatnonzero(plain.inside(0))
    held = {int(agent): float(plain.measures[0][agent]) + 1.0 for agent in kept}
    again = fitted(anchors={"agent": held}, anchored_thresholds=dict(enumerate(plain.scale.thresholds[0], start=2)))
    np.testing.assert_allclose(again.measures[1], plain.measures[1] + 1, atol=1e-6)
    np.testing.assert_allclose(again.measures[2], plain.measures[2], atol=1e-6)
    assert again.measures[2].mean() == pytest.approx(0, abs=1e-9)


def test_facets_that_are_all_anchored_leave_nothing_to_centre():
    plain = fitted()
    held = {name: {0: float(plain.measures[place][0])} for place, name in enumerate(("agent", "rater", "item"))}
    again = fitted(anchors=held)
    np.testing.assert_allclose(again.measures[1], plain.measures[1], atol=1e-5)
    np.testing.assert_allclose(again.measures[2], plain.measures[2], atol=1e-5)


def test_displacement_says_where_the_ratings_alone_would_put_an_anchor():
    plain = fitted()
    held = {rater: float(plain.measures[1][rater]) for rater in range(5)} | {2: float(plain.measures[1][2]) + 0.2}
    found = fitted(anchors={"rater": held})
    eta = found.measures[0][MADE.agent] - found.measures[1][MADE.rater] - found.measures[2][MADE.item]
    at = curves(eta, scale=found.scale, group=np.zeros(eta.size, int))
    rows = MADE.rater == 2
    left = (MADE.score[rows] - 1 - at.expected[rows]).sum()
    assert found.displacement(1)[2] == pytest.approx(-left / at.variance[rows].sum())
    assert found.displacement(1)[2] < -0.1
    assert np.abs(np.delete(found.displacement(1), 2)).max() < 0.1
    assert np.isnan(found.displacement(0)).all()
