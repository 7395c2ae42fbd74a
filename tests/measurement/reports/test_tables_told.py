import json

import pytest

from hengcai.measurement.agreement.consistency import Reference
from hengcai.measurement.agreement.summary import Options as AgreementOptions
from hengcai.measurement.errors import NotADesign, NotANumber, NotATable
from hengcai.measurement.reports import agreement, estimate, generalizability
from hengcai.measurement.reports.agreement import AgreementRoles
from hengcai.measurement.reports.estimate import EstimateRoles
from hengcai.measurement.reports.generalizability import StudyRoles
from tests.measurement.shared_ratings import read_ratings

ROLES = AgreementRoles("person", "rater", "score")
SIX = {"estimate", "low", "high", "se", "n", "method"}


def test_agreement_of_a_file_has_every_key_and_is_json():
    told = agreement.agreement(read_ratings("irr_anxiety"), roles=ROLES)
    assert set(told["percent"]) == SIX
    assert list(told["icc"]) == ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"]
    assert "by_item" not in told
    json.dumps(told, allow_nan=False)


def test_agreement_by_item_is_that_of_the_items_rows_alone():
    columns = read_ratings("immer12_skating")
    told = agreement.agreement(columns, roles=AgreementRoles("person", "rater", "score", item="item"))
    assert list(told["by_item"]) == ["ST", "SA", "FT", "FA"]
    rows = [row for row, item in enumerate(columns["item"]) if item == "SA"]
    alone = agreement.agreement({name: [values[row] for row in rows] for name, values in columns.items()}, roles=ROLES)
    assert told["by_item"]["SA"] == alone
    assert told["fleiss_kappa"]["method"].endswith("over contacts")


def test_items_and_contacts_without_any_score_leave_quietly():
    columns = {
        "call": [1, 1, 2, 2, 3, 3, 4, 4],
        "who": ["a", "b"] * 4,
        "what": ["x", "x", "y", "y", "x", "x", "z", "z"],
        "mark": [1, 2, "", "", 3, 3, 4, None],
    }
    told = agreement.agreement(columns, roles=AgreementRoles("call", "who", "mark", item="what"))
    assert list(told["by_item"]) == ["x", "z"]
    assert told["percent"]["estimate"] == 0.5


def test_diagnoses_need_the_nominal_level():
    columns = read_ratings("irr_diagnoses")
    with pytest.raises(NotANumber) as refusal:
        agreement.agreement(columns, roles=ROLES)
    assert refusal.value.facts["position"] == 0
    told = agreement.agreement(columns, roles=ROLES, options=AgreementOptions(level="nominal"))
    assert told["fleiss_kappa"]["estimate"] == pytest.approx(0.4302445, abs=1e-7)
    assert (told["within_one"]["estimate"], told["within_one"]["cautions"]) == (None, ["scores.names"])


def test_generalizability_tells_components_coefficients_and_decisions():
    roles = StudyRoles("person", ("task", "rater"), "score", "person x (rater:task)")
    told = generalizability.generalizability(read_ratings("brennan_3_2"), roles=roles)
    assert list(told["components"]) == ["person", "rater:task", "task", "personxtask", "residual"]
    assert told["components"]["residual"]["estimate"] == pytest.approx(2.3802469, abs=1e-6)
    assert told["relative"]["estimate"] == pytest.approx(0.5514, abs=5e-5)
    assert {"conditions", "relative", "absolute", "se_relative", "se_absolute"} == set(told["decision"][0])
    json.dumps(told, allow_nan=False)


def test_without_a_design_facets_are_crossed():
    columns = {"A": [1, 1, 2, 2, 3, 3], "R": [1, 2] * 3, "S": [1, 2, 2, 4, 3, 5.5]}
    assert list(generalizability.generalizability(columns, roles=StudyRoles("A", ("R",), "S"))["components"]) == [
        "A",
        "R",
        "residual",
    ]
    with pytest.raises(NotADesign, match=r"design\.columns_differ"):
        generalizability.generalizability(columns, roles=StudyRoles("A", ("R",), "S", "A x T"))


