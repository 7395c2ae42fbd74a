"""What stands around an import, by command."""

import csv
import json
import stat

import pytest

from hengcai.accounts.models import User
from hengcai.cli.program import run
from hengcai.interactions.models import ImportRun
from hengcai.people.models import Person
from tests import cast
from tests.interactions.bringing import bring, csv_file, row

ROSTER = ["id", "name", "team", "post", "hired_on"]


@pytest.fixture
def brought(db, tmp_path, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    rows = [{"id": n, "name": f"N{n}", "team": "A", "post": "B", "hired_on": "2025-01-06"} for n in ("501", "502")]
    return bring(csv_file(tmp_path / "p.csv", rows, ROSTER), kind="people")


def told(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_template_is_written_in_either_language(db, tmp_path):
    for language, first in (("zh", "工号"), ("en", "Number")):
        assert run(["intake", "template", "people", "--to", str(tmp_path / "t.csv"), "--language", language]) == 0
        assert (tmp_path / "t.csv").read_text("utf-8-sig").startswith(first)


def test_a_file_with_chinese_headings_comes_in_by_command_and_says_how_it_was_read(db, tmp_path, capsys):
    path = tmp_path / "花名册.csv"
    path.write_text("工号,姓名,班组,岗位,入职日期\n77,赵敏,一班,呼入客服,2025-03-03\n", "gb18030")
    assert run(["import", "people", str(path)]) == 0
    assert "id = 工号" in capsys.readouterr().err
    assert Person.objects.get(number="77").name == "赵敏"


def test_a_check_names_every_fault_of_a_row_and_brings_nothing(db, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    path = tmp_path / "p.csv"
    path.write_text("工号,姓名,班组,岗位,入职日期,邮箱\n1,,A,B,x,y\n2,N,A,B,2025-01-06,\n", "utf-8")
    assert run(["intake", "check", "people", str(path), "--json", "-"]) == 3
    facts = told(capsys)
    assert [(one["row"], one["column"]) for one in facts["rows"]] == [(2, "姓名"), (2, "入职日期"), (2, "邮箱")]
    assert facts["counts"] == {"read": 2, "added": 1, "updated": 0, "passed_over": 0, "at_fault": 1}
    assert not Person.objects.filter(number="2").exists()
    assert run(["intake", "check", "people", str(path)]) == 3
    assert "row 2, column “邮箱”: “y” does not look like" in capsys.readouterr().err


def test_an_import_is_listed_looked_at_and_undone(brought, capsys):
    assert run(["intake", "list", "--json", "-"]) == 0
    (line,) = told(capsys)["imports"]
    assert (line["number"], line["state"]) == (brought.pk, "done")
    assert run(["intake", "undo", str(brought.pk), "--dry-run"]) == 0
    assert "can be undone" in capsys.readouterr().out
    assert Person.objects.filter(number="501").exists()
    assert run(["intake", "undo", str(brought.pk), "--json", "-"]) == 0
    assert (told(capsys)["undone"], ImportRun.objects.get().state) == (2, "undone")


def test_what_stands_in_the_way_is_said_and_nothing_is_done(brought, tmp_path, capsys):
    bring(csv_file(tmp_path / "c.csv", [row(1, agent="501")]))
    assert run(["intake", "undo", str(brought.pk)]) == 1
    assert "Imported data is used elsewhere: contact (1)" in capsys.readouterr().err
    assert Person.objects.filter(number="501").exists()


def test_accounts_are_opened_and_passwords_go_to_a_file_of_ones_own(brought, tmp_path):
    to = tmp_path / "first.csv"
    arguments = ["intake", "accounts", str(brought.pk), "--role", "agent", "--to", str(to)]
    assert run(arguments) == 0
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    rows = list(csv.DictReader(to.read_text("utf-8-sig").splitlines()))
    assert [one["username"] for one in rows] == ["501", "502"]
    assert User.objects.get(username="501").check_password(rows[0]["password"])
    assert run(arguments) == 1


def test_a_number_nobody_knows_is_refused(brought, capsys):
    cast.li()
    assert run(["intake", "undo", "999999"]) == 1
    assert "no import with the number" in capsys.readouterr().err
