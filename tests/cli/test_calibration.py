"""`hengcai calibration`: a session's findings, and a table of ratings taken as one."""

import json
import random

import pytest

from hengcai.cli.program import run
from tests.measurement.shared_ratings import path_of
from tests.quality import calibrating as cal

SEVERITIES = {"A": 0.0, "B": -0.2, "C": 1.2}
QUALITIES = (1, 0.5, -0.5, 0, 1.5, -1, 0.2, 0.8)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "ratings.csv"
    dice = random.Random(5)
    rows = [
        f"c{number},{who},{item},{max(1, min(5, round(3 + quality - severity + dice.gauss(0, 0.8))))}"
        for number, quality in enumerate(QUALITIES)
        for who, severity in SEVERITIES.items()
        for item in ("x", "y")
    ]
    path.write_text("\n".join(["contact,rater,item,score", *rows]) + "\n")
    return path


def told(capsys, *arguments):
    assert run([*map(str, arguments), "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_table_is_told_as_a_session(table, capsys):
    found = told(capsys, "calibration", "table", table)
    assert (found["contacts"], found["analysts"], set(found["items"])) == (8, ["A", "B", "C"], {"x", "y"})
    harshest = max(found["severity"], key=lambda row: row["estimate"])
    assert harshest["id"] == "C"
    assert found["gauge"]["answer"] in ("no", "cannot_tell")


def test_for_readers_it_says_the_gauge_first(table, capsys, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    assert run(["calibration", "table", str(table)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "performance pay" in lines[0] or lines[0].startswith("Cannot tell")
    assert any(line.split()[:1] == ["C"] for line in lines)


def test_a_score_that_is_none_is_refused_with_its_row(table, capsys):
    table.write_text(table.read_text() + "c9,A,x,good\n")
    assert run(["calibration", "table", str(table)]) == 1
    said = capsys.readouterr().err
    assert "ratings.csv" in said
    assert "50" in said


@pytest.mark.django_db
def test_a_session_is_told_once_it_is_revealed(capsys):
    one = cal.in_state("closed")
    found = told(capsys, "calibration", "show", one.pk)
    assert (found["session"], found["state"], set(found["names"].values())) == (
        "March session", "closed", {"Chen", "Cao", "Tang"},
    )  # fmt: skip
    assert run(["calibration", "show", str(cal.plan().pk)]) == 1
    assert run(["calibration", "show", str(one.pk)]) == 0


@pytest.mark.slow
def test_the_harsh_rater_of_the_public_ratings_is_shown_as_such(capsys):
    """Its README: position 11 is by far the most severe of 19."""
    found = told(capsys, "calibration", "table", path_of("stc3"), "--contact", "dialogue")
    rows = sorted(found["severity"], key=lambda row: -row["estimate"])
    first, second = rows[:2]
    assert (len(rows), found["contacts"], first["id"]) == (19, 1868, "r11")
    assert first["estimate"] == pytest.approx(1.39, abs=0.02)
    assert 1 < first["low"] < first["estimate"] < first["high"]
    assert first["low"] > second["high"]
    assert found["gauge"]["answer"] == "no"
