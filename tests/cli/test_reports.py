"""`hengcai report`: what is written, for whom, and how it refuses."""

import json
import shutil
import subprocess

import openpyxl
import pytest
from django.conf import settings

from hengcai.audit.models import Entry
from hengcai.cli import main
from tests import cast
from tests.insight import stage
from tests.insight.conftest import standards

__all__ = ["standards"]
pytestmark = pytest.mark.usefixtures("standards", "_zh")
can_print = pytest.mark.skipif(
    not (settings.FONTS / "regular.ttf").exists() or not shutil.which("pdftotext"), reason="make assets, and pdftotext"
)


@pytest.fixture
def _zh(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "zh-hans")


def everything(path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def test_a_person_s_workbook_is_the_copy_for_that_person(db, tmp_path, capsys):
    result = stage.rated(stage.quarter(), peers=(1, 2, 2), customers=stage.UNEVEN)
    target = tmp_path / "li.xlsx"
    assert main(["report", "person", "li", "--cycle", "2026-Q1", "--to", str(target)]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    shown = everything(target)
    assert "上级和同事" in shown
    assert result.detail["exact"] not in shown
    assert "secret-peer" not in shown.lower()
    assert Entry.objects.filter(action="read_result").count() == 1


def test_the_group_may_ask_for_every_source(db, tmp_path):
    result = stage.rated(stage.quarter(), peers=(1, 2), customers=stage.UNEVEN)
    target = tmp_path / "li.xlsx"
    assert main(["report", "person", "li", "--cycle", "2026-Q1", "--to", str(target), "--all-sources"]) == 0
    shown = everything(target)
    assert "不要转给本人" in shown
    assert result.detail["exact"] in shown


@can_print
def test_a_person_s_pdf_is_set_in_the_language_asked_for(db, tmp_path, capsys):
    stage.rated(stage.quarter())
    target = tmp_path / "li.pdf"
    arguments = ["report", "person", "li", "--cycle", "2026-Q1", "--to", str(target), "--language", "en", "--json", "-"]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "kind": "person",
        "title": "Individual skill report",
        "file": str(target),
        "bytes": target.stat().st_size,
    }
    done = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, check=True)
    assert "Line manager and peers" in done.stdout.decode()


def test_a_team_s_report_takes_rated_or_observed_levels(db, tmp_path):
    stage.rated(stage.quarter())
    for levels in ("rated", "observed"):
        target = tmp_path / f"{levels}.xlsx"
        assert main(["report", "team", "Team one", "--cycle", "2026-Q1", "--levels", levels, "--to", str(target)]) == 0
        assert "团队技能差距分析报告" in everything(target)


@pytest.mark.parametrize("kind", ["quarter", "month"])
def test_a_cycle_s_report_names_everybody(db, tmp_path, kind):
    stage.rated(stage.quarter())
    stage.counted(stage.month())
    target = tmp_path / "cycle.xlsx"
    assert main(["report", "cycle", "2026-Q1" if kind == "quarter" else "2026-03", "--to", str(target)]) == 0
    assert "Li" in everything(target)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["person", "nobody", "--cycle", "2026-Q1"], "没有工号“nobody”"),
        (["person", "wang", "--cycle", "2026-Q1"], "Wang在“2026-Q1”里没有结果"),
        (["person", "li", "--cycle", "2099-Q9"], "没有编号“2099-Q9”的考核周期"),
        (["team", "No team", "--cycle", "2026-Q1"], "没有叫“No team”的班组"),
        (["team", "Team two", "--cycle", "2026-Q1"], "还没有算出结果"),
        (["team", "Team one", "--cycle", "2026-03"], "无法出班组差距报告"),
        (["cycle", "2025-Q4"], "还没有算出结果"),
    ],
)
def test_a_refusal_is_one_clear_line_and_writes_nothing(db, tmp_path, capsys, arguments, said):
    cast.wang(), cast.he()
    stage.rated(stage.quarter())
    stage.quarter(code="2025-Q4", period=stage.Q4)
    stage.month()
    target = tmp_path / "x.pdf"
    assert main(["report", *arguments, "--to", str(target)]) == 1
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""
    assert list(tmp_path.iterdir()) == []


def test_two_teams_of_a_name_need_their_site(db, tmp_path, capsys):
    from hengcai.people.models import Site, Team

    stage.rated(stage.quarter())
    Team.objects.create(name="Team one", site=Site.objects.create(name="Mianyang"))
    target = str(tmp_path / "x.xlsx")
    assert main(["report", "team", "Team one", "--cycle", "2026-Q1", "--to", target]) == 1
    assert "--site" in capsys.readouterr().err
    assert main(["report", "team", "Team one", "--site", "Chengdu", "--cycle", "2026-Q1", "--to", target]) == 0


def test_another_ending_is_refused(db, tmp_path, capsys):
    assert main(["report", "cycle", "2026-Q1", "--to", str(tmp_path / "x.docx")]) == 1
    assert "“x.docx”的扩展名既不是 .pdf 也不是 .xlsx" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["report"], ["report", "cycle", "2026-Q1"], ["report", "person", "li", "--to", "x.pdf"]]
)
def test_wrong_usage_ends_with_two(arguments, capsys):
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(db, tmp_path, capsys):
    stage.rated(stage.quarter())
    assert main(["report", "cycle", "2026-Q1", "--to", str(tmp_path / "none" / "x.xlsx")]) == 1
    assert "none" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["person", "team", "cycle"])
def test_help_has_an_example(kind, capsys):
    assert main(["report", kind, "--help"]) == 0
    assert f"hengcai report {kind}" in capsys.readouterr().out
