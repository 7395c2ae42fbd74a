import json

import pytest

from hengcai.measurement.errors import NotATable, OutOfRange
from hengcai.measurement.reports.survival import SurvivalRoles, survival

DAYS = [30, 60, 90, 120, 150, 180, 200, 220, 240, 365]
COLUMNS = {
    "days": DAYS,
    "left": [1, 0, 1, 1, 0, 1, 0, 1, 0, 0],
    "channel": list("AABBABABAB"),
    "age": [20, 30, 25, 41, 28, 33, 36, "", 50, 22],
}
ROLES = SurvivalRoles("days", "left", "channel", ("age",))


def test_curves_groups_and_hazards_have_every_key_and_are_json():
    told = survival(COLUMNS, roles=ROLES, at=(30, 90))
    assert list(told) == ["n", "n_left", "overall", "by_group", "log_rank", "hazards", "cautions"]
    assert list(told["overall"]) == ["n", "n_left", "median", "restricted_mean", "horizon", "at"]
    assert [moment["time"] for moment in told["by_group"]["A"]["at"]] == [30, 90]
    assert list(told["log_rank"]) == ["statistic", "df", "p", "method"]
    assert list(told["hazards"]["ratios"][0]) == ["covariate", "hazard_ratio", "p", "proportional_hazards_p"]
    assert (told["n"], told["hazards"]["n"]) == (10, 9)
    assert told["cautions"] == [
        "few_people:10", "few_leavers:A:1", "few_leavers:B:4", "hazards_left_out:1", "few_leavers_per_covariate:4.0",
    ]  # fmt: skip
    json.dumps(told, allow_nan=False)


def test_without_groups_and_covariates_there_is_one_curve():
    many = {"days": DAYS * 4, "left": COLUMNS["left"] * 4}
    told = survival(many, roles=SurvivalRoles("days", "left"))
    assert list(told) == ["n", "n_left", "overall", "cautions"]
    assert told["cautions"] == []
    assert survival({**many, "days": ["", *many["days"][1:]]}, roles=SurvivalRoles("days", "left"))["cautions"] == [
        "left_out:1"
    ]


def test_groups_that_cannot_be_tested_keep_their_curves():
    columns = {"days": [5, 6, 7, 8, 1, 2], "left": [1, 1, 1, 1, 0, 0], "team": list("AAAABB")}
    told = survival(columns, roles=SurvivalRoles("days", "left", "team"))
    assert (told["log_rank"], list(told["by_group"])) == (None, ["A", "B"])
    assert told["cautions"] == ["few_people:6", "groups_not_side_by_side"]
    third = {name: [*column, more] for (name, column), more in zip(columns.items(), (9, 1, "C"), strict=True)}
    assert "not_in_log_rank:B" in survival(third, roles=SurvivalRoles("days", "left", "team"))["cautions"]


def test_absent_columns_and_a_wrong_confidence_are_refused():
    with pytest.raises(NotATable):
        survival({}, roles=ROLES)
    with pytest.raises(OutOfRange):
        survival(COLUMNS, roles=ROLES, confidence=95)
