"""`hengcai measure facets` and `generalizability`: anchors from tables, units, bias, decisions, columns taken together."""

import csv
import json
from pathlib import Path

import pytest

from hengcai.cli.program import run
from tests.measurement.facets.guilford import guilford

FACETS = ["--object", "junior", "--facets", "senior,trait", "--score", "score"]


@pytest.fixture(autouse=True)
def _table(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    table = guilford()
    put("g.csv", list(table), zip(*table.values(), strict=True))


def put(name, columns, rows):
    with Path(name).open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])


def told(capsys, kind, *options):
    code = run(["measure", kind, "g.csv", *options])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def found(capsys, kind, *options):
    code, out, err = told(capsys, kind, *options, "--json", "-")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_severities_of_last_quarter_hold_the_scale(capsys):
    put("last.csv", ["id", "measure", "n"], [["Avogadro", "0.5", 7], ["Brahe", "0.7", 7], ["Gone", "1", 2]])
    put("steps.csv", ["category", "estimate"], [["5", "-1.5"]])
    now = found(capsys, "facets", *FACETS, "--anchor", "senior=last.csv", "--anchor-steps", "steps.csv")
    seniors = {one["id"]: one for one in now["elements"]["senior"]}
    assert [seniors[name]["measure"] for name in ("Avogadro", "Brahe")] == [0.5, 0.7]
    assert [one["status"] for one in seniors.values()] == ["anchored", "anchored", "estimated"]
    assert seniors["Brahe"]["displacement"] is not None
    assert now["thresholds"][3] == {"category": 5.0, "estimate": -1.5, "se": 0.0}
    assert "anchors_idle:senior:1" in now["cautions"]


def test_group_means_are_held(capsys):
    put(
        "groups.csv", ["id", "group", "measure"], [["Avogadro", "a", "1"], ["Brahe", "a", "1"], ["Cavendish", "b", "0"]]
    )
    now = found(capsys, "facets", *FACETS, "--group-anchor", "senior=groups.csv")
    seniors = [one["measure"] for one in now["elements"]["senior"]]
    assert sum(seniors[:2]) == pytest.approx(2)
    assert seniors[2] == pytest.approx(0)


def test_bias_units_and_exact_agreements(capsys):
    now = found(capsys, "facets", *FACETS, "--bias", "junior,senior", "--units", "0,100", "--raters", "senior")
    assert now["interactions"][0]["table"][0]["second"] == "Brahe"
    assert now["interactions"][0]["contrasts"][0]["target"] == "Edward"
    assert (now["agreement"]["facet"], now["agreement"]["opportunities"]) == ("senior", 105)
    assert max(one["in_units"] for one in now["elements"]["junior"]) == pytest.approx(100)
    now = found(capsys, "facets", *FACETS, "--origin", "3", "--spacing", "0.5")
    assert now["units"] == {"origin": 3.0, "spacing": 0.5}
    assert found(capsys, "facets", *FACETS, "--origin", "3")["units"]["spacing"] == 1
    code, out, _ = told(capsys, "facets", *FACETS, "--bias", "senior,trait")
    assert (code, "[summary senior]" in out) == (0, True)


@pytest.mark.parametrize(
    ("rows", "option", "line"),
    [
        ([["Avogadro", "x"]], "--anchor", "a.csv, row 2, column “measure”: “x” is not a number."),
        (
            [["Avogadro", "1"], ["Avogadro", "2"]],
            "--anchor",
            "a.csv, row 3, column “id”: there is already an earlier row for “Avogadro”.",
        ),
        ([["Darwin", "1"]], "--anchor", "none of the 1 anchored ids of “senior” is in the table."),
    ],
)
def test_anchors_that_cannot_be_read_are_named_by_file_and_row(capsys, rows, option, line):
    put("a.csv", ["id", "measure"], rows)
    code, _, err = told(capsys, "facets", *FACETS, option, "senior=a.csv")
    assert (code, line in err) == (1, True)


def test_a_group_with_two_means_is_refused(capsys):
    put("a.csv", ["id", "group", "measure"], [["Avogadro", "a", "1"], ["Brahe", "a", "2"]])
    code, _, err = told(capsys, "facets", *FACETS, "--group-anchor", "senior=a.csv")
    assert (code, "a.csv, row 3" in err, "a different mean" in err) == (1, True, True)