def test_estimate_tells_every_agent_and_all_together():
    columns = {
        "agent": ["li", "wang"] * 4,
        "x": [3, 4, 4, 5, 2, 3, 4, 4],
        "y": [3, 4, 5, 5, 2, "", 4, ""],
        "p": [0.5] * 8,
    }
    told = estimate.estimate(columns, roles=EstimateRoles("agent", "x", "y"))
    assert [agent["id"] for agent in told["agents"]] == ["li", "wang"]
    assert set(told["overall"]) == set(told["agents"][0])
    weighted = estimate.estimate(columns, roles=EstimateRoles("agent", "x", "y", "p"))
    assert weighted["overall"]["human_only"]["estimate"] == told["overall"]["human_only"]["estimate"]
    json.dumps(told, allow_nan=False)


def test_absent_columns_are_named():
    with pytest.raises(NotATable) as refusal:
        estimate.estimate({"agent": []}, roles=EstimateRoles("agent", "x", "y", "p"))
    assert refusal.value.facts == {"columns": ["x", "y", "p"]}
    with pytest.raises(NotATable):
        agreement.agreement(
            {"person": [1], "rater": [1], "score": [1], "item": []},
            roles=AgreementRoles("person", "rater", "score", "item"),
        )
    with pytest.raises(NotATable) as refusal:
        agreement.agreement({"person": [1], "score": [1]}, roles=ROLES)
    assert refusal.value.facts == {"columns": ["rater"]}
    with pytest.raises(NotATable) as refusal:
        generalizability.generalizability({"A": [1], "S": [1]}, roles=StudyRoles("A", ("R",), "S"))
    assert refusal.value.facts == {"columns": ["R"]}


def test_consistency_stands_beside_the_coefficients_item_by_item():
    """Of the two items of two calls one is more than 5 off the reference, one misses its fatal fault."""
    columns = {
        "call": [1, 1, 2, 2] * 2,
        "who": ["R"] * 4 + ["a"] * 4,
        "what": ["x", "y"] * 4,
        "mark": [90, 80, 70, 60, 95, 86, 70, 60],
        "dead": ["no", "no", "no", "yes"] + ["no"] * 4,
    }
    marks, dead = (
        AgreementRoles("call", "who", "mark", "what"),
        AgreementRoles("call", "who", "mark", "what", fatal="dead"),
    )
    told = agreement.agreement(columns, roles=marks)
    for roles, share in ((marks, 3 / 4), (dead, 2 / 4)):
        found = agreement.with_consistency(columns, told, roles=roles, reference=Reference("R"), confidence=0.95)
        assert {name: found[name] for name in told} == told
        assert (found["consistency"]["estimate"], found["consistency"]["n"]) == (share, 4)
    with pytest.raises(NotATable) as refusal:
        agreement.with_consistency(
            columns, told, roles=AgreementRoles("call", "who", "mark", fatal="critical"), reference=Reference("R"),
            confidence=0.95,
        )  # fmt: skip
    assert refusal.value.facts == {"columns": ["critical"]}


def test_a_second_rating_is_another_occasion_when_repeats_are_separate():
    """Two raters score each unit twice: first against first, second against second."""
    columns = {"u": list("AAAABBBB"), "r": list("ppqqppqq"), "s": [1, 4, 1, 4, 2, 3, 2, 3]}
    with pytest.raises(NotATable, match="repeated"):
        agreement.agreement(columns, roles=AgreementRoles("u", "r", "s"))
    told = agreement.agreement(columns, roles=AgreementRoles("u", "r", "s", repeats="separate"))
    assert told["percent"]["estimate"] == 1.0
    assert told["percent"]["n"] == 4
    assert told["percent"]["method"].endswith("jackknife over contacts")
    assert "by_item" not in told
