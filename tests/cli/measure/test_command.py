"""`hengcai measure`: one JSON object, readable tables, refusals that name file, row and column."""

import csv
import json
from pathlib import Path

import pytest

from hengcai.cli.measure import output
from tests.cli.measure.measuring import as_json, told
from tests.measurement.facets.simulated import ratings

AGENTS = ["--agent", "agent", "--rater", "rater", "--contact", "contact", "--score", "score"]
FACETS = ["--object", "agent", "--facets", "rater,item", "--score", "score"]
COLUMNS = ("agent", "rater", "item", "contact", "score")


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(rows, name="r.csv", columns=COLUMNS):
    with Path(name).open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])
    return name


def rated(**size):
    made = ratings(4, **{"agents": 20, "calls": 4, **size})
    return [list(row) for row in zip(*(getattr(made, name).tolist() for name in COLUMNS), strict=True)]


def test_scores_as_json_keep_the_ids_of_the_file(capsys):
    found = as_json(capsys, "scores", put(rated()), *AGENTS, "--item", "item", "--cuts", "2.5,3.5")
    assert found["linked"] is True
    assert found["agents"][0]["id"] == "0"
    assert len(found["agents"][0]["bands"]) == 3


def test_an_unlinked_centre_ends_with_0_and_says_so(capsys):
    rows = [
        [agent, "zhao" if agent < 10 else "qian", item, contact, score] for agent, _, item, contact, score in rated()
    ]
    put(rows)
    found = as_json(capsys, "scores", "r.csv", *AGENTS)
    assert (found["linked"], len(found["subsets"])) == (False, 2)
    code, out, _ = told(capsys, "scores", "r.csv", *AGENTS)
    assert code == 0
    assert "cautions cautions: not_linked:nothing_corrected" in out


@pytest.mark.parametrize("extra", [[], ["--contact", "contact"], ["--method", "mml"], ["--model", "partial-credit"]])
def test_facets_as_json(capsys, extra):
    found = as_json(capsys, "facets", put(rated()), *FACETS, *extra)
    assert list(found["elements"]) == ["agent", "rater", "item"]
    assert found["bias_correction"] is None


def test_facets_as_tables(capsys):
    code, out, err = told(capsys, "facets", put(rated()), *FACETS, "--bias-correction")
    assert (code, err) == (0, "")
    assert "[elements rater]" in out
    assert "converged settled: yes" in out
    assert "wright-douglas" in out


def test_agreement_and_generalizability(capsys):
    rows = [
        [unit, rater, item, unit, (unit + rater + item) % 5 + 1]
        for unit in range(8)
        for rater in range(3)
        for item in range(2)
    ]
    put(rows)
    found = as_json(
        capsys, "agreement", "r.csv", "--unit", "contact", "--rater", "rater", "--score", "score", "--item", "item"
    )
    assert "by_item" in found
    code, out, _ = told(
        capsys, "agreement", "r.csv", "--unit", "contact", "--rater", "rater", "--score", "score", "--item", "item"
    )
    assert (code, "krippendorff_alpha" in out) == (0, True)
    assert "relative" in as_json(capsys, "generalizability", "r.csv", *FACETS)
    code, out, _ = told(capsys, "generalizability", "r.csv", *FACETS, "--design", "agent x rater x item")
    assert (code, "[decision]" in out) == (0, True)


def test_estimates_and_a_json_file(capsys):
    put([["li", 3, 4], ["li", 4, 4], ["li", 5, 5], ["li", 2, ""]], columns=("who", "x", "y"))
    roles = ["--by", "who", "--auto", "x", "--human", "y"]
    code, out, err = told(capsys, "estimate", "r.csv", *roles, "--json", "o.json")
    assert (code, out, err) == (0, "", "written to o.json.\n")
    assert json.loads(Path("o.json").read_text("utf-8"))["agents"][0]["id"] == "li"
    assert told(capsys, "estimate", "r.csv", *roles)[0] == 0


@pytest.mark.parametrize(
    ("place", "value", "told_line"),
    [
        (4, "good", "r.csv, row 5, column “score”: “good” is not a number."),
        (0, " ", "r.csv, row 5, column “agent”: "),
    ],
)
def test_a_bad_row_is_named_as_an_editor_shows_it(capsys, place, value, told_line):
    rows = rated()
    rows[3][place] = value
    code, out, err = told(capsys, "facets", put(rows), *FACETS)
    assert (code, out) == (1, "")
    assert told_line in err


def test_refusals_end_with_1_and_one_line(capsys):
    same = [[*row[:4], 3] for row in rated()]
    code, _, err = told(capsys, "scores", put(same), *AGENTS)
    assert (code, err) == (
        1,
        "hengcai: r.csv, column “score”: all ratings are the same, so there are no differences to analyse.\n",
    )
    code, _, err = told(capsys, "facets", put(rated()), "--object", "agent", "--facets", "agent", "--score", "score")
    assert (code, "used twice: agent, agent" in err) == (1, True)
    code, _, err = told(capsys, "generalizability", "r.csv", *FACETS, "--design", "agent x rater x item x agent")
    assert (code, len(err.splitlines())) == (1, 1)
    code, _, err = told(capsys, "scores", "r.csv", *AGENTS, "--item", "colour")
    assert (code, "colour" in err) == (1, True)
    code, _, err = told(capsys, "scores", "r.csv", *AGENTS, "--cuts", "4,3")
    assert (code, "band thresholds must be in rising order" in err) == (1, True)


def test_wrong_usage_ends_with_2(capsys):
    assert told(capsys, "scores", "r.csv")[0] == 2
    assert told(capsys, "scores", "r.csv", *AGENTS, "--cuts", "x")[0] == 2
    assert told(capsys, "colour", "r.csv")[0] == 2


