"""Each kind of number in each column and option of each command ends in an answer or one clear line, within 1 GB."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hengcai.cli.program import run

ROOT = Path(__file__).resolve().parents[2]
TOO_LARGE = ("13800138000", "1e300", "1e200", "12345678901234567890", "1e-300")
NO_NUMBER = ("nan", "inf")
WELL = ("3.14159265358979323846264338", "-1", "", "999999")
KINDS = (*TOO_LARGE, *NO_NUMBER, *WELL)

N = 32
AGENT, RATER, ITEM, CALL = (
    [f"{name}{place // size % of}" for place in range(N)] for name, size, of in (("a", 4, 4), ("r", 1, 2), ("i", 2, 2), ("c", 8, 4))
)  # fmt: skip
SCORE = [1 + (3 * (p // 4 % 4) + 2 * (p % 2) + 7 * (p // 2 % 2) + 5 * (p // 16) + p * p) % 5 for p in range(N)]
RATINGS = {
    "agent": AGENT, "rater": RATER, "item": ITEM, "contact": [f"{c}-{a}" for c, a in zip(CALL, AGENT, strict=True)],
    "score": SCORE, "human": [1 + (s + p) % 5 for p, s in enumerate(SCORE)], "weight": [1] * N, "p": [0.5] * N,
}  # fmt: skip
TRIAL = {
    "outcome": [3 + p % 5 for p in range(40)], "treated": [p % 2 for p in range(40)], "before": [2 + p * 7 % 5 for p in range(40)],
    "running": [40 + p for p in range(40)], "team": [f"t{p % 8}" for p in range(40)],
}  # fmt: skip
STARTS = {
    "unit": [f"u{p // 4}" for p in range(40)], "period": [p % 4 + 1 for p in range(40)],
    "outcome": [3 + p * 3 % 5 for p in range(40)], "first": [3 if p // 4 % 2 else "" for p in range(40)],
}  # fmt: skip
STAYS = {
    "days": [10 + p * 3 for p in range(40)], "left": [p % 2 for p in range(40)], "age": [20 + p * 7 % 30 for p in range(40)],
}  # fmt: skip
ANSWERS = {
    "person": [f"p{p // 4}" for p in range(80)], "group": ["AB"[p // 4 % 2] for p in range(80)], "item": [f"i{p % 4}" for p in range(80)],
    "score": [p * 7 // 3 % 2 for p in range(80)], "total": [p // 4 % 5 for p in range(80)], "hired": [p % 2 for p in range(80)],
}  # fmt: skip
APPRAISED = {
    "agent": ["li"] * 4,
    "source": ["peer"] * 4,
    "rater": list("abcd"),
    "item": ["tone"] * 4,
    "score": [4, 3, 5, 4],
}
MONTH = {"agent": ["li", "wang"], "indicator": ["wording", "wording"], "value": [90, 80]}
FACETS = "measure facets t.csv --object agent --facets rater,item --score score"
STUDY = "measure generalizability t.csv --object agent --facets rater,item --score score"
IMPACT = "measure impact t.csv --group group --person person --item item --score score"
CASES = {
    "measure agreement t.csv --unit contact,item --rater rater --score score": (RATINGS, ["score"]),
    "measure agreement t.csv --unit contact --item item --rater rater --score score --level interval": (
        RATINGS,
        ["score"],
    ),
    STUDY: (RATINGS, ["score"]),
    f"{FACETS} --weight weight": (RATINGS, ["score", "weight"]),
    f"{FACETS} --method mml --weight weight --model partial-credit": (RATINGS, ["score", "weight"]),
    "measure scores t.csv --agent agent --rater rater --contact contact --score score": (RATINGS, ["score"]),
    "measure estimate t.csv --by agent --auto score --human human --inclusion p": (RATINGS, ["score", "human", "p"]),
    "measure effect t.csv --outcome outcome --treated treated --before before": (
        TRIAL,
        ["outcome", "treated", "before"],
    ),
    "measure effect t.csv --outcome outcome --running running --cut 60": (TRIAL, ["outcome", "running"]),
    "measure effect t.csv --outcome outcome --unit unit --period period --first first": (
        STARTS,
        ["outcome", "period", "first"],
    ),
    "measure survival t.csv --time days --event left --covariates age": (STAYS, ["days", "left", "age"]),
    "measure impact t.csv --group group --selected hired": (ANSWERS, ["hired"]),
    f"{IMPACT} --total total": (ANSWERS, ["score", "total"]),
    f"{IMPACT} --rasch": (ANSWERS, ["score"]),
    "appraise t.csv": (APPRAISED, ["score"]),
    "appraise-month t.csv": (MONTH, ["value"]),
}
OPTIONS = {
    f"{STUDY} --wanted-se": RATINGS, f"{STUDY} --numbers rater=": RATINGS, f"{STUDY} --wanted-se 0.5 --price rater=": RATINGS,
    f"{STUDY} --confidence": RATINGS, f"{FACETS} --origin": RATINGS, f"{FACETS} --spacing": RATINGS, f"{FACETS} --units 0,": RATINGS,
    "measure scores t.csv --agent agent --rater rater --contact contact --score score --cuts": RATINGS,
    "measure effect t.csv --outcome outcome --treated treated --before before --reliability": TRIAL,
    "measure effect t.csv --outcome outcome --treated treated --before before --error-variance": TRIAL,
    "measure effect t.csv --outcome outcome --running running --cut": TRIAL,
    "measure effect t.csv --outcome outcome --running running --cut 60 --bandwidth": TRIAL,
    "measure survival t.csv --time days --event left --at": STAYS, f"{IMPACT} --bins": ANSWERS,
}  # fmt: skip
MAY_BE_LARGE = {"period", "first"}
"""Numbers that only stand for something; a moment such as 202601051200 is one."""


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """Everything in one program of 1 GB: what each command ended with."""
    asked = [
        {"command": [*command.split(), "--json", "-"], "columns": columns, "changed": name, "value": value, "row": row}
        for command, (columns, names) in CASES.items()
        for name in names
        for value in KINDS
        for row in ((1, None) if value in ("", "999999", "1e-300") else (1,))
    ]
    for command, columns in OPTIONS.items():
        for value in KINDS:
            whole = f"{command}{value}" if command.endswith(("=", ",")) else f"{command}={value}"
            asked.append(
                {
                    "command": [*whole.split(), "--json", "-"],
                    "columns": columns,
                    "changed": None,
                    "value": value,
                    "row": 0,
                }
            )
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.numbers_tried"],
        input="".join(json.dumps(one) + "\n" for one in asked),
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
        cwd=tmp_path_factory.mktemp("tried"), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return list(zip(asked, map(json.loads, done.stdout.splitlines()), strict=True))


def test_every_number_ends_in_one_object_or_in_one_clear_line(tried):
    for asked, found in tried:
        told = (" ".join(asked["command"]), asked["changed"], asked["value"], found)
        if found["code"] == 0:
            assert (found["out"], found["err"]) == ("{}\n", ""), told
        elif found["code"] == 1:
            assert (found["out"], len(found["err"].splitlines())) == ("", 1), told
            assert "this cannot be calculated" not in found["err"], told
        else:
            assert (found["code"], asked["changed"]) == (2, None), told


def test_numbers_no_centre_has_are_refused_by_row_and_column(tried):
    for asked, found in tried:
        name, value = asked["changed"], asked["value"]
        if name is None or value not in (*TOO_LARGE, *NO_NUMBER) or name in MAY_BE_LARGE:
            continue
        row = 3 if asked["row"] == 1 else 2
        assert found["code"] == 1, (asked["command"], name, value, found)
        assert f"t.csv, row {row}, column “{name}”" in found["err"], (asked["command"], name, value, found)


def test_options_outside_the_limits_are_wrong_usage(tried):
    outside = [
        (asked, found)
        for asked, found in tried
        if asked["changed"] is None and asked["value"] in (*TOO_LARGE, *NO_NUMBER)
    ]
    assert len(outside) == len(OPTIONS) * len(TOO_LARGE + NO_NUMBER)
    for asked, found in outside:
        assert found["code"] == 2, (asked["command"], found)
        assert "is not valid" in found["err"]


@pytest.mark.parametrize(("column", "value", "other"), [("measure", "51", "0"), ("measure", "1e300", "0")])
def test_anchors_outside_the_limits_are_refused_by_file_row_and_column(
    capsys, tmp_path, monkeypatch, column, value, other
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    rows = [
        ",".join(map(str, row))
        for row in zip(*(RATINGS[name] for name in ("agent", "rater", "item", "score")), strict=True)
    ]
    Path("t.csv").write_text("\n".join(["agent,rater,item,score", *rows]) + "\n", "utf-8")
    Path("last.csv").write_text(f"id,{column}\nr0,{other}\nr1,{value}\n", "utf-8")
    assert run([*FACETS.split(), "--anchor", "rater=last.csv"]) == 1
    assert f"last.csv, row 3, column “{column}”" in capsys.readouterr().err


@pytest.mark.parametrize(("value", "code"), [("1000000000", 0), ("1000000001", 1), ("13800138000", 1), ("9" * 20, 1)])
def test_a_count_of_the_month_is_at_most_a_thousand_million(capsys, tmp_path, monkeypatch, value, code):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    Path("m.csv").write_text(f"agent,indicator,value\nli,upheld_complaints,{value}\n", "utf-8")
    assert run(["appraise-month", "m.csv", "--json", "-"]) == code
    assert ("m.csv, row 2, column “value”" in capsys.readouterr().err) is bool(code)
