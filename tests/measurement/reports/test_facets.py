import json

import numpy as np
import pytest

from hengcai.measurement.errors import NotATable, OutOfRange
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.units import Range, Units
from hengcai.measurement.reports import facets
from hengcai.measurement.reports.facets import FacetsRoles, Wanted
from tests.measurement.facets.simulated import ratings

FACETS = FacetsRoles("agent", ("rater", "item"), "score", "contact", "weight")
ELEMENT = [
    "id", "measure", "se", "infit", "outfit", "infit_z", "outfit_z", "n", "raw_average", "fair_average", "fair_low",
    "fair_high", "real_se", "point_measure", "point_measure_expected", "discrimination", "displacement", "status",
]  # fmt: skip


def judged():
    made = ratings(2)
    made.score[made.agent == 0] = 5
    return {**made.facets, "score": made.score, "contact": made.contact, "weight": [1] * made.score.size}


def test_facets_have_every_key_and_are_json():
    told = facets.facets(judged(), roles=FACETS)
    assert {
        "converged", "iterations", "elements", "thresholds", "bias_correction", "reliability", "separation", "subsets",
    } <= set(told)  # fmt: skip
    assert list(told["elements"]) == ["agent", "rater", "item"]
    assert list(told["elements"]["agent"][0]) == ELEMENT
    first = told["elements"]["agent"][0]
    assert (first["status"], first["infit"], first["raw_average"], first["n"]) == ("extreme", None, 5.0, 16)
    assert [list(step) for step in told["thresholds"]] == [["category", "estimate", "se"]] * 4
    assert [step["category"] for step in told["thresholds"]] == [2, 3, 4, 5]
    assert (told["converged"], told["bias_correction"], told["population"]) == (True, None, None)
    assert len(told["subsets"]) == 1
    assert set(told["reliability"]) == set(told["separation"]) == {"agent", "rater", "item"}
    assert "cautions" not in told
    json.dumps(told, allow_nan=False)


def test_facets_tell_corrections_populations_and_cautions():
    roles = FacetsRoles("agent", ("rater", "item"), "score")
    told = facets.facets(judged(), roles=roles, options=Options(bias_correction=True))
    assert told["bias_correction"] == {"name": "wright-douglas", "factor": pytest.approx(15 / 16)}
    told = facets.facets(judged(), roles=roles, options=Options(method="mml", model="partial-credit"))
    assert list(told["population"]) == ["mean", "sd", "mean_se", "sd_se"]
    assert list(told["thresholds"][0]) == ["item", "category", "estimate", "se"]
    told = facets.facets(judged(), roles=roles, options=Options(most_iterations=1))
    assert told["cautions"] == ["not_converged"]
    assert {one["status"] for one in told["elements"]["agent"]} == {"not_converged"}
    assert {one["measure"] for one in told["elements"]["agent"]} == {None}
    assert {one["estimate"] for one in told["thresholds"]} == {None}
    json.dumps(told, allow_nan=False)


ROLES = FacetsRoles("agent", ("rater", "item"), "score")


def test_fair_averages_have_an_interval_and_errors_widen_with_misfit():
    told = facets.facets(judged(), roles=ROLES, wanted=Wanted(confidence=0.8))
    for facet in ("agent", "rater", "item"):
        for one in told["elements"][facet]:
            assert one["fair_low"] < one["fair_average"] < one["fair_high"]
            if one["infit"] is not None:
                assert one["real_se"] == pytest.approx(one["se"] * max(1, one["infit"]) ** 0.5)
    assert told["summary"]["rater"]["rmse_real"] >= told["summary"]["rater"]["rmse"]
    assert told["summary"]["rater"]["sd"] == pytest.approx(told["summary"]["rater"]["sd_population"] * np.sqrt(5 / 4))