@pytest.mark.parametrize(
    ("options", "code", "line"),
    [
        (["--units", "0,100", "--origin", "3"], 1, "use either --units"),
        (["--units", "5,1"], 1, "range of units must go from low to high"),
        (["--spacing", "0"], 1, "spacing must be a number above 0"),
        (["--bias", "senior,senior"], 1, "must be two different facets"),
        (["--raters", "junior"], 1, "“junior” is not among the facets after the object"),
        (["--confidence", "2"], 1, "between 0 and 1"),
        (["--bias", "senior"], 2, "two columns separated by a comma"),
        (["--anchor", "senior"], 2, "NAME=VALUE"),
        (["--anchor", "senior=absent.csv"], 1, "absent.csv"),
        (["--units", "1"], 2, "--units"),
    ],
)
def test_wrong_choices_are_told(capsys, options, code, line):
    ended, out, err = told(capsys, "facets", *FACETS, *options)
    assert (ended, out) == (code, "")
    assert line in err


def test_decisions_with_fixed_facets_numbers_and_prices(capsys):
    wanted = ["--fixed", "trait", "--numbers", "senior=1,2,6", "--wanted-se", "0.5", "--price", "senior=3"]
    now = found(capsys, "generalizability", *FACETS, *wanted)
    plain = found(capsys, "generalizability", *FACETS)
    assert now["fixed"] == ["trait"]
    assert now["relative"]["estimate"] > plain["relative"]["estimate"]
    assert [row["conditions"] for row in now["decision"]] == [{"senior": n, "trait": 5} for n in (1, 2, 6)]
    assert now["cheapest"]["se"] <= 0.5
    assert now["cheapest"]["cost"] == 3 * now["cheapest"]["conditions"]["senior"]
    assert "cheapest" not in plain
    by_count = found(capsys, "generalizability", *FACETS, "--wanted-se", "0.6")["cheapest"]
    assert by_count["cost"] == by_count["conditions"]["senior"] * by_count["conditions"]["trait"]
    assert found(capsys, "generalizability", *FACETS, "--method", "anova")["components"]["junior"]["low"] is None


@pytest.mark.parametrize(
    ("options", "code", "line"),
    [
        (["--fixed", "senior,trait"], 1, "Leave at least one random"),
        (["--fixed", "colour"], 1, "colour is not a facet that can be used; use senior, trait"),
        (["--numbers", "senior=0"], 1, "numbers of “senior” must be above 0"),
        (["--wanted-se", "-1"], 1, "must be above 0: -1"),
        (["--wanted-se", "0.0001"], 1, "do not reach a standard error"),
        (["--wanted-se", "1", "--price", "senior=0"], 1, "they cannot all be 0"),
        (["--numbers", "senior=many"], 2, "--numbers"),
        (["--design", "junior x senior"], 1, "the columns given are"),
        (["--design", "junior:senior:trait"], 1, "needs a facet"),
    ],
)
def test_wrong_decisions_are_told(capsys, options, code, line):
    ended, _, err = told(capsys, "generalizability", *FACETS, *options)
    assert (ended, line in err) == (code, True), err


def test_several_columns_tell_a_unit_together(capsys):
    code, _, err = told(capsys, "agreement", "--unit", "junior", "--rater", "senior", "--score", "score")
    assert (code, "list them all" in err) == (1, True)
    now = found(capsys, "agreement", "--unit", "junior,trait", "--rater", "senior", "--score", "score")
    by_item = found(capsys, "agreement", "--unit", "junior", "--item", "trait", "--rater", "senior", "--score", "score")
    assert now["percent"]["n"] == 35
    assert now["krippendorff_alpha"]["estimate"] == by_item["krippendorff_alpha"]["estimate"]
    code, _, err = told(capsys, "agreement", "--unit", "junior,colour", "--rater", "senior", "--score", "score")
    assert (code, "colour" in err) == (1, True)


def test_cautions_are_explained_below_the_tables(capsys, monkeypatch):
    put("last.csv", ["id", "measure"], [["Avogadro", "0.5"], ["Gone", "1"]])
    code, out, _ = told(capsys, "facets", *FACETS, "--anchor", "senior=last.csv")
    lines = out.splitlines()
    assert code == 0
    assert "anchors_idle:senior:1 — 1 anchored ids of “senior” are not in the table" in lines
    assert sum(line.startswith("thresholds_disordered:") for line in lines) == 1
    monkeypatch.setenv("HENGCAI_LANGUAGE", "zh-hans")
    _, out, _ = told(capsys, "facets", *FACETS, "--anchor", "senior=last.csv")
    assert "anchors_idle:senior:1 — “senior”有 1 个固定值在表里没有对应的人" in out.splitlines()


def test_a_caution_that_many_figures_share_is_explained_once(capsys):
    put("g.csv", ["unit", "rater", "score"], [["a", "p", 1], ["b", "q", 2], ["c", "p", 3]])
    _, out, _ = told(capsys, "agreement", "--unit", "unit", "--rater", "rater", "--score", "score")
    assert sum(line.startswith("ratings.no_overlap — ") for line in out.splitlines()) == 1
