import csv
import json
from pathlib import Path

import pytest

from hengcai.cli.program import run

HEAD = "agent,part,cycle,score,service_months\n"
PARTS = HEAD + (
    "li,month,2026-01,80,12\nli,month,2026-02,91,\nli,month,2026-03,,\nli,quarter,2026-Q1,4,\nli,quarter,2026-Q2,4.5,12\n"
    "wang,month,2026-01,80,5\nwang,quarter,2026-Q1,4,\nhe,month,2026-01,90,\n"
)


@pytest.fixture(autouse=True)
def _english(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(name: str, content: str) -> str:
    Path(name).write_text(content, "utf-8")
    return name


def test_a_year_from_a_table_with_exactly_one_json_object(capsys) -> None:
    assert run(["appraise-year", put("y.csv", PARTS), "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["year"] == {"months": "0.60", "quarters": "0.40", "service_months": "6"}
    li, wang, he = found["agents"]
    assert li == {
        "agent": "li", "status": "scored", "total": "85.3", "exact": "85.3000", "grade": "good", "months_mean": "85.5000",
        "quarters_mean": "85.0000", "reasons": [],
    }  # fmt: skip
    assert (wang["status"], wang["total"], wang["reasons"]) == ("not_enough_evidence", None, ["service_too_short"])
    assert (he["grade"], he["reasons"], he["months_mean"]) == (None, ["missing:quarters"], "90.0000")


def test_the_policys_weights_count_and_a_table_says_it_in_words(capsys) -> None:
    policy = put("p.yaml", 'year: {months: "0.5", quarters: "0.5", service_months: "5"}')
    assert run(["appraise-year", put("y.csv", PARTS), "--policy", policy, "--to", "out.csv"]) == 0
    rows = list(csv.DictReader(Path("out.csv").read_text("utf-8-sig").splitlines()))
    assert [row["total"] for row in rows] == ["85.3", "80.0", ""]
    assert run(["appraise-year", "y.csv"]) == 0
    assert "service too short for an annual score" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("li,week,1,80,", "part"),
        ("li,month,1,100.1,", "score"),
        ("li,quarter,1,80,", "score"),
        ("li,month,1,8e1,", "score"),
        ("li,month,,80,", "cycle"),
        ("li,month,1,80,6\nli,month,1,,6", "cycle"),
        ("li,month,1,80,6\nli,month,2,80,7", "service_months"),
        ("li,month,1,80,6.5", "service_months"),
    ],
)
def test_a_row_that_is_wrong_stops_it_with_one_line_naming_row_and_column(rows: str, place: str, capsys) -> None:
    assert run(["appraise-year", put("y.csv", HEAD + rows + "\n"), "--json", "-"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert all(part in line for part in ("y.csv", f"row {rows.count(chr(10)) + 2}", place))


def test_a_policy_whose_years_weights_do_not_sum_is_refused_with_its_line(capsys) -> None:
    policy = put("p.yaml", 'name: x\nyear: {months: "0.6", quarters: "0.5"}')
    assert run(["appraise-year", put("y.csv", PARTS), "--policy", policy]) == 1
    assert "must sum to 1; it sums to 1.1" in capsys.readouterr().err