def test_units_stand_beside_the_logits():
    told = facets.facets(judged(), roles=ROLES, wanted=Wanted(units=Range(0, 100)))
    placed = [one["in_units"] for one in told["elements"]["agent"]]
    assert (min(placed), max(placed)) == (pytest.approx(0), pytest.approx(100))
    spacing = told["units"]["spacing"]
    first = told["elements"]["rater"][0]
    assert first["in_units"] == pytest.approx(spacing * first["measure"])
    assert first["se_in_units"] == pytest.approx(spacing * first["se"])
    told = facets.facets(judged(), roles=ROLES, wanted=Wanted(units=Units(50, 10)))
    one = told["elements"]["agent"][3]
    assert one["in_units"] == pytest.approx(50 + 10 * one["measure"])


@pytest.mark.parametrize("wrong", [(0, 0), (5, 1), (float("nan"), 1)])
def test_units_need_a_rising_range_and_a_spacing(wrong):
    with pytest.raises(OutOfRange, match=r"units\.range"):
        Range(*wrong).units(np.array([0.0, 1.0]))
    with pytest.raises(OutOfRange, match=r"units\.objects"):
        Range(0, 1).units(np.array([1.0, 1.0, np.nan]))
    with pytest.raises(OutOfRange, match=r"units\.spacing"):
        Units(0, -1)


def test_bias_and_its_contrasts_are_told_for_the_pairs_asked_for():
    told = facets.facets(judged(), roles=ROLES, wanted=Wanted(pairs=(("rater", "item"),)))
    (found,) = told["interactions"]
    assert (found["facets"], found["n"], len(found["table"])) == (["rater", "item"], 20, 20)
    assert found["chi_square"] == pytest.approx(sum(one["t"] ** 2 for one in found["table"]))
    assert 0 <= found["p"] <= 1
    assert len(found["contrasts"]) == 5 * 6
    json.dumps(told, allow_nan=False)


def test_a_fit_that_did_not_settle_keeps_counts_and_tells_no_bias():
    told = facets.facets(
        judged(), roles=ROLES, options=Options(most_iterations=1), wanted=Wanted(pairs=(("rater", "item"),))
    )
    assert told["converged"] is False
    assert told["interactions"] == [
        {"facets": ["rater", "item"], "n": 20, "chi_square": None, "p": None, "table": [], "contrasts": []}
    ]
    agreed = told["agreement"]
    assert (agreed["expected"], agreed["kappa"]) == (None, None)
    assert 0 < agreed["observed"] < 1
    assert {one["expected"] for one in agreed["elements"]} == {None}


def test_thresholds_out_of_order_are_a_caution():
    made = ratings(3)
    score = np.where((made.score == 3) & (np.arange(made.score.size) % 5 > 0), 2, made.score)
    score = np.where((score == 4) & (np.arange(made.score.size) % 5 > 0), 5, score)
    told = facets.facets({**made.facets, "score": score}, roles=ROLES)
    n = sum(one["disordered"] for one in told["categories"])
    assert n > 0
    assert f"thresholds_disordered:{n}" in told["cautions"]


def test_anchors_without_an_element_are_named():
    last = Options(anchors={"rater": {0: 0.1, 1: 0.2, 99: 0.0}})
    assert facets.facets(judged(), roles=ROLES, options=last)["cautions"] == ["anchors_idle:rater:1"]
    with pytest.raises(OutOfRange, match="none_met"):
        facets.facets(judged(), roles=ROLES, options=Options(anchors={"rater": {"0": 0.1}}))


def test_absent_columns_of_facets_are_named():
    with pytest.raises(NotATable):
        facets.facets({"agent": []}, roles=ROLES)


def apart():
    """Raters who share nobody across two camps, all judging one set of items."""
    made = judged()
    keep = np.flatnonzero(made["agent"] % 2 == made["rater"] % 2)
    return {name: np.asarray(column)[keep] for name, column in made.items()}


def test_elements_of_unlinked_parts_are_not_called_estimated():
    told = facets.facets(apart(), roles=ROLES)
    assert told["converged"]
    assert len(told["subsets"]) == 2
    statuses = {facet: {one["status"] for one in rows} for facet, rows in told["elements"].items()}
    assert "estimated" not in statuses["agent"] | statuses["rater"] | statuses["item"]
    assert (statuses["rater"], statuses["item"]) == ({"within_subset"}, {"across_subsets"})
