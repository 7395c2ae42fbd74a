import numpy as np
import pytest

from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.scale import curves
from tests.measurement.facets.simulated import ratings


def with_extremes():
    """Agent 0 has only top scores, agent 1 only lowest; rater 9 saw nobody but agent 0."""
    made = ratings(2)
    score, rater = made.score.copy(), made.rater.copy()
    score[made.agent == 0], score[made.agent == 1] = 5, 1
    rater[made.contact == 0] = 9
    return {"agent": made.agent, "rater": rater, "item": made.item}, score


def test_extreme_agents_are_placed_three_tenths_of_a_point_inside():
    columns, score = with_extremes()
    found = fit_facets(cells_of(columns, score))
    assert found.status(0)[:3] == ["extreme", "extreme", "estimated"]
    names = list(found.cells.ids[1])
    for agent, target in ((0, 0.3), (1, 16 - 0.3)):
        rows = (columns["agent"] == agent) & (columns["rater"] != 9)
        places = [names.index(rater) for rater in columns["rater"][rows]]
        eta = found.measures[0][agent] - found.measures[1][places] - found.measures[2][columns["item"][rows]]
        expected = curves(eta, scale=found.scale, group=np.zeros(eta.size, int)).expected.sum()
        assert expected == pytest.approx(4 * eta.size - target if agent == 0 else 0.3, abs=1e-6)
    assert found.measures[0][0] > np.nanmax(found.measures[0][2:])
    assert np.isnan(found.fits[0].infit[:2]).all()
    assert (found.errors[0][:2] > found.errors[0][2:].max()).all()


def test_extremes_do_not_touch_the_joint_fit():
    columns, score = with_extremes()
    kept = columns["agent"] > 1
    whole = fit_facets(cells_of(columns, score))
    part = fit_facets(cells_of({name: column[kept] for name, column in columns.items()}, score[kept]))
    np.testing.assert_allclose(whole.measures[2], part.measures[2], atol=1e-8)


def test_a_rater_of_extreme_agents_only_is_placed_with_them():
    columns, score = with_extremes()
    found = fit_facets(cells_of(columns, score))
    nine = list(found.cells.ids[1]).index(9)
    assert found.status(1)[nine] in ("extreme", "placed")
    assert np.isfinite(found.measures[1][nine])
    assert "linked_by_extremes_only" not in found.cautions


def test_elements_that_met_only_one_another_have_no_measure():
    made = ratings(2)
    columns = {
        "agent": np.concatenate([made.agent, [500, 500]]),
        "rater": np.concatenate([made.rater, [50, 51]]),
    }
    found = fit_facets(cells_of(columns, np.concatenate([made.score, [5, 5]])))
    assert found.status(0)[-1] == "without_measure"
    assert "without_measure:3" in found.cautions


def test_extremes_that_alone_link_are_said():
    """Both halves share only agent 0, whose scores are all 5."""
    made = ratings(4)
    rater = np.where(made.agent < 40, made.rater, made.rater + 10)
    half = made.contact % 2 == 1
    rater[(made.agent == 0) & half] += 10
    score = np.where(made.agent == 0, 5, made.score)
    found = fit_facets(cells_of({"agent": made.agent, "rater": rater}, score))
    assert "linked_by_extremes_only" in found.cautions


@pytest.mark.parametrize("method", ["jml", "mml"])
def test_all_extreme_is_refused(method):
    with pytest.raises(TooLittleData, match="all_extreme"):
        fit_facets(
            cells_of({"agent": list("AABB"), "rater": list("rsrs")}, [5, 5, 1, 1]), options=Options(method=method)
        )


def test_objects_whose_spread_runs_to_infinity_are_said_not_to_have_converged():
    """All but one object have only top or lowest scores: the wider their spread, the likelier the ratings."""
    agent, rater = np.repeat(np.arange(9), 8), np.tile([0, 1], 36)
    score = np.where(agent < 4, 5, np.where(agent < 8, 1, np.where(np.arange(72) % 8 < 4, 5, 1)))
    found = fit_facets(cells_of({"agent": agent, "rater": rater}, score), options=Options(method="mml"))
    assert found.cautions == ("not_converged", "categories_unused:3")
    assert found.population.sd > 5


def test_an_item_without_variation_has_no_thresholds_and_no_measure():
    made = ratings(9)
    score = np.where(made.item == 2, 3, made.score)
    options = Options(model="partial-credit")
    found = fit_facets(cells_of(made.facets, score, steps_by="item"), options=options)
    assert found.status(2)[2] == "without_measure"
    assert np.isfinite(found.measures[0]).all()


def test_unused_categories_close_up_with_a_caution():
    made = ratings(9)
    found = fit_facets(cells_of(made.facets, np.where(made.score == 3, 2, made.score)))
    assert found.scale.values.tolist() == [[1.0, 2.0, 4.0, 5.0]]
    assert found.cautions == ("categories_unused:1",)
    halves = fit_facets(cells_of(made.facets, made.score / 2))
    assert halves.cautions == ()


def test_items_with_fewer_categories_keep_their_own_steps():
    made = ratings(9)
    score = np.where(made.item == 0, np.minimum(made.score, 3), made.score)
    options = Options(model="partial-credit")
    found = fit_facets(cells_of(made.facets, score, steps_by="item"), options=options)
    assert found.scale.top.tolist() == [2, 4, 4, 4]
    assert found.scale.values[0].tolist()[:3] == [1.0, 2.0, 3.0]
    assert np.isfinite(found.measures[2]).all()
    assert found.threshold_errors[0].tolist()[2:] == [0.0, 0.0]
