"""`hengcai survey`: surveys listed, results exported under their veil."""

import json

import pytest

from hengcai.assessment.actions import answer_survey, close_survey
from hengcai.audit.models import Entry
from hengcai.cli.program import run
from tests import cast
from tests.assessment.asking import ANSWERS, TODAY, agents, opened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


@pytest.fixture
def closed(db):
    one, two = agents(7), agents(3, team="two")
    survey = opened()
    for person in (*one, *two):
        answer_survey(survey, by=person.user, answers=ANSWERS, today=TODAY)
    return close_survey(survey, by=cast.user("zhou"))


def test_surveys_are_listed_with_how_many_answered(closed, capsys):
    assert run(["survey", "list", "--json", "-"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["surveys"]
    assert (row["id"], row["state"], row["answered"], row["asked"]) == (closed.pk, "closed", 10, 10)


def test_small_groups_are_hidden_in_the_file_too(closed, tmp_path, capsys):
    file = tmp_path / "survey.csv"
    assert run(["survey", "export", str(closed.pk), "--to", str(file)]) == 0
    lines = [line for line in file.read_text("utf-8-sig").splitlines() if ",team," in line]
    assert lines
    assert all("(hidden)" in line for line in lines)
    assert run(["survey", "export", str(closed.pk), "--to", str(tmp_path / "survey.xlsx")]) == 0
    assert Entry.objects.filter(action="export_survey").count() == 2


def test_an_open_one_gives_nothing_out(db, capsys):
    cast.li()
    assert run(["survey", "export", str(opened().pk)]) == 1
    assert "closed" in capsys.readouterr().err
    assert run(["survey", "export", "999"]) == 1
