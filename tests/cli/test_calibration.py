"""`hengcai calibration`: a session's findings, and a table of ratings taken as one."""

import json

import pytest

from hengcai.cli.program import run
from tests.measurement.shared_ratings import path_of
from tests.quality import calibrating as cal

RATINGS = {"A": (4, 5, 3, 4, 2, 5), "B": (4, 4, 3, 4, 2, 4), "C": (2, 3, 1, 2, 1, 3)}


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "ratings.csv"
    rows = [
        f"c{number},{who},{item},{score if item == 'x' else max(1, min(5, score + number % 3 - 1))}"
        for who, scores in RATINGS.items()
        for number, score in enumerate(scores)
        for item in ("x", "y")
    ]
    path.write_text("\n".join(["contact,rater,item,score", *rows]) + "\n")
    return path


def told(capsys, *arguments):
    assert run([*map(str, arguments), "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_table_is_told_as_a_session(table, capsys):
    found = told(capsys, "calibration", "table", table)
    assert (found["contacts"], found["analysts"], set(found["items"])) == (6, ["A", "B", "C"], {"x", "y"})
    harshest = max(found["severity"], key=lambda row: row["estimate"])
    assert harshest["id"] == "C"
    assert found["gauge"]["answer"] in ("no", "cannot_tell")


def test_for_readers_it_says_the_gauge_first(table, capsys, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    assert run(["calibration", "table", str(table)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "good enough to pay by" in lines[0] or lines[0].startswith("Cannot tell")
    assert any(line.split()[:1] == ["C"] for line in lines)


def test_a_score_that_is_none_is_refused_with_its_row(table, capsys):
    table.write_text(table.read_text() + "c9,A,x,good\n")
    assert run(["calibration", "table", str(table)]) == 1
    said = capsys.readouterr().err
    assert "ratings.csv" in said
    assert "38" in said


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
