"""`hengcai policy what-if` and `signatures`: what the page tells, as one JSON object, in words and as a workbook."""

import json
from fractions import Fraction

import openpyxl
import pytest

from hengcai.accounts.models import system_user
from hengcai.appraisal.models import Policy, Result
from hengcai.appraisal.queries.what_if import what_if
from hengcai.cli.program import run
from tests import cast
from tests.appraisal.conftest import standards
from tests.appraisal.test_what_if import month

__all__ = ["month", "standards"]
pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
ALL_STARS = (
    'name: All stars\ngrades: [{code: excellent, from: "0"}]\n'
    'consequences: {coefficients: {excellent: "1.5"}, probability: "0.9", cycles: "2"}\n'
)


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(path, text):
    path.write_text(text, "utf-8")
    return str(path)


def test_a_draft_file_is_tried_on_a_published_month(month, tmp_path, capsys):
    draft = put(tmp_path / "draft.yaml", ALL_STARS)
    bases = put(tmp_path / "bases.csv", "agent,base\nli,2000\n")
    before = list(Result.objects.order_by("pk").values())
    command = ["policy", "what-if", draft, "--kind", "monthly", "--cycle", month.code, "--base", bases]
    assert run([*command, "--to", str(tmp_path / "trial.xlsx"), "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    base = {cast.person("li").pk: Fraction(2000)}
    found = what_if(Policy(kind="monthly", number=0, text=ALL_STARS), month, system_user(), base=base)
    assert (told["cycle"], told["people"], told["changed"]) == (month.code, found.people, found.changed)
    assert (Fraction(told["coefficient"]), Fraction(told["money"])) == (found.cost.coefficient, found.cost.money)
    assert {one["after"] for one in told["moved"]} == {"excellent"}
    assert openpyxl.load_workbook(tmp_path / "trial.xlsx").sheetnames
    assert run(command) == 0
    assert f"{found.changed} of {found.people} people" in capsys.readouterr().out
    assert list(Result.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ('name: x\ngroups: {a: {points: "90", indicators: {wording: "90"}}}', (), "must sum to 100"),
        ('name: x\nyear: {months: "0.6", quarters: "0.5"}', (), "must sum to 1; it sums to 1.1"),
        ("name: x", ("--cycle", "1999-01"), "no published cycle “1999-01”"),
        ("name: x", ("--base", "bases.csv"), "bases.csv"),
        ("colour: red", (), "colour"),
    ],
)
def test_what_cannot_be_tried_is_one_clear_line(month, tmp_path, capsys, text, more, said):
    put(tmp_path / "bases.csv", "agent,base\nnobody,2000\n")
    assert run(["policy", "what-if", put(tmp_path / "d.yaml", text), "--kind", "monthly", *more]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_a_draft_that_is_not_there_is_one_line_too(capsys):
    assert run(["policy", "what-if", "none.yaml", "--kind", "monthly"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run(["policy", "signatures", "monthly-99"]) == 1
    assert "monthly-99" in capsys.readouterr().err
