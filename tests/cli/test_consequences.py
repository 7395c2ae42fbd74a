"""`hengcai consequences`: what payroll imports is what was decided, to the cent, and on record."""

import json

import pytest

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from tests import cast
from tests.consequences import scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def told(capsys, *arguments):
    assert run(["consequences", *arguments, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_decided_month_is_given_to_payroll_and_stands_in_the_log(tmp_path, capsys):
    scene.decided()
    (row,) = told(capsys, "runs")["runs"]
    assert (row["period"], row["state"], row["people"], row["total"]) == ("2026-03", "decided", 3, "9400.00")
    file = tmp_path / "pay.csv"
    assert told(capsys, "sheet", "2026-03", "--to", str(file)) == {"file": str(file), "rows": 3}
    head, *lines = file.read_text("utf-8-sig").splitlines()
    assert head == "person,name,period,kind,grade,base,coefficient,earned,fixed,topped_up,total"
    assert "li,Li,2026-03,regular,excellent,2000.00,1.2,2400.00,1000.00,0.00,3400.00" in lines
    assert Entry.objects.filter(action="export_pay_run").exists()


def test_what_is_not_decided_is_not_given(capsys):
    scene.prepared()
    assert run(["consequences", "sheet", "2026-03"]) == 1
    assert "no signed-off pay run" in capsys.readouterr().err


def test_bases_come_in_whole_and_a_wrong_row_is_named(tmp_path, capsys):
    cast.li()
    good = tmp_path / "bases.csv"
    good.write_text("person,from,base,fixed\nli,2026-01-01,3000.50,2000\n", "utf-8")
    assert told(capsys, "bases", str(good)) == {"file": "bases.csv", "rows": 1, "new": 1}
    assert told(capsys, "bases", str(good))["new"] == 0
    good.write_text("person,from,base\nli,2026-02-01,3000.505\n", "utf-8")
    assert run(["consequences", "bases", str(good)]) == 1
    assert "row 2" in capsys.readouterr().err
