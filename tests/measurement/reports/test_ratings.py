import json

import pytest

from hengcai.measurement.errors import NotATable
from hengcai.measurement.fair_scores.scores import Options
from hengcai.measurement.reports import ratings
from hengcai.measurement.reports.ratings import ScoresRoles
from tests.measurement.fair_scores.simulated import centre

ROLES = ScoresRoles("a", "r", "c", "s", "i")


def table(made):
    return {"a": made.agent, "r": made.rater, "c": made.contact, "s": made.score, "i": made.item}


def test_scores_of_a_linked_centre_have_every_key_and_are_json():
    told = ratings.scores(table(centre(1, double_share=0.2)), roles=ROLES, options=Options(cuts=(3.5, 4.5)))
    assert list(told) == ["linked", "raters", "agents", "components"]
    assert list(told["raters"][0]) == ["id", "severity", "se", "n"]
    assert list(told["agents"][0]) == ["id", "n_contacts", "raw", "fair", "low", "high", "bands"]
    assert sum(rater["severity"] for rater in told["raters"]) == pytest.approx(0, abs=1e-9)
    assert all(agent["low"] < agent["fair"] < agent["high"] for agent in told["agents"])
    assert all(sum(agent["bands"]) == pytest.approx(1) for agent in told["agents"])
    assert list(told["components"]) == ["agent", "rater", "contact", "scoring", "residual"]
    json.dumps(told, allow_nan=False)


def test_an_unlinked_centre_is_named_and_left_alone():
    told = ratings.scores(table(centre(1, double_share=0.0)), roles=ROLES)
    assert told["linked"] is False
    assert told["subsets"][1] == {"agent": list(range(20, 40)), "rater": [1], "item": list(range(8))}
    assert told["double_scored_contacts"] == {"fewest": 14, "advised": 150}
    assert {told["agents"][0][key] for key in ("fair", "low", "high", "bands")} == {None}
    assert told["agents"][0]["raw"] > 1
    assert told["raters"][0]["severity"] is None
    json.dumps(told, allow_nan=False)


def test_without_errors_a_corrected_score_stands_alone():
    columns = {"a": list("AABB"), "r": list("rsrs"), "c": [1, 1, 2, 2], "s": [3, 4, 1, 2]}
    told = ratings.scores(columns, roles=ScoresRoles("a", "r", "c", "s"))
    assert told["agents"][0] == {
        "id": "A", "n_contacts": 1, "raw": 3.5, "fair": pytest.approx(3.5), "low": None, "high": None, "bands": None,
    }  # fmt: skip
    assert told["raters"][0] == {"id": "r", "severity": pytest.approx(0.5), "se": None, "n": 2}
    assert told["cautions"] == ["too_few_contacts:no_intervals"]


def test_absent_columns_are_named():
    with pytest.raises(NotATable) as refusal:
        ratings.scores({"a": []}, roles=ROLES)
    assert refusal.value.facts == {"columns": ["r", "c", "s", "i"]}
