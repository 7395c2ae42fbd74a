import json

import numpy as np
import pytest

from hengcai.measurement.effects.reliability import BeforeError
from hengcai.measurement.errors import NotATable, OutOfRange
from hengcai.measurement.reports import effect as report
from tests.measurement.effects import made

ESTIMATE = ["estimate", "low", "high", "se", "n", "method"]
HEAD = ["design", "effect", "verdict", "reasons"]


def compared(**more):
    columns = {name: column.tolist() for name, column in made.teams().items()}
    roles = report.ComparisonRoles("y", "treated", more.pop("before", None), more.pop("cluster", None))
    return report.comparison(columns, roles=roles, **more)


def test_a_trial_says_what_it_assumes():
    told = compared()
    assert list(told) == [*HEAD, "groups", "cautions"]
    assert list(told["effect"]) == ESTIMATE
    assert (told["design"], told["verdict"], told["cautions"]) == (
        "comparison", "higher", ["assumes_assignment_by_chance"],
    )  # fmt: skip
    assert told["groups"]["treated"]["n"] + told["groups"]["control"]["n"] == 90
    json.dumps(told, allow_nan=False)


def test_a_score_before_stands_beside_the_plain_difference():
    told = compared(before="before", cluster="team")
    assert list(told) == [*HEAD, "difference", "groups", "cautions"]
    assert list(told["groups"]["control"]) == ["n", "mean", "before"]
    assert told["cautions"] == ["before_taken_as_exact"]
    corrected = compared(before="before", error=BeforeError(reliability=0.8), confidence=0.9)
    assert list(corrected)[4:6] == ["difference", "as_measured"]
    assert corrected["cautions"] == ["reliability_taken_as_known", "not_if_assigned_by_the_measured_score"]


def test_people_of_a_team_count_as_a_team():
    by_team, by_person = compared(cluster="team"), compared()
    assert by_team["effect"]["estimate"] == pytest.approx(by_person["effect"]["estimate"])
    assert by_team["effect"]["se"] > 1.5 * by_person["effect"]["se"]


def test_a_cut_has_every_key():
    columns = made.near_a_cut()
    sharp = report.at_a_cut(columns, roles=report.DiscontinuityRoles("y", "x"), cut=0, bandwidth=0.5)
    fuzzy = report.at_a_cut(columns, roles=report.DiscontinuityRoles("y", "x", "trained", "team"), cut=0)
    keys = ["local_linear", "bias_corrected", "cut", "bandwidth", "n", "density", "cautions"]
    assert list(sharp) == [*HEAD, *keys]
    assert set(fuzzy) - set(sharp) == {"take_up"}
    assert list(sharp["density"]) == ["below", "above", "reach", "p"]
    json.dumps([sharp, fuzzy], allow_nan=False)


def test_a_cut_with_few_people_has_the_same_keys():
    columns = {"x": np.arange(12.0) - 3, "y": np.arange(12.0) % 5}
    told = report.at_a_cut(columns, roles=report.DiscontinuityRoles("y", "x"), cut=0)
    assert (told["verdict"], told["reasons"], told["density"]) == (
        "cannot_tell",
        ["too_few_below:3", "too_few_above:9"],
        None,
    )
    json.dumps(told, allow_nan=False)


def test_staggered_starts_have_every_key():
    columns = made.panel()
    roles = report.StaggeredRoles("outcome", "unit", "period", "first")
    told = report.staggered(columns, roles=roles, controls="never")
    keys = ["simple", "by_event", "by_first", "by_first_and_period", "n", "periods", "cautions"]
    assert list(told) == [*HEAD, *keys]
    assert told["n"] == {"units": 40, "never": 8}
    assert [list(rows[0]) for rows in (told["by_event"], told["by_first"], told["by_first_and_period"])] == [
        ["event", "effect"], ["first", "effect"], ["first", "period", "effect"],
    ]  # fmt: skip
    json.dumps(told, allow_nan=False)
    teams = report.StaggeredRoles("outcome", "unit", "period", "first", "team")
    assert report.staggered(columns | {"team": [unit % 10 for unit in columns["unit"]]}, roles=teams)


def test_absent_columns_and_a_wrong_confidence_are_refused():
    with pytest.raises(NotATable) as refusal:
        report.comparison({"y": []}, roles=report.ComparisonRoles("y", "t", "b"))
    assert refusal.value.facts == {"columns": ["t", "b"]}
    with pytest.raises(OutOfRange):
        compared(confidence=95)
