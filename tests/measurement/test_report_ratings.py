import json

import pytest

from hengcai.measurement import report_ratings
from hengcai.measurement.errors import NotATable
from hengcai.measurement.facets.options import Options as FacetsOptions
from hengcai.measurement.fair_scores.scores import Options
from hengcai.measurement.report_ratings import FacetsRoles, ScoresRoles
from tests.measurement.facets.simulated import ratings
from tests.measurement.fair_scores.simulated import centre

ROLES = ScoresRoles("a", "r", "c", "s", "i")


def table(made):
    return {"a": made.agent, "r": made.rater, "c": made.contact, "s": made.score, "i": made.item}


def test_scores_of_a_linked_centre_have_every_key_and_are_json():
    told = report_ratings.scores(table(centre(1, double_share=0.2)), roles=ROLES, options=Options(cuts=(3.5, 4.5)))
    assert list(told) == ["linked", "raters", "agents", "components"]
    assert list(told["raters"][0]) == ["id", "severity", "se", "n"]
    assert list(told["agents"][0]) == ["id", "n_contacts", "raw", "fair", "low", "high", "bands"]
    assert sum(rater["severity"] for rater in told["raters"]) == pytest.approx(0, abs=1e-9)
    assert all(agent["low"] < agent["fair"] < agent["high"] for agent in told["agents"])
    assert all(sum(agent["bands"]) == pytest.approx(1) for agent in told["agents"])
    assert list(told["components"]) == ["agent", "rater", "contact", "scoring", "residual"]
    json.dumps(told, allow_nan=False)


def test_an_unlinked_centre_is_named_and_left_alone():
    told = report_ratings.scores(table(centre(1, double_share=0.0)), roles=ROLES)
    assert told["linked"] is False
    assert told["subsets"][1] == {"agent": list(range(20, 40)), "rater": [1], "item": list(range(8))}
    assert told["double_scored_contacts"] == {"fewest": 14, "advised": 150}
    assert {told["agents"][0][key] for key in ("fair", "low", "high", "bands")} == {None}
    assert told["agents"][0]["raw"] > 1
    assert told["raters"][0]["severity"] is None
    json.dumps(told, allow_nan=False)


def test_without_errors_a_corrected_score_stands_alone():
    columns = {"a": list("AABB"), "r": list("rsrs"), "c": [1, 1, 2, 2], "s": [3, 4, 1, 2]}
    told = report_ratings.scores(columns, roles=ScoresRoles("a", "r", "c", "s"))
    assert told["agents"][0] == {
        "id": "A", "n_contacts": 1, "raw": 3.5, "fair": pytest.approx(3.5), "low": None, "high": None, "bands": None,
    }  # fmt: skip
    assert told["raters"][0] == {"id": "r", "severity": pytest.approx(0.5), "se": None, "n": 2}
    assert told["cautions"] == ["too_few_contacts:no_intervals"]


def test_absent_columns_are_named():
    with pytest.raises(NotATable) as refusal:
        report_ratings.scores({"a": []}, roles=ROLES)
    assert refusal.value.facts == {"columns": ["r", "c", "s", "i"]}


FACETS = FacetsRoles("agent", ("rater", "item"), "score", "contact", "weight")
ELEMENT = [
    "id", "measure", "se", "infit", "outfit", "infit_z", "outfit_z", "n", "raw_average", "fair_average", "status",
]  # fmt: skip


def judged():
    made = ratings(2)
    made.score[made.agent == 0] = 5
    return {**made.facets, "score": made.score, "contact": made.contact, "weight": [1] * made.score.size}


def test_facets_have_every_key_and_are_json():
    told = report_ratings.facets(judged(), roles=FACETS)
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
    told = report_ratings.facets(judged(), roles=roles, options=FacetsOptions(bias_correction=True))
    assert told["bias_correction"] == {"name": "wright-douglas", "factor": pytest.approx(15 / 16)}
    told = report_ratings.facets(judged(), roles=roles, options=FacetsOptions(method="mml", model="partial-credit"))
    assert list(told["population"]) == ["mean", "sd", "mean_se", "sd_se"]
    assert list(told["thresholds"][0]) == ["item", "category", "estimate", "se"]
    told = report_ratings.facets(judged(), roles=roles, options=FacetsOptions(most_iterations=1))
    assert told["cautions"] == ["not_converged"]
    json.dumps(told, allow_nan=False)