def test_help_shows_an_example(capsys):
    code, out, _ = told(capsys, "facets", "--help")
    assert code == 0
    assert "hengcai measure facets ratings.csv" in out


def test_a_narrow_terminal_gets_ascii(capsys, monkeypatch):
    put([[f"李{row[0]}", *row[1:]] for row in rated()])
    monkeypatch.setattr(output, "_stdout_is_narrow", lambda: True)
    code, out, _ = told(capsys, "scores", "r.csv", *AGENTS, "--json", "-")
    assert (code, out.isascii()) == (0, True)
    assert json.loads(out)["agents"][0]["id"] == "李0"


def test_spaces_width_and_what_nobody_sees_make_no_second_rater_group_or_unit(capsys):
    rows = [["u1", "a", 4], ["u1", "b", 5], ["u2 ", "a", 3], ["u2", " b", 3], ["u3", "ａ", 5], ["u\u200b3", "b ", 4]]
    put(rows, columns=("unit", "rater", "score"))
    found = as_json(capsys, "agreement", "r.csv", "--unit", "unit", "--rater", "rater", "--score", "score")
    assert found["percent"]["estimate"] == pytest.approx(1 / 3)
    assert found["weighted_kappa_quadratic"]["estimate"] == pytest.approx(0.5)


def test_an_id_is_told_as_it_was_first_spelled(capsys):
    rows = [
        [agent, ("王（早） ", "李")[rater], item, contact, score]
        for agent, rater, item, contact, score in rated(raters=2)
    ]
    rows[-1][1] = rows[-1][1].replace("王（早） ", " 王(早)")
    put(rows)
    Path("last.csv").write_text("id,measure\n王(早),0.3\n", "utf-8")
    found = as_json(capsys, "facets", "r.csv", *FACETS, "--anchor", "rater=last.csv")
    measures = {one["id"]: one["measure"] for one in found["elements"]["rater"]}
    assert (set(measures), measures["王（早）"]) == ({"王（早）", "李"}, 0.3)


def test_a_reference_is_met_however_it_is_spelled(capsys):
    put([["Ａ组", 1], ["A组 ", 0], ["B组", 1], ["B组", 0]] * 5, columns=("group", "hired"))
    found = as_json(capsys, "impact", "r.csv", "--group", "group", "--selected", "hired", "--reference", " A组")
    assert found["reference"] == "Ａ组"


def test_an_empty_id_is_refused_by_row_and_column_also_when_it_only_looks_empty(capsys):
    rows = rated()
    rows[4][1] = "\u3000"
    code, out, err = told(capsys, "facets", put(rows), *FACETS)
    assert (code, out) == (1, "")
    assert "r.csv, row 6, column “rater”" in err


def test_one_element_in_every_facet_is_told_without_falling_over(capsys):
    found = as_json(capsys, "facets", put([("a", "r", "i", 1, 3), ("a", "r", "i", 2, 4)]), *FACETS)
    assert [one["measure"] for one in found["elements"]["agent"]] == [0.0]


def test_scores_at_their_ceiling_but_for_one_are_studied_without_falling_over(capsys):
    rows = [(a, r, i, f"{a}-{c}", 5) for a in "wxyz" for c in (1, 2) for r in "pqr" for i in "jk"]
    rows[3] = (*rows[3][:4], "")
    rows[23] = (*rows[23][:4], 4)
    found = as_json(
        capsys, "generalizability", put(rows), "--object", "agent", "--facets", "rater,item", "--score", "score"
    )
    assert found["components"]["rater"]["high"] > 0


def test_a_study_without_anything_left_over_says_nothing_on_standard_error(capsys, recwarn):
    rows = [(a, r, "i", a, 10 + a + r) for a in range(3) for r in range(5) if (a, r) != (1, 2)]
    found = as_json(capsys, "generalizability", put(rows), "--object", "agent", "--facets", "rater", "--score", "score")
    assert found["relative"]["cautions"]
    assert not recwarn.list


def test_zero_has_no_sign_in_json(capsys, tmp_path):
    put([(a, r, "i", f"{a}{c}", 3 + c) for a in "abcd" for r in "rs" for c in (0, 1)])
    code, out, err = told(capsys, "scores", "r.csv", *AGENTS, "--json", "-")
    assert (code, err) == (0, "")
    assert "-0.0," not in out
    assert "-0.0}" not in out


def test_the_only_threshold_of_two_categories_is_0_by_definition_without_an_error(capsys):
    rows = [
        (a, r, i, f"{a}{r}{i}", 4 + (3 * a + 5 * r + 2 * i + a * i) % 7 // 3 % 2)
        for a in range(6)
        for r in (0, 1)
        for i in range(4)
    ]
    thresholds = as_json(capsys, "facets", put(rows), *FACETS)["thresholds"]
    assert [(one["category"], one["se"]) for one in thresholds] == [(5.0, None)]
    assert thresholds[0]["estimate"] == pytest.approx(0, abs=1e-12)


def test_a_scale_of_estimates_is_two_numbers_that_hold_every_score_of_people(capsys):
    put([("x", 3.5, 4.25), ("x", 4, 4.5), ("x", 2, 5), ("x", 3, "")], "e.csv", ("agent", "machine", "person"))
    asked = ["estimate", "e.csv", "--by", "agent", "--auto", "machine", "--human", "person"]
    assert as_json(capsys, *asked, "--scale", "1,5")["overall"]["human_only"]["high"] == 5.0
    code, _, err = told(capsys, *asked, "--scale", "1,4.9")
    assert (code, err) == (
        1,
        "hengcai: e.csv, row 4, column “person”: a score of 5 is outside the 1 to 4.9 of --scale.\n",
    )
    assert told(capsys, *asked, "--scale", "5")[0] == 2
